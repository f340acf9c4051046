using System.Collections.Concurrent;
using System.Collections.Immutable;
using Publisher.Diagnostics;
using Publisher.Sources;
using Publisher.Text;

namespace Publisher.Stores;

/// <summary>One run of a <see cref="DiskStore"/>: looks for trouble first, then writes, then removes what is gone.</summary>
internal sealed class DiskWrite
{
    /// <summary>
    /// Where files are written before they are moved to their place: in the output folder, so that moving is one rename.
    /// </summary>
    internal const string ScratchName = ".publisher-new";

    private const int MostFailures = 10;

    private static readonly EnumerationOptions Everywhere =
        new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    private readonly string root, shownRoot, scratch;
    private readonly WrittenList list;
    private readonly IOutputs site;
    private readonly DiskOptions options;
    private readonly IProgress<int>? progress;
    private readonly StringComparer names;
    private readonly bool wasEmpty;
    private readonly HashSet<string> wanted, wantedFolders, owned;
    private readonly ConcurrentDictionary<string, bool> readyFolders = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<string> madeFolders = [];
    private readonly ConcurrentBag<Diagnostic> failures = [];
    private readonly ConcurrentBag<string> unmade = [];
    private readonly ConcurrentBag<DiskDifference> changes = [];
    private readonly HashSet<string> adopted = new(StringComparer.Ordinal);
    private int done, written, unchanged, removed;
    private long bytes, bytesWritten;

    public DiskWrite(
        string root, string shownRoot, WrittenList list, IOutputs site, DiskOptions options, IProgress<int>? progress)
    {
        (this.root, this.shownRoot, this.list) = (root, shownRoot, list);
        (this.site, this.options, this.progress) = (site, options, progress);
        scratch = Path.Combine(root, ScratchName);
        if (Directory.Exists(scratch)) Directory.Delete(scratch, recursive: true);
        wasEmpty = !Directory.Exists(root) || !Directory.EnumerateFileSystemEntries(root).Any();
        Directory.CreateDirectory(scratch);
        var isBlindToCase = Directory.Exists(Path.Combine(root, ScratchName.ToUpperInvariant()));
        names = isBlindToCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        wanted = new HashSet<string>(site.Paths.Select(path => path.Value), names);
        owned = new HashSet<string>(list.Files, names);
        wantedFolders = new HashSet<string>(names);
        foreach (var path in site.Paths)
            for (var parent = path.Parent; !parent.IsRoot && wantedFolders.Add(parent.Value); parent = parent.Parent) { }
    }

