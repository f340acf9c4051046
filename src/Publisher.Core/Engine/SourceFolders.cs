using System.Collections.Immutable;
using Publisher.Configuration;
using Publisher.Text;

namespace Publisher.Engine;

/// <summary>The folders of a site's source that have a part of their own, by which nothing else may be found in them.</summary>
public static class SourceFolders
{
    /// <summary>Those beside the content; in a site whose root is its content they hold none.</summary>
    internal static ImmutableArray<string> BesideContent { get; } = ["templates", "assets", "data", "themes"];

    /// <summary>Every folder that holds nothing but sources: the root is none, for it may hold the output.</summary>
    public static IEnumerable<SitePath> Of(Settings settings)
    {
        if (!settings.Content.IsRoot) yield return settings.Content;
        if (settings.IsPlainFolder) yield break;
        foreach (var name in BesideContent) yield return new SitePath(name);
    }
}
