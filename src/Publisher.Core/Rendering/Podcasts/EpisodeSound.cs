using Publisher.Diagnostics;
using Publisher.Media;
using Publisher.Model;
using Publisher.Sources;
using Publisher.Text;

namespace Publisher.Rendering.Podcasts;

/// <summary>The end of an output that is a stretch of a file, which may be longer than anybody wants to hold.</summary>
internal sealed record RestOfFile(SourceFile File, long From);

/// <summary>The sound file of an episode that is to have the episode's chapters in it.</summary>
internal static class EpisodeSound
{
    /// <summary>Every listener loads them all before the first word.</summary>
    private const int LargestPicture = 1 << 20;

    /// <summary>The file, if the front matter asks for chapters in it and it can have some; null otherwise.</summary>
    /// <param name="isThere">Whether the content has a file.</param>
    public static SitePath? ToEmbedIn(Entry page, Configuration.Settings settings, Func<SitePath, bool> isThere)
    {
        if (page.Matter.Extra.Find("embed_chapters") is not { } said
            || Configuration.Fields.FlagOf(said) != true) return null;
        if (page.Audio is not { Url: { Length: > 0 } url } || Urls.IsExternal(url)) return null;
        var file = EpisodeFiles.Source(page, Percent.Decode(url), settings);
        return file.HasExtension(".mp3") && isThere(file) ? file : null;
    }

    /// <summary>
    /// With which bytes the copy begins, and what of the file follows; the file as it is when it cannot have chapters.
    /// </summary>
    public static (byte[] Head, RestOfFile? Tail) Head(Entry page, SitePath source, RenderScope scope, Action<Diagnostic> report)
    {
        if (scope.Files.Sound(source) is not { } sound) return ([], null);
        var whole = (Array.Empty<byte>(), new RestOfFile(sound.File, 0));
        var chapters = EpisodeChapters.Of(page, scope);
        // Those that the sound has itself are in it already, pictures and all.
        if (chapters.IsEmpty || EpisodeChapters.AreOfSound(page, scope)) return whole;
        chapters = [.. chapters.Select(chapter => chapter with { Picture = PictureOf(page, chapter, scope) })];
        var problems = new List<Diagnostic>();
        try
        {
            using var stream = sound.File.Open();
            var head = Id3Chapters.Head(source, stream, chapters, sound.Facts?.Duration ?? 0, problems);
            problems.ForEach(report);
            return head is var (bytes, from) ? (bytes, new RestOfFile(sound.File, from)) : whole;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return whole; // it has gone since the listing, or is closed: copying it will tell
        }
    }

    /// <summary>A chapter's picture that is one of the site's files and that players show; else nothing.</summary>
    private static ReadOnlyMemory<byte> PictureOf(Entry page, Chapter chapter, RenderScope scope) =>
        chapter.Image is { } image && !Urls.IsExternal(image)
        && scope.Link(page, image) is { Fault: LinkFault.None, IsLocal: true, Target: { IsRoot: false } file }
        && scope.Files.Has(file) && scope.Files.Bytes(file) is { Length: <= LargestPicture } bytes
        && Artwork.TypeOf(bytes) is not null
            ? bytes
            : default;
}
