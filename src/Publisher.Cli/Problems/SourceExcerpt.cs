using Publisher.Text;

namespace Publisher.Cli.Problems;

/// <summary>The lines of a source around a place in it, for all that shows a problem where it is.</summary>
/// <param name="First">The number of the first line, from 1.</param>
internal sealed record SourceExcerpt(int First, string[] Lines)
{
    // As LineMap has it, which numbered the lines; the longest comes first.
    private static readonly string[] LineEnds = ["\r\n", "\n", "\r"];

    public int Last => First + Lines.Length - 1;

    /// <param name="around">How many lines to give before and after the place's own.</param>
    /// <returns>Null when the source has no such line: it may have changed since.</returns>
    public static SourceExcerpt? Of(string source, Location at, int around)
    {
        if (at.Line < 1) return null;
        var lines = source.TrimStart('\uFEFF').Split(LineEnds, StringSplitOptions.None);
        if (at.Line > lines.Length) return null;
        var first = Math.Max(1, at.Line - around);
        return new SourceExcerpt(first, lines[(first - 1)..Math.Min(lines.Length, at.Line + around)]);
    }
}
