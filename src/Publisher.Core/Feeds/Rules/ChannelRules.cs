using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Feeds.Rules;

/// <summary>What RSS asks of the channel, and of the texts that items have like it.</summary>
internal static partial class ChannelRules
{
    private const int MostBytes = 4000;

    public static ImmutableArray<FeedRule> All { get; } =
    [
        new("PB0932", "RSS Board", FeedScope.Rss, Version,
            "It is RSS 2.0 and says so: `<rss version=\"2.0\">`."),
        new("PB0933", "RSS Board, Apple", FeedScope.Rss, Required,
            "The channel has a title, a link and a description."),
        new("PB0934", "Apple, W3C, JSON Feed", FeedScope.Any, Language,
            "The language is one of ISO 639, perhaps with a region: `en`, `en-us`; a podcast has one."),
        new("PB0935", "Apple", FeedScope.Podcast, Long,
            "A description has at most 4,000 bytes."),
        new("PB0936", "Apple, RSS Board", FeedScope.Rss, Markup,
            "HTML in a description stands in CDATA, or is escaped."),
        new("PB0937", "W3C, RSS Board", FeedScope.Rss, Image,
            "The channel's image has the channel's title and link."),
        new("PB0938", "W3C, RSS Board", FeedScope.Rss, Mail,
            "An author is an address with a name: `mail@example.org (Name)`."),
        new("PB0939", "good practice", FeedScope.Any, BuildDate,
            "The feed's date is that of its newest item, not of the build."),
    ];

    private static readonly string[] Languages = (
        "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es "
        + "et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki "
        + "kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no "
        + "nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te "
        + "tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu").Split(' ');

    private static readonly Dictionary<string, string> LanguageNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["english"] = "en", ["german"] = "de", ["deutsch"] = "de", ["french"] = "fr", ["français"] = "fr", ["spanish"] = "es",
        ["español"] = "es", ["italian"] = "it", ["italiano"] = "it", ["portuguese"] = "pt", ["português"] = "pt",
        ["dutch"] = "nl", ["nederlands"] = "nl", ["japanese"] = "ja", ["chinese"] = "zh", ["russian"] = "ru",
        ["polish"] = "pl", ["swedish"] = "sv", ["en-uk"] = "en-gb", ["jp"] = "ja", ["cz"] = "cs", ["dk"] = "da",
        ["gr"] = "el", ["se-se"] = "sv-se",
    };

    /// <summary>The descriptions of a part, with HTML or without.</summary>
    public static IEnumerable<FeedElement> Descriptions(FeedElement part) =>
        part.Children.Where(child => child.Name is "description" or "itunes:summary");

    private static void Version(FeedInspection its)
    {
        var version = its.Feed.Root.Attribute("version");
        if (version?.Value != "2.0")
            its.Report(Messages.RssVersion(version?.At ?? its.Feed.Root.At, version?.Value ?? ""), null, null);
    }

    private static void Required(FeedInspection its)
    {
        foreach (var name in new[] { "title", "link", "description" })
            if (its.Feed.Channel.TextOf(name).Length == 0 && its.Feed.Channel.Find(name) is not { Children.IsEmpty: false })
                its.Report(Messages.ChannelWithout((its.Feed.Channel.Find(name) ?? its.Feed.Channel).At, name), null,
                    name == "link" ? "base_url" : name);
    }

    private static void Language(FeedInspection its)
    {
        var channel = its.Feed.Channel;
        if (channel.Find("language") is { Text.Length: > 0 } language)
        {
            if (!IsLanguage(language.Text))
                its.Report(Messages.WrongLanguage(language.TextAt, language.Text, Likely(language.Text)), null, "language");
        }
        else if (its.Feed.IsPodcast) its.Report(Messages.PodcastWithoutLanguage(channel.At), null, "language");
    }

    public static bool IsLanguage(string text) => LanguageTag().Match(text) is { Success: true } match
        && (match.Groups[1].Length == 3 || Languages.Contains(match.Groups[1].Value.ToLowerInvariant()))
        && !LanguageNames.ContainsKey(text);

    public static string? Likely(string text)
    {
        if (LanguageNames.TryGetValue(text, out var code)) return code;
        var dashed = text.Replace('_', '-').Split('.')[0].ToLowerInvariant();
        if (IsLanguage(dashed)) return dashed;
        return Nearest.To(text, LanguageNames.Keys) is { Length: > 4 } near ? LanguageNames[near] : null;
    }

    private static void Long(FeedInspection its)
    {
        foreach (var (part, item) in its.Parts)
            foreach (var text in Descriptions(part))
                if (Encoding.UTF8.GetByteCount(text.Text) is > MostBytes and var bytes)
                    its.Report(Messages.LongDescription(text.TextAt, text.Written, bytes, MostBytes), item, "description");
    }

    private static void Markup(FeedInspection its)
    {
        foreach (var (part, item) in its.Parts)
            foreach (var text in part.Children)
                if (text.Name is "description" or "itunes:summary" or "content:encoded" or "title" && !text.Children.IsEmpty)
                    its.Report(Messages.BareMarkup(text.Children[0].At, text.Written, text.Children[0].Written), item, null);
    }

    private static void Image(FeedInspection its)
    {
        if (its.Feed.Channel.Find("image") is not { } image) return;
        foreach (var name in new[] { "url", "title", "link" })
        {
            if (image.Find(name) is not { Text.Length: > 0 } part)
                its.Report(Messages.ImageWithout(image.At, name), null, null);
            else if (name != "url" && its.Feed.Channel.TextOf(name) is { Length: > 0 } own && part.Text != own)
                its.Report(Messages.ImageDiffers(part.TextAt, name, part.Text, own), null, null);
        }
    }

    private static void Mail(FeedInspection its)
    {
        foreach (var name in new[] { "managingEditor", "webMaster", "author" })
            foreach (var (mail, item) in its.All(name))
                if (!MailWithName().IsMatch(mail.Text))
                    its.Report(Messages.MailWithoutName(mail.TextAt, mail.Written, mail.Text), item, "author");
    }

    private static void BuildDate(FeedInspection its)
    {
        var name = its.Feed.Kind == FeedKind.Rss ? "lastBuildDate" : "atom:updated";
        if (its.Feed.Channel.Find(name) is not { } date || ItemRules.Read(its.Feed, date.Text).Value is not { } built) return;
        var newest = its.Feed.Items.Max(item => ItemRules.Changed(its.Feed, item));
        if (newest is { } last && built > last) its.Report(Messages.DateOfBuild(date.TextAt, date.Text, last), null, null);
    }

    [GeneratedRegex("^([A-Za-z]{2,3})(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageTag();

    [GeneratedRegex(@"^[^\s@()]+@[^\s@()]+\.[^\s@()]+ \(.+\)$", RegexOptions.CultureInvariant)]
    private static partial Regex MailWithName();
}
