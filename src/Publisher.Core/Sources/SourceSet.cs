using System.Collections.Immutable;
using Publisher.Text;

namespace Publisher.Sources;

/// <summary>All files of a site's source at one moment, ordered by path.</summary>
public sealed class SourceSet
{
    public SourceSet(IEnumerable<SourceFile> files) => Files = [.. files.OrderBy(file => file.Path)];

    private SourceSet(ImmutableArray<SourceFile> sorted) => Files = sorted;

    public static SourceSet Empty { get; } = new([]);

    public ImmutableArray<SourceFile> Files { get; }

    public SourceFile? Find(SitePath path) =>
        FirstAtOrAfter(path.Value) is var at && at < Files.Length && Files[at].Path == path ? Files[at] : null;

    /// <summary>This set without the named files and folders, and with others in their place.</summary>
    public SourceSet Replace(IReadOnlyCollection<SitePath> removed, IEnumerable<SourceFile> added)
    {
        var gone = removed.ToHashSet();
        foreach (var path in removed)
            foreach (var file in Below(path)) gone.Add(file.Path);
        var more = added.DistinctBy(file => file.Path).OrderBy(file => file.Path).ToArray();
        var files = ImmutableArray.CreateBuilder<SourceFile>(Files.Length + more.Length);
        var next = 0;
        foreach (var file in Files)
        {
            if (gone.Contains(file.Path)) continue;
            while (next < more.Length && more[next].Path.CompareTo(file.Path) < 0) files.Add(more[next++]);
            files.Add(file);
        }
        while (next < more.Length) files.Add(more[next++]);
        return new SourceSet(files.DrainToImmutable());
    }

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
