using System.Collections.Immutable;
using Publisher.Text;

namespace Publisher.Feeds;

public enum FeedKind { Rss, Atom, Json }

/// <summary>A feed as it was read: RSS 2.0, Atom 1.0 or JSON Feed 1.1.</summary>
/// <param name="Root">The outermost element.</param>
/// <param name="Channel">What tells of the feed as a whole: RSS's channel, else the root.</param>
public sealed record Feed(SitePath File, FeedKind Kind, FeedElement Root, FeedElement Channel, ImmutableArray<FeedItem> Items)
{
    /// <summary>How large the file is.</summary>
    public long Bytes { get; init; }

    /// <summary>As the XML declaration names it; empty when it does not.</summary>
    public string Encoding { get; init; } = "";

    /// <summary>The instruction that gives the feed a style sheet of XSL; null without one.</summary>
    public Location? Xslt { get; init; }

    /// <summary>
    /// Whether it is meant for podcast players: it says so of itself with their tags, or has none and most of its items bring
    /// sound or film. A feed for readers may have such tags in its items alone, to tell how long they play.
    /// </summary>
    public bool IsPodcast { get; init; } = Kind == FeedKind.Rss && (IsForPlayers(Channel)
        || Items.Count(item => item.BringsMedia) * 2 > Items.Length && !Items.Any(item => IsForPlayers(item.Element)));

    private static bool IsForPlayers(FeedElement element) => element.Children.Any(child => child.Name is { } name
        && (name.StartsWith("itunes:", StringComparison.Ordinal) || name.StartsWith("podcast:", StringComparison.Ordinal)));
}

/// <summary>One item of a feed: RSS's item, Atom's entry.</summary>
/// <param name="Index">Its place in the feed, from 0.</param>
public sealed record FeedItem(int Index, FeedElement Element, FeedKind Kind)
{
    public Location At => Element.At;

    /// <summary>What makes it itself: RSS's guid, else the id; null without one.</summary>
    public FeedElement? Id { get; } =
        Element.Find(Kind switch { FeedKind.Rss => "guid", FeedKind.Atom => "atom:id", _ => "id" });

    /// <summary>RSS's enclosure; null without one.</summary>
    public FeedElement? Enclosure { get; } = Kind == FeedKind.Rss ? Element.Find("enclosure") : null;

    public string EnclosureUrl => Enclosure?.Attribute("url")?.Value ?? "";

    /// <summary>How large the feed says the enclosure is; 0 when it does not.</summary>
    public long Bytes => long.TryParse(Enclosure?.Attribute("length")?.Value, out var bytes) ? Math.Max(0, bytes) : 0;

    /// <summary>How long iTunes' tag says the enclosure is; 0 when it does not.</summary>
    public int Seconds => FeedDuration.Seconds(Element.TextOf("itunes:duration")) ?? 0;

    internal bool BringsMedia => Enclosure?.Attribute("type")?.Value is { } type
        && (type.StartsWith("audio/", StringComparison.Ordinal) || type.StartsWith("video/", StringComparison.Ordinal));
}
