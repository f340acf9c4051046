using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Media;

/// <summary>
/// What WebVTT and SubRip have in common: blocks between empty lines, in each a line with two times, and below it what is said.
/// </summary>
internal static class TimedBlocks
{
    private const string Arrow = "-->";

    /// <summary>The blocks of lines, with the number of each one's first.</summary>
    public static IEnumerable<(int Line, ArraySegment<string> Lines)> In(string text)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var start = i;
            while (i < lines.Length && !string.IsNullOrWhiteSpace(lines[i])) i++;
            if (i > start) yield return (start + 1, new ArraySegment<string>(lines, start, i - start));
        }
    }

    /// <summary>A block's times, and its text below them; null, and a problem, without times that make sense.</summary>
    public static Cue? Read(SitePath file, int line, ArraySegment<string> block, ICollection<Diagnostic> problems)
    {
        // Before the times may stand a number or a name of the cue.
        var at = block.Count > 1 && !block[0].Contains(Arrow, StringComparison.Ordinal) ? 1 : 0;
        var times = block[at];
        var where = new Location(file, line + at, 1 + times.Length - times.AsSpan().TrimStart().Length, times.Trim().Length);
        var arrow = times.IndexOf(Arrow, StringComparison.Ordinal);
        if (arrow < 0)
        {
            problems.Add(Messages.CueWithoutTimes(where));
            return null;
        }
        var end = times.AsSpan(arrow + Arrow.Length).TrimStart();
        if (end.IndexOfAny(' ', '\t') is >= 0 and var settings) end = end[..settings];
        if (Timestamp.Seconds(times.AsSpan(0, arrow).Trim()) is not { } from || Timestamp.Seconds(end) is not { } to)
        {
            problems.Add(Messages.BadCueTimes(where, times.Trim()));
            return null;
        }
        if (to < from) problems.Add(Messages.CueEndsBeforeItStarts(where));
        return new Cue(from, Math.Max(from, to), "", string.Join('\n', block[(at + 1)..].Select(text => text.Trim())));
    }

    /// <summary>Without empty lines, which would end the block.</summary>
    public static string Lines(string text) =>
        string.Join('\n', text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    public static string Times(Cue cue, char point) =>
        $"{Timestamp.Exact(cue.Start, point)} {Arrow} {Timestamp.Exact(cue.End, point)}";
}
