namespace Publisher.Sources;

/// <summary>Where a path leads once all links are followed, which tells whether two paths mean one place.</summary>
public static class RealPath
{
    // As the system has it, which gives up on more.
    private const int MostLinks = 40;

    /// <summary>The full path without a link on its way; where links go in circles, one of them.</summary>
    public static string Of(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        for (var hops = 0; hops < MostLinks; hops++)
        {
            if (FollowFirstLink(full) is not { } next) return full;
            full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(next));
        }
        return full;
    }

    public static bool IsSameOrBelow(string path, string folder) =>
        path == folder
        || path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

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
}
