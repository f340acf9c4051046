namespace Publisher.Text;

/// <summary>Finds what a mistyped name most likely meant.</summary>
public static class Nearest
{
    /// <summary>
    /// The candidate with the fewest edits (at most a third of the name, and always at least one); null when none is near.
    /// </summary>
    public static string? To(string name, IEnumerable<string> candidates)
    {
        string? best = null;
        var most = Math.Max(1, name.Length / 3);
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - name.Length) > most) continue;
            var distance = Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant(), most + 1);
            if (distance > most) continue;
            // Of two as near, the one that begins as the name does: people seldom miss the first letters.
            if (best is null || distance < most || Shared(candidate, name) > Shared(best, name))
                (best, most) = (candidate, distance);
        }
        return best;
    }

    private static int Shared(string a, string b) => a.AsSpan().CommonPrefixLength(b);

    /// <summary>Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours each cost one.</summary>
    private static int Distance(string a, string b, int limit)
    {
        int[] before = new int[b.Length + 1], last = new int[b.Length + 1], row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) cost = Math.Min(cost, before[j - 2] + 1);
                least = Math.Min(least, row[j] = cost);
            }
            if (least >= limit) return limit;
            (before, last, row) = (last, row, before);
        }
        return last[b.Length];
    }
}
