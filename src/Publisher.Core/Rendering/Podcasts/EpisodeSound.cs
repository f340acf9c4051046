using System.Collections.Immutable;
using Publisher.Diagnostics;
using Publisher.Media;
using Publisher.Model;
using Publisher.Sources;
using Publisher.Text;

namespace Publisher.Rendering.Podcasts;

/// <summary>The end of an output that is a stretch of a file, which may be longer than anybody wants to hold.</summary>
internal sealed record RestOfFile(SourceFile File, long From);

/// <summary>What goes into the copy of an episode's sound file that has the episode's chapters in it.</summary>
/// <param name="Chapters">Empty where the copy is as the file is.</param>
/// <param name="Pictures">One for each chapter, null where it has none.</param>
internal sealed record EpisodeSound(
    MeasuredSound Sound, ImmutableArray<Chapter> Chapters, ImmutableArray<SourceFile?> Pictures)
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

    /// <summary>Null when the file is not there.</summary>
    public static EpisodeSound? Of(Entry page, SitePath source, RenderScope scope)
    {
        if (scope.Files.Sound(source) is not { } sound) return null;
        // Those that the sound has itself are in it already, pictures and all.
        ImmutableArray<Chapter> chapters = sound.Facts is null ? [] : EpisodeChapters.ByAuthor(page, scope);
        return new EpisodeSound(sound, chapters, [.. chapters.Select(chapter => PictureOf(page, chapter, scope))]);
    }

    /// <summary>Whether another's copy has the same bytes.</summary>
    public bool Is(EpisodeSound other) => ReferenceEquals(Sound.File, other.Sound.File)
        && Chapters.SequenceEqual(other.Chapters) && Pictures.SequenceEqual(other.Pictures);

    /// <summary>Of the copy, in bytes.</summary>
    public long Length()
    {
        var (head, rest) = Head(_ => { });
        return head.Length + rest.File.Length - rest.From;
    }

    /// <summary>
    /// With which bytes the copy begins, and what of the file follows; the file as it is when it cannot have chapters.
    /// </summary>
    public (byte[] Head, RestOfFile Tail) Head(Action<Diagnostic> report)
    {
        var whole = (Array.Empty<byte>(), new RestOfFile(Sound.File, 0));
        if (Chapters.IsEmpty) return whole;
        var problems = new List<Diagnostic>();
        var chapters = Chapters.Zip(Pictures, (chapter, picture) =>
            picture?.Read([]) is { Length: > 0 } bytes && Artwork.TypeOf(bytes) is not null
                ? chapter with { Picture = bytes }
                : chapter);
        try
        {
            using var stream = Sound.File.Open();
            var head = Id3Chapters.Head(Sound.File.Path, stream, [.. chapters], Sound.Facts?.Duration ?? 0, problems);
            problems.ForEach(report);
            return head is var (bytes, from) ? (bytes, new RestOfFile(Sound.File, from)) : whole;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return whole; // it has gone since the listing, or is closed: copying it will tell
        }
    }

    private static SourceFile? PictureOf(Entry page, Chapter chapter, RenderScope scope) =>
        chapter.Image is { } image && !Urls.IsExternal(image)
        && scope.Link(page, image) is { Fault: LinkFault.None, IsLocal: true, Target: { IsRoot: false } file }
        && file.HasExtension(".jpg", ".jpeg", ".png") && scope.Files.Source(file) is { Length: <= LargestPicture } picture
            ? picture
            : null;
}
