using Publisher.Text;

namespace Publisher.Rendering.Views;

/// <summary>The feeds of a listing, as links for its head.</summary>
internal static class Feeds
{
    public static IEnumerable<LinkItem> Of(ListKey? list, RenderScope scope)
    {
        if (list is not { } key || Titles.UrlOf(key, scope) is not { } url) yield break;
        var title = Titles.OfFeed(key, scope);
        foreach (var (name, type) in new[] { ("atom.xml", "application/atom+xml"), ("feed.xml", "application/rss+xml") })
            if (scope.HasOutput(url + name)) yield return new LinkItem(title, scope.Address(url + name), type);
    }
}

/// <summary>What listings are called, and where they are.</summary>
internal static class Titles
{
    public static string Of(ListKey key, RenderScope scope) => key.Kind switch
    {
        ListKind.Section => SectionView.Title(new SectionRef(new SitePath(key.Name)), scope),
        ListKind.Term => scope.TermName(key.AsTerm.Taxonomy, key.AsTerm.Slug)?.Name ?? key.AsTerm.Slug,
        ListKind.Terms => OfTaxonomy(key.Name),
        ListKind.Year => $"{SectionView.Title(new SectionRef(key.AsPart.Section), scope)}: {key.AsPart.Number}",
        ListKind.Season => $"{SectionView.Title(new SectionRef(key.AsPart.Section), scope)}: season {key.AsPart.Number}",
        _ => SectionView.Title(new SectionRef(SitePath.Root), scope),
    };

    /// <summary>The listing's and the site's, as readers see it in their list of feeds.</summary>
    public static string OfFeed(ListKey key, RenderScope scope)
    {
        var site = scope.Settings.Title;
        return key == ListKey.Home && site.Length > 0 ? site : site.Length > 0 ? $"{Of(key, scope)} | {site}" : Of(key, scope);
    }

    public static string OfTaxonomy(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    public static string? UrlOf(ListKey key, RenderScope scope) => key.Kind switch
    {
        ListKind.Home => "/",
        ListKind.Section => scope.Section(new SitePath(key.Name))?.Url,
        ListKind.Term => $"/{key.Name}/",
        ListKind.Terms => $"/{key.Name}/",
        ListKind.Season => OfSeason(key.AsPart.Section, key.AsPart.Number, scope),
        _ => null,
    };

    /// <summary>Where a season of a section is listed.</summary>
    public static string? OfSeason(SitePath section, int season, RenderScope scope) =>
        scope.Section(section) is { } found ? Router.SeasonUrl(found, season) : null;
}
