using System.Globalization;
using Publisher.Content.Weeknotes;
using Publisher.Content;
using Publisher.Model;

namespace Publisher.Cli.Commands;

/// <summary>Knows when to say that this week has no weeknote yet: from Friday on, where people write weeknotes.</summary>
internal static class WeeknoteReminder
{
    /// <summary>The line to show; null when there is nothing to remind of.</summary>
    /// <param name="now">In the site's zone.</param>
    public static string? For(Site site, DateTimeOffset now)
    {
        if (now.DayOfWeek is not (DayOfWeek.Friday or DayOfWeek.Saturday or DayOfWeek.Sunday)) return null;
        var notes = site.Entries.Where(entry => entry is { Kind: Kind.Weeknote, IsSectionIndex: false }).ToList();
        var week = Week.Of(now);
        if (notes.Count == 0 || notes.Any(note => note.Date is { } date && Week.Of(date) == week)) return null;
        return $"No weeknote for {DaysOf(now, site.Settings.TimeZone)} yet: publisher new weeknote";
    }

    /// <summary>As people write a week: 16–22 November, 30 November – 6 December.</summary>
    private static string DaysOf(DateTimeOffset now, TimeZoneInfo zone)
    {
        var (from, to) = Week.DaysOf(now, zone);
        var culture = CultureInfo.InvariantCulture;
        var last = to.ToString("d MMMM", culture);
        return from.Month == to.Month ? $"{from.Day}–{last}" : $"{from.ToString("d MMMM", culture)} – {last}";
    }
}
