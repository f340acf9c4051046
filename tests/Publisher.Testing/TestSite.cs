using System.Collections.Immutable;
using System.Text;
using Publisher.Stores;
using Publisher.Text;

namespace Publisher.Testing;

/// <summary>A finished site made of literal texts, which counts what was wanted of it.</summary>
public sealed class TestSite(params (string Path, string Text)[] files) : IOutputs
{
    private readonly Dictionary<SitePath, string> texts =
        files.ToDictionary(file => new SitePath(file.Path), file => file.Text);

    public ImmutableArray<SitePath> Paths => [.. texts.Keys];

    /// <summary>How many outputs were wanted so far.</summary>
    public int Wanted;

    /// <summary>Called before each output is given.</summary>
    public Action<SitePath>? OnWant { get; init; }

    /// <summary>Outputs with these paths are handed out as streams, as copied files are.</summary>
    public HashSet<string> Streamed { get; init; } = [];

    /// <summary>Streamed outputs with these paths end before they should.</summary>
    public HashSet<string> Short { get; init; } = [];

    /// <summary>Outputs with these paths cannot be made.</summary>
    public HashSet<string> Unmade { get; init; } = [];

    /// <summary>Pages by .html, feeds by .xml, all else assets.</summary>
    public static OutputRole RoleOf(SitePath path) =>
        path.HasExtension(".html") ? OutputRole.Page : path.HasExtension(".xml") ? OutputRole.Feed : OutputRole.Asset;

    public Output? Want(SitePath path)
    {
        OnWant?.Invoke(path);
        Interlocked.Increment(ref Wanted);
        if (Unmade.Contains(path.Value)) return null;
        var bytes = Encoding.UTF8.GetBytes(texts[path]);
        return Streamed.Contains(path.Value)
            ? new Output(path, RoleOf(path), bytes.Length, () => new MemoryStream(bytes, 0, bytes.Length - (Short.Contains(path.Value) ? 1 : 0)))
            : new Output(path, RoleOf(path), bytes);
    }
}
