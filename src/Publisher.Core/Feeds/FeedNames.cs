namespace Publisher.Feeds;

/// <summary>The name spaces that feeds use, each with the prefix that names it in rules.</summary>
internal static class FeedNames
{
    public static readonly (string Prefix, string Uri)[] Spaces =
    [
        ("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"),
        ("podcast", "https://podcastindex.org/namespace/1.0"),
        ("content", "http://purl.org/rss/1.0/modules/content/"),
        ("atom", "http://www.w3.org/2005/Atom"),
        ("psc", "http://podlove.org/simple-chapters"),
        ("dc", "http://purl.org/dc/elements/1.1/"),
        ("fh", "http://purl.org/syndication/history/1.0"),
        ("googleplay", "http://www.google.com/schemas/play-podcasts/1.0"),
        ("media", "http://search.yahoo.com/mrss/"),
        ("slash", "http://purl.org/rss/1.0/modules/slash/"),
        ("spotify", "http://www.spotify.com/ns/rss"),
        ("sy", "http://purl.org/rss/1.0/modules/syndication/"),
        ("thr", "http://purl.org/syndication/thread/1.0"),
        ("wfw", "http://wellformedweb.org/CommentAPI/"),
        ("xhtml", "http://www.w3.org/1999/xhtml"),
        ("xml", "http://www.w3.org/XML/1998/namespace"),
        ("xmlns", "http://www.w3.org/2000/xmlns/"),
        // The namespace's document says that this is the same; it comes last, so that it is never proposed.
        ("podcast", "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md"),
    ];

    /// <summary>The elements whose names are checked for slips, by the prefix of their name space.</summary>
    public static readonly Dictionary<string, string[]> Elements = new()
    {
        [""] =
        [
            "title", "link", "description", "language", "copyright", "managingEditor", "webMaster", "pubDate", "lastBuildDate",
            "category", "generator", "docs", "cloud", "ttl", "image", "rating", "textInput", "skipHours", "skipDays", "item",
            "author", "comments", "enclosure", "guid", "source",
        ],
        ["itunes"] =
        [
            "author", "block", "category", "complete", "duration", "email", "episode", "episodeType", "explicit", "image",
            "keywords", "name", "new-feed-url", "order", "owner", "season", "subtitle", "summary", "title", "type",
            "applepodcastsverify", "isClosedCaptioned",
        ],
        ["podcast"] =
        [
            "alternateEnclosure", "block", "chapters", "chat", "contentLink", "episode", "funding", "guid", "image", "images",
            "integrity", "license", "liveItem", "location", "locked", "medium", "person", "podping", "podroll", "publisher",
            "remoteItem", "season", "socialInteract", "soundbite", "source", "trailer", "transcript", "txt",
            "updateFrequency", "value", "valueRecipient", "valueTimeSplit",
        ],
        ["content"] = ["encoded"],
        ["atom"] =
        [
            "author", "category", "content", "contributor", "email", "entry", "feed", "generator", "icon", "id", "link", "logo",
            "name", "published", "rights", "source", "subtitle", "summary", "title", "updated", "uri",
        ],
    };

    /// <summary>With the usual prefix of its space; with the space itself in braces when that is not known.</summary>
    public static string Canonical(string space, string local)
    {
        if (space.Length == 0) return local;
        foreach (var (prefix, uri) in Spaces)
            if (uri == space) return $"{prefix}:{local}";
        return $"{{{space}}}{local}";
    }
}
