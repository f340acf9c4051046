using System.Collections.Immutable;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Feeds.Rules;

/// <summary>What the file itself must be: its encoding, names, size, and the links that say where it and its like are.</summary>
internal static class DocumentRules
{
    // The W3C's validator reads no more; and readers that fetch it every hour notice the smaller number already.
    private const long MostBytes = 5_000_000, ManyBytes = 512 * 1024;

    public static ImmutableArray<FeedRule> All { get; } =
    [
        new("PB0920", "Apple, W3C", FeedScope.Xml, Encoding,
            "It begins with `<?xml version=\"1.0\" encoding=\"UTF-8\"?>` and is UTF-8."),
        new("PB0921", "Apple, Podcast Index", FeedScope.Xml, Spaces,
            "Name spaces are written letter by letter as they are defined."),
        new("PB0922", "Apple, W3C", FeedScope.Xml, Names,
            "Tags are known ones, in the right upper and lower case."),
        new("PB0923", "W3C", FeedScope.Any, Size,
            "It has at most 5,000,000 bytes; from 512 KB on it is told to be large."),
        new("PB0924", "RSS Board, Apple, Podcast Index", FeedScope.Xml, Twice,
            "What there is one of stands once."),
        new("PB0925", "W3C, JSON Feed", FeedScope.Any, Self,
            "It says its own address: `<atom:link rel=\"self\">`, or `feed_url`, in full."),
        new("PB0926", "RFC 5005", FeedScope.Xml, Paging,
            "Links to further pages of it (`next`, `prev`, `first`, `last`) lead elsewhere."),
        new("PB0927", "WebSub", FeedScope.Xml, Hub,
            "If it names a hub, it also names itself."),
        new("PB0928", "Chrome, Firefox, WebKit", FeedScope.Xml, Xslt,
            "It does not rely on XSLT, which browsers are removing."),
    ];

    private static readonly HashSet<string> Single =
    [
        "title", "link", "description", "language", "copyright", "managingEditor", "webMaster", "pubDate", "lastBuildDate", "ttl",
        "image", "guid", "enclosure", "itunes:author", "itunes:block", "itunes:complete", "itunes:duration", "itunes:episode",
        "itunes:episodeType", "itunes:explicit", "itunes:image", "itunes:new-feed-url", "itunes:owner", "itunes:season",
        "itunes:subtitle", "itunes:summary", "itunes:title", "itunes:type", "podcast:locked", "podcast:guid", "podcast:medium",
        "podcast:chapters", "podcast:season", "podcast:episode", "podcast:license", "podcast:updateFrequency", "content:encoded",
        "atom:id", "atom:title", "atom:updated", "atom:published", "atom:content", "atom:summary", "atom:subtitle", "atom:icon",
        "atom:logo",
    ];

    /// <summary>The links of RFC 4287, which RSS borrows, by what they say of their target.</summary>
    public static IEnumerable<FeedElement> Links(Feed feed, string relation) =>
        feed.Channel.All("atom:link").Where(link => link.Attribute("rel")?.Value == relation);

