using Publisher.Content;
using Publisher.Rendering.Podcasts;
using Publisher.Sources;
using Publisher.Text;

namespace Publisher.Rendering;

/// <summary>What a renderer may ask of the content's files, but for what pages say.</summary>
public sealed class FileQuestions
{
    private readonly Facts facts;
    private readonly Questions questions;

    internal FileQuestions(Facts facts, Questions questions) => (this.facts, this.questions) = (facts, questions);

    /// <summary>Whether the content has a file, other than a page's.</summary>
    public bool Has(SitePath path)
    {
        questions.Add(Ask.File, path.Value);
        return facts.Site.File(path) is not null;
    }

    /// <summary>A file of the content; null when there is none.</summary>
    public SourceFile? Source(SitePath path)
    {
        questions.Add(Ask.Source, path.Value);
        return facts.Source(path);
    }

    /// <summary>The bytes of a file of the content; null when there is none.</summary>
    public byte[]? Bytes(SitePath path) => Source(path)?.Read([]);

    /// <summary>The copies of the files below a source folder.</summary>
    public IEnumerable<(SitePath Source, SitePath Output)> Below(SitePath folder)
    {
        questions.Add(Ask.Files);
        return facts.Site.FileOutputs.Where(pair => pair.Key.IsBelow(folder)).Select(pair => (pair.Key, pair.Value));
    }

    /// <summary>The names of the files beside one that is not there.</summary>
    public IEnumerable<string> NamesNear(SitePath file)
    {
        questions.Add(Ask.Shape);
        return facts.Site.FilesIn(file.Parent).Select(other => other.Path.Name);
    }

    /// <summary>Of a local image, by its source path.</summary>
    public ImageSize? SizeOf(SitePath source)
    {
        questions.Add(Ask.ImageSize, source.Value);
        return facts.SizeOf(source);
    }

    /// <summary>What a sound file of the content says of itself; null when there is none.</summary>
    internal MeasuredSound? Sound(SitePath source)
    {
        questions.Add(Ask.Sound, source.Value);
        return facts.Sound(source);
    }

    /// <summary>A file of the content as chapters; null when there is none.</summary>
    internal ReadChapters? Chapters(SitePath source) => Source(source) is { } file ? facts.Media.Chapters(file) : null;

    /// <summary>A file of the content as a transcript; null when there is none.</summary>
    internal ReadTranscript? Transcript(SitePath source) =>
        Source(source) is { } file ? facts.Media.Transcript(file) : null;

    /// <summary>In bytes, of a copy with an episode's chapters in it; whoever made it has asked for all that is in it.</summary>
    internal long LengthOf(EpisodeSound copy) => facts.Media.LengthOf(copy);
}
