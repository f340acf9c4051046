using System.Globalization;
using Publisher.Configuration;
using Publisher.Content.Podcasts;
using Publisher.Diagnostics;
using Publisher.Text;
using static System.FormattableString;

namespace Publisher.Content.Weeknotes;

/// <summary>The number of a weeknote among the others of its section; the first and the last when it is several in one.</summary>
/// <param name="Season">Null where the section counts without seasons.</param>
public sealed record Weeknote(int? Season, int First, int Last)
{
    /// <summary>Keys that hold a second title, in the order in which they are looked at.</summary>
    public static readonly string[] SubtitleKeys = ["subtitle", "sub-title"];

    /// <summary>What gave the number.</summary>
    public Location At { get; init; }

    /// <summary>
    /// From <c>number</c>; else from a season with an episode, else from a plain counter, each in the title, the subtitle, the
    /// file's name and the description. Null when nothing counts it. Its season is the one that its own key says, else the one
    /// that came with the number, else that of its section.
    /// </summary>
    public static Weeknote? Of(Matter matter, string title, string slug, SitePath file)
    {
        var texts = Texts(matter, title, slug, file);
        var found = Find(texts, text => NumberInText.OfSeason(text.Text));
        var season = Episode.SeasonOf(matter);
        var isOwn = matter.Extra.Find("season")?.At.File == file;
        var (own, ofSection) = (isOwn ? season : null, isOwn ? null : season);
        if (matter.Extra.Find("number") is ScalarNode { IsNull: false } number)
            return Parse(number.Text) is { } said
                ? said with { Season = own ?? said.Season ?? found?.Season ?? ofSection, At = number.At }
                : null;
        found ??= Find(texts, text => NumberInText.OfCounter(
            text.Text, isSlug: text.Place == Place.Slug, leads: text.Place == Place.Description) is { } counter
                && !(text.Place == Place.Slug && IsOther(title, text.Text, counter)) ? counter : null);
        return found is null ? null : found with { Season = own ?? found.Season ?? ofSection };
    }

    /// <summary>
    /// Whether the number in the file's name is what the title says is a week of the year, or a count of things.
    /// </summary>
    private static bool IsOther(string title, string slug, NumberInText counter) =>
        char.IsAsciiDigit(slug[counter.Start]) && WeekInText.NumberIn(title) == counter.First
        || NumberInText.CountOf(title) == counter.First;

    /// <summary>Of <c>7</c>, <c>6-9</c> or <c>S01E07</c>, as the key <c>number</c> may be; null of anything else.</summary>
    internal static Weeknote? Parse(string text)
    {
        if (NumberInText.OfSeason(text) is { } season) return new(season.Season, season.First, season.Last);
        var ends = text.Split('-', '–');
        return ends.Length < 3 && TryParse(ends[0], out var first) && TryParse(ends[^1], out var last) && last >= first
            ? new(null, first, last)
            : null;

        static bool TryParse(string digits, out int number) =>
            int.TryParse(digits.Trim().TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>Whether a reader of this text sees the number in it.</summary>
    public bool IsIn(string text) =>
        (NumberInText.OfSeason(text) ?? NumberInText.OfCounter(text)) is { } shown && shown.First == First && shown.Last == Last;

    /// <summary>What a title or a subtitle says otherwise than what counts.</summary>
    internal IEnumerable<Diagnostic> Contradictions(Matter matter, string title, SitePath file)
    {
        foreach (var (text, place, at) in Texts(matter, title, "", file))
        {
            if (place is not (Place.Title or Place.Subtitle)) continue;
            // "#12" and "12:" may be about something else.
            if ((NumberInText.OfSeason(text) ?? NumberInText.OfCounter(text)) is not { } said
                || said.Season is null && text[said.Start] is not ('w' or 'W')) continue;
            var isOther = said.First != First || said.Last != Last;
            if (isOther || said.Season is not null && said.Season != Season)
                yield return Messages.OtherNumber(at, text.Substring(said.Start, said.Length), ToString(),
                    isOther ? At : matter.Extra.Find("season")?.At ?? At);
        }
    }

    /// <summary>As <c>number</c> takes it: 7, 6-9, S01E07.</summary>
    public override string ToString() => (Season, First == Last) switch
    {
        (null, true) => Invariant($"{First}"),
        (null, false) => Invariant($"{First}-{Last}"),
        (_, true) => Invariant($"S{Season:00}E{First:00}"),
        _ => Invariant($"S{Season:00}E{First:00}-E{Last:00}"),
    };

    private enum Place { Title, Subtitle, Slug, Description }

    private static Weeknote? Find(
        List<(string Text, Place Place, Location At)> texts, Func<(string Text, Place Place, Location At), NumberInText?> read)
    {
        foreach (var text in texts)
            if (read(text) is { } number) return new(number.Season, number.First, number.Last) { At = text.At };
        return null;
    }

    private static List<(string Text, Place Place, Location At)> Texts(Matter matter, string title, string slug, SitePath file)
    {
        var texts = new List<(string, Place, Location)> { (title, Place.Title, Said(matter.TitleAt)) };
        foreach (var key in SubtitleKeys)
            if (matter.Extra.Find(key) is ScalarNode { IsNull: false } node) texts.Add((node.Text, Place.Subtitle, node.At));
        texts.Add((slug, Place.Slug, new Location(file)));
        if (matter.Description is { } text) texts.Add((text, Place.Description, Said(matter.DescriptionAt)));
        return texts;

        Location Said(Location at) => at.Line > 0 ? at : new Location(file);
    }
}
