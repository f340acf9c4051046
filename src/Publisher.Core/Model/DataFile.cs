using Publisher.Configuration;
using Publisher.Diagnostics;
using Publisher.Sources;
using Publisher.Text;

namespace Publisher.Model;

/// <summary>A file of <c>data/</c>, read: what templates see as <c>site.data.NAME</c>.</summary>
public sealed record DataFile(SourceFile Source, string Name, DataNode? Content, Stamp Stamp, IReadOnlyList<Diagnostic> Problems)
{
    public static readonly SitePath Folder = new("data");

    public static bool Is(SitePath path) => path.IsBelow(Folder) && path.HasExtension(".yml", ".yaml", ".json");

    /// <summary>Below <c>site.data</c>: <c>people</c>, <c>deep/inner</c>.</summary>
    public static string NameOf(SitePath path) => path.Below(Folder).WithExtension("").Value;

    /// <summary>Gives back <paramref name="last"/> when the file did not change.</summary>
    public static DataFile Read(SourceFile file, DataFile? last)
    {
        if (last is not null && ReferenceEquals(last.Source, file)) return last;
        var problems = new List<Diagnostic>();
        var bytes = file.Read(problems);
        var stamp = problems.Count > 0 ? Stamp.None : Stamp.Of(bytes);
        if (last is not null && last.Stamp == stamp) return last with { Source = file };
        var text = SourceText.Decode(file.Path, bytes, problems);
        var node = file.Path.HasExtension(".json")
            ? JsonReader.Read(file.Path, text, 1, problems)
            : YamlReader.Read(file.Path, text, 1, problems);
        return new DataFile(file, NameOf(file.Path), node, stamp, problems);
    }
}
