using System.Globalization;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Functions;

/// <summary><c>timespan.…</c>.</summary>
internal static class TimeSpanFunctions
{
    public static void AddTo(Globals globals) => new FunctionGroup("timespan")
        .Add("from_days", "days", static (run, a) => From(run, a, TimeSpan.TicksPerDay))
        .Add("from_hours", "hours", static (run, a) => From(run, a, TimeSpan.TicksPerHour))
        .Add("from_milliseconds", "millis", static (run, a) => From(run, a, TimeSpan.TicksPerMillisecond))
        .Add("from_minutes", "minutes", static (run, a) => From(run, a, TimeSpan.TicksPerMinute))
        .Add("from_seconds", "seconds", static (run, a) => From(run, a, TimeSpan.TicksPerSecond))
        .Add("parse", "text", Parse)
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
