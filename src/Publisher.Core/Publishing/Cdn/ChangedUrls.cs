using Publisher.Text;

namespace Publisher.Publishing.Cdn;

/// <summary>The URL paths under which readers, and so caches, know an output.</summary>
internal static class ChangedUrls
{
    private const string Index = "index.html";

    /// <summary>Relative to the site's root: <c>a/index.html</c> is read as itself and as <c>a/</c>.</summary>
    public static IEnumerable<string> Of(SitePath path)
    {
        yield return path.Value;
        if (path.Name == Index) yield return path.Value[..^Index.Length];
    }
}
