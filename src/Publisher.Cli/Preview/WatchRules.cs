using System.Buffers;
using Publisher.Text;

namespace Publisher.Cli.Preview;

/// <summary>
/// Says which files below the source root can never matter: other tools' folders and what editors leave while they save.
/// </summary>
internal sealed class WatchRules
{
    private static readonly SearchValues<char> UpperOrDigit = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private static readonly string[] TemporaryEnds = ["~", "___jb_tmp___", "___jb_old___", ".swp", ".tmp"];

    private readonly SitePath[] ignored;

    public WatchRules(string root, IEnumerable<string> ignoredFolders) =>
        ignored = [.. ignoredFolders
            .Select(folder => Path.GetRelativePath(root, folder)).Where(IsInside).Select(path => new SitePath(path))];

    /// <summary>Whether a file or folder, given by its path below the root, is out of sight.</summary>
    public bool Ignores(SitePath path)
    {
        foreach (var range in path.Value.AsSpan().Split('/'))
            if (IgnoresFolder(path.Value.AsSpan(range))) return true;
        foreach (var folder in ignored)
            if (path == folder || path.IsBelow(folder)) return true;
        return IsTemporary(path.Name);
    }

    private static bool IgnoresFolder(ReadOnlySpan<char> name) =>
        (name is ['.', ..] && name is not ".well-known") || name is "node_modules" or "bin" or "obj";

    private static bool IsTemporary(string name) =>
        (name.StartsWith('#') && name.EndsWith('#')) || name.StartsWith("~$", StringComparison.Ordinal) || IsSedTemporary(name)
        || Array.Exists(TemporaryEnds, end => name.EndsWith(end, StringComparison.Ordinal));

    /// <summary>GNU sed's mkostemp pattern, <c>sedXXXXXX</c>; all lower case it may be somebody's word.</summary>
    private static bool IsSedTemporary(string name) =>
        name.Length == 9 && name.StartsWith("sed", StringComparison.Ordinal) && name.All(char.IsAsciiLetterOrDigit)
        && name.AsSpan().ContainsAny(UpperOrDigit);

    private static bool IsInside(string relative) =>
        relative != "." && !relative.StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(relative);
}
