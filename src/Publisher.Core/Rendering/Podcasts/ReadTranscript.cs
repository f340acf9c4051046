using System.Collections.Immutable;
using Publisher.Diagnostics;
using Publisher.Media;
using Publisher.Sources;
using Publisher.Text;

namespace Publisher.Rendering.Podcasts;

/// <summary>
/// A transcript as it was read from a file, and what is wrong with that. The words of ten thousand episodes would fill the
/// memory: they are there for as long as somebody writes them, and are read again for the next.
/// </summary>
internal sealed class ReadTranscript
{
    private readonly SourceFile file;
    private readonly WeakReference<Transcript> words;

    private ReadTranscript(SourceFile file)
    {
        this.file = file;
        var problems = new List<Diagnostic>();
        var read = Read(problems);
        words = new WeakReference<Transcript>(read);
        (Problems, IsSilent, IsTimed) = ([.. problems], read.Cues.IsEmpty, read.IsTimed);
        LastStart = read.Cues.IsEmpty ? 0 : read.Cues[^1].Start;
    }

    public ImmutableArray<Diagnostic> Problems { get; }

    /// <summary>Whether nothing could be read of it.</summary>
    public bool IsSilent { get; }

    public SitePath Path => file.Path;

    /// <summary>When its last words begin, in seconds.</summary>
    public double LastStart { get; }

    /// <summary>Whether its words have times.</summary>
    public bool IsTimed { get; }

    public Transcript Words
    {
        get
        {
            if (words.TryGetTarget(out var read)) return read;
            words.SetTarget(read = Read([]));
            return read;
        }
    }

    public static ReadTranscript Of(SourceFile file) => new(file);

    private Transcript Read(List<Diagnostic> problems) =>
        Transcript.Read(file.Path, SourceText.Decode(file.Path, file.Read([]), problems), problems);
}
