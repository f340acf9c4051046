using Publisher.Diagnostics;

namespace Publisher.Stores;

/// <summary>
/// Says no to output folders in which a build could do harm: the root of a disk, folders that hold sources, and those that
/// look as if they did.
/// </summary>
internal static class OutputFolder
{
    private static readonly string[] MarkdownEnds = [".md", ".markdown", ".mdown", ".mkd"];

    private static readonly EnumerationOptions Everywhere = new()
    {
        RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true,
    };

    /// <summary>Why <paramref name="folder"/> may not be built into; null when it may.</summary>
    /// <param name="isKnown">Whether something was built into it before.</param>
    public static Diagnostic? Refuse(string folder, string shown, DiskOptions options, bool isKnown)
    {
        var real = Real(folder);
        if (Path.GetPathRoot(real) == real) return Messages.OutputIsDiskRoot(shown);
        if (File.Exists(real)) return Messages.OutputIsFile(shown);
        foreach (var source in options.Sources.Concat(options.SourcesOnly))
            if (IsSameOrBelow(Real(source), real)) return Messages.OutputHoldsSources(shown, source);
        foreach (var source in options.SourcesOnly)
            if (IsSameOrBelow(real, Real(source))) return Messages.OutputIsInSources(shown, source);
        if (isKnown || options.TakeOver || !Directory.Exists(real)) return null;
        var texts = Directory.EnumerateFiles(real, "*", Everywhere).Where(IsMarkdown)
            .Select(file => Path.GetRelativePath(real, file)).Order(StringComparer.Ordinal).ToArray();
        return texts.Length == 0 ? null : Messages.OutputHoldsMarkdown(shown, texts[0], texts.Length);
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

    private static bool IsMarkdown(string file) =>
        MarkdownEnds.Any(end => file.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    private static bool IsSameOrBelow(string path, string folder) =>
        path == folder || path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
