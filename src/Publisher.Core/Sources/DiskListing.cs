using System.IO.Enumeration;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Sources;

/// <summary>A file, or a link to anything, as the listing of its folder has it.</summary>
internal readonly record struct DiskEntry(SitePath Path, long Length, long Ticks, bool IsLink);

/// <summary>
/// Walks the folders of a site's source and tells of those that it could not enter: what is left out must not be left out in
/// silence.
/// </summary>
/// <param name="root">The site's root, to which paths are relative.</param>
/// <param name="leftOut">Whether a folder, by its full path, is no part of the source.</param>
internal sealed class DiskListing(string root, string start, Func<string, bool> leftOut)
    : FileSystemEnumerator<DiskEntry>(start, Everything)
{
    private static readonly EnumerationOptions Everything =
        new() { RecurseSubdirectories = true, AttributesToSkip = 0, IgnoreInaccessible = false };

    private readonly List<string> folders = [start];
    private readonly List<Diagnostic> problems = [];
    private bool failed;

    /// <summary>Complete when the walk is over.</summary>
    public IEnumerable<Diagnostic> Problems => failed ? problems.Concat(folders.Select(Closed).OfType<Diagnostic>()) : problems;

    protected override bool ShouldIncludeEntry(ref FileSystemEntry entry) =>
        (!entry.IsDirectory || (IsLink(ref entry) && !leftOut(entry.ToFullPath())))
        && !DiskReader.IsLeftOut(entry.FileName) && IsUsable(ref entry);

    protected override bool ShouldRecurseIntoEntry(ref FileSystemEntry entry)
    {
        if (DiskReader.IsLeftOut(entry.FileName) || IsLink(ref entry)) return false;
        var full = entry.ToFullPath();
        if (leftOut(full) || !IsUsable(ref entry)) return false;
        folders.Add(full);
        return true;
    }

    private static bool IsLink(ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) != 0;

    /// <summary>A path is written with slashes and in UTF-8; what such a path cannot name cannot be found by it either.</summary>
    private bool IsUsable(ref FileSystemEntry entry)
    {
        if (Path.DirectorySeparatorChar != '/' || !entry.FileName.ContainsAny('\\', '\uFFFD')) return true;
        problems.Add(Messages.UnusableName(new Location(PathOf(entry.ToFullPath()))));
        return false;
    }

    protected override DiskEntry TransformEntry(ref FileSystemEntry entry)
    {
        var path = PathOf(entry.ToFullPath());
        return IsLink(ref entry)
            ? new DiskEntry(path, 0, 0, IsLink: true) // what counts is where it leads
            : new DiskEntry(path, entry.Length, entry.LastWriteTimeUtc.Ticks, IsLink: false);
    }

    protected override bool ContinueOnError(int error) => failed = true;

    private SitePath PathOf(string full) => new(full.Length == root.Length ? "" : full[(root.Length + 1)..]);

    /// <summary>The walk says that a folder could not be entered, but not which.</summary>
    private Diagnostic? Closed(string folder)
    {
        try
        {
            using var any = Directory.EnumerateFileSystemEntries(folder).GetEnumerator();
            any.MoveNext();
            return null;
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
        {
            return Messages.ClosedFolder(new Location(PathOf(folder)));
        }
    }
}
