using System.Text.RegularExpressions;
using Publisher.Configuration;

namespace Publisher.Content;

/// <summary>The number, season and week of a weeknote.</summary>
public static partial class Weeknote
{
    /// <summary>
    /// From <c>number</c>; else <c>S01E07</c> in title or slug gives the episode; else the first number in the slug, then in
    /// the title.
    /// </summary>
    public static int? NumberOf(Matter matter, string title, string slug)
    {
        if (matter.Extra.Find("number") is ScalarNode scalar && int.TryParse(scalar.Text, out var number)) return number;
        if (SeasonOfText(title, slug) is { } found) return found.Episode;
        var match = Digits().Match(slug);
        if (!match.Success) match = Digits().Match(title);
        return match.Success && int.TryParse(match.ValueSpan, out number) ? number : null;
    }

    public static int? SeasonOf(Matter matter, string title, string slug) =>
        Episode.SeasonOf(matter) ?? SeasonOfText(title, slug)?.Season;

    /// <summary>Monday and Sunday of the week that holds the date (ISO 8601).</summary>
    public static (DateTimeOffset From, DateTimeOffset To) WeekOf(DateTimeOffset date)
    {
        var monday = new DateTimeOffset(date.Date, date.Offset).AddDays(-(((int)date.DayOfWeek + 6) % 7));
        return (monday, monday.AddDays(6));
    }

    private static (int Season, int Episode)? SeasonOfText(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
            if (SeasonEpisode().Match(text) is { Success: true } match)
                return (int.Parse(match.Groups[1].ValueSpan), int.Parse(match.Groups[2].ValueSpan));
        return null;
    }

    [GeneratedRegex(@"\bs(\d{1,3})e(\d{1,3})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SeasonEpisode();

    [GeneratedRegex(@"\d{1,5}", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
