using System.Collections.Immutable;
using System.IO.Enumeration;
using Publisher.Text;

namespace Publisher.Cli.Preview;

/// <summary>
/// What the watcher last knew of the files below the source root, so that a folder event or lost events can be turned into the
/// files they touched. Not for several threads at once.
/// </summary>
internal sealed class SourceTree(string root, WatchRules rules)
{
    private readonly Dictionary<SitePath, Fact> files = [];
    private readonly HashSet<SitePath> folders = [];

    private readonly record struct Fact(long Length, long WrittenAt);

    private readonly record struct Entry(SitePath Path, bool IsFolder, Fact Fact);

    /// <summary>The files and folders right below the root.</summary>
    public IEnumerable<SitePath> TopLevel => files.Keys.Concat(folders).Where(path => path.Parent.IsRoot && !path.IsRoot);

    /// <summary>Compares everything with what was known, and gives the files that differ.</summary>
    public ImmutableArray<SitePath> LookEverywhere()
    {
        var changed = new List<SitePath>();
        Rescan([SitePath.Root], changed);
        return [.. changed];
    }

    /// <summary>
    /// Turns touched paths into changed files, in the order given. A file that is there counts as changed even if its size and
    /// time are the same, for two writes in one tick of the file system's clock look so; below a folder only what differs
    /// counts.
    /// </summary>
    /// <param name="fresh">Receives the folders that are there: their inner events may have been missed, now or in a
    /// moment.</param>
    public ImmutableArray<SitePath> Look(IReadOnlyCollection<SitePath> touched, ICollection<SitePath> fresh)
    {
        var changed = new List<SitePath>();
        var rescan = new HashSet<SitePath>();
        foreach (var path in touched)
        {
            var file = new FileInfo(FullPath(path));
            if (file.Exists)
            {
                files[path] = FactOf(file);
                changed.Add(path);
            }
            else if (IsRealFolder(path))
            {
                fresh.Add(path);
                rescan.Add(path);
            }
            else if (files.Remove(path))
            {
                changed.Add(path);
            }
            else if (folders.Contains(path))
            {
                rescan.Add(path);
            }
        }
        if (rescan.Count > 0) Rescan(rescan, changed);
        return [.. changed.Distinct()];
    }

    /// <summary>
    /// Whether a file that was there is gone or empty: most editors that save in two steps are between them now.
    /// </summary>
    public bool LooksHalfDone(IEnumerable<SitePath> touched)
    {
        foreach (var path in touched)
        {
            if (!files.TryGetValue(path, out var known)) continue;
            var file = new FileInfo(FullPath(path));
            if (!file.Exists || (file.Length == 0 && known.Length > 0)) return true;
        }
        return false;
    }

    private void Rescan(HashSet<SitePath> roots, List<SitePath> changed)
    {
        var seen = new HashSet<SitePath>();
        foreach (var folder in roots)
        {
            if (HasAncestorIn(folder, roots)) continue;
            if (!folder.IsRoot && IsRealFolder(folder)) seen.Add(folder);
            foreach (var entry in Below(folder))
            {
                seen.Add(entry.Path);
                if (entry.IsFolder) folders.Add(entry.Path);
                else if (!files.TryGetValue(entry.Path, out var known) || known != entry.Fact) Note(entry, changed);
            }
        }
        foreach (var path in files.Keys)
            if (!seen.Contains(path) && HasAncestorIn(path, roots) && files.Remove(path)) changed.Add(path);
        folders.RemoveWhere(path => !seen.Contains(path) && (roots.Contains(path) || HasAncestorIn(path, roots)));
        folders.UnionWith(roots.Where(seen.Contains));
    }

    private void Note(Entry entry, List<SitePath> changed)
    {
        files[entry.Path] = entry.Fact;
        changed.Add(entry.Path);
    }

    private static bool HasAncestorIn(SitePath path, HashSet<SitePath> roots)
    {
        while (!path.IsRoot)
        {
            path = path.Parent;
            if (roots.Contains(path)) return true;
        }
        return false;
    }

    private IEnumerable<Entry> Below(SitePath folder)
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = true,
        };
        IEnumerator<Entry> entries;
        try
        {
            entries = new FileSystemEnumerable<Entry>(FullPath(folder), EntryOf, options)
            {
                ShouldIncludePredicate = IsInSight,
                ShouldRecursePredicate = IsInSight,
            }.GetEnumerator();
        }
        catch (IOException)
        {
            yield break; // The folder went while we were on our way to it; its own event says so.
        }
        using (entries)
            while (Next(entries)) yield return entries.Current;
    }

    private static bool Next(IEnumerator<Entry> entries)
    {
        try
        {
            return entries.MoveNext();
        }
        catch (IOException)
        {
            return false;
        }
    }

    private Entry EntryOf(ref FileSystemEntry entry) =>
        entry.IsDirectory
            ? new(PathOf(ref entry), true, default)
            : new(PathOf(ref entry), false, new Fact(entry.Length, entry.LastWriteTimeUtc.UtcTicks));

    private SitePath PathOf(ref FileSystemEntry entry)
    {
        var folder = entry.Directory.Length > root.Length ? entry.Directory[root.Length..] : [];
        return new SitePath($"{folder}/{entry.FileName}".TrimStart('/', '\\'));
    }

    private bool IsInSight(ref FileSystemEntry entry) => !IsLinkedFolder(ref entry) && !rules.Ignores(PathOf(ref entry));

    private static bool IsLinkedFolder(ref FileSystemEntry entry) =>
        entry.IsDirectory && (entry.Attributes & FileAttributes.ReparsePoint) != 0;

    private bool IsRealFolder(SitePath path)
    {
        var folder = new DirectoryInfo(FullPath(path));
        return folder.Exists && folder.LinkTarget is null;
    }

    private static Fact FactOf(FileInfo file) => new(file.Length, file.LastWriteTimeUtc.Ticks);

    private string FullPath(SitePath path) => Path.Join(root, path.Value);
}
