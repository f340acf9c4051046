using System.Collections.Immutable;
using Publisher.Model;
using Publisher.Scriban;
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
    Text("author", (_, scope) => scope.Settings.Author),
    Text("generator", (_, scope) => scope.Settings.Generator),
    Member("params", (_, scope) => DataValues.ToValue(scope.Settings.Params)),
    Member("data", (_, _) => Value.FromHost(DataView.Instance, DataView.Instance)),
    Member("menu", (_, scope) => SmallViews.Links.List(scope.Settings.Menu.Select(item => MenuLink(item, scope)))),
    Member("sections", (_, scope) =>
        SectionView.Instance.List((scope.Section(SitePath.Root)?.Children ?? []).Select(path => new SectionRef(path)))),
    Member("home", (_, scope) => SectionView.Instance.Of(new SectionRef(SitePath.Root))),
    Member("pages", (_, scope) => EntryView.Instance.List(scope.List(ListKey.All))),
    Member("tags", (_, scope) => All("tags", scope)),
    Member("categories", (_, scope) => All("categories", scope)),
    Member("series", (_, scope) => All("series", scope)),
    Member("feeds", (_, scope) => SmallViews.Links.List(Feeds.Of(ListKey.Home, scope))),
    Member("time", (_, scope) => Value.FromDate(scope.Clock)))
{
    public static SiteView Instance { get; } = new();

    private static LinkItem MenuLink(Publisher.Configuration.MenuItem item, RenderScope scope) => Urls.IsExternal(item.Url)
        ? new LinkItem(item.Title, item.Url, External: true)
        : new LinkItem(item.Title, scope.Address(item.Url.StartsWith('/') ? item.Url : "/" + item.Url));

    private static Value All(string taxonomy, RenderScope scope) =>
        TermView.Instance.List(scope.Terms(taxonomy).Terms.Select(term => new TermRef(term.Taxonomy, term.Slug)));

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
