using System.Collections.Immutable;
using Publisher.Model;
using Publisher.Scriban;
using Publisher.Scriban.Checks;
using Publisher.Scriban.Values;
using Publisher.Text;

namespace Publisher.Rendering.Views;

/// <summary>
/// Listings, feeds and the like as templates see them. What only pages with a source have comes from the listing's index
/// page where there is one, and is empty otherwise, so that one include serves both.
/// </summary>
internal sealed class GeneratedView() : View<Generated>("page", Members)
{
    private static readonly string[] EmptyLists =
    [
        "tags", "categories", "authors", "people", "aliases", "guests", "hosts", "headings", "files", "same_week",
        "blogroll", "chapters", "transcripts",
    ];
    private static readonly string[] EmptyHtml = ["content", "summary", "toc"];

    public static GeneratedView Instance { get; } = new();

    private static IEnumerable<Member> Members
    {
        get
        {
            var own = Own().ToList();
            var names = own.Select(member => member.Name).ToHashSet();
            return own.Concat(EntryView.Instance.MemberNames.Where(name => !names.Contains(name)).Select(Forwarded));
        }
    }

    public override bool TryGetDynamic(object target, TemplateRun run, string name, out Value value)
    {
        if (((Generated)target).Index is { } index) return EntryView.Instance.TryGetDynamic(index, run, name, out value);
        value = Value.Null;
        return JekyllNames.Find(name) is not null || run.Scope().IsKnownKey(name);
    }

    public override IEnumerable<string> DynamicNames(object target, TemplateRun run) => run.Scope().KnownKeys;

    /// <summary>The members that only generated pages fill, as a page with a source has them: empty.</summary>
    internal static IEnumerable<Member> AbsentFrom<T>() where T : class =>
    [
        View<T>.Member("pages", (_, _) => SmallViews.Links.List([])), View<T>.Member("pagination", (_, _) => Value.Null),
        View<T>.Number("total", (_, _) => 0), View<T>.Member("sections", (_, _) => SmallViews.Links.List([])),
        View<T>.Member("years", (_, _) => SmallViews.Years.List([])),
        View<T>.Member("seasons", (_, _) => SmallViews.Seasons.List([])),
        View<T>.Member("trailers", (_, _) => SmallViews.Links.List([])),
        View<T>.Member("paging", (_, _) => SmallViews.Links.List([])), View<T>.Member("terms", (_, _) =>
            SmallViews.Links.List([])), View<T>.Member("term", (_, _) => Value.Null),
        View<T>.Member("person", (_, _) => Value.Null),
        View<T>.Member("target", (_, _) => Value.Null), View<T>.Member("target_permalink", (_, _) => Value.Null),
    ];

