using System.Collections.Immutable;
using Publisher.Feeds.Rules;

namespace Publisher.Feeds;

/// <summary>
/// The catalogue of what Apple, Spotify, the Podcast Index, the W3C's validator and the formats themselves ask of feeds.
/// </summary>
public static class FeedRules
{
    public static ImmutableArray<FeedRule> All { get; } =
    [
        .. DocumentRules.All, .. AddressRules.All, .. ChannelRules.All, .. ItemRules.All, .. HtmlRules.All, .. EnclosureRules.All,
        .. ItunesRules.All, .. PodcastRules.All, .. ChapterRules.All, .. AtomRules.All, .. JsonFeedRules.All,
    ];

    /// <summary>What is wrong with a feed, in the order of the file.</summary>
    /// <param name="now">What dates are in the future of.</param>
    /// <param name="called">What an item is called in what is said of another; otherwise it is told by its line.</param>
    public static ImmutableArray<FeedFinding> Check(Feed feed, DateTimeOffset now, Func<FeedItem, string>? called = null)
    {
        var inspection = new FeedInspection(feed, now, called);
        foreach (var rule in All)
            if (rule.Concerns(feed)) rule.Check(inspection);
        return
        [
            .. inspection.Findings.OrderBy(one => one.Problem.At.Line).ThenBy(one => one.Problem.At.Column)
                .ThenBy(one => one.Problem.Code, StringComparer.Ordinal),
        ];
    }
}
