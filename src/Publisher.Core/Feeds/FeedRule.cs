namespace Publisher.Feeds;

/// <summary>What feeds a rule is for.</summary>
public enum FeedScope { Any, Xml, Rss, Podcast, Atom, Json }

/// <summary>One thing that somebody asks of feeds.</summary>
public sealed class FeedRule
{
    internal FeedRule(string code, string by, FeedScope scope, Action<FeedInspection> check, string demand) =>
        (Code, By, Scope, Check, Demand) = (code, by, scope, check, demand);

    /// <summary>That of its diagnostics, which no other rule has.</summary>
    public string Code { get; }

    /// <summary>Who asks for it.</summary>
    public string By { get; }

    public FeedScope Scope { get; }

    /// <summary>What a feed must do, as one sentence of Markdown.</summary>
    public string Demand { get; }

    internal Action<FeedInspection> Check { get; }

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
