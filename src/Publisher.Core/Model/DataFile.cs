using System.Text;
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

    /// <summary>Gives back <paramref name="last"/> when the file did not change.</summary>
    public static DataFile Read(SourceFile file, DataFile? last)
    {
        if (last is not null && ReferenceEquals(last.Source, file)) return last;
        var bytes = file.Read();
        var stamp = Stamp.Of(bytes);
        if (last is not null && last.Stamp == stamp) return last with { Source = file };
        var problems = new List<Diagnostic>();
        var text = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
        var node = file.Path.HasExtension(".json")
            ? JsonReader.Read(file.Path, text, 1, problems)
            : YamlReader.Read(file.Path, text, 1, problems);
        var name = file.Path.Below(Folder).WithExtension("").Value;
        return new DataFile(file, name, node, stamp, problems);
    }
}
