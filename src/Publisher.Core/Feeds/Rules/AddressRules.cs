using System.Collections.Immutable;
using System.Text;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Feeds.Rules;

/// <summary>What every address in a feed must be, wherever it stands.</summary>
internal static class AddressRules
{
    /// <summary>Elements whose text is an address.</summary>
    private static readonly HashSet<string> Texts =
    [
        "link", "url", "comments", "docs", "itunes:new-feed-url", "atom:icon", "atom:logo", "atom:uri", "home_page_url",
        "feed_url", "next_url", "icon", "favicon", "external_url", "image", "banner_image", "avatar",
    ];

    /// <summary>Attributes that are addresses.</summary>
    private static readonly HashSet<(string, string)> Values =
    [
        ("enclosure", "url"), ("source", "url"), ("itunes:image", "href"), ("podcast:funding", "url"), ("podcast:license", "url"),
        ("podcast:person", "href"), ("podcast:person", "img"), ("podcast:transcript", "url"), ("podcast:chapters", "url"),
        ("podcast:trailer", "url"), ("podcast:image", "href"), ("podcast:contentLink", "href"), ("podcast:source", "uri"),
        ("atom:link", "href"), ("atom:content", "src"), ("psc:chapter", "href"), ("psc:chapter", "image"),
    ];

    /// <summary>What players fetch themselves, while their listener waits.</summary>
    private static readonly HashSet<string> Fetched =
        ["enclosure", "itunes:image", "podcast:transcript", "podcast:chapters", "podcast:trailer"];

    public static ImmutableArray<FeedRule> All { get; } =
    [
        new("PB0929", "W3C, JSON Feed", FeedScope.Any, Full,
            "Every address is a full one, with its scheme and host."),
        new("PB0930", "Apple", FeedScope.Any, AsciiOnly,
            "Addresses have ASCII letters only, and no spaces."),
        new("PB0931", "Podcast Index, Apple", FeedScope.Podcast, Https,
            "What players fetch is fetched by https."),
    ];

    public static bool IsFull(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var parsed) && Urls.IsExternal(url)
            && !url.StartsWith("//", StringComparison.Ordinal)
        && (parsed.Host.Length > 0 || parsed.Scheme is not ("http" or "https"));

    /// <summary>Atom has a base for addresses (RFC 4287, section 2); RSS has none that readers know of.</summary>
    public static bool IsRelativeByRight(Feed feed, FeedElement element) =>
        feed.Kind == FeedKind.Atom && element.Base is not null;

    private static void Full(FeedInspection its)
    {
        foreach (var (url, at, element, item) in Of(its))
            if (url.Length > 0 && !IsFull(WithoutOthers(url)) && !IsRelativeByRight(its.Feed, element))
                its.Report(Messages.FeedAddressNotFull(at, element.Name, url), item, KeyOf(element.Name));
    }

    /// <summary>With letters that have a rule of their own replaced, so that one fault is told once.</summary>
    private static string WithoutOthers(string url) =>
        string.Concat(url.Select(letter => letter is ' ' or > '~' ? 'x' : letter));

    private static void AsciiOnly(FeedInspection its)
    {
        foreach (var (url, at, element, item) in Of(its))
            if (!Ascii.IsValid(url) || url.Contains(' '))
                its.Report(Messages.FeedAddressNotAscii(at, element.Name, url, Percent(url)), item, KeyOf(element.Name));
    }

    private static string Percent(string url)
    {
        var text = new StringBuilder();
        foreach (var one in Encoding.UTF8.GetBytes(url))
            if (one is > 0x20 and < 0x7F) text.Append((char)one);
            else text.Append('%').Append(one.ToString("X2"));
        return text.ToString();
    }

    private static void Https(FeedInspection its)
    {
        foreach (var (url, at, element, item) in Of(its))
            if (element.Name is not "link" && url.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
                its.Report(Messages.FeedAddressNotHttps(at, element.Name, url), item, KeyOf(element.Name), url);
            else if (Fetched.Contains(element.Name) && Urls.IsExternal(url) && !Urls.IsWeb(url))
                its.Report(Messages.FeedAddressNotFetched(at, element.Name, url[..(url.IndexOf(':') + 1)]), item,
                    KeyOf(element.Name));
    }

    private static IEnumerable<(string Url, Location At, FeedElement Element, FeedItem? Item)> Of(FeedInspection its)
    {
        foreach (var (part, item) in its.Parts)
            foreach (var element in Below(part))
            {
                if (element.Children.IsEmpty && Texts.Contains(element.Name))
                    yield return (element.Text, element.TextAt, element, item);
                foreach (var attribute in element.Attributes)
                    if (Values.Contains((element.Name, attribute.Name)))
                        yield return (attribute.Value, attribute.At, element, item);
            }
    }

    /// <summary>All that is the part's own: items are parts themselves.</summary>
    private static IEnumerable<FeedElement> Below(FeedElement part) => part.Children
        .Where(child => child.Name is not ("item" or "atom:entry" or "items" or "textInput")).SelectMany(child =>
            child.WithDescendants());

    private static string? KeyOf(string name) => name switch
    {
        "enclosure" or "url" => "audio",
        "itunes:image" or "image" => "image",
        "itunes:new-feed-url" => "new_feed_url",
        "podcast:funding" => "funding",
        "podcast:license" => "license",
        "psc:chapter" => "chapters",
        "podcast:person" => "persons",
        "podcast:transcript" => "transcript",
        _ => null,
    };
}
