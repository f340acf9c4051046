using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Sources;

/// <summary>All files of a site's source at one moment, ordered by path.</summary>
public sealed class SourceSet
{
    public SourceSet(IEnumerable<SourceFile> files) => Files = Sorted(files);

    private SourceSet(ImmutableArray<SourceFile> sorted, ImmutableArray<Diagnostic> problems) =>
        (Files, Problems) = (sorted, problems);

    public static SourceSet Empty { get; } = new([]);

    public ImmutableArray<SourceFile> Files { get; }

    /// <summary>What could not be looked at, or is left out, each at its path: closed folders, links elsewhere.</summary>
    public ImmutableArray<Diagnostic> Problems { get; init; } = [];

    /// <summary>Whether nothing changed between two looks: the same files, and the same problems.</summary>
    public bool IsSameAs(SourceSet other) =>
        Files.AsSpan().SequenceEqual(other.Files.AsSpan()) && Problems.AsSpan().SequenceEqual(other.Problems.AsSpan());

    public SourceFile? Find(SitePath path)
    {
        var at = FirstAtOrAfter(path.Value);
        return at < Files.Length && Files[at].Path == path ? Files[at] : null;
    }

    /// <summary>The files below a folder, in order.</summary>
    public ReadOnlySpan<SourceFile> Below(SitePath folder)
    {
        if (folder.IsRoot) return Files.AsSpan();
        var (first, end) = RangeBelow(folder);
        return Files.AsSpan(first, end - first);
    }

    /// <summary>This set, but at and below some paths with what was found there now.</summary>
    public SourceSet Replace(
        IReadOnlyCollection<SitePath> paths, IEnumerable<SourceFile> found, IReadOnlyCollection<Diagnostic>? problems = null)
    {
        // An edit changes one file of thousands, so what stays is copied in order, and only what was found is sorted.
        var gone = new bool[Files.Length];
        foreach (var path in paths)
        {
            var (first, end) = path.IsRoot ? (0, Files.Length) : RangeBelow(path);
            gone.AsSpan(first, end - first).Fill(true);
            var self = FirstAtOrAfter(path.Value);
            if (self < Files.Length && Files[self].Path == path) gone[self] = true;
        }
        var fresh = Sorted(found);
        var merged = ImmutableArray.CreateBuilder<SourceFile>(Files.Length + fresh.Length);
        var next = 0;
        for (var i = 0; i < Files.Length; i++)
        {
            if (gone[i]) continue;
            while (next < fresh.Length && fresh[next].Path.CompareTo(Files[i].Path) < 0) merged.Add(fresh[next++]);
            merged.Add(Files[i]);
        }
        while (next < fresh.Length) merged.Add(fresh[next++]);
        return new SourceSet(merged.DrainToImmutable(), ProblemsAfter(paths, problems ?? []));
    }

    private ImmutableArray<Diagnostic> ProblemsAfter(
        IReadOnlyCollection<SitePath> looked, IReadOnlyCollection<Diagnostic> found)
    {
        if (Problems.IsEmpty && found.Count == 0) return [];
        var kept = Problems.Where(one => !looked.Any(path => one.At.File == path || one.At.File.IsBelow(path)));
        return [.. kept.Concat(found).Distinct().OrderBy(one => one.At.File)];
    }

    private static ImmutableArray<SourceFile> Sorted(IEnumerable<SourceFile> files)
    {
        var sorted = files.ToArray();
        Array.Sort(sorted, static (one, other) => one.Path.CompareTo(other.Path));
        return ImmutableCollectionsMarshal.AsImmutableArray(sorted);
    }

    private (int First, int End) RangeBelow(SitePath folder) =>
        (FirstAtOrAfter(folder.Value + "/"), FirstAtOrAfter(folder.Value + "0")); // '0' follows '/' in ordinal order

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
