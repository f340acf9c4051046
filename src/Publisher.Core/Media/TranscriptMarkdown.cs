using System.Text.RegularExpressions;

namespace Publisher.Media;

/// <summary>
/// Transcripts as people write them: a paragraph for each turn, begun by a time, by a name in bold, or by both.
/// </summary>
internal static partial class TranscriptMarkdown
{
    public static List<Cue> Read(string text)
    {
        var cues = new List<Cue>();
        var (speaker, start) = ("", 0.0);
        foreach (var paragraph in Blank().Split(Head().Replace(text, "")))
        {
            var lines = paragraph.Split('\n')
                .Where(line => !line.StartsWith('#') && !line.StartsWith(":::", StringComparison.Ordinal));
            var turn = Turn().Match(string.Join(' ', lines).Trim());
            if (Timestamp.Seconds(turn.Groups["time"].Value) is { } seconds) start = seconds;
            if (turn.Groups["name"].Success) speaker = turn.Groups["name"].Value.Trim();
            if (Plain(turn.Groups["said"].Value) is { Length: > 0 } said) cues.Add(new Cue(start, start, speaker, said));
        }
        // Each lasts until the next that has a time; how long the last ones are, is not told.
        if (start > 0)
        {
            var last = cues.FindIndex(cue => cue.Start == start);
            if (last >= 0) cues[^1] = cues[^1] with { End = start + cues.Skip(last).Sum(cue => cue.Estimate()) };
        }
        for (var i = cues.Count - 2; i >= 0; i--)
            cues[i] = cues[i] with { End = cues[i + 1].Start > cues[i].Start ? cues[i + 1].Start : cues[i + 1].End };
        return cues;
    }

    private static string Plain(string markdown) =>
        Escape().Replace(Marks().Replace(Link().Replace(markdown, "$1"), ""), "$1").Trim();

    [GeneratedRegex(@"\A---\s*\n.*?\n(?:---|\.\.\.)\s*(?:\n|\z)", RegexOptions.Singleline)]
    private static partial Regex Head();

    [GeneratedRegex(@"\n[ \t]*(?:\n[ \t]*)+")]
    private static partial Regex Blank();

    /// <summary>Behind a time, words in bold are a name also without a colon.</summary>
    [GeneratedRegex(@"^(?:[-*+>] )?(?:[(\[]?(?<time>(?:[0-9]{1,3}:)?[0-9]{1,2}:[0-9]{2})[)\]]?[\s:|–—-]*)?"
        + @"(?:(?:\*\*|__)(?<name>[^*_]{1,80}?)(?::(?:\*\*|__)|(?:\*\*|__)(?:\s?:|(?(time)(?=\s)|(?!))))\s*)?"
        + @"(?:[(\[](?<time>(?:[0-9]{1,3}:)?[0-9]{1,2}:[0-9]{2})[)\]][\s:|–—-]*)?(?<said>.*)$", RegexOptions.Singleline)]
    private static partial Regex Turn();

    [GeneratedRegex(@"!?\[([^\[\]]*)\]\([^()\s]*\)")]
    private static partial Regex Link();

    /// <summary>Emphasis and code around words; an underscore or a star within one is a letter.</summary>
    [GeneratedRegex(@"(?<![\w\\])[*_`]+(?=\S)|(?<=[^\s\\])[*_`]+(?!\w)")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])")]
    private static partial Regex Escape();
}
