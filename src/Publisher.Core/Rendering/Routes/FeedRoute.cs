using Publisher.Rendering.Views;
using Publisher.Stores;
using Publisher.Text;

namespace Publisher.Rendering.Routes;

public enum FeedFormat { Rss, Atom }

/// <summary>A listing's newest pages with their full text, for feed readers.</summary>
public sealed record FeedRoute(SitePath Path, ListKey List, FeedFormat Format) : Route(Path)
{
    public override OutputRole Role => OutputRole.Feed;

    public override string Origin => $"the feed of {List}";

    public override void Render(RenderScope scope, Utf8Buffer output)
    {
        scope.AbsoluteUrls = true;
        var index = List.Kind == ListKind.Section && scope.Section(new SitePath(List.Name)) is { } section
            ? scope.IndexOf(section)
            : null;
        var page = new Generated { Kind = "feed", Title = Titles.OfFeed(List, scope), Url = Url, List = List, Index = index };
        PageRenderer.RenderText(
            scope, GeneratedView.Instance.Of(page), output, Format == FeedFormat.Rss ? "rss.sbn-xml" : "atom.sbn-xml");
        output.MakeXml();
    }
}
