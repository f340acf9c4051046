using Publisher.Text;

namespace Publisher.Cli.Preview;

/// <summary>
/// Says which files below the source root can never matter: other tools' folders and what editors leave while they save.
/// </summary>
internal sealed class WatchRules
{
    private readonly SitePath[] ignored;

    public WatchRules(string root, IEnumerable<string> ignoredFolders) =>
        ignored = [.. ignoredFolders.Select(folder => Path.GetRelativePath(root, folder)).Where(IsInside).Select(folder => new SitePath(folder))];

    /// <summary>Whether a file or folder, given by its path below the root, is out of sight.</summary>
    public bool Ignores(SitePath path)
    {
        foreach (var range in path.Value.AsSpan().Split('/'))
            if (IgnoresFolder(path.Value.AsSpan(range))) return true;
        foreach (var folder in ignored)
            if (path == folder || path.IsBelow(folder)) return true;
        return IsTemporary(path.Name);
    }

    private static bool IgnoresFolder(ReadOnlySpan<char> name) => (name is ['.', ..] && name is not ".well-known") || name is "node_modules" or "bin" or "obj";

    private static bool IsTemporary(string name) =>
        name.EndsWith('~') || name.EndsWith("___jb_tmp___", StringComparison.Ordinal) || name.EndsWith("___jb_old___", StringComparison.Ordinal)
        || (name.StartsWith('#') && name.EndsWith('#')) || name.StartsWith("~$", StringComparison.Ordinal)
        || name.EndsWith(".swp", StringComparison.Ordinal) || name.EndsWith(".tmp", StringComparison.Ordinal) || IsSedTemporary(name);

    /// <summary>GNU sed's mkostemp pattern, <c>sedXXXXXX</c>.</summary>
    private static bool IsSedTemporary(string name) =>
        name.Length == 9 && name.StartsWith("sed", StringComparison.Ordinal) && name.AsSpan(3).IndexOfAnyExcept(AlphaNumeric) < 0 && name.AsSpan(3).ContainsAny(UpperOrDigit);

    private static readonly System.Buffers.SearchValues<char> UpperOrDigit = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private static readonly System.Buffers.SearchValues<char> AlphaNumeric =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    private static bool IsInside(string relative) => relative != "." && !relative.StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(relative);
}
