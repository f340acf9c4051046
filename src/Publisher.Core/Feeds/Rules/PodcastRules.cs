using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Publisher.Diagnostics;

namespace Publisher.Feeds.Rules;

/// <summary>What the Podcast Index asks of the tags of Podcasting 2.0.</summary>
internal static partial class PodcastRules
{
    public static readonly string[] Media =
    [
        "podcast", "music", "video", "film", "audiobook", "newsletter", "blog", "publisher", "course", "mixed", "podcastL",
        "musicL", "videoL", "filmL", "audiobookL", "newsletterL", "blogL", "publisherL", "courseL",
    ];

    private static readonly string[] TranscriptTypes =
        ["text/vtt", "application/x-subrip", "application/json", "text/html", "text/plain"];

    /// <summary>Older names of SubRip's type, which the specification once showed.</summary>
    private static readonly string[] FormerTypes = ["application/srt", "text/srt", "application/x-srt"];

    /// <summary>What must stand in each tag.</summary>
    private static readonly (string Tag, string[] Attributes)[] RequiredAttributes =
    [
        ("funding", ["url"]), ("transcript", ["url", "type"]), ("chapters", ["url", "type"]),
        ("soundbite", ["startTime", "duration"]),
        ("trailer", ["url", "pubdate"]), ("image", ["href"]), ("contentLink", ["href"]), ("remoteItem", ["feedGuid"]),
        ("socialInteract", ["protocol"]), ("alternateEnclosure", ["type"]), ("value", ["type", "method"]),
        ("chat", ["server", "protocol"]),
    ];

    /// <summary>How many letters aggregators show of a tag's text, or of an attribute.</summary>
    private static readonly (string Tag, string? Attribute, int Most)[] Lengths =
    [
        ("funding", null, 128), ("person", null, 128), ("location", null, 128), ("soundbite", null, 128),
        ("updateFrequency", null, 128), ("trailer", null, 128), ("season", "name", 128),
        ("episode", "display", 32), ("txt", null, 4000), ("txt", "purpose", 128),
    ];

    public static ImmutableArray<FeedRule> All { get; } =
    [
        new("PB0974", "Podcast Index", FeedScope.Rss, Guid,
            "`podcast:guid` is a UUID; a podcast has one."),
        new("PB0975", "Podcast Index", FeedScope.Rss, Locked,
            "`podcast:locked` is `yes` or `no`, and its owner an email address."),
        new("PB0976", "Podcast Index", FeedScope.Rss, Lengthy,
            "Texts are short enough to be shown: names and calls for money have 128 letters, an episode's `display` 32."),
        new("PB0977", "Podcast Index", FeedScope.Rss, Person,
            "A person has a name, and a role and a group of the Podcast Taxonomy."),
        new("PB0978", "Podcast Index", FeedScope.Rss, Attributes,
            "Tags have the attributes that they need, such as `url` and `type`."),
        new("PB0979", "Podcast Index, Apple", FeedScope.Rss, Types,
            "Transcripts and chapters are of a type that players read."),
        new("PB0980", "Podcast Index", FeedScope.Rss, Medium,
            "`podcast:medium` is one of the list."),
        new("PB0981", "Podcast Index", FeedScope.Rss, Numbers,
            "`podcast:season` is a whole number, `podcast:episode` a decimal one."),
        new("PB0982", "Podcast Index", FeedScope.Rss, Soundbite,
            "A soundbite lasts 15 to 120 seconds and lies within the episode."),
        new("PB0983", "Podcast Index", FeedScope.Rss, Frequency,
            "`podcast:updateFrequency` has a recurrence rule that can be read."),
        new("PB0984", "Podcast Index", FeedScope.Rss, Place,
            "A place is named and has coordinates like `geo:52.52,13.40`."),
        new("PB0985", "Podcast Index", FeedScope.Rss, HostsAgain,
            "An episode that names persons names the hosts again: its list replaces the show's."),
    ];

    private static void Guid(FeedInspection its)
    {
        if (its.Feed.Channel.Find("podcast:guid") is { } guid)
        {
            if (!System.Guid.TryParseExact(guid.Text, "D", out _)) its.Report(Messages.GuidIsNoUuid(guid.TextAt, guid.Text),
                null, "guid");
        }
        else if (its.Feed.IsPodcast) its.Report(Messages.ShowWithoutGuid(its.Feed.Channel.At), null, "guid");
    }

    private static void Locked(FeedInspection its)
    {
        if (its.Feed.Channel.Find("podcast:locked") is not { } locked) return;
        if (locked.Text is not ("yes" or "no")) its.Report(Messages.WrongLocked(locked.TextAt, locked.Text), null, "locked");
        if (locked.Attribute("owner") is not { } owner) its.Report(Messages.LockedWithoutOwner(locked.At), null, "owner");
        else if (!owner.Value.Contains('@')) its.Report(Messages.WrongOwner(owner.At, owner.Value), null, "owner");
    }

    private static void Lengthy(FeedInspection its)
    {
        foreach (var (name, attribute, most) in Lengths)
            foreach (var (tag, item) in its.All("podcast:" + name))
            {
                var text = attribute is null ? tag.Text : tag.Attribute(attribute)?.Value ?? "";
                if (text.Length <= most) continue;
                its.Report(Messages.TooLongToShow(attribute is null ? tag.TextAt : tag.Attribute(attribute)!.At,
                    attribute is null ? tag.Written : $"{tag.Written} {attribute}", text.Length, most), item, name);
            }
    }