    private static void Encoding(FeedInspection its)
    {
        var encoding = its.Feed.Encoding;
        var top = new Location(its.Feed.File, 1, 1, 1);
        if (encoding.Length == 0) its.Report(Messages.FeedWithoutEncoding(top), null, null);
        else if (!encoding.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            its.Report(Messages.FeedInOtherEncoding(top, encoding), null, null);
    }

    private static void Spaces(FeedInspection its)
    {
        foreach (var attribute in its.Feed.Root.Attributes)
        {
            if (!attribute.Name.StartsWith("xmlns", StringComparison.Ordinal)) continue;
            var prefix = attribute.Name.StartsWith("xmlns:", StringComparison.Ordinal) ? attribute.Name[6..] : "";
            if (FeedNames.Spaces.Any(space => space.Uri == attribute.Value)) continue;
            var byName = FeedNames.Spaces.FirstOrDefault(space => space.Prefix == prefix).Uri;
            var meant = byName ?? Nearest.To(attribute.Value, FeedNames.Spaces.Select(space => space.Uri));
            // A prefix may be anyone's; an address that is nearly a known one is hardly meant to be another.
            if (meant is not null) its.Report(Messages.WrongNamespace(attribute.At, attribute.Value, meant), null, null);
        }
    }

    private static void Names(FeedInspection its)
    {
        foreach (var part in its.Parts)
            foreach (var element in part.Element.Children)
            {
                var colon = element.Name.StartsWith('{') ? -1 : element.Name.IndexOf(':');
                var (prefix, local) = colon < 0 ? ("", element.Name) : (element.Name[..colon], element.Name[(colon + 1)..]);
                if (!FeedNames.Elements.TryGetValue(prefix, out var known) || known.Contains(local)) continue;
                if (Nearest.To(local, known) is { } near)
                    its.Report(Messages.MisspeltTag(element.At, element.Written,
                        element.Written[..^local.Length] + near), part.Item, null);
            }
    }

    private static void Size(FeedInspection its)
    {
        var bytes = its.Feed.Bytes;
        if (bytes > MostBytes) its.Report(Messages.FeedRefusedForSize(new Location(its.Feed.File), bytes, MostBytes), null, null);
        else if (bytes > ManyBytes) its.Report(Messages.LargeFeed(new Location(its.Feed.File), bytes), null, null);
    }

    private static void Twice(FeedInspection its)
    {
        foreach (var part in its.Parts)
        {
            var seen = new HashSet<string>();
            foreach (var element in part.Element.Children)
                if (Single.Contains(element.Name) && !seen.Add(element.Name))
                    its.Report(Messages.TagTwice(element.At, element.Written), part.Item, null);
        }
    }

    private static void Self(FeedInspection its)
    {
        var feed = its.Feed;
        if (feed.Kind == FeedKind.Json)
        {
            if (feed.Channel.TextOf("feed_url").Length == 0)
                its.Report(Messages.FeedWithoutSelf(feed.Channel.At, "\"feed_url\": \"https://…/feed.json\""), null, "base_url");
            return;
        }
        if (Links(feed, "self").FirstOrDefault() is null)
            its.Report(Messages.FeedWithoutSelf(feed.Channel.At, feed.Kind == FeedKind.Atom
                ? "<link rel=\"self\" href=\"https://…\"/>"
                : "<atom:link rel=\"self\" type=\"application/rss+xml\" href=\"https://…\"/>, and "
                    + "xmlns:atom=\"http://www.w3.org/2005/Atom\" in <rss>"), null, "base_url");
    }

    private static void Paging(FeedInspection its)
    {
        var seen = new Dictionary<string, string>();
        if (Links(its.Feed, "self").FirstOrDefault()?.Attribute("href") is not { } self) return;
        foreach (var relation in new[] { "prev", "previous", "next" })
            foreach (var link in Links(its.Feed, relation))
            {
                if (link.Attribute("href") is not { Value.Length: > 0 } to) continue;
                if (to.Value == self.Value) its.Report(Messages.FeedPagesInCircles(to.At, relation, to.Value), null, null);
                else if (!seen.TryAdd(to.Value, relation))
                    its.Report(Messages.FeedPagesAgree(to.At, relation, seen[to.Value], to.Value), null, null);
            }
        var (first, last) = (Links(its.Feed, "first").FirstOrDefault(), Links(its.Feed, "last").FirstOrDefault());
        if (first is null != last is null && (first ?? last) is { } only)
            its.Report(Messages.FeedPagesHalf(only.At, first is null ? "first" : "last"), null, null);
    }

    private static void Hub(FeedInspection its)
    {
        if (Links(its.Feed, "hub").FirstOrDefault() is { } hub && !Links(its.Feed, "self").Any())
            its.Report(Messages.HubWithoutSelf(hub.At), null, "base_url");
    }

    private static void Xslt(FeedInspection its)
    {
        if (its.Feed.Xslt is { } at) its.Report(Messages.XsltFeed(at), null, null);
    }
}
