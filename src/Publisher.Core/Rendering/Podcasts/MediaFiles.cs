using System.Collections.Concurrent;
using Publisher.Sources;
using Publisher.Text;

namespace Publisher.Rendering.Podcasts;

/// <summary>
/// What the site's sounds, chapters and transcripts hold: a file is read when somebody first asks, and again when it has
/// changed. Two that ask at once may both read it.
/// </summary>
internal sealed class MediaFiles
{
    private readonly ConcurrentDictionary<SitePath, (SourceFile File, MeasuredSound Read)> sounds = new();
    private readonly ConcurrentDictionary<SitePath, (SourceFile File, ReadChapters Read)> chapters = new();
    private readonly ConcurrentDictionary<SitePath, (SourceFile File, ReadTranscript Read)> transcripts = new();

    private readonly ConcurrentDictionary<SitePath, (EpisodeSound Copy, long Length)> copies = new();

    public MeasuredSound Sound(SourceFile file) => Once(sounds, file, MeasuredSound.Of);

    public ReadChapters Chapters(SourceFile file) => Once(chapters, file, ReadChapters.Of);

    public ReadTranscript Transcript(SourceFile file) => Once(transcripts, file, ReadTranscript.Of);

    /// <summary>Whoever tells of an episode tells its size, and to know it is to write all that goes before the sound.</summary>
    public long LengthOf(EpisodeSound copy)
    {
        if (copies.TryGetValue(copy.Sound.File.Path, out var last) && last.Copy.Is(copy)) return last.Length;
        var length = copy.Length();
        copies[copy.Sound.File.Path] = (copy, length);
        return length;
    }

    private static T Once<T>(
        ConcurrentDictionary<SitePath, (SourceFile File, T Read)> known, SourceFile file, Func<SourceFile, T> read)
    {
        if (known.TryGetValue(file.Path, out var last) && ReferenceEquals(last.File, file)) return last.Read;
        var now = read(file);
        known[file.Path] = (file, now);
        return now;
    }
}
