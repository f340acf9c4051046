using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Media;

/// <summary>
/// Transcripts as HTML (Podcasting 2.0): for each cue <c>&lt;cite&gt;</c> if somebody else speaks, <c>&lt;time&gt;</c> with its
/// start, and paragraphs.
/// </summary>
internal static partial class TranscriptHtml
{
    public static List<Cue> Read(SitePath file, string text, ICollection<Diagnostic> problems)
    {
        var cues = new List<Cue>();
        var (speaker, start, isNext) = ("", 0.0, true);
        LineMap? lines = null;
        foreach (Match element in Element().Matches(text))
        {
            var inner = Plain(element.Groups[2].Value);
            switch (element.Groups[1].Value.ToLowerInvariant())
            {
                case "cite":
                    speaker = inner.TrimEnd(':', ' ');
                    break;
                case "time" when Timestamp.Seconds(inner) is { } seconds:
                    (start, isNext) = (seconds, true);
                    break;
                case "time":
                    var (line, column) = (lines ??= new LineMap(text)).At(element.Groups[2].Index);
                    problems.Add(Messages.BadMoment(new Location(file, line, column, Math.Max(inner.Length, 1)), inner));
                    break;
                default:
                    // Without a time of its own a paragraph goes on with the one before.
                    if (!isNext && cues.Count > 0 && cues[^1].Speaker == speaker)
                        cues[^1] = cues[^1] with { Text = cues[^1].Text + "\n" + inner };
                    else cues.Add(new Cue(start, start, speaker, inner));
                    isNext = false;
                    break;
            }
        }
        // Each lasts until the next; how long the last one is, is not told.
        for (var i = 0; i + 1 < cues.Count; i++) cues[i] = cues[i] with { End = Math.Max(cues[i].Start, cues[i + 1].Start) };
        if (cues is [.., { Start: > 0 } last]) cues[^1] = last with { End = last.Start + last.Estimate() };
        return cues;
    }

    public static string Write(IEnumerable<Cue> cues)
    {
        var html = new StringBuilder();
        var speaker = "";
        foreach (var cue in cues)
        {
            var name = cue.Speaker.Length > 0 ? Escaped(cue.Speaker) + ":" : "";
            if (cue.Speaker != speaker) html.Append("<cite>").Append(name).Append("</cite>\n");
            html.Append("<time>").Append(Timestamp.Short(cue.Start)).Append("</time>\n");
            html.Append("<p>").Append(Escaped(cue.Text).Replace("\n", "<br>\n")).Append("</p>\n");
            speaker = cue.Speaker;
        }
        return html.ToString();
    }

    private static string Escaped(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary>As it is shown: white space is one space, and a break ends a line.</summary>
    private static string Plain(string html)
    {
        var text = Tag().Replace(Break().Replace(Space().Replace(html, " "), "\n"), "");
        return WebUtility.HtmlDecode(text).Trim();
    }

    [GeneratedRegex(
        @"<(cite|time|p)\b[^<>]*>(.*?)(?=</\1\s*>|<(?:cite|time|p)\b|\z)", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Element();

    [GeneratedRegex(@" ?<br\b[^<>]*> ?", RegexOptions.IgnoreCase)]
    private static partial Regex Break();

    [GeneratedRegex(@"<[^<>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"[ \t\r\n]+")]
    private static partial Regex Space();
}
