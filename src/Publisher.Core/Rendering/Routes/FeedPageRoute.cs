using Publisher.Rendering.Views;
using Publisher.Text;

namespace Publisher.Rendering.Routes;

/// <summary>A page for people who clicked on a feed: what it is, its addresses, and what is new in it.</summary>
public sealed record FeedPageRoute(SitePath Path, ListKey List) : Route(Path)
{
    public const string Template = "feed.sbn-html";

    public override string Origin => $"the page of the feed of {List}";

    public override void Render(RenderScope scope, Utf8Buffer output)
    {
        var section = List.Kind == ListKind.Section ? scope.Section(new SitePath(List.Name)) : null;
        var page = new Generated
        {
            Kind = "feed-page", Title = Titles.Of(List, scope), Url = Url, List = List, Size = 10,
            Section = section is null ? null : new SectionRef(section.Path),
        };
        PageRenderer.Render(
            scope, GeneratedView.Instance.Of(page), output, null, ["feed"], new Location(scope.Settings.File));
    }
}

/// <summary>All of the site's feeds as one list that readers can take over (OPML 2.0).</summary>
public sealed record FeedListRoute(SitePath Path) : Route(Path)
{
    public const string Template = "opml.sbn-xml";

    public override Stores.OutputRole Role => Stores.OutputRole.Feed;

    public override string Origin => "the list of feeds";

    public override void Render(RenderScope scope, Utf8Buffer output)
    {
        scope.AbsoluteUrls = true;
        var page = new Generated { Kind = "opml", Title = Titles.OfFeed(ListKey.Home, scope), Url = Url };
        PageRenderer.RenderText(scope, GeneratedView.Instance.Of(page), output, Template);
        output.MakeXml();
    }
}
