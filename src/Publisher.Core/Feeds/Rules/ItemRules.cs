using System.Collections.Immutable;
using Publisher.Diagnostics;

namespace Publisher.Feeds.Rules;

/// <summary>What makes an item itself: its identity, its text, its dates.</summary>
internal static class ItemRules
{
    private static readonly string[] Dates =
        ["pubDate", "lastBuildDate", "atom:published", "atom:updated", "date_published", "date_modified"];

    public static ImmutableArray<FeedRule> All { get; } =
    [
        new("PB0940", "RSS Board, Apple", FeedScope.Rss, Said,
            "An item has a title or a description; an episode has a title."),
        new("PB0941", "W3C, Apple", FeedScope.Rss, Identity,
            "An item has a guid, which stays when its address changes."),
        new("PB0942", "Apple, W3C, JSON Feed", FeedScope.Any, SameIdentity,
            "No two items have the same guid or id."),
        new("PB0943", "RSS Board, W3C", FeedScope.Rss, PermaLink,
            "A guid that is no address has `isPermaLink=\"false\"`."),
        new("PB0944", "RSS Board, Apple, Atom, JSON Feed", FeedScope.Any, DateForm,
            "Dates are written as RFC 822 (RSS) or RFC 3339 (Atom, JSON Feed) have it."),
        new("PB0945", "W3C", FeedScope.Rss, Weekday,
            "The day of the week belongs to the date."),
        new("PB0946", "Apple", FeedScope.Any, Future,
            "No date is in the future."),
        new("PB0947", "good practice", FeedScope.Any, Order,
            "The newest item comes first."),
        new("PB0948", "Apple", FeedScope.Podcast, Dated,
            "An episode has a date."),
    ];

    public static FeedDate Read(Feed feed, string text) =>
        feed.Kind == FeedKind.Rss ? FeedDate.Rfc822(text) : FeedDate.Rfc3339(text);

    public static DateTimeOffset? Published(Feed feed, FeedItem item)
    {
        var date = feed.Kind switch
        {
            FeedKind.Rss => item.Element.TextOf("pubDate"),
            FeedKind.Atom => item.Element.Find("atom:published")?.Text ?? item.Element.TextOf("atom:updated"),
            _ => item.Element.TextOf("date_published"),
        };
        return date.Length == 0 ? null : Read(feed, date).Value;
    }

    /// <summary>When it was last changed, as far as the feed says.</summary>
    public static DateTimeOffset? Changed(Feed feed, FeedItem item) =>
        item.Element.Find(feed.Kind == FeedKind.Atom ? "atom:updated" : "date_modified") is { Text.Length: > 0 } changed
            ? Read(feed, changed.Text).Value
            : Published(feed, item);

    private static void Said(FeedInspection its)
    {
        foreach (var item in its.Feed.Items)
        {
            var hasTitle = Has("title");
            if (its.Feed.IsPodcast && item.Enclosure is not null && !hasTitle && !Has("itunes:title"))
                its.Report(Messages.EpisodeWithoutTitle(item.At), item, "title");
            else if (!hasTitle && !Has("description"))
                its.Report(Messages.ItemWithoutText(item.At), item, "title");

            bool Has(string name) => item.Element.Find(name) is { } text && (text.Text.Length > 0 || !text.Children.IsEmpty);
        }
    }

    private static void Identity(FeedInspection its)
    {
        foreach (var item in its.Feed.Items)
            if (item.Id is not { Text.Length: > 0 }) its.Report(Messages.ItemWithoutGuid((item.Id ?? item.Element).At), item,
                "id");
    }

    private static void SameIdentity(FeedInspection its)
    {
        var seen = new Dictionary<string, FeedItem>(StringComparer.Ordinal);
        foreach (var item in its.Feed.Items)
            if (item.Id is { Text.Length: > 0 } id && !seen.TryAdd(id.Text, item))
                its.Report(Messages.SameIdentity(
                    id.TextAt, id.Written, id.Text, its.Called(seen[id.Text], seen[id.Text].Id!.At)), item, "id");
    }

    private static void PermaLink(FeedInspection its)
    {
        foreach (var item in its.Feed.Items)
            if (item.Id is { Text.Length: > 0 } id && id.Attribute("isPermaLink")?.Value is not "false"
                && !(id.Text.StartsWith("http", StringComparison.OrdinalIgnoreCase) && AddressRules.IsFull(id.Text)))
                its.Report(Messages.GuidIsNoLink(id.TextAt, id.Text), item, null);
    }

    private static void DateForm(FeedInspection its)
    {
        foreach (var (date, item) in AllDates(its))
        {
            if (Read(its.Feed, date.Text) is { IsExact: false } read)
                its.Report(Messages.BadFeedDate(date.TextAt, date.Written, date.Text, its.Feed.Kind == FeedKind.Rss
                    ? FeedDate.Write822(read.Value ?? its.Now)
                    : FeedDate.Write3339(read.Value ?? its.Now), read.Value is not null), item, "date");
        }
    }

    private static void Weekday(FeedInspection its)
    {
        foreach (var (date, item) in AllDates(its))
            if (FeedDate.Rfc822(date.Text) is { Weekday: { } right })
                its.Report(Messages.WrongWeekday(date.TextAt, date.Text, right), item, "date");
    }

    private static void Future(FeedInspection its)
    {
        foreach (var (date, item) in AllDates(its))
            if (Read(its.Feed, date.Text).Value is { } value && value > its.Now)
                its.Report(Messages.FutureItem(date.TextAt, date.Written, date.Text), item, "date");
    }

    private static void Order(FeedInspection its)
    {
        // A serial is told from its beginning, and its feed may be too.
        if (its.Feed.Channel.TextOf("itunes:type") == "serial") return;
        DateTimeOffset? last = null;
        foreach (var item in its.Feed.Items)
        {
            if (Published(its.Feed, item) is not { } date) continue;
            if (date > last)
            {
                its.Report(Messages.ItemOutOfOrder(item.At), item, "date");
                return;
            }
            last = date;
        }
    }

    private static void Dated(FeedInspection its)
    {
        foreach (var item in its.Feed.Items)
            if (item.Element.TextOf("pubDate").Length == 0) its.Report(Messages.EpisodeWithoutDate(item.At), item, "date");
    }

    private static IEnumerable<(FeedElement Date, FeedItem? Item)> AllDates(FeedInspection its) =>
        from part in its.Parts
        from child in part.Element.Children
        where Dates.Contains(child.Name)
        select (child, part.Item);
}
