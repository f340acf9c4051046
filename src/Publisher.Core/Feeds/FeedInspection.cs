using Publisher.Diagnostics;

namespace Publisher.Feeds;

/// <summary>A feed while rules look at it, and what they found.</summary>
internal sealed class FeedInspection(Feed feed, DateTimeOffset now, Func<FeedItem, string>? called = null)
{
    public Feed Feed => feed;

    public DateTimeOffset Now => now;

    /// <summary>How an item is told of elsewhere: by what the caller says of it, else by its line.</summary>
    public string Called(FeedItem item, Publisher.Text.Location at) => called?.Invoke(item) ?? $"the item on line {at.Line}";

    public List<FeedFinding> Findings { get; } = [];

    public void Report(Diagnostic problem, FeedItem? item, string? key, string? address = null) =>
        Findings.Add(new FeedFinding(problem) { Item = item, Key = key, Address = address });

    /// <summary>The channel, then each item: what may have a tag of its own.</summary>
    public IEnumerable<(FeedElement Element, FeedItem? Item)> Parts =>
        feed.Items.Select(item => (item.Element, (FeedItem?)item)).Prepend((feed.Channel, null));

    /// <summary>All elements of one name that stand in the channel or in an item.</summary>
    public IEnumerable<(FeedElement Element, FeedItem? Item)> All(string name) =>
        from part in Parts
        from element in part.Element.All(name)
        select (element, part.Item);
}
