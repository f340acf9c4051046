using Publisher.Content;
using Publisher.Model;
using Publisher.Scriban;
using Publisher.Scriban.Checks;
using Publisher.Scriban.Values;
using Publisher.Text;

namespace Publisher.Rendering.Views;

/// <summary>The site as templates see it.</summary>
internal sealed class SiteView() : View<SiteView>("site",
    Text("title", (_, scope) => scope.Settings.Title),
    Text("description", (_, scope) => scope.Settings.Description),
    Text("language", (_, scope) => scope.Settings.Language),
    Text("base_url", (_, scope) => scope.Settings.BaseUrl),
    Text("base_path", (_, scope) => scope.Settings.BasePath),
    Member("author", (_, scope) =>
        scope.Settings.Author is { Length: > 0 } author ? Value.FromString(author) : Param("author", scope)),
    Text("generator", (_, scope) => scope.Settings.Generator),
    Member("params", (_, scope) => DataValues.ToValue(scope.Settings.Params)),
    Member("data", (_, _) => Value.FromHost(DataView.Instance, DataView.Instance), () => Data),
    Member("menu", (_, scope) => SmallViews.Links.List(scope.Settings.Menu.Select(item => MenuLink(item, scope))),
        () => SmallViews.Links.Many),
    Member("me", (_, scope) => SmallViews.Links.List(
        scope.Settings.Me.Select(item => new LinkItem(item.Title, item.Url, External: true))), () => SmallViews.Links.Many),
    Text("webmention", (_, scope) => scope.Settings.Webmention),
    Text("websub", (_, scope) => scope.Settings.WebSub),
    Member("sections", (_, scope) =>
        SectionView.Instance.List((scope.Section(SitePath.Root)?.Children ?? []).Select(path => new SectionRef(path))),
        () => SectionView.Instance.Many),
    Member("home", (_, scope) => SectionView.Instance.Of(new SectionRef(SitePath.Root)), () => SectionView.Instance.One),
    Member("pages", (_, scope) => EntryView.Instance.List(scope.Listings.Pages(ListKey.All)), () => EntryView.Instance.Many),
    // The names of Jekyll's templates.
    Text("url", (_, scope) => scope.Settings.BaseUrl.TrimEnd('/')[..^scope.Settings.BasePath.Length]),
    Text("baseurl", (_, scope) => scope.Settings.BasePath),
    Member("posts", (_, scope) => EntryView.Instance.List(Posts(scope)), () => EntryView.Instance.Many),
    new Member("related_posts", (_, run) => EntryView.Instance.List(Posts(run.Scope())
        .Where(page => !run.TryReadVariable("page", out var own) || own.Reference != page).Take(10)))
    {
        Gives = () => EntryView.Instance.Many,
    },
    Member("html_pages", (_, scope) => EntryView.Instance.List(scope.Listings.Pages(ListKey.All)), () => EntryView.Instance.Many),
    Member("tags", (_, scope) => TermView.Instance.Whole("tags", scope), () => TermView.Instance.WholeShape),
    Member("categories", (_, scope) => TermView.Instance.Whole("categories", scope), () => TermView.Instance.WholeShape),
    Member("series", (_, scope) => TermView.Instance.Whole("series", scope), () => TermView.Instance.WholeShape),
    // Where people have no pages of their own, the name is free for what a site calls so.
    new Member("people", (site, run) => run.Scope().Settings.People ? PersonView.Instance.All(run.Scope())
        : Instance!.TryGetDynamic(site, run, "people", out var own) ? own : PersonView.Instance.List([]))
    {
        Gives = () => PersonView.Instance.Many,
    },
    Member("feeds", (_, scope) => SmallViews.Links.List(Feeds.Of(ListKey.Home, scope)), () => SmallViews.Links.Many),
    Member("time", (_, scope) => Value.FromDate(scope.Clock), () => Shape.Date))
{
    public static SiteView Instance { get; } = new();

    /// <summary>What <c>site.data</c> is like.</summary>
    public static Shape Data => new TypeShape(DataType);

    /// <summary>The type of <c>site.data</c>, to which a site's files add its members.</summary>
    public static ObjectType DataType => DataView.Instance;

    /// <summary>
    /// The site's own parameters answer to their names alone as well, as a Jekyll site's settings do; and so do the pages of
    /// a section, as its collections do.
    /// </summary>
    public override bool TryGetDynamic(object target, TemplateRun run, string name, out Value value)
    {
        var scope = run.Scope();
        value = Param(name, scope);
        if (value.IsNull && name.Length > 0 && scope.Section(new SitePath(name)) is { AllPages.IsEmpty: false } section)
            value = EntryView.Instance.List(scope.Listings.Pages(ListKey.Of(section)));
        return !value.IsNull;
    }

    public override IEnumerable<string> DynamicNames(object target, TemplateRun run) =>
        run.Scope().Settings.Params.Entries.Select(entry => entry.Key.Text);

    private static IEnumerable<Entry> Posts(RenderScope scope) =>
        scope.Listings.Pages(ListKey.All).Where(page => scope.Read(page, Field.Kind).Kind.IsDated());

    private static Value Param(string name, RenderScope scope) => DataValues.ToValue(scope.Settings.Params.Find(name));

    private static LinkItem MenuLink(Publisher.Configuration.MenuItem item, RenderScope scope) => Urls.IsExternal(item.Url)
        ? new LinkItem(item.Title, item.Url, External: true)
        : new LinkItem(item.Title, scope.Address(item.Url.StartsWith('/') ? item.Url : "/" + item.Url));

    /// <summary><c>site.data.people</c> is <c>data/people.yml</c>; a folder's files are below its name.</summary>
    private sealed class DataView : ObjectType
    {
        public static DataView Instance { get; } = new();

        public override string Name => "data";

        public override IEnumerable<string> MemberNames => [];

        public override Member? Find(string name) => null;

        public override bool TryGetDynamic(object target, TemplateRun run, string name, out Value value)
        {
            var file = run.Scope().Data.FirstOrDefault(file => file.Name == name);
            value = DataValues.ToValue(file?.Content);
            return file is not null;
        }

        public override IEnumerable<string> DynamicNames(object target, TemplateRun run) =>
            run.Scope().Data.Select(file => file.Name);
    }
}
