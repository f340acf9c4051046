using System.Collections.Frozen;
using System.Collections.Immutable;
using Publisher.Text;

namespace Publisher.Sources;

/// <summary>All files of a site's source at one moment, ordered by path.</summary>
public sealed class SourceSet
{
    private FrozenDictionary<SitePath, SourceFile>? byPath;

    public SourceSet(IEnumerable<SourceFile> files) => Files = [.. files.OrderBy(file => file.Path)];

    public static SourceSet Empty { get; } = new([]);

    public ImmutableArray<SourceFile> Files { get; }

    public SourceFile? Find(SitePath path) => (byPath ??= Files.ToFrozenDictionary(file => file.Path)).GetValueOrDefault(path);

    /// <summary>The files below a folder, in order.</summary>
    public ReadOnlySpan<SourceFile> Below(SitePath folder)
    {
        if (folder.IsRoot) return Files.AsSpan();
        int first = FirstAtOrAfter(folder.Value + "/"), end = FirstAtOrAfter(folder.Value + "0"); // '0' follows '/' in ordinal order
        return Files.AsSpan(first, end - first);
    }

    private int FirstAtOrAfter(string path)
    {
        int low = 0, high = Files.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(Files[middle].Path.Value, path) < 0) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