    private static IEnumerable<Member> Own() =>
    [
        Text("kind", (page, _) => page.Kind),
        Text("title", (page, _) => page.Title),
        Text("url", (page, scope) => scope.Address(page.Url)),
        Text("permalink", (page, scope) => scope.Absolute(page.Url)),
        Text("description", (page, scope) =>
            page.Index is { } index ? scope.Read(index, Field.Description).Matter.Description
            : page.List == ListKey.Home ? scope.Settings.Description
            : null),
        Text("lang", (page, scope) =>
            page.Index is { } index && scope.Read(index, Field.Lang).Matter.Lang is { } lang ? lang : scope.Settings.Language),
        Flag("is_home", (page, _) => page.List == ListKey.Home && page.Number == 1 && page.Kind == "home"),
        Member("section", (page, _) => SectionView.Instance.Of(page.Section), () => SectionView.Instance.One),
        Member("breadcrumbs", (page, scope) => BreadcrumbsOf(page, scope), () => SmallViews.Links.Many),
        Member("pages", (page, scope) => EntryView.Instance.List(PagesOf(page, scope)), () => EntryView.Instance.Many),
        Number("total", (page, scope) => page.List is { } list ? scope.Listings.Count(list) : 0),
        Member("pagination", (page, scope) => SmallViews.Pagination.Of(PaginationOf(page, scope)),
            () => SmallViews.Pagination.One),
        Member("sections", (page, scope) => page.Section is { } at && page.Number == 1
            ? SectionView.Instance.List((scope.Section(at.Path)?.Children ?? []).Select(path => new SectionRef(path)))
            : SectionView.Instance.List([]), () => SectionView.Instance.Many),
        Member("show", (page, scope) => ShowView.Instance.Of(page.List is { } list ? ShowView.Of(list, scope) : null),
            () => ShowView.Instance.One),
        Member("trailers", (page, scope) => EntryView.Instance.List(TrailersOf(page, scope)), () => EntryView.Instance.Many),
        Member("years", (page, scope) => SmallViews.Years.List(YearsOf(page, scope)), () => SmallViews.Years.Many),
        Member("seasons", (page, scope) => SmallViews.Seasons.List(SeasonsOf(page, scope)), () => SmallViews.Seasons.Many),
        Member("season", (page, _) => page.List is { Kind: ListKind.Season } list
            ? Value.FromInteger(list.AsPart.Number)
            : Value.Null, () => Shape.Number),
        Text("season_name", (page, scope) => page.List is { Kind: ListKind.Season } list
            ? Titles.SeasonName(list.AsPart.Section, list.AsPart.Number, scope)
            : null),
        Member("feeds", (page, scope) =>
            SmallViews.Links.List(page.Kind == "opml" ? Feeds.All(scope) : Feeds.Of(page.List, scope)), () =>
                SmallViews.Links.Many),
        Member("paging", (page, scope) => SmallViews.Links.List(Feeds.Paging(page, scope)), () => SmallViews.Links.Many),
        Member("terms", (page, scope) => page.List is { Kind: ListKind.Terms } list
            ? TermView.Instance.List(scope.Terms(list.Name).Terms.Select(term => new TermRef(term.Taxonomy, term.Slug)))
            : TermView.Instance.List([]), () => TermView.Instance.Many),
        Member("term", (page, _) =>
            page.List is { Kind: ListKind.Term } list && list.AsTerm is var term
                ? TermView.Instance.Of(new TermRef(term.Taxonomy, term.Slug))
                : Value.Null, () => TermView.Instance.One),
        Member("person", (page, scope) => page.List is { Kind: ListKind.Term } list && list.AsTerm is ("people", var slug)
            ? PersonView.Instance.Of(new TermRef("people", slug), scope)
            : Value.Null, () => PersonView.Instance.One),
        Member("people", (page, scope) => page.List is { Kind: ListKind.Terms, Name: "people" } ? PersonView.Instance.All(scope)
            : page.Index is { } index ? PersonView.Instance.Of(index, scope)
            : SmallViews.Links.List([]), () => PersonView.Instance.Many),
        Text("target", (page, scope) => page.Target is { } target ? scope.Address(scope.Read(target, Field.Url).Url) : null),
        Text("target_permalink", (page, scope) =>
            page.Target is { } target ? scope.Absolute(scope.Read(target, Field.Url).Url) : null),
        Text("self_url", (page, scope) => scope.Absolute(page.Url)),
        Text("feed_page_url", (page, scope) => Feeds.PageOf(page.List, scope)),
        Text("home_url", (page, scope) => scope.Absolute(HomeOf(page))),
        Member("updated", (page, scope) => UpdatedOf(page, scope).ToValue(), () => Shape.Date),
    ];

    private static Member Forwarded(string name)
    {
        var member = EntryView.Instance.Find(name)!;
        return new Member(name, (target, run) =>
        {
            if (((Generated)target).Index is { } index) return member.Get(EntryView.Instance.Of(index), run);
            if (EmptyLists.Contains(name)) return SmallViews.Links.List([]);
            if (EmptyHtml.Contains(name)) return Value.FromHtml("");
            if (name == "draft") return Value.False;
            return name is "words" or "reading_minutes" ? Value.FromInteger(0) : Value.Null;
        }) { Gives = member.Gives };
    }

