using System.Globalization;

namespace Publisher.Content.Weeknotes;

/// <summary>A week from Monday to Sunday, with its number in the year it belongs to (ISO 8601).</summary>
public readonly record struct Week(int Year, int Number)
{
    /// <summary>The week that holds the date, as the date's own zone counts days.</summary>
    public static Week Of(DateTimeOffset date) => new(ISOWeek.GetYear(date.DateTime), ISOWeek.GetWeekOfYear(date.DateTime));

    /// <summary>
    /// Monday and Sunday, at the beginning of the day in the zone: clocks may change between them. The calendar's last days
    /// have no Sunday, so their week ends with the last one.
    /// </summary>
    public static (DateTimeOffset From, DateTimeOffset To) DaysOf(DateTimeOffset date, TimeZoneInfo zone)
    {
        var since = ((int)date.DayOfWeek + 6) % 7;
        var monday = date.Date.AddDays(-Math.Min(since, (date.Date - DateTime.MinValue).Days));
        var sunday = monday.AddDays(Math.Min(6, (DateTime.MaxValue.Date - monday).Days));
        return (PageDate.InZone(monday, zone), PageDate.InZone(sunday, zone));
    }
}
