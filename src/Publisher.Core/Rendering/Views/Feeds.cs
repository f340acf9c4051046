using Publisher.Content.Podcasts;
using Publisher.Model;
using Publisher.Rendering.Routes;
using Publisher.Text;

namespace Publisher.Rendering.Views;

/// <summary>The feeds of a listing, as links for its head.</summary>
internal static class Feeds
{
    public static IEnumerable<LinkItem> Of(ListKey? list, RenderScope scope)
    {
        if (list is not { } key || Titles.UrlOf(key, scope) is not { } url) yield break;
        var title = Titles.OfFeed(key, scope);
        foreach (var format in (FeedFormat[])[FeedFormat.Atom, FeedFormat.Rss, FeedFormat.Json])
            if (scope.HasOutput(url + format.FileName()))
                yield return new LinkItem(title, scope.Address(url + format.FileName()), format.MediaType());
    }

    /// <summary>
    /// Those of the podcast that a section belongs to, else of the nearest section that has any; the site's own are not among
    /// them.
    /// </summary>
    public static IEnumerable<LinkItem> Around(SitePath section, RenderScope scope)
    {
        for (var path = SiteIndex.ShowOf(section, scope.Section)?.Path ?? section; !path.IsRoot; path = path.Parent)
            if (Of(new ListKey(ListKind.Section, path.Value), scope).ToList() is { Count: > 0 } feeds) return feeds;
        return [];
    }

    /// <summary>The page that tells people of these feeds, where the theme has one.</summary>
    public static string? PageOf(ListKey? list, RenderScope scope) =>
        list is { } key && Titles.UrlOf(key, scope) is { } url && scope.HasOutput(url + "feed/")
            ? scope.Address(url + "feed/") : null;

    /// <summary>One feed of each listing that has any, in the first of the formats.</summary>
    public static IEnumerable<LinkItem> All(RenderScope scope)
    {
        var routes = scope.Routes;
        return routes.Paths.Select(routes.Find).OfType<FeedRoute>().Where(route => route.Number == 1)
            .GroupBy(route => route.List).Select(group => group.MinBy(route => route.Format)!)
            .Select(route => new LinkItem(Titles.OfFeed(route.List, scope), scope.Absolute(route.Url), route.Format.MediaType()));
    }

    /// <summary>The other documents of a longer feed, by their relation to this one (RFC 5005, section 3).</summary>
    public static IEnumerable<LinkItem> Paging(Generated page, RenderScope scope)
    {
        if (page is not { Kind: "feed", List: { } list, Size: > 0 and var size }
            || scope.Route is not FeedRoute route) yield break;
        var last = Math.Max(1, (scope.Listings.FeedCount(list) + size - 1) / size);
        if (!route.IsPodcast || last == 1) yield break;
        yield return Link("first", 1);
        if (page.Number > 1) yield return Link("prev", page.Number - 1);
        if (page.Number < last) yield return Link("next", page.Number + 1);
        yield return Link("last", last);

        LinkItem Link(string relation, int number) =>
            new(relation, scope.Absolute(Route.UrlOf(route.Path.Parent.Combine(FeedRoute.NameOf(route.Format, number)))));
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
        ListKind.Season => OfSeasonIn(
            SectionView.Title(new SectionRef(key.AsPart.Section), scope), key.AsPart.Section, key.AsPart.Number, scope),
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

    /// <summary>What a season is called; null where it has a number alone.</summary>
    public static string? SeasonName(SitePath section, int season, RenderScope scope) =>
        scope.Section(section) is { } found && scope.IndexOf(found) is { } index
            ? SeasonNames.Of(scope.Extra(index, SeasonNames.Key), season)
            : null;

    /// <summary>The title of what has seasons, followed by one of them.</summary>
    public static string OfSeasonIn(string title, SitePath section, int season, RenderScope scope) =>
        SeasonName(section, season, scope) is { } name ? $"{title}: season {season}, {name}" : $"{title}: season {season}";

    /// <summary>Where a season of a section is listed; null where it is not.</summary>
    public static string? OfSeason(SitePath section, int season, RenderScope scope) =>
        scope.Section(section) is { } found && found.Seasons.Contains(season) ? Router.SeasonUrl(found, season) : null;
}
