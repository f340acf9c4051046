using Publisher.Diagnostics;

namespace Publisher.Feeds;

/// <summary>One thing that a rule found wrong.</summary>
public sealed record FeedFinding(Diagnostic Problem)
{
    /// <summary>The item it is about; null when it is about the feed as a whole.</summary>
    public FeedItem? Item { get; init; }

    /// <summary>The address that is wrong, where it is one.</summary>
    public string? Address { get; init; }

    /// <summary>The key of the item's (or else the show's) front matter that mends it; null when there is none.</summary>
    public string? Key { get; init; }
}
