using System.Buffers;
using System.Collections.Immutable;
using Publisher.Configuration;
using Publisher.Content.Weeknotes;
using Publisher.Diagnostics;
using Publisher.Feeds;
using Publisher.Media;
using Publisher.Text;

namespace Publisher.Content.Podcasts;

/// <summary>
/// Finds what is wrong with the keys that only episodes and weeknotes give a meaning. It looks at them below their section's
/// defaults, because a page of another kind may use the same names as it likes.
/// </summary>
internal static class EpisodeCheck
{
    private static readonly string[] Keys =
        ["mp3_bytes", "audio_bytes", "mp3_duration", "audio_duration", "audio", "mp3", "audio_url"];

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz_");

    public static List<Diagnostic> Of(Card card, Matter matter, Kind kind)
    {
        var problems = new List<Diagnostic>();
        if (kind is not (Kind.Episode or Kind.Weeknote)) return problems;
        var swapped = kind == Kind.Episode ? Swapped(matter) : null;
        if (swapped is not null) problems.Add(swapped);
        foreach (var (key, node) in matter.Extra.Entries)
        {
            if (swapped is not null && Keys.Contains(key.Text)) continue;
            if (Expected(key.Text, node, kind) is { } expected) problems.Add(Messages.WrongType(node.At, key.Text, expected));
            else if (kind == Kind.Episode) CheckItems(key.Text, node, problems);
        }
        if (kind == Kind.Episode && problems.Count == 0) CheckAudio(card, matter, problems);
        return problems;
    }

    /// <summary>
    /// Size and length of the sound that only make sense the other way round; null when they are right, or otherwise wrong.
    /// </summary>
    internal static Diagnostic? Swapped(Matter matter)
    {
        if (Episode.Fact(matter, "bytes") is not { Value: ScalarNode bytes } first
            || Episode.Fact(matter, "duration") is not { Value: ScalarNode duration } second) return null;
        if (Episode.BytesOf(bytes.Text) is not null && Timestamp.Seconds(duration.Text) is not null) return null;
        return Episode.BytesOf(duration.Text) is { } size && Timestamp.Seconds(bytes.Text) is >= 1 and var length
            && Bitrate.IsPlausible(size, (int)length)
            ? Messages.SwappedSound(bytes.At, first.Key.Text, bytes.Text, second.Key.Text, duration.Text) with
                {
                    Fixes = [new Fix(bytes.At, bytes.Text, duration.Text), new Fix(duration.At, duration.Text, bytes.Text)],
                }
            : null;
    }

    /// <summary>What the key must be; null when it is that, or has no meaning here.</summary>
    private static string? Expected(string key, DataNode node, Kind kind)
    {
        if (node is ScalarNode { IsNull: true }) return null;
        var text = (node as ScalarNode)?.Text;
        switch (key)
        {
            case "number" when kind == Kind.Weeknote && (text is null || Weeknote.Parse(text) is null):
                return "a whole number, or the first and the last of several: 6-9";
            case "number" when kind == Kind.Episode && Episode.WholeOf(text) is null:
            case "season" when Episode.WholeOf(text) is null:
            case "episode" when kind == Kind.Episode && Episode.WholeOf(text) is null:
                return "a whole number";
            case "subtitle" or "sub-title" when kind == Kind.Weeknote && text is null:
                return "text";
            case "explicit" when kind == Kind.Episode && text is null:
            case "embed_chapters" when kind == Kind.Episode && Fields.FlagOf(node) is null:
                return "true or false";
            case "episode_type" when kind == Kind.Episode && text is null:
            case "first_chapter" when kind == Kind.Episode && !node.IsWords():
                return "text (in quotes, if it is meant so)";
            case "chapters" when kind == Kind.Episode && node is ScalarNode && !node.IsWords() && Fields.FlagOf(node) != false:
                return "a list, the path of a JSON file, or false";
            case "audio" when kind == Kind.Episode && (node is SequenceNode || Urls.IsScript(text)
                || (node as MappingNode)?.Find("url") is SequenceNode or MappingNode || text is not null && !node.IsWords()):
                return "an address, or a mapping with 'url', 'bytes' and 'duration'";
            case "audio" when kind == Kind.Episode && node is MappingNode map:
                return map.Find("bytes") is { } size && Expected("audio_bytes", size, kind) is not null
                        ? "a mapping whose 'bytes' is a whole number"
                    : map.Find("duration") is { } length && Expected("audio_duration", length, kind) is not null
                        ? "a mapping whose 'duration' is like 57:10, 1:02:33 or 3430"
                    : map.Find("type") is SequenceNode or MappingNode ? "a mapping whose 'type' is text, like audio/mpeg"
                    : null;
            case "mp3" or "audio_url" when kind == Kind.Episode && (text is null || Urls.IsScript(text)):
                return "an address";
            case "mp3_bytes" or "audio_bytes" when kind == Kind.Episode && Episode.BytesOf(text) is null:
                return "a whole number";
            case "mp3_duration" or "audio_duration" when kind == Kind.Episode && Timestamp.Seconds(text) is null:
                return "like 57:10, 1:02:33 or 3430 (seconds)";
            default:
                return null;
        }
    }

