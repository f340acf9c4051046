namespace Publisher.Text;

/// <summary>
/// A file's or output's place below a root: <c>posts/2024/a.md</c>. Separated by '/', never starting with one, never holding
/// "." or ".." segments; the root itself is empty. The only path type in Core.
/// </summary>
public readonly record struct SitePath : IComparable<SitePath>
{
    private readonly string? value;

    /// <summary>Takes any relative spelling ('\' or '/', doubled or leading slashes, "." and "..") and normalises it.</summary>
    public SitePath(string path) => value = Normalise(path);

    private SitePath(string path, bool _) => value = path;

    public static SitePath Root => default;

    public string Value => value ?? "";

    public bool IsRoot => Value.Length == 0;

    /// <summary>The last segment, with its extension.</summary>
    public string Name => Value[(Value.LastIndexOf('/') + 1)..];

    /// <summary>The last segment without its extension; a leading dot begins no extension.</summary>
    public string Stem => Name[..^Extension.Length];

    /// <summary>With the dot (<c>.md</c>), in the file's own case; empty when there is none.</summary>
    public string Extension
    {
        get
        {
            var name = Value.AsSpan(Value.LastIndexOf('/') + 1);
            var dot = name.LastIndexOf('.');
            return dot <= 0 ? "" : name[dot..].ToString();
        }
    }

    public SitePath Parent
    {
        get
        {
            var slash = Value.LastIndexOf('/');
            return slash < 0 ? Root : new SitePath(Value[..slash], false);
        }
    }

    /// <summary>The first segment: the top-level folder, or the file itself at the root.</summary>
    public string Top
    {
        get
        {
            var slash = Value.IndexOf('/');
            return slash < 0 ? Value : Value[..slash];
        }
    }

    /// <summary>Resolves a relative path against this one as a folder; ".." may climb, but never above the root.</summary>
    public SitePath Combine(string relative) =>
        IsRoot ? new SitePath(relative) : relative.Length == 0 ? this : new SitePath(Value + "/" + relative);

    /// <summary>Whether this path lies below <paramref name="folder"/>, at any depth.</summary>
    public bool IsBelow(SitePath folder) =>
        folder.IsRoot ? !IsRoot
            : Value.Length > folder.Value.Length && Value[folder.Value.Length] == '/'
                && Value.StartsWith(folder.Value, StringComparison.Ordinal);

    /// <summary>The part below <paramref name="folder"/>; this path must lie below it.</summary>
    public SitePath Below(SitePath folder) => folder.IsRoot ? this : new SitePath(Value[(folder.Value.Length + 1)..], false);

    public SitePath WithExtension(string extension) => new(Value[..^Extension.Length] + extension, false);

    public bool HasExtension(params ReadOnlySpan<string> extensions)
    {
        var name = Value.AsSpan(Value.LastIndexOf('/') + 1);
        var dot = name.LastIndexOf('.');
        if (dot <= 0) return false;
        foreach (var extension in extensions)
            if (name[dot..].Equals(extension, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    public int CompareTo(SitePath other) => string.CompareOrdinal(Value, other.Value);

    public bool Equals(SitePath other) => Value == other.Value;

    public override int GetHashCode() => Value.GetHashCode();

    public override string ToString() => Value;

    private static string Normalise(string path)
    {
        if (IsNormal(path)) return path;
        var kept = new List<string>();
        foreach (var segment in path.Replace('\\', '/').Split('/'))
        {
            if (segment is "" or ".") continue;
            if (segment != "..") kept.Add(segment);
            else if (kept.Count > 0) kept.RemoveAt(kept.Count - 1);
        }
        return string.Join('/', kept);
    }

    private static bool IsNormal(ReadOnlySpan<char> path)
    {
        if (path.Length == 0) return true;
        if (path.Contains('\\')) return false;
        foreach (var range in path.Split('/'))
            if (path[range] is "" or "." or "..") return false;
        return true;
    }
}
