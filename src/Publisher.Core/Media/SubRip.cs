using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Media;

/// <summary>
/// Transcripts as SubRip (.srt): numbered cues. It knows no speakers, so their names stand before what they say.
/// </summary>
internal static partial class SubRip
{
    public static List<Cue> Read(SitePath file, string text, ICollection<Diagnostic> problems)
    {
        var cues = new List<Cue>();
        foreach (var (line, block) in TimedBlocks.In(text))
            if (TimedBlocks.Read(file, line, block, problems) is { } cue)
                cues.Add(cue with { Text = Tag().Replace(cue.Text, "").Trim() });
        // Who names speakers names the first. Elsewhere what stands before a colon may be anything.
        return cues.Count > 0 && Name().IsMatch(cues[0].Text) ? cues.ConvertAll(WithSpeaker) : cues;
    }

    public static string Write(IEnumerable<Cue> cues)
    {
        var text = new StringBuilder();
        var number = 0;
        foreach (var cue in cues)
        {
            if (number > 0) text.Append('\n');
            text.Append((++number).ToString(CultureInfo.InvariantCulture)).Append('\n');
            text.Append(TimedBlocks.Times(cue, ',')).Append('\n');
            if (cue.Speaker.Length > 0) text.Append(cue.Speaker.Replace('\n', ' ')).Append(": ");
            text.Append(TimedBlocks.Lines(cue.Text)).Append('\n');
        }
        return text.ToString();
    }

    private static Cue WithSpeaker(Cue cue) =>
        Name().Match(cue.Text) is { Success: true } name
            ? cue with { Speaker = name.Groups[1].Value, Text = cue.Text[name.Length..] }
            : cue;

    /// <summary>
    /// One to four words that begin as names do, or a number behind one: <c>Ann-Marie O'Neill:</c>, <c>Speaker 1:</c>.
    /// </summary>
    [GeneratedRegex(@"\A([\p{Lu}\p{Lo}][\w.'’-]*(?: [\p{Lu}\p{Lo}\d][\w.'’-]*){0,3}):[ \t\n]+")]
    private static partial Regex Name();

    [GeneratedRegex(@"</?(?:[biu]|font)\b[^<>]*>|\{\\an\d\}", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();
}
