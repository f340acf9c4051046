using Publisher.Diagnostics;
using Publisher.Sources;

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
        var real = RealPath.Of(folder);
        if (Path.GetPathRoot(real) == real) return Messages.OutputIsDiskRoot(shown);
        if (File.Exists(real)) return Messages.OutputIsFile(shown);
        foreach (var source in options.Sources.Concat(options.SourcesOnly))
            if (RealPath.IsSameOrBelow(RealPath.Of(source), real)) return Messages.OutputHoldsSources(shown, source);
        foreach (var source in options.SourcesOnly)
            if (RealPath.IsSameOrBelow(real, RealPath.Of(source))) return Messages.OutputIsInSources(shown, source);
        if (isKnown || options.TakeOver || !Directory.Exists(real)) return null;
        var texts = Directory.EnumerateFiles(real, "*", Everywhere).Where(IsMarkdown)
            .Select(file => Path.GetRelativePath(real, file)).Order(StringComparer.Ordinal).ToArray();
        return texts.Length == 0 ? null : Messages.OutputHoldsMarkdown(shown, texts[0], texts.Length);
    }

    private static bool IsMarkdown(string file) =>
        MarkdownEnds.Any(end => file.EndsWith(end, StringComparison.OrdinalIgnoreCase));
}
