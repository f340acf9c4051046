using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Feeds.Rules;

/// <summary>What Apple asks of the tags of its own name space.</summary>
internal static partial class ItunesRules
{
    public static readonly string[] ShowTypes = ["episodic", "serial"], EpisodeTypes = ["full", "trailer", "bonus"];

    public static ImmutableArray<FeedRule> All { get; } =
    [
        new("PB0961", "Apple", FeedScope.Podcast, Required,
            "A show has `itunes:image`, `itunes:category` and `itunes:explicit`."),
        new("PB0962", "Apple, W3C", FeedScope.Podcast, Owner,
            "A show has `itunes:author`, and its owner an email address."),
        new("PB0963", "Apple", FeedScope.Podcast, Artwork,
            "Artwork is a JPEG or PNG, and its address ends so."),
        new("PB0964", "Apple", FeedScope.Podcast, Category,
            "The category and its subcategory are Apple's, letter by letter."),
        new("PB0965", "Apple, W3C", FeedScope.Podcast, Explicit,
            "`itunes:explicit` is `true` or `false`."),
        new("PB0966", "Apple", FeedScope.Podcast, ShowType,
            "`itunes:type` is `episodic` or `serial`."),
        new("PB0967", "Apple", FeedScope.Podcast, Serial,
            "All full episodes of a serial have a number."),
        new("PB0968", "Apple", FeedScope.Podcast, Numbers,
            "`itunes:episode` and `itunes:season` are whole numbers from 1."),
        new("PB0969", "Apple", FeedScope.Podcast, EpisodeType,
            "`itunes:episodeType` is `full`, `trailer` or `bonus`."),
        new("PB0970", "Apple, W3C", FeedScope.Podcast, Duration,
            "A duration is written as seconds, MM:SS or HH:MM:SS."),
        new("PB0971", "Apple", FeedScope.Podcast, Yes,
            "`itunes:block` and `itunes:complete` are `Yes`, or not there."),
        new("PB0972", "Apple", FeedScope.Podcast, Title,
            "A title has neither the episode's number nor the show's name in it."),
        new("PB0973", "Podcast Index", FeedScope.Podcast, Summary,
            "`itunes:summary` does not repeat the description."),
    ];

    private static void Required(FeedInspection its)
    {
        foreach (var name in new[] { "image", "category", "explicit" })
            if (its.Feed.Channel.Find("itunes:" + name) is null)
                its.Report(Messages.ShowWithout(its.Feed.Channel.At, "itunes:" + name, name switch
                {
                    "image" => "<itunes:image href=\"https://…/cover.jpg\"/>, a square of 1400 to 3000 pixels",
                    "category" => "<itunes:category text=\"Technology\"/>, or another of Apple's",
                    _ => "<itunes:explicit>false</itunes:explicit>",
                }), null, name);
    }

    private static void Owner(FeedInspection its)
    {
        var channel = its.Feed.Channel;
        if (channel.TextOf("itunes:author").Length == 0) its.Report(Messages.ShowWithoutAuthor(channel.At), null, "author");
        if (channel.Find("itunes:owner") is { } owner && owner.TextOf("itunes:email") is var mail && !mail.Contains('@'))
            its.Report(Messages.OwnerWithoutMail(owner.At, mail), null, "owner");
    }

    private static void Artwork(FeedInspection its)
    {
        foreach (var (image, item) in its.All("itunes:image"))
        {
            if (image.Attribute("href") is not { Value.Length: > 0 } href)
                its.Report(Messages.ArtworkWithoutAddress(image.At), item, "image");
            else if (!ArtworkName().IsMatch(href.Value.Split('?', '#')[0]))
                its.Report(Messages.ArtworkOfOtherType(href.At, href.Value), item, "image");
        }
    }

    private static void Category(FeedInspection its)
    {
        foreach (var (category, _) in its.All("itunes:category"))
        {
            if (category.Attribute("text") is not { } text)
                its.Report(Messages.CategoryWithoutText(category.At), null, "category");
            else if (!AppleCategories.All.TryGetValue(text.Value, out var below))
                its.Report(Messages.UnknownCategory(text.At, text.Value, Meant(text.Value)), null, "category");
            else foreach (var sub in category.All("itunes:category"))
                if (sub.Attribute("text") is { } name && !below.Contains(name.Value))
                    its.Report(Messages.UnknownSubcategory(name.At, name.Value, text.Value, MeantBelow(name.Value, below)), null,
                        "category");
        }
    }

    private static string? Meant(string name)
    {
        if (name.Contains("&amp;")) return $"write & as &amp; once: text=\"{name}\"";
        if (AppleCategories.Former.TryGetValue(name, out var now)) return $"Apple has '{now}' for it now";
        foreach (var (parent, below) in AppleCategories.All)
            if (below.Contains(name))
                return $"it is a subcategory: put it inside <itunes:category text=\"{parent.Replace("&", "&amp;")}\">";
        return Near(name, AppleCategories.All.Keys.Concat(AppleCategories.All.Values.SelectMany(sub => sub)));
    }

