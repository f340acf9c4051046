using System.Collections.Immutable;
using System.Text;
using Publisher.Configuration;
using Publisher.Content;
using Publisher.Diagnostics;
using Publisher.Media;
using Publisher.Sources;

namespace Publisher.Rendering;

/// <summary>Chapters as they were read from a file, and what is wrong with that.</summary>
internal sealed record ReadChapters(
    ImmutableArray<(Chapter Chapter, SaidTime Time)> Chapters, ImmutableArray<Diagnostic> Problems)
{
    public static ReadChapters Of(SourceFile file)
    {
        var problems = new List<Diagnostic>();
        var node = JsonReader.Read(file.Path, SourceText.Decode(file.Path, file.Read([]), problems), 1, problems);
        return new ReadChapters(node is null ? [] : [.. Content.Chapters.Of(node, problems)], [.. problems]);
    }
}
