using Publisher.Diagnostics;

namespace Publisher.Feeds;

/// <summary>What feeds a rule is for.</summary>
public enum FeedScope { Any, Xml, Rss, Podcast, Atom, Json }

/// <summary>One thing that somebody asks of feeds.</summary>
/// <param name="Code">That of its diagnostics, which no other rule has.</param>
/// <param name="By">Who asks for it.</param>
/// <param name="Demand">What a feed must do, as one sentence.</param>
public sealed record FeedRule(string Code, string By, FeedScope Scope, string Demand)
{
    internal Action<FeedInspection> Check { get; init; } = _ => { };

    internal bool Concerns(Feed feed) => Scope switch
    {
        FeedScope.Xml => feed.Kind != FeedKind.Json,
        FeedScope.Rss => feed.Kind == FeedKind.Rss,
        FeedScope.Atom => feed.Kind == FeedKind.Atom,
        FeedScope.Json => feed.Kind == FeedKind.Json,
        FeedScope.Podcast => feed.IsPodcast,
        _ => true,
    };
}

/// <summary>One thing that a rule found wrong.</summary>
public sealed record FeedFinding(Diagnostic Problem)
{
    /// <summary>The item it is about; null when it is about the feed as a whole.</summary>
    public FeedItem? Item { get; init; }

    /// <summary>The key of the item's (or else the show's) front matter that mends it; null when there is none.</summary>
    public string? Key { get; init; }
}

/// <summary>A feed while rules look at it, and what they found.</summary>
internal sealed class FeedInspection(Feed feed, DateTimeOffset now)
{
    public Feed Feed => feed;

    public DateTimeOffset Now => now;

    public List<FeedFinding> Findings { get; } = [];

    public void Report(Diagnostic problem, FeedItem? item, string? key) =>
        Findings.Add(new FeedFinding(problem) { Item = item, Key = key });

    /// <summary>The channel, then each item: what may have a tag of its own.</summary>
    public IEnumerable<(FeedElement Element, FeedItem? Item)> Parts =>
        feed.Items.Select(item => (item.Element, (FeedItem?)item)).Prepend((feed.Channel, null));

    /// <summary>All elements of one name that stand in the channel or in an item.</summary>
    public IEnumerable<(FeedElement Element, FeedItem? Item)> All(string name) =>
        from part in Parts
        from element in part.Element.All(name)
        select (element, part.Item);
}
