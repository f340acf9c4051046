using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Media;

/// <summary>Transcripts as WebVTT (w3.org/TR/webvtt1), in which <c>&lt;v Name&gt;</c> begins what somebody says.</summary>
internal static partial class WebVtt
{
    private const string Signature = "WEBVTT";

    public static List<Cue> Read(SitePath file, string text, ICollection<Diagnostic> problems)
    {
        var cues = new List<Cue>();
        if (!IsSigned(text)) problems.Add(Messages.NoWebVtt(new Location(file, 1, 1, 1)));
        foreach (var (line, block) in TimedBlocks.In(text))
        {
            if (line == 1 && IsSigned(text) || IsRemark(block[0])) continue;
            if (TimedBlocks.Read(file, line, block, problems) is { } cue) AddVoices(cue, cues);
        }
        return cues;
    }

    public static string Write(IEnumerable<Cue> cues)
    {
        var text = new StringBuilder(Signature).Append('\n');
        foreach (var cue in cues)
        {
            text.Append('\n').Append(TimedBlocks.Times(cue, '.')).Append('\n');
            if (cue.Speaker.Length > 0) text.Append("<v ").Append(Escaped(cue.Speaker.Replace('\n', ' '))).Append('>');
            text.Append(Escaped(TimedBlocks.Lines(cue.Text))).Append('\n');
        }
        return text.ToString();
    }

    private static bool IsSigned(string text) =>
        text.StartsWith(Signature, StringComparison.Ordinal)
            && (text.Length == Signature.Length || char.IsWhiteSpace(text[Signature.Length]));

    private static bool IsRemark(string line) =>
        line.Split([' ', '\t'], 2)[0] is "NOTE" or "STYLE" or "REGION" && !line.Contains("-->", StringComparison.Ordinal);

    /// <summary>A cue for each voice in it; without one, it is nobody's.</summary>
    private static void AddVoices(Cue cue, List<Cue> cues)
    {
        var speaker = "";
        var from = 0;
        var count = cues.Count;
        foreach (Match voice in Voice().Matches(cue.Text))
        {
            Add(cue.Text[from..voice.Index]);
            speaker = Plain(voice.Groups[1].Value);
            from = voice.Index + voice.Length;
        }
        Add(cue.Text[from..]);
        if (cues.Count == count) cues.Add(cue with { Speaker = speaker, Text = "" });

        void Add(string said)
        {
            said = Plain(said);
            if (said.Length > 0) cues.Add(cue with { Speaker = speaker, Text = said });
        }
    }

    private static string Plain(string text) => WebUtility.HtmlDecode(Tag().Replace(text, "")).Trim();

    private static string Escaped(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    [GeneratedRegex(@"<v(?:\.[^\s<>]*)?(?>[ \t]+)([^<>]*)>")]
    private static partial Regex Voice();

    [GeneratedRegex(@"<[^<>]*>")]
    private static partial Regex Tag();
}
