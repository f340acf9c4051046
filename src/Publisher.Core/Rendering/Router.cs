using System.Collections.Immutable;
using Publisher.Content.Podcasts;
using Publisher.Content;
using Publisher.Diagnostics;
using Publisher.Model;
using Publisher.Rendering.Podcasts;
using Publisher.Rendering.Routes;
using Publisher.Text;
using Publisher.Themes;

namespace Publisher.Rendering;

/// <summary>Plans every output of a site. A kind of output is one file in Routes and one line here.</summary>
public sealed class Router
{
    private readonly Site site;
    private readonly Theme theme;
    private readonly Dictionary<SitePath, Route> routes = [];
    private readonly List<Diagnostic> problems = [];

    private Router(Site site, Theme theme) => (this.site, this.theme) = (site, theme);

    /// <summary>Gives back <paramref name="last"/> when nothing that decides the routes has changed.</summary>
    public static RouteTable Plan(Site site, Theme theme, RouteTable? last)
    {
        var stamp = Stamp.Of("routes").With(site.Settings.Stamp).With(site.Shape);
        foreach (var (name, asset) in theme.Assets.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            stamp = stamp.With(name).With(asset.Stamp);
        foreach (var template in Optional) stamp = stamp.With(theme.Templates.ContainsKey(template) ? 1u : 0u);
        if (last is not null && last.Stamp == stamp) return last;

        var router = new Router(site, theme);
        router.Pages();
        router.Listings();
        router.Files();
        router.Blogrolls();
        router.Episodes();
        foreach (var (name, asset) in theme.Assets) router.Add(new AssetRoute(AssetRoute.PathOf(name, asset.Stamp), name));
        router.AddUnlessThere(new SitemapRoute(new SitePath("sitemap.xml")));
        router.AddUnlessThere(new RobotsRoute(new SitePath("robots.txt")));
        router.AddUnlessThere(new NotFoundRoute(new SitePath("404.html")));
        if (theme.Templates.ContainsKey(FeedListRoute.Template) && router.routes.Values.Any(route => route is FeedRoute))
            router.AddUnlessThere(new FeedListRoute(new SitePath("feeds.opml")));
        router.ReportCaseCollisions();
        return new RouteTable(router.routes, router.problems, stamp);
    }

    /// <summary>The templates without which their kind of output is not made: a theme may leave them out.</summary>
    private static readonly string[] Optional = [FeedFormat.Json.Template(), FeedPageRoute.Template, FeedListRoute.Template];

    private void Pages()
    {
        foreach (var entry in site.Entries)
        {
            if (!SiteIndex.Shown(entry, site.Settings)) continue;
            if (!entry.IsSectionIndex) Add(new PageRoute(entry.Output, entry.Path));
        }
        foreach (var entry in site.Entries)
        {
            if (!SiteIndex.Shown(entry, site.Settings)) continue;
            foreach (var alias in entry.Matter.Aliases ?? [])
            {
                var output = EntryResolver.OutputOf(alias.StartsWith('/') ? alias : "/" + alias);
                if (output is null) problems.Add(Messages.BadOutputPath(entry.Matter.AliasesAt, alias));
                else if (EntryResolver.IsTooLong(output.Value))
                    problems.Add(Messages.AddressTooLong(entry.Matter.AliasesAt, alias));
                else if (output != entry.Output) Add(new AliasRoute(output.Value, entry.Path));
            }
        }
    }

    private void Listings()
    {
        Listing(ListKey.Home, "/", site.Index.HomeSections.Length > 0);
        foreach (var section in site.Index.Sections.OrderBy(section => section.Path))
        {
            if (section.Path.IsRoot || site.Index.IsTaxonomy(section.Path) || (section.AllPages.IsEmpty && section.Index < 0))
                continue;
            var wanted = site.Settings.Section(section.Path.Top).Feed;
            Listing(ListKey.Of(section), section.Url,
                wanted ?? (section.Kind.IsDated() && section.Depth == 1 && site.Settings.Feeds.Sections));
        }
        // After all sections: a folder of a year or a season lists the same pages, and has its own text.
        foreach (var section in site.Index.Sections.Where(section => section.Depth == 1).OrderBy(section => section.Path))
        {
            foreach (var year in section.Years)
                AddUnlessThere(new ListingRoute(PathOf(section.Url + year + "/"), ListKey.Of(section, year), 1));
            foreach (var season in section.Seasons) Season(section, season);
        }
        foreach (var taxonomy in new[] { site.Index.Tags, site.Index.Categories, site.Index.Series, site.Index.People })
        {
            if (taxonomy.Terms.IsEmpty) continue;
            var index = site.Index.Section(new SitePath(taxonomy.Name)) is { Index: >= 0 and var at }
                ? site.Entries[at].Path
                : (SitePath?)null;
            Add(new ListingRoute(PathOf($"/{taxonomy.Name}/"), new ListKey(ListKind.Terms, taxonomy.Name), 1) { Index = index });
            foreach (var term in taxonomy.Terms) Listing(ListKey.Of(term), term.Url, site.Settings.Feeds.Terms);
        }
    }

    /// <summary>A season has a list and feeds as its section has them, unless a page or a folder stands there.</summary>
    private void Season(Section section, int season)
    {
        var url = SeasonUrl(section, season);
        if (!routes.ContainsKey(PathOf(url)))
            Listing(ListKey.OfSeason(section.Path, season), url,
                site.Settings.Section(section.Path.Top).Feed ?? site.Settings.Feeds.Sections);
    }

    internal static string SeasonUrl(Section section, int season) => $"{section.Url}season-{season}/";

    /// <summary>A listing's first page, the further ones, and its feeds.</summary>
    private void Listing(ListKey key, string url, bool feeds)
    {
        var count = Lists.Positions(site, key).Length;
        var size = Lists.PageSize(site, key);
        var pages = size > 0 ? Math.Max(1, (count + size - 1) / size) : 1;
        for (var number = 1; number <= pages; number++)
        {
            var route = new ListingRoute(PathOf(number == 1 ? url : $"{url}page/{number}/"), key, number);
            if (number == 1 && key.Kind == ListKind.Term) TakeOver(route);
            else Add(route);
        }
        if (!feeds || !Lists.ForFeed(site, key).Any()) return;
        var folder = PathOf(url).Parent;
        var formats = FeedRoute.Formats(site.Settings.Feeds)
            .Where(format => format != FeedFormat.Json || theme.Templates.ContainsKey(format.Template())).ToList();
        if (formats.Count > 0 && theme.Templates.ContainsKey(FeedPageRoute.Template))
            AddUnlessThere(new FeedPageRoute(folder.Combine("feed/index.html"), key));
        foreach (var format in formats)
        {
            if (format == FeedFormat.Rss && ShowOf(key) is { } show) Podcast(folder, key, show.FeedSize);
            else AddUnlessThere(new FeedRoute(folder.Combine(format.FileName()), key, format, site.Settings.Feeds.Size));
        }
    }

    private void Podcast(SitePath folder, ListKey key, int size)
    {
        var count = Lists.ForFeed(site, key).Count();
        for (var number = 1; number == 1 || (number - 1) * size < count; number++)
        {
            var path = folder.Combine(FeedRoute.NameOf(FeedFormat.Rss, number));
            AddUnlessThere(new FeedRoute(path, key, FeedFormat.Rss, size, number) { IsPodcast = true });
        }
    }

    /// <summary>The podcast that a listing is, or is a season of; a folder in one is none.</summary>
    private Show? ShowOf(ListKey key)
    {
        if (key.Kind is not (ListKind.Section or ListKind.Season)) return null;
        var section = key.Kind == ListKind.Season ? key.AsPart.Section : new SitePath(key.Name);
        return SiteIndex.ShowOf(section, site.Index.Section) is { } show && show.Path == section
            ? Show.Of(site.Entries[show.Index].Matter, [])
            : null;
    }

    /// <summary>
    /// A page written for a term (<c>tags/docker.md</c>) heads that term's listing instead of standing in its way.
    /// </summary>
    private void TakeOver(ListingRoute route)
    {
        if (routes.GetValueOrDefault(route.Path) is PageRoute page) routes[route.Path] = route with { Index = page.Source };
        else Add(route);
    }

    private void Files()
    {
        foreach (var (source, output) in site.FileOutputs) Add(new FileRoute(output, source));
    }

    /// <summary>A file of the site's own goes before what would be made of front matter.</summary>
    private void Blogrolls()
    {
        foreach (var entry in site.Entries)
            if (entry.HasBlogroll && SiteIndex.Shown(entry, site.Settings))
                AddUnlessThere(new BlogrollRoute(BlogrollRoute.PathOf(entry), entry.Path));
    }

    /// <summary>
    /// What is made beside an episode's page; a file that its author put there is taken instead. Texts are not read for this, so
    /// a list of chapters may turn out to be empty: then nothing leads to it.
    /// </summary>
    private void Episodes()
    {
        foreach (var entry in site.Entries)
        {
            if (!SiteIndex.Shown(entry, site.Settings) || !EpisodeFiles.HasSound(entry)) continue;
            if (EpisodeFiles.MayHaveChapters(entry))
                AddUnlessThere(new ChaptersRoute(EpisodeFiles.Chapters(entry), entry.Path));
            if (EpisodeSound.ToEmbedIn(entry, site.Settings, file => site.File(file) is not null) is { } sound
                && site.OutputOfFile(sound) is { } copy && routes.GetValueOrDefault(copy) is FileRoute)
                routes[copy] = new SoundRoute(copy, sound, entry.Path);
            var sources = TranscriptSources.Of(entry, site.Settings, file => site.File(file) is not null);
            foreach (var extension in EpisodeTranscript.Formats(entry, sources.Exists(source => source.File is not null)))
                AddUnlessThere(new TranscriptRoute(EpisodeTranscript.Output(entry, extension), entry.Path));
        }
    }

    private static SitePath PathOf(string url) =>
        EntryResolver.OutputOf(url) ?? throw new InvalidOperationException($"'{url}' is no address of a listing.");

    private void Add(Route route)
    {
        if (routes.TryAdd(route.Path, route)) return;
        var other = routes[route.Path];
        var (at, name) = HasSource(route) ? (route, other) : (other, route);
        problems.Add(Messages.TwoSourcesOneOutput(PlaceOf(at), route.Path, name.Origin));
    }

    /// <summary>The line that says where a page or alias goes; else its file, and the settings for what has no file.</summary>
    private Location PlaceOf(Route route)
    {
        if (!HasSource(route)) return new Location(site.Settings.File);
        var source = new SitePath(route.Origin);
        var matter = site.Index.Find(source) is >= 0 and var at ? site.Entries[at].Matter : Content.Matter.None;
        var said = route is AliasRoute ? matter.AliasesAt : matter.PermalinkAt;
        return said.Line > 0 ? said : new Location(source);
    }

    private void AddUnlessThere(Route route) => routes.TryAdd(route.Path, route);

    private void ReportCaseCollisions()
    {
        var seen = new Dictionary<string, SitePath>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in routes.Keys.Order())
        {
            if (seen.TryAdd(path.Value, path)) continue;
            var other = seen[path.Value];
            // A page or a file can be given another name; a listing cannot.
            var (here, there) = HasSource(routes[path]) ? (path, other) : (other, path);
            problems.Add(Messages.CaseCollision(PlaceOf(routes[here]), here, there));
        }
    }

    private static bool HasSource(Route route) => route is PageRoute or AliasRoute or FileRoute;
}
