using System.Buffers;
using Publisher.Sources;
using Publisher.Text;

namespace Publisher.Cli.Preview;

/// <summary>
/// Says which files below the source root can never matter: those that are no sources, and what editors leave while they save.
/// </summary>
internal sealed class WatchRules
{
    private static readonly SearchValues<char> UpperOrDigit = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");


    private readonly SitePath[] ignored;

    public WatchRules(string root, IEnumerable<string> ignoredFolders) =>
        ignored = [.. ignoredFolders
            .Select(folder => Path.GetRelativePath(root, folder)).Where(IsInside).Select(path => new SitePath(path))];

    /// <summary>Whether a file or folder, given by its path below the root, is out of sight.</summary>
    public bool Ignores(SitePath path)
    {
        foreach (var range in path.Value.AsSpan().Split('/'))
            if (DiskReader.IsLeftOut(path.Value.AsSpan(range))) return true;
        foreach (var folder in ignored)
            if (path == folder || path.IsBelow(folder)) return true;
        return IsTemporary(path.Name);
    }

    private static bool IsTemporary(string name) =>
        name.StartsWith("~$", StringComparison.Ordinal) || name.EndsWith(".tmp", StringComparison.Ordinal)
        || IsSedTemporary(name);

    /// <summary>GNU sed's mkostemp pattern, <c>sedXXXXXX</c>; all lower case it may be somebody's word.</summary>
    private static bool IsSedTemporary(string name) =>
        name.Length == 9 && name.StartsWith("sed", StringComparison.Ordinal) && name.All(char.IsAsciiLetterOrDigit)
        && name.AsSpan().ContainsAny(UpperOrDigit);

    private static bool IsInside(string relative) =>
        relative != "." && !relative.StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(relative);
}