    /// <summary>Of a list, each item is wrong for itself.</summary>
    private static void CheckItems(string key, DataNode node, List<Diagnostic> problems)
    {
        var isPerson = People.Any(people => Person.IsKey(key, people.Many, people.One));
        if (!isPerson && key is not ("transcript" or "transcripts"))
        {
            // guest_avatar, guest_2_twitter, guest_twitter_2: what is told of somebody who is named.
            if (People.Any(people => key.StartsWith(people.One + "_", StringComparison.Ordinal))
                && key.Split('_').Skip(1).FirstOrDefault(part => part.Length > 0 && !char.IsAsciiDigit(part[0])) is { } word)
                problems.AddRange(Person.Faults(key, word, node));
            return;
        }
        var shape = isPerson ? Person.Shape : TranscriptShape;
        foreach (var item in node is SequenceNode list ? list.Items : [node])
        {
            if (item.IsNothing()) continue;
            if (!shape.Fits(item)) problems.Add(Messages.WrongType(item.At, key, shape.Words));
            else problems.AddRange(isPerson ? Person.Faults(item) : NamedLink.Scripts(item));
        }
    }

    private static readonly ImmutableArray<(string Many, string One)> People =
        [("guests", "guest"), ("hosts", "host"), ("persons", "person")];

    private static readonly ItemShape TranscriptShape = new(
        "a path or an address, { file: …, language: en }, or a list of these",
        item => item is MappingNode map
            ? (map.Find("file") ?? map.Find("url")).IsWords() && map.Find("language") is null or ScalarNode
            : item.IsWords());

    private static void CheckAudio(Card card, Matter matter, List<Diagnostic> problems)
    {
        var slug = card.FileSlug;
        if (Episode.AudioOf(matter, pattern => pattern) is not { } audio) return;
        if (audio.Url.Length == 0)
        {
            var key = Keys.First(key => matter.Extra.Find(key) is not null);
            problems.Add(Messages.EpisodeWithoutAudio(matter.Extra.Find(key)!.At, key));
        }
        else if (matter.Extra.Find("audio_url") is ScalarNode { Text: var pattern, At: var at } && audio.Url == pattern)
        {
            if (UnknownPlaceholder(pattern) is { } unknown)
                problems.Add(Messages.BadAudioPattern(at, pattern, unknown, Permalink.Placeholders));
            else if (Permalink.Lacking(pattern, Episode.NumberOf(matter, slug), Episode.SeasonOf(matter)) is { } what)
                problems.Add(Messages.EpisodeWithoutPart(new Location(card.Path), pattern, what));
        }
    }

    private static string? UnknownPlaceholder(string pattern)
    {
        foreach (var part in pattern.Split(':').Skip(1))
        {
            var end = part.AsSpan().IndexOfAnyExcept(Letters);
            var name = end < 0 ? part : part[..end];
            if (name.Length > 0 && !Permalink.Placeholders.Contains(name)) return name;
        }
        return null;
    }
}
