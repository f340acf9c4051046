using Publisher.Content;
using Publisher.Model;
using Publisher.Rendering.Views;
using Publisher.Text;

namespace Publisher.Rendering.Routes;

/// <summary>A listing's page: a section, a term, all terms of a taxonomy, a year, a season, the home page.</summary>
public sealed record ListingRoute(SitePath Path, ListKey List, int Number) : Route(Path)
{
    /// <summary>The source of a page that was written for this term.</summary>
    public SitePath? Index { get; init; }

    public override string Origin => List.ToString();

    public override void Render(RenderScope scope, Utf8Buffer output)
    {
        var section = List.Kind switch
        {
            ListKind.Home => scope.Section(SitePath.Root),
            ListKind.Section => scope.Section(new SitePath(List.Name)),
            ListKind.Year or ListKind.Season => scope.Section(List.AsPart.Section),
            _ => null,
        };
        var index = IndexPage(scope, section);
        var page = new Generated
        {
            Kind = KindName, Url = Url, List = List, Number = Number,
            Title = index is null || List.IsArchive ? Titles.Of(List, scope) : scope.Read(index, Field.Title).Title,
            Index = Number == 1 ? index : null, Section = section is null ? null : new SectionRef(section.Path),
        };
        PageRenderer.Render(scope, GeneratedView.Instance.Of(page), output, index?.Matter.Layout, Layouts(section),
            new Location(index?.Path ?? scope.Settings.File));
    }

    private Entry? IndexPage(RenderScope scope, Section? section)
    {
        if (List.IsArchive) return null;
        var source = Index ?? (section is not null ? scope.IndexOf(section)?.Path : null);
        return source is { } path ? scope.Page(path) : null;
    }

    private string KindName => List.Kind switch
    {
        ListKind.Home => "home",
        ListKind.Section => "section",
        ListKind.Term => List.AsTerm.Taxonomy == "series" ? "series" : "term",
        ListKind.Terms => "terms",
        ListKind.Season => "season",
        _ => "archive",
    };

    private string[] Layouts(Section? section) => List.Kind switch
    {
        ListKind.Home => ["home", "section"],
        ListKind.Section => ["section-" + (section?.Kind ?? Kind.Page).Name(), "section"],
        ListKind.Term when List.AsTerm.Taxonomy == "series" => ["series", "term"],
        ListKind.Term => ["term"],
        ListKind.Terms => ["terms"],
        ListKind.Season => ["season", "archive", "section"],
        _ => ["archive", "section"],
    };
}
