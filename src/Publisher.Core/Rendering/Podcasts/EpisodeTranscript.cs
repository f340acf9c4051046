using System.Collections.Immutable;
using Publisher.Content.Podcasts;
using Publisher.Content;
using Publisher.Diagnostics;
using Publisher.Media;
using Publisher.Model;
using Publisher.Text;

namespace Publisher.Rendering.Podcasts;

/// <summary>A transcript that is offered: where it is, as what, and in which language.</summary>
internal sealed record OfferedTranscript(string Url, string Type, string Language);

/// <summary>
/// What is said in an episode, from a file or from its text, offered in each of the formats that players take.
/// </summary>
internal static class EpisodeTranscript
{
    /// <summary>The formats that a transcript with times can be written in, and those of one without.</summary>
    private static readonly string[] Timed = [".vtt", ".srt", ".json", ".html", ".txt"], Plain = [".html", ".txt"];

    /// <summary>How long a paragraph grows from cues that do not end a sentence.</summary>
    private const int LongestParagraph = 600;

    public static SitePath Output(Entry page, string extension) => page.Beside("transcript" + extension);

    /// <summary>The formats that are made, as far as that is known before anything is rendered.</summary>
    public static string[] Formats(Entry page, bool hasFile) =>
        hasFile ? Timed : page.Card.Mentions.HasFlag(Mentions.Transcript) ? Plain : [];

    private static string[] FormatsOf(ReadTranscript read) => read.IsSilent ? [] : read.IsTimed ? Timed : Plain;

    public static string TypeOf(string extension) => extension switch
    {
        ".vtt" => "text/vtt",
        ".srt" => "application/x-subrip",
        ".json" => "application/json",
        ".txt" => "text/plain",
        ".md" => "text/markdown",
        _ => "text/html",
    };

    /// <summary>
    /// All that a feed may tell of; empty of what is no episode with a sound. A file of which nothing could be read is not
    /// offered in other formats, though these were planned before it was read.
    /// </summary>
    public static ImmutableArray<OfferedTranscript> Offered(Entry page, RenderScope scope)
    {
        if (EpisodeAudio.Played(page, scope) is null) return [];
        var sources = Sources(page, scope);
        var offered = ImmutableArray.CreateBuilder<OfferedTranscript>();
        var own = scope.Read(page, Field.Lang).Matter.Lang ?? scope.Settings.Language;
        var language = sources.Find(source => source.File is not null)?.Language ?? own;
        var others = sources.Where(source => source.File is not null).Skip(1).ToArray();
        var formats = Read(page, scope) is { } read ? FormatsOf(read) : Formats(page, hasFile: false);
        // A file that its author made goes before one that is made of another.
        foreach (var extension in formats.Where(format =>
            !others.Any(other => ExtensionOf(other.Url) == format && (other.Language ?? own) == language)))
            if (EpisodeFiles.AddressOf(Output(scope.Read(page, Field.Url), extension), scope) is { } url)
                offered.Add(new OfferedTranscript(url, TypeOf(extension), language));
        foreach (var source in sources.Where(source => source.File is null))
            offered.Add(new OfferedTranscript(source.Url, TypeOf(ExtensionOf(source.Url)), source.Language ?? own));
        foreach (var other in others)
            offered.Add(new OfferedTranscript(
                scope.Address(page, other.Url), TypeOf(ExtensionOf(other.Url)), other.Language ?? own));
        return offered.ToImmutable();
    }

    /// <summary>What is read of the page's first file; null when it has none.</summary>
    public static ReadTranscript? Read(Entry page, RenderScope scope) =>
        Sources(page, scope).Find(source => source.File is not null)?.File is { } file ? scope.Files.Transcript(file) : null;

    /// <summary>For the page: paragraphs, each with the moment of its beginning, and who speaks where that changes.</summary>
    public static string? Html(Entry page, RenderScope scope)
    {
        if (EpisodeAudio.Played(page, scope) is not { } sound) return null;
        if (Read(page, scope)?.Words is not { Cues.IsEmpty: false } words) return null;
        var html = new Utf8Buffer();
        var speaker = "";
        foreach (var cue in Paragraphs(words.Cues))
        {
            html.Write("<p>"u8);
            if (words.IsTimed)
            {
                html.Write("<a class=\"moment\" href=\""u8);
                Escaping.Write(html, $"{sound.Url}#t={Moment.Seconds(cue.Start)}");
                html.Write($"\">{Timestamp.Short(cue.Start)}</a> ");
            }
            if (cue.Speaker != speaker && cue.Speaker.Length > 0)
            {
                html.Write("<cite>"u8);
                Escaping.Write(html, cue.Speaker);
                html.Write("</cite> "u8);
            }
            Escaping.Write(html, cue.Text);
            html.Write("</p>\n"u8);
            speaker = cue.Speaker;
        }
        return html.ToString();
    }

    /// <summary>
    /// What is wrong with the transcript. The page has what could be read of it, so nothing of this keeps it from its readers.
    /// </summary>
    public static void Check(Entry page, RenderScope scope)
    {
        var problems = new List<Diagnostic>();
        _ = TranscriptSources.Of(page, scope.Settings, scope.Files.Has, problems);
        if (Read(page, scope) is { } read)
        {
            problems.AddRange(read.Problems);
            if (read.LastStart is var last && EpisodeAudio.Of(page, scope) is { Seconds: > 0 and var seconds } && last > seconds)
                problems.Add(Messages.TranscriptGoesOn(new Location(read.Path), last, seconds));
        }
        problems.ForEach(scope.Warn);
    }

    private static List<TranscriptSource> Sources(Entry page, RenderScope scope) =>
        TranscriptSources.Of(scope.Read(page, Field.All), scope.Settings, scope.Files.Has);

    /// <summary>Captions are cut where lines are; a reader wants sentences.</summary>
    private static IEnumerable<Cue> Paragraphs(ImmutableArray<Cue> cues)
    {
        Cue? open = null;
        foreach (var cue in cues)
        {
            var said = cue with { Text = cue.Text.Replace('\n', ' ') };
            if (open is null) open = said;
            else if (open.Speaker == said.Speaker && open.Text.Length < LongestParagraph && !EndsSentence(open.Text))
                open = open with { Text = open.Text + " " + said.Text };
            else
            {
                yield return open;
                open = said;
            }
        }
        if (open is not null) yield return open;
    }

    private static bool EndsSentence(string text) =>
        text.TrimEnd('"', '”', '’', '\'', ')', ' ') is [.., '.' or '!' or '?' or '…'];

    private static string ExtensionOf(string url) => new SitePath(url.Split('?', '#')[0]).Extension;
}
