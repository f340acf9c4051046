using System.Collections.Immutable;
using Publisher.Configuration;
using Publisher.Content.Podcasts;
using Publisher.Diagnostics;
using Publisher.Media;
using Publisher.Sources;

namespace Publisher.Rendering.Podcasts;

/// <summary>Chapters as they were read from a file, and what is wrong with that.</summary>
internal sealed record ReadChapters(
    ImmutableArray<(Chapter Chapter, SaidTime Time)> Chapters, ImmutableArray<Diagnostic> Problems)
{
    public static ReadChapters Of(SourceFile file)
    {
        var problems = new List<Diagnostic>();
        var node = JsonReader.Read(file.Path, SourceText.Decode(file.Path, file.Read([]), problems), 1, problems);
        return new ReadChapters(node is null ? [] : [.. Content.Podcasts.Chapters.Of(node, problems)], [.. problems]);
    }
}
