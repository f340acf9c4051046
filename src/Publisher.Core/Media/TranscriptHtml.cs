using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Media;

/// <summary>
/// Transcripts as HTML (Podcasting 2.0): for each cue <c>&lt;cite&gt;</c> if somebody else speaks, <c>&lt;time&gt;</c> with its
/// start, and paragraphs. Both may stand in the paragraph, too; any other text is said.
/// </summary>
internal sealed partial class TranscriptHtml
{
    private readonly List<Cue> cues = [];
    private readonly StringBuilder text = new();
    private string speaker = "";
    private double start;

    // Whether what comes has a time of its own; and of which element the text is, when it is not what is said.
    private bool isNext = true;
    private string element = "";
    private int elementAt;

    public static List<Cue> Read(SitePath file, string html, ICollection<Diagnostic> problems)
    {
        var read = new TranscriptHtml();
        LineMap? lines = null;
        foreach (Match part in Part().Matches(html))
        {
            var name = part.Groups["tag"].Value.ToLowerInvariant();
            if (part.Groups["tag"].Success && name is "cite" or "time" or "p" or "div" or "li" or "blockquote" or "br")
                read.Tag(name, part.Groups["end"].Length > 0, part.Index + part.Length, Told);
            else if (part.Groups["text"].Success) read.text.Append(Space().Replace(part.Value, " "));
        }
        read.End(Told);
        // Each lasts until the next; how long the last one is, is not told.
        var cues = read.cues;
        for (var i = 0; i + 1 < cues.Count; i++) cues[i] = cues[i] with { End = Math.Max(cues[i].Start, cues[i + 1].Start) };
        if (cues is [.., { Start: > 0 } last]) cues[^1] = last with { End = last.Start + last.Estimate() };
        return cues;

        void Told(string time, int at)
        {
            var (line, column) = (lines ??= new LineMap(html)).At(at);
            problems.Add(Messages.BadMoment(new Location(file, line, column, Math.Max(time.Length, 1)), time));
        }
    }

    private void Tag(string name, bool isEnd, int after, Action<string, int> told)
    {
        if (name == "br" && element.Length == 0)
        {
            text.Append('\n');
            return;
        }
        End(told);
        if (!isEnd && name is "cite" or "time") (element, elementAt) = (name, after);
    }

    /// <summary>Of an element, or of what is said.</summary>
    private void End(Action<string, int> told)
    {
        var words = Words(text.ToString());
        text.Clear();
        switch (element)
        {
            case "cite":
                speaker = words.TrimEnd(':', ' ');
                break;
            case "time" when Timestamp.Seconds(words) is { } seconds:
                (start, isNext) = (seconds, true);
                break;
            case "time":
                told(words, elementAt);
                break;
            case var _ when words.Length > 0:
                // Without a time of its own a paragraph goes on with the one before.
                if (!isNext && cues.Count > 0 && cues[^1].Speaker == speaker)
                    cues[^1] = cues[^1] with { Text = cues[^1].Text + "\n" + words };
                else cues.Add(new Cue(start, start, speaker, words));
                isNext = false;
                break;
        }
        element = "";
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

    /// <summary>As it is shown: no blanks around lines.</summary>
    private static string Words(string text) =>
        string.Join('\n', WebUtility.HtmlDecode(text).Split('\n').Select(line => line.Trim())).Trim();

    /// <summary>What is shown to nobody, a tag, or a text.</summary>
    [GeneratedRegex(@"<(head|script|style|template)\b[^<>]*>.*?(?:</\1\s*>|\z)|<!--.*?(?:-->|\z)"
        + @"|<(?<end>/?)(?<tag>[a-z][a-z0-9]*)\b[^<>]*>|<[!?/][^<>]*>|(?<text>[^<]+|<)",
        RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    [GeneratedRegex(@"[ \t\r\n]+")]
    private static partial Regex Space();
}
