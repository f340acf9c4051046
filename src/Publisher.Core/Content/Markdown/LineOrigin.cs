namespace Publisher.Content.Markdown;

/// <summary>
/// The line of a template that a line of its output came from: the same line, or, for what code printed, one between the
/// same ones that begins alike, or else the last one before it that is the same.
/// </summary>
public readonly record struct LineOrigin(int Line, bool IsExact)
{
    /// <summary>
    /// Pairs each line of <paramref name="output"/> with the next equal line of <paramref name="template"/>, both in order;
    /// lines are numbered from 0.
    /// </summary>
    public static LineOrigin[] Of(string template, string output)
    {
        var places = new Dictionary<string, List<int>>();
        var lines = template.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (!places.TryGetValue(lines[i], out var list)) places[lines[i]] = list = [];
            list.Add(i);
        }
        var printed = output.Split('\n');
        var origins = new LineOrigin[printed.Length];
        var next = 0;
        for (var i = 0; i < printed.Length; i++)
        {
            var isExact = false;
            if (places.TryGetValue(printed[i], out var list) && list.BinarySearch(next) is var at
                && (at >= 0 ? at : ~at) is var found && found < list.Count && (printed[i].Length > 0 || list[found] == next))
            {
                next = list[found] + 1;
                isExact = true;
            }
            origins[i] = new LineOrigin(Math.Max(next - 1, 0), isExact);
        }
        Approach(lines, printed, origins);
        return origins;
    }

    /// <summary>Looks between two lines that are the same for the one that each line there begins like.</summary>
    private static void Approach(string[] lines, string[] printed, LineOrigin[] origins)
    {
        const int farthest = 100;
        for (var i = 0; i < printed.Length; i++)
        {
            if (origins[i].IsExact) continue;
            var from = i == 0 ? 0 : origins[i - 1].Line;
            var end = i;
            while (end < printed.Length && !origins[end].IsExact) end++;
            var to = Math.Min(end < printed.Length ? origins[end].Line : lines.Length, from + farthest);
            for (; i < end; i++)
            {
                var longest = 0;
                for (var line = from; line < to; line++)
                {
                    if (lines[line].AsSpan().CommonPrefixLength(printed[i]) is var length && length <= longest) continue;
                    (longest, from) = (length, line);
                }
                origins[i] = new LineOrigin(from, IsExact: false);
            }
        }
    }
}
