using Publisher.Configuration;
using Publisher.Rendering.Views;
using Publisher.Stores;
using Publisher.Text;

namespace Publisher.Rendering.Routes;

public enum FeedFormat { Rss, Atom, Json }

public static class FeedFormats
{
    public static string FileName(this FeedFormat format) =>
        format switch { FeedFormat.Rss => "feed.xml", FeedFormat.Atom => "atom.xml", _ => "feed.json" };

    public static string Template(this FeedFormat format) =>
        format switch { FeedFormat.Rss => "rss.sbn-xml", FeedFormat.Atom => "atom.sbn-xml", _ => "feed.sbn-json" };

    public static string MediaType(this FeedFormat format) => format switch
    {
        FeedFormat.Rss => "application/rss+xml", FeedFormat.Atom => "application/atom+xml", _ => "application/feed+json",
    };
}

/// <summary>A listing's newest pages with their full text, for feed readers; of a podcast, all of them.</summary>
/// <param name="Size">How many pages one document has.</param>
/// <param name="Number">Which document of a longer feed this is, from 1, the newest (RFC 5005, section 3).</param>
public sealed record FeedRoute(SitePath Path, ListKey List, FeedFormat Format, int Size, int Number = 1) : Route(Path)
{
    /// <summary>Whether this is what podcast apps subscribe to.</summary>
    public bool IsPodcast { get; init; }

    internal const string PodcastTemplate = "podcast.sbn-xml";

    public override OutputRole Role => OutputRole.Feed;

    public override string Origin => $"the feed of {List}";

    public static IEnumerable<FeedFormat> Formats(FeedSettings settings) =>
        Enum.GetValues<FeedFormat>().Where(format => format switch
        {
            FeedFormat.Rss => settings.Rss, FeedFormat.Atom => settings.Atom, _ => settings.Json,
        });

    /// <summary>feed.xml, feed-2.xml, feed-3.xml…</summary>
    public static string NameOf(FeedFormat format, int number)
    {
        var name = format.FileName();
        return number == 1 ? name : name.Insert(name.IndexOf('.'), $"-{number}");
    }

    public override void Render(RenderScope scope, Utf8Buffer output)
    {
        scope.AbsoluteUrls = true;
        var index = List.Kind == ListKind.Section && scope.Section(new SitePath(List.Name)) is { } section
            ? scope.IndexOf(section)
            : null;
        var page = new Generated
        {
            Kind = "feed", Title = Titles.OfFeed(List, scope), Url = Url, List = List, Index = index,
            Number = Number, Size = Size,
        };
        PageRenderer.RenderText(scope, GeneratedView.Instance.Of(page), output, TemplateOf(scope));
        if (Format != FeedFormat.Json) output.MakeXml();
    }

    internal string TemplateOf(RenderScope scope) =>
        IsPodcast && scope.Theme.Template(PodcastTemplate) is not null ? PodcastTemplate : Format.Template();
}