    internal static ImmutableArray<Entry> PagesOf(Generated page, RenderScope scope)
    {
        if (page.List is not { } list) return [];
        return page.Size > 0 ? scope.Listings.FeedEntries(list, page.Number, page.Size) : scope.Listings.Pages(list, page.Number,
            scope.Listings.PageSize(list));
    }

    /// <summary>A podcast's, in the first document of its feed alone: apps that look for them need not read all.</summary>
    private static IEnumerable<Entry> TrailersOf(Generated page, RenderScope scope) =>
        page is { Kind: "feed", Number: 1, List: { } list }
            ? scope.Listings.FeedEntries(list, 1, int.MaxValue).Where(entry => EpisodeMembers.TypeOf(entry, scope) == "trailer")
            : [];

    internal static PageOfList? PaginationOf(Generated page, RenderScope scope)
    {
        if (page.List is not { } list || scope.Listings.PageSize(list) is not (> 0 and var size)) return null;
        var count = (scope.Listings.Count(list) + size - 1) / size;
        var first = page.Number == 1 ? page.Url : page.Url[..page.Url.LastIndexOf("page/", StringComparison.Ordinal)];
        return count < 2
            ? null
            : new PageOfList(page.Number, count, number => scope.Address(number == 1 ? first : $"{first}page/{number}/"));
    }

    private static IEnumerable<YearItem> YearsOf(Generated page, RenderScope scope) => SectionOf(page, scope) is not { } section
        ? []
        : section.Years.Select(number =>
            new YearItem(number, scope.Listings.Count(ListKey.Of(section, number)), scope.Address($"{section.Url}{number}/")));

    private static IEnumerable<SeasonItem> SeasonsOf(Generated page, RenderScope scope) =>
        SectionOf(page, scope) is not { } section
            ? []
            : section.Seasons.Select(number => new SeasonItem(number,
                scope.Listings.Count(ListKey.OfSeason(section.Path, number)), scope.Address(Router.SeasonUrl(section, number)),
                Titles.SeasonName(section.Path, number, scope)));

    /// <summary>The section that this page lists, or a part of.</summary>
    private static Section? SectionOf(Generated page, RenderScope scope)
    {
        var path = page.List is { Kind: ListKind.Section } list ? new SitePath(list.Name)
            : page.List is { IsArchive: true } part ? part.AsPart.Section
            : SitePath.Root;
        return path.IsRoot ? null : scope.Section(path);
    }

    private static Value BreadcrumbsOf(Generated page, RenderScope scope)
    {
        if (page.Section is { } section && !section.Path.IsRoot)
            return Breadcrumbs.To(page.List is { IsArchive: true } ? section.Path : section.Path.Parent, scope);
        var home = new LinkItem("Home", scope.Address("/"));
        if (page.List is { Kind: ListKind.Term } list && scope.HasOutput($"/{list.AsTerm.Taxonomy}/"))
            return SmallViews.Links.List(
                [home, new LinkItem(Titles.OfTaxonomy(list.AsTerm.Taxonomy), scope.Address($"/{list.AsTerm.Taxonomy}/"))]);
        return SmallViews.Links.List(page.Url == "/" ? [] : [home]);
    }

    private static string HomeOf(Generated page) => page.Kind switch
    {
        "feed" => page.Url[..(page.Url.LastIndexOf('/') + 1)],
        "feed-page" => page.Url[..^"feed/".Length],
        _ => page.Url,
    };

    /// <summary>A listing is as new as its newest page; the build's clock never shows.</summary>
    private static DateTimeOffset? UpdatedOf(Generated page, RenderScope scope)
    {
        if (page.Index is { } index && page.Size == 0) return scope.Read(index, Field.Updated).Matter.Updated;
        return PagesOf(page, scope)
            .Max(entry => scope.Read(entry, Field.Updated).Matter.Updated ?? scope.Read(entry, Field.Date).Date);
    }
}