    private static void Person(FeedInspection its)
    {
        foreach (var (person, item) in its.All("podcast:person"))
        {
            if (person.Text.Length == 0) its.Report(Messages.PersonWithoutName(person.At), item, "persons");
            foreach (var (name, known) in new[] { ("role", PodcastTaxonomy.Roles), ("group", PodcastTaxonomy.Groups) })
                if (person.Attribute(name) is { Value.Length: > 0 } value
                    && !known.Contains(value.Value.ToLowerInvariant().TrimEnd('.')))
                    its.Report(Messages.UnknownRole(value.At, name, value.Value, known), item, "persons");
        }
    }

    private static void Attributes(FeedInspection its)
    {
        foreach (var (name, needed) in RequiredAttributes)
            foreach (var (tag, item) in its.All("podcast:" + name))
                foreach (var attribute in needed)
                    if (tag.Attribute(attribute) is not { Value.Length: > 0 })
                        its.Report(Messages.TagWithoutAttribute(tag.At, tag.Written, attribute), item, null);
    }

    private static void Types(FeedInspection its)
    {
        foreach (var (transcript, item) in its.All("podcast:transcript"))
            if (transcript.Attribute("type") is { Value.Length: > 0 } type && !TranscriptTypes.Contains(type.Value))
                its.Report(Messages.WrongTranscriptType(type.At, type.Value, TranscriptTypes,
                    FormerTypes.Contains(type.Value) ? "application/x-subrip" : null), item, "transcript");
        foreach (var (chapters, item) in its.All("podcast:chapters"))
            if (chapters.Attribute("type") is { Value.Length: > 0 } type && type.Value is not "application/json+chapters")
                its.Report(Messages.WrongChaptersType(type.At, type.Value), item, null);
    }

    private static void Medium(FeedInspection its)
    {
        if (its.Feed.Channel.Find("podcast:medium") is { } medium && !Media.Contains(medium.Text))
            its.Report(Messages.UnknownMedium(medium.TextAt, medium.Text, Media), null, "medium");
    }

    private static void Numbers(FeedInspection its)
    {
        foreach (var (season, item) in its.All("podcast:season"))
            if (!int.TryParse(season.Text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                its.Report(Messages.NoSeasonNumber(season.TextAt, season.Text), item, "season");
        foreach (var (episode, item) in its.All("podcast:episode"))
            if (!decimal.TryParse(episode.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _))
                its.Report(Messages.NoEpisodeNumber(episode.TextAt, episode.Text), item, "episode");
    }

    private static void Soundbite(FeedInspection its)
    {
        const string Key = "soundbites";
        foreach (var (bite, item) in its.All("podcast:soundbite"))
        {
            if (bite.Attribute("startTime") is not { Value.Length: > 0 } start
                || bite.Attribute("duration") is not { Value.Length: > 0 } duration) continue;
            if (Number(start.Value) is not { } from) its.Report(Messages.NoSeconds(start.At, start.Value), item, Key);
            else if (Number(duration.Value) is not { } length)
                its.Report(Messages.NoSeconds(duration.At, duration.Value), item, Key);
            else if (length is < 15 or > 120) its.Report(Messages.OddSoundbite(duration.At, duration.Value), item, Key);
            else if (item is { Seconds: > 0 } && from + length > item.Seconds)
                its.Report(Messages.SoundbiteTooLate(start.At, from + length, item.Seconds), item, Key);
        }
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static void Frequency(FeedInspection its)
    {
        if (its.Feed.Channel.Find("podcast:updateFrequency") is not { } frequency) return;
        if (frequency.Attribute("complete") is { } complete && complete.Value is not ("true" or "false"))
            its.Report(Messages.WrongFrequency(complete.At, complete.Value, "complete is 'true' or 'false'"), null, null);
        if (frequency.Attribute("rrule") is not { } rule) return;
        if (!RecurrenceRule().IsMatch(rule.Value))
            its.Report(Messages.WrongFrequency(rule.At, rule.Value, "write a rule of RFC 5545, like FREQ=WEEKLY;BYDAY=MO"),
                null, null);
        else if (rule.Value.Contains("COUNT=", StringComparison.Ordinal) && frequency.Attribute("dtstart") is null)
            its.Report(Messages.WrongFrequency(rule.At, rule.Value, "with COUNT, say from when: dtstart=\"2026-11-21\""), null,
                null);
    }

    private static void Place(FeedInspection its)
    {
        foreach (var (place, item) in its.All("podcast:location"))
        {
            if (place.Text.Length == 0) its.Report(Messages.PlaceWithoutName(place.At), item, "location");
            if (place.Attribute("geo") is { } geo && !Coordinates().IsMatch(geo.Value))
                its.Report(Messages.WrongCoordinates(geo.At, geo.Value), item, "location");
        }
    }

    private static void HostsAgain(FeedInspection its)
    {
        if (!its.Feed.Channel.All("podcast:person").Any(IsHost)) return;
        foreach (var item in its.Feed.Items)
            if (item.Element.Find("podcast:person") is { } first && !item.Element.All("podcast:person").Any(IsHost))
                its.Report(Messages.HostsReplaced(first.At), item, "persons");
    }

    private static bool IsHost(FeedElement person) =>
        (person.Attribute("role")?.Value ?? "host").Contains("host", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("^(?:RRULE:)?(?:[A-Z]+=[^;=]+;)*FREQ=(?:SECONDLY|MINUTELY|HOURLY"
        + "|DAILY|WEEKLY|MONTHLY|YEARLY)(?:;[A-Z]+=[^;=]+)*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex RecurrenceRule();

    [GeneratedRegex(@"^geo:-?[0-9]{1,3}(\.[0-9]+)?,-?[0-9]{1,3}(\.[0-9]+)?([,;].*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Coordinates();
}