    public StoreSummary Run(CancellationToken cancel)
    {
        try
        {
            var notes = FindTrouble(cancel);
            if (notes.Any(note => note.Severity == Severity.Error)) return StoreSummary.Refused(notes);
            list.Save(list.Files.Union(wanted), list.Folders.Union(wantedFolders.Where(IsMissing)));
            var gone = list.Files.Where(file => !wanted.Contains(file)).ToArray();
            Remove(gone.Where(IsInTheWay), cancel);
            WriteAll(cancel);
            // A page whose successor could not be written is better than none.
            if (failures.IsEmpty) Remove(gone.Where(file => !IsInTheWay(file)), cancel);
            // A path that could not be made now and never was is not ours yet: something else may stand there.
            var made = wanted.Except(unmade.Where(path => !owned.Contains(path)));
            if (failures.IsEmpty) list.Save(made, list.Folders.Union(madeFolders).Where(wantedFolders.Contains));
            return new StoreSummary(written, unchanged, removed, bytes, bytesWritten,
                notes.AddRange(failures.OrderBy(failure => failure.Message, StringComparer.Ordinal)))
            {
                Changes = [.. changes.OrderBy(change => change.Path)],
            };
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private ImmutableArray<Diagnostic> FindTrouble(CancellationToken cancel)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        FindCollisions(found);
        if (wasEmpty) return found.ToImmutable();
        var foreign = FindForeign(cancel);
        if (foreign.Length > 0 && !options.TakeOver) found.Add(Messages.OutputHoldsForeignFiles(shownRoot, foreign));
        if (list.Files.Count == 0 && foreign.Length == 0 && CountOthers() is > 0 and var others)
            found.Add(Messages.OutputHoldsOtherFiles(shownRoot, others));
        return found.ToImmutable();
    }

    private void FindCollisions(ImmutableArray<Diagnostic>.Builder found)
    {
        foreach (var path in site.Paths)
            if (wantedFolders.Contains(path.Value)) found.Add(Messages.OutputIsFileAndFolder(path));
        // Elsewhere the site has already warned of what other disks would make of it.
        if (names != StringComparer.OrdinalIgnoreCase) return;
        var seen = new Dictionary<string, SitePath>(site.Paths.Length, names);
        foreach (var path in site.Paths.Sort())
            if (!seen.TryAdd(path.Value, path)) found.Add(Messages.OutputsDifferInCaseOnly(seen[path.Value], path));
    }

    /// <summary>
    /// Files at wanted paths which are not ours and differ from what we would write, and anything else in a wanted path's
    /// way. Those with our very bytes are adopted: so a build whose memory was lost, or a copy of the site, is taken up
    /// silently.
    /// </summary>
    private ImmutableArray<SitePath> FindForeign(CancellationToken cancel)
    {
        var foreign = new ConcurrentBag<SitePath>();
        var same = new ConcurrentBag<string>();
        Parallel.ForEach(site.Paths.Where(path => !owned.Contains(path.Value)), Parallelism(cancel), path =>
        {
            var full = FullPath(path.Value);
            if (Directory.Exists(full) && !list.Folders.Contains(path.Value)) foreign.Add(path);
            if (!File.Exists(full) || site.Want(path) is not { } output) return;
            if (!HoldsAlready(full, output)) foreign.Add(path);
            else
            {
                same.Add(path.Value);
                Count(output, ref unchanged);
            }
        });
        foreach (var folder in wantedFolders.Where(folder => !list.Folders.Contains(folder) && !owned.Contains(folder)))
            if (File.Exists(FullPath(folder))) foreign.Add(new SitePath(folder));
        adopted.UnionWith(same);
        return [.. foreign.Order()];
    }

    private static bool HoldsAlready(string full, Output output)
    {
        try
        {
            return FileContent.Equals(full, output);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private int CountOthers() =>
        Directory.EnumerateFiles(root, "*", Everywhere)
            .Count(file => !wanted.Contains(Path.GetRelativePath(root, file).Replace('\\', '/')));

    private void WriteAll(CancellationToken cancel)
    {
        WriteEach(cancel);
        if (!wasEmpty) return;
        // Nothing was here: all was made aside, where no rename is needed for each file, and appears now.
        foreach (var entry in Directory.EnumerateFileSystemEntries(scratch).ToArray())
            Directory.Move(entry, Path.Combine(root, Path.GetFileName(entry)));
    }

    private void WriteEach(CancellationToken cancel)
    {
        Parallel.For(0, site.Paths.Length, Parallelism(cancel), (i, loop) =>
        {
            var path = site.Paths[i];
            if (adopted.Contains(path.Value)) return;
            try
            {
                if (site.Want(path) is not { } output)
                {
                    unmade.Add(path.Value);
                    progress?.Report(Interlocked.Increment(ref done));
                    return;
                }
                var full = FullPath(path.Value);
                if (!wasEmpty && FileContent.Equals(full, output))
                {
                    Count(output, ref unchanged);
                    return;
                }
                MakeFolder(path.Parent.Value);
                var state = !wasEmpty && File.Exists(full) ? DiskState.Differs : DiskState.Missing;
                var number = i.ToString(System.Globalization.CultureInfo.InvariantCulture);
                var next = wasEmpty ? Path.Combine(scratch, path.Value) : Path.Combine(scratch, number);
                FileContent.Create(next, output, cancel);
                // Also for a new file: a rename costs less than it saves from being found half-written.
                if (!wasEmpty) File.Move(next, full, overwrite: true);
                Interlocked.Add(ref bytesWritten, output.Length);
                changes.Add(new(path, state, output.Role, output.Length));
                Count(output, ref written);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                failures.Add(UnreadableException.In(failure)?.Problem
                    ?? Messages.CannotWriteOutput(Path.Combine(shownRoot, path.Value), failure.Message));
                if (failures.Count >= MostFailures) loop.Stop();
            }
        });
    }

    private void Count(Output output, ref int which)
    {
        Interlocked.Increment(ref which);
        Interlocked.Add(ref bytes, output.Length);
        progress?.Report(Interlocked.Increment(ref done));
    }

    private void MakeFolder(string path)
    {
        if (path.Length == 0 || readyFolders.ContainsKey(path)) return;
        var slash = path.LastIndexOf('/');
        if (slash > 0) MakeFolder(path[..slash]);
        var full = wasEmpty ? Path.Combine(scratch, path) : FullPath(path);
        if (wasEmpty || !Directory.Exists(full))
        {
            Directory.CreateDirectory(full);
            madeFolders.Add(path);
        }
        readyFolders.TryAdd(path, true);
    }

    private void Remove(IEnumerable<string> gone, CancellationToken cancel)
    {
        var parents = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in gone)
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                if (!File.Exists(FullPath(file))) continue;
                File.Delete(FullPath(file));
                changes.Add(new(new SitePath(file), DiskState.Gone, OutputRole.Asset, 0));
                removed++;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                failures.Add(Messages.CannotRemoveOutput(Path.Combine(shownRoot, file), failure.Message));
            }
            for (var parent = new SitePath(file).Parent; !parent.IsRoot; parent = parent.Parent) parents.Add(parent.Value);
        }
        var made = parents.Where(parent => list.Folders.Contains(parent) && !wantedFolders.Contains(parent));
        foreach (var parent in made.OrderByDescending(parent => parent.Length)) RemoveIfEmpty(FullPath(parent));
    }

    private static void RemoveIfEmpty(string folder)
    {
        if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any()) Directory.Delete(folder);
    }

    /// <summary>
    /// Whether a file that is gone stands where a folder must be, or in a folder that stands where a file must be.
    /// </summary>
    private bool IsInTheWay(string file)
    {
        if (wantedFolders.Contains(file)) return true;
        for (var parent = new SitePath(file).Parent; !parent.IsRoot; parent = parent.Parent)
            if (wanted.Contains(parent.Value)) return true;
        return false;
    }

    private bool IsMissing(string folder) => wasEmpty || !Directory.Exists(FullPath(folder));

    private string FullPath(string path) => root + Path.DirectorySeparatorChar + path;

    private static ParallelOptions Parallelism(CancellationToken cancel) => new() { CancellationToken = cancel };
}
