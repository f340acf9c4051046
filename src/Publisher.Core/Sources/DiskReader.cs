using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Sources;

/// <summary>
/// A site's source in a folder. Left out: names beginning with a dot (but <c>.well-known</c>), editors' leavings,
/// <c>node_modules</c>, <c>bin</c>, <c>obj</c>, and the folders the caller names (the output). A link counts as the file it
/// leads to, if that is in the site's folder too: what is published must not depend on what else a machine holds, or give it
/// away.
/// </summary>
public sealed class DiskReader(string root, IEnumerable<string> leftOut) : ISourceReader
{
    private readonly HashSet<string> leftOut = [.. leftOut.Select(Full)];

    public string Root { get; } = Full(root);

    public SourceSet Read(SourceSet? last, CancellationToken cancel)
    {
        var problems = new List<Diagnostic>();
        var files = Enumerate("", last, problems, cancel);
        return new SourceSet(files) { Problems = [.. problems.OrderBy(problem => problem.At.File)] };
    }

    /// <summary>
    /// Looks again at the named files and folders only; everything else is carried over. A named file is a new one even if its
    /// length and time are the same: it may have been written twice in a tick of the clock, or only now be open to us.
    /// </summary>
    public SourceSet Refresh(SourceSet last, IEnumerable<SitePath> changed, CancellationToken cancel)
    {
        var looked = changed.ToHashSet();
        // When a closed folder opens, the watcher names the files in it only.
        foreach (var left in last.Problems)
            if (looked.Any(path => path.IsBelow(left.At.File))) looked.Add(left.At.File);
        if (looked.Any(path => path.IsRoot)) return Read(last, cancel);
        var found = new Dictionary<SitePath, SourceFile>();
        var problems = new List<Diagnostic>();
        foreach (var path in looked)
        {
            if (path.Value.Split('/').Any(name => IsLeftOut(name)) || IsInLeftOut(path)) continue;
            var full = FullPath(path);
            var info = new FileInfo(full);
            if (info.LinkTarget is not null)
            {
                if (Linked(null, path, problems) is { } file) found[path] = file;
            }
            else if (Directory.Exists(full))
            {
                foreach (var file in Enumerate(path.Value, last, problems, cancel)) found[file.Path] = file;
            }
            else if (info.Exists)
            {
                found[path] = Same(null, path, info.Length, info.LastWriteTimeUtc.Ticks);
            }
        }
        return last.Replace(looked, found.Values, problems);
    }

    /// <summary>Whether a file or folder of this name never belongs to a site's source.</summary>
    public static bool IsLeftOut(ReadOnlySpan<char> name) =>
        name is "node_modules" or "bin" or "obj" or "4913"
        || (name.Length > 0 && name[0] == '.' && name is not ".well-known")
        || name.EndsWith("~") || name.EndsWith(".swp") || name.EndsWith(".swx") || name.EndsWith(".crswap")
        || name.Contains("___jb_", StringComparison.Ordinal)
        || (name.Length > 0 && name[0] == '#' && name[^1] == '#');

    public string FullPath(SitePath path) => Path.Combine(Root, path.Value);

    private bool IsInLeftOut(SitePath path)
    {
        for (var at = path; !at.IsRoot; at = at.Parent)
            if (leftOut.Contains(FullPath(at))) return true;
        return false;
    }

    private List<SourceFile> Enumerate(string below, SourceSet? last, List<Diagnostic> problems, CancellationToken cancel)
    {
        var files = new List<SourceFile>();
        var start = below.Length == 0 ? Root : Path.Combine(Root, below);
        if (!Directory.Exists(start)) return files;
        using var listing = new DiskListing(Root, start, folder => leftOut.Count > 0 && leftOut.Contains(folder));
        while (listing.MoveNext())
        {
            cancel.ThrowIfCancellationRequested();
            var entry = listing.Current;
            var file = entry.IsLink ? Linked(last, entry.Path, problems) : Same(last, entry.Path, entry.Length, entry.Ticks);
            if (file is not null) files.Add(file);
        }
        problems.AddRange(listing.Problems);
        return files;
    }

    /// <summary>The file that a link stands for; null when there is none, or none that belongs to the site.</summary>
    private SourceFile? Linked(SourceSet? last, SitePath path, List<Diagnostic> problems)
    {
        var target = RealPath.Of(FullPath(path));
        var at = new Location(path);
        if (Directory.Exists(target)) problems.Add(Messages.LinkToFolder(at));
        else if (new FileInfo(target) is not { Exists: true, LinkTarget: null } file) problems.Add(Messages.LinkToNothing(at));
        else if (!RealPath.IsSameOrBelow(target, RealPath.Of(Root))) problems.Add(Messages.LinkOutOfSite(at, target));
        else return Same(last, path, file.Length, file.LastWriteTimeUtc.Ticks);
        return null;
    }

    private SourceFile Same(SourceSet? last, SitePath path, long length, long ticks)
    {
        var version = new Stamp((ulong)ticks | 1).With((ulong)length);
        return last?.Find(path) is { } old && old.Version == version ? old : new DiskFile(FullPath(path), path, length, version);
    }

    private static string Full(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    private sealed class DiskFile(string full, SitePath path, long length, Stamp version) : SourceFile(path, length, version)
    {
        public override byte[] Read()
        {
            if (Length == 0) return []; // a pipe or a device says so too, and would keep its reader waiting
            try
            {
                return File.ReadAllBytes(full);
            }
            catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
            {
                return []; // deleted since the listing; the watcher tells of it next
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                throw new UnreadableException(Path, failure);
            }
        }

        public override Stream Open()
        {
            if (Length == 0) return Stream.Null;
            try
            {
                return new FileStream(full, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                throw new UnreadableException(Path, failure);
            }
        }
    }
}
