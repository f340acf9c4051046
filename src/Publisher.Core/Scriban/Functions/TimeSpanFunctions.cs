using System.Globalization;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Functions;

/// <summary><c>timespan.…</c>.</summary>
internal static class TimeSpanFunctions
{
    public static void AddTo(Globals globals) => new FunctionGroup("timespan")
        // A span of so many days.
        // `{{ (timespan.from_days 1.5).total_hours }}` → `36`
        .Add("from_days", "days", static (run, a) => From(run, a, TimeSpan.TicksPerDay))
        // A span of so many hours.
        // `{{ span = timespan.from_hours 36; span.days }} and {{ span.hours }}` → `1 and 12`
        .Add("from_hours", "hours", static (run, a) => From(run, a, TimeSpan.TicksPerHour))
        // A span of so many milliseconds.
        // `{{ (timespan.from_milliseconds 1500).total_seconds }}` → `1.5`
        .Add("from_milliseconds", "millis", static (run, a) => From(run, a, TimeSpan.TicksPerMillisecond))
        // A span of so many minutes.
        // `{{ timespan.from_minutes 90 }}` → `01:30:00`
        .Add("from_minutes", "minutes", static (run, a) => From(run, a, TimeSpan.TicksPerMinute))
        // A span of so many seconds.
        // `{{ (timespan.from_seconds 75).minutes }}` → `1`
        .Add("from_seconds", "seconds", static (run, a) => From(run, a, TimeSpan.TicksPerSecond))
        // The span that the text is: days, hours, minutes, seconds.
        // `{{ (timespan.parse "1.12:30:00").total_hours }}` → `36.5`
        .Add("parse", "text", Parse)
        // No time at all.
        // `{{ timespan.zero == (timespan.from_days 0) }}` → `true`
        .Add("zero", "", static (_, _) => Value.FromTimeSpan(TimeSpan.Zero))
        .AddTo(globals);

    private static Value From(TemplateRun run, ReadOnlySpan<Value> a, long unit)
    {
        var ticks = Math.Round(a.Double(0, run) * unit);
        return Math.Abs(ticks) < long.MaxValue ? Value.FromTimeSpan(new TimeSpan((long)ticks))
            : throw run.Fault("the time span is too long");
    }

    private static Value Parse(TemplateRun run, ReadOnlySpan<Value> a)
    {
        if (a[0].IsNull) return Value.Null;
        return TimeSpan.TryParse(a.Text(0, run), CultureInfo.InvariantCulture, out var span) ? Value.FromTimeSpan(span)
            : throw run.Fault($"'{a.Text(0, run)}' is not a time span", "write [d.]hh:mm[:ss[.fff]]");
    }
}
