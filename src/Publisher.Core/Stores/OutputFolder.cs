using Publisher.Diagnostics;

namespace Publisher.Stores;

/// <summary>
/// Says no to output folders in which a build could do harm: the root of a disk, and folders that hold the sources.
/// </summary>
internal static class OutputFolder
{
    /// <summary>Why <paramref name="folder"/> may not be built into; null when it may.</summary>
    public static Diagnostic? Refuse(string folder, IEnumerable<string> sources)
    {
        var real = Real(folder);
        if (Path.GetPathRoot(real) == real) return Messages.OutputIsDiskRoot(folder);
        if (File.Exists(real)) return Messages.OutputIsFile(folder);
        foreach (var source in sources)
            if (IsSameOrBelow(Real(source), real)) return Messages.OutputHoldsSources(folder, source);
        return null;
    }

    /// <summary>
    /// The full path with every link on the way followed, so that a link to the sources is seen as the sources.
    /// </summary>
    internal static string Real(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        for (var hops = 0; hops < 40; hops++)
        {
            if (FollowFirstLink(full) is not { } next) return full;
            full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(next));
        }
        return full;
    }

    private static string? FollowFirstLink(string full)
    {
        var root = Path.GetPathRoot(full)!;
        var at = root;
        var segments = full[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < segments.Length; i++)
        {
            var parent = at;
            at = Path.Combine(at, segments[i]);
            if (new FileInfo(at).LinkTarget is not { } target) continue;
            return Path.Combine([parent, target, .. segments[(i + 1)..]]);
        }
        return null;
    }

    private static bool IsSameOrBelow(string path, string folder) =>
        path == folder || path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
