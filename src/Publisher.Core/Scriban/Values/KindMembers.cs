namespace Publisher.Scriban.Values;

/// <summary>What can be asked of text, dates, time spans and arrays with a dot.</summary>
internal static class KindMembers
{
    public static KindMember[] OfText { get; } =
    [
        new("size", static (in Value text, TemplateRun run) => Value.FromInteger(ValueText.Of(text, run).Length)),
        new("empty?", static (in Value text, TemplateRun run) => Value.FromBoolean(ValueText.Of(text, run).Length == 0)),
    ];

    public static KindMember[] OfArray { get; } =
    [
        new("size", static (in Value list, TemplateRun _) => Value.FromInteger(list.AsList.Count)),
        new("empty?", static (in Value list, TemplateRun _) => Value.FromBoolean(list.AsList.Count == 0)),
    ];

    public static KindMember[] OfDate { get; } =
    [
        Date("year", static date => date.Year),
        Date("month", static date => date.Month),
        Date("day", static date => date.Day),
        Date("day_of_year", static date => date.DayOfYear),
        Date("hour", static date => date.Hour),
        Date("minute", static date => date.Minute),
        Date("second", static date => date.Second),
        Date("millisecond", static date => date.Millisecond),
    ];

    public static KindMember[] OfTimeSpan { get; } =
    [
        Span("days", static span => Value.FromInteger(span.Days)),
        Span("hours", static span => Value.FromInteger(span.Hours)),
        Span("minutes", static span => Value.FromInteger(span.Minutes)),
        Span("seconds", static span => Value.FromInteger(span.Seconds)),
        Span("milliseconds", static span => Value.FromInteger(span.Milliseconds)),
        Span("total_days", static span => Value.FromDouble(span.TotalDays)),
        Span("total_hours", static span => Value.FromDouble(span.TotalHours)),
        Span("total_minutes", static span => Value.FromDouble(span.TotalMinutes)),
        Span("total_seconds", static span => Value.FromDouble(span.TotalSeconds)),
        Span("total_milliseconds", static span => Value.FromDouble(span.TotalMilliseconds)),
    ];

    private static KindMember Date(string name, Func<DateTimeOffset, int> part) =>
        new(name, (in Value date, TemplateRun _) => Value.FromInteger(part(date.AsDate)));

    private static KindMember Span(string name, Func<TimeSpan, Value> part) =>
        new(name, (in Value span, TemplateRun _) => part(span.AsTimeSpan));
}