    private static string? MeantBelow(string name, string[] below)
    {
        foreach (var (parent, others) in AppleCategories.All)
            if (others.Contains(name)) return $"it belongs to '{parent}'";
        return Near(name, below)
            ?? (below.Length > 0 ? "one of " + string.Join(", ", below) : "it has none: leave the subcategory out");
    }

    private static string? Near(string name, IEnumerable<string> known) =>
        Nearest.To(name.Replace(" and ", " & "), known) is { } near ? $"did you mean '{near}'?" : null;

    private static void Explicit(FeedInspection its)
    {
        foreach (var (tag, item) in its.All("itunes:explicit"))
            if (tag.Text is not ("true" or "false"))
                its.Report(Messages.WrongExplicit(tag.TextAt, tag.Text,
                    tag.Text.ToLowerInvariant() is "yes" or "explicit" or "true" or "1" ? "true" : "false"), item, "explicit");
            else if (tag.IsPadded) its.Report(Messages.PaddedExplicit(tag.TextAt, tag.Text), item, "explicit");
    }

    private static void ShowType(FeedInspection its)
    {
        if (its.Feed.Channel.Find("itunes:type") is { } type && !ShowTypes.Contains(type.Text))
            its.Report(Messages.WrongShowType(type.TextAt, type.Text, ShowTypes), null, "type");
    }

    private static void Serial(FeedInspection its)
    {
        if (its.Feed.Channel.TextOf("itunes:type") != "serial") return;
        foreach (var item in its.Feed.Items)
            if (item.Element.Find("itunes:episode") is null && item.Element.TextOf("itunes:episodeType") is "" or "full")
                its.Report(Messages.SerialWithoutNumber(item.At), item, "episode");
    }

    private static void Numbers(FeedInspection its)
    {
        foreach (var name in new[] { "episode", "season" })
            foreach (var (number, item) in its.All("itunes:" + name))
                if (!int.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value == 0)
                    its.Report(Messages.WrongNumber(number.TextAt, number.Written, number.Text), item, name);
    }

    private static void EpisodeType(FeedInspection its)
    {
        foreach (var (type, item) in its.All("itunes:episodeType"))
            if (!EpisodeTypes.Contains(type.Text))
                its.Report(Messages.WrongEpisodeType(type.TextAt, type.Text, EpisodeTypes), item, "episode_type");
    }

    private static void Duration(FeedInspection its)
    {
        foreach (var item in its.Feed.Items)
        {
            if (item.Element.Find("itunes:duration") is not { } duration)
            {
                if (item.Enclosure is not null) its.Report(Messages.EpisodeWithoutDuration(item.At), item, "mp3_duration");
            }
            else if (FeedDuration.Seconds(duration.Text) is null or 0)
                its.Report(Messages.WrongDuration(duration.TextAt, duration.Text), item, "mp3_duration");
        }
    }

    private static void Yes(FeedInspection its)
    {
        foreach (var name in new[] { "block", "complete" })
            foreach (var (tag, item) in its.All("itunes:" + name))
                if (tag.Text != "Yes") its.Report(Messages.OnlyYes(tag.TextAt, tag.Written, tag.Text), item, name);
    }

    private static void Title(FeedInspection its)
    {
        var show = its.Feed.Channel.TextOf("title");
        foreach (var item in its.Feed.Items)
        {
            if (item.Element.Find("itunes:title") is not null || item.Element.Find("title") is not { } title) continue;
            var number = NumberInFront().Match(title.Text);
            if (number.Success && (number.Groups["bare"].Length == 0
                || number.Groups["bare"].Value.TrimStart('0') == item.Element.TextOf("itunes:episode")))
                its.Report(Messages.NumberInTitle(title.TextAt, title.Text, title.Text[number.Length..]), item, "title");
            else if (show.Length > 3 && (title.Text.StartsWith(show, StringComparison.OrdinalIgnoreCase)
                || title.Text.EndsWith(show, StringComparison.OrdinalIgnoreCase)) && title.Text.Length > show.Length)
                its.Report(Messages.ShowInTitle(title.TextAt, title.Text, show), item, "title");
        }
    }

    private static void Summary(FeedInspection its)
    {
        foreach (var (part, item) in its.Parts)
            if (part.Find("itunes:summary") is { Text.Length: > 0 } summary && summary.Text == part.TextOf("description"))
                its.Report(Messages.SummaryRepeats(summary.TextAt), item, null);
    }

    [GeneratedRegex(@"\.(?:jpe?g|png)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ArtworkName();

    [GeneratedRegex(@"^(?:(?:episode|ep\.?|#|folge|no\.) ?#?[0-9]{1,5}|s[0-9]{1,3} ?e[0-9]{1,4}|(?<bare>[0-9]{1,5}))"
        + "(?: ?[:.–—|-] ?| [-–—|] )(?=.)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NumberInFront();
}
