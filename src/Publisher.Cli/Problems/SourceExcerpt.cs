using Publisher.Text;

namespace Publisher.Cli.Problems;

/// <summary>The lines of a source around a place in it, for all that shows a problem where it is.</summary>
/// <param name="First">The number of the first line, from 1.</param>
internal sealed record SourceExcerpt(int First, string[] Lines)
{
    public int Last => First + Lines.Length - 1;

    /// <param name="around">How many lines to give before and after the place's own.</param>
    /// <returns>Null when the source has no such line: it may have changed since.</returns>
    public static SourceExcerpt? Of(string source, Location at, int around)
    {
        if (at.Line < 1) return null;
        var (first, last) = (Math.Max(1, at.Line - around), at.Line + around);
        var lines = new List<string>();
        var rest = source.AsSpan().TrimStart('\uFEFF');
        for (var number = 1; number <= last; number++)
        {
            // As LineMap has it, which numbered the lines.
            var end = rest.IndexOfAny('\r', '\n');
            if (number >= first) lines.Add((end < 0 ? rest : rest[..end]).ToString());
            if (end < 0) break;
            rest = rest[(rest[end..].StartsWith("\r\n") ? end + 2 : end + 1)..];
        }
        return first + lines.Count > at.Line ? new SourceExcerpt(first, [.. lines]) : null;
    }
}
