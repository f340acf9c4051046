using System.Collections.Immutable;
using System.Text;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Media;

/// <summary>
/// The words of an episode, in the order in which they are said; read and written in each format that players take.
/// </summary>
public sealed record Transcript(ImmutableArray<Cue> Cues)
{
    public static Transcript Empty { get; } = new([]);

    /// <summary>Those that are read, by their file's extension.</summary>
    public static readonly string[] Extensions = [".vtt", ".srt", ".json", ".html", ".htm", ".md"];

    /// <summary>Whether it says when anything is said.</summary>
    public bool IsTimed => Cues.Any(cue => cue.End > 0);

    /// <summary>
    /// By the file's extension. What cannot be read of it is told and left out; all that can be stays, in the order of its
    /// starts.
    /// </summary>
    public static Transcript Read(SitePath file, string text, ICollection<Diagnostic> problems)
    {
        var before = problems.Count;
        text = text.TrimStart('\uFEFF').Replace("\r\n", "\n").Replace('\r', '\n');
        List<Cue> cues;
        if (file.HasExtension(".vtt")) cues = WebVtt.Read(file, text, problems);
        else if (file.HasExtension(".srt")) cues = SubRip.Read(file, text, problems);
        else if (file.HasExtension(".json")) cues = TranscriptJson.Read(file, text, problems);
        else if (file.HasExtension(".html", ".htm")) cues = TranscriptHtml.Read(file, text, problems);
        else if (file.HasExtension(".md")) cues = TranscriptMarkdown.Read(text);
        else
        {
            problems.Add(Messages.UnknownTranscript(new Location(file)));
            return Empty;
        }
        if (cues.Count == 0 && problems.Count == before) problems.Add(Messages.EmptyTranscript(new Location(file)));
        return new Transcript([.. cues.OrderBy(cue => cue.Start)]);
    }

    /// <summary>With names of speakers, which of all formats only this one has everywhere.</summary>
    public string ToVtt() => WebVtt.Write(Cues);

    /// <summary>The names of speakers stand before what they say.</summary>
    public string ToSrt() => SubRip.Write(Cues);

    public string ToJson() => TranscriptJson.Write(Cues);

    /// <summary>Names, moments and paragraphs, without a page around them.</summary>
    public string ToHtml() => TranscriptHtml.Write(Cues);

    /// <summary>A paragraph for each turn of the conversation.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        var speaker = "";
        foreach (var cue in Cues)
        {
            if (text.Length > 0) text.Append(cue.Speaker == speaker ? ' ' : '\n');
            if (cue.Speaker != speaker || text.Length == 0)
            {
                if (text.Length > 0) text.Append('\n');
                if (cue.Speaker.Length > 0) text.Append(cue.Speaker).Append(": ");
            }
            text.Append(cue.Text.Replace('\n', ' '));
            speaker = cue.Speaker;
        }
        return text.Length > 0 ? text.Append('\n').ToString() : "";
    }
}
