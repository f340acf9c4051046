using Publisher.Scriban.Running;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Functions;

/// <summary><c>date.…</c>: dates from text and back, and steps between them.</summary>
internal static class DateFunctions
{
    public static void AddTo(Globals globals)
    {
        var members = new ScriptObject();
        void Add(string name, string parameters, HostFunction.Body body) =>
            members[name] = Value.FromFunction(new HostFunction("date." + name, parameters, body));
        // The date so many days later; parts of days count.
        // `{{ date.parse "2026-11-21" | date.add_days 10 | date.to_string "%F" }}` → `2026-12-01`
        Add("add_days", "date, days", static (run, a) => Moved(run, a, static (date, by) => date.AddDays(by)));
        // The date so many hours later.
        // `{{ "2026-11-21 22:00" | date.add_hours 3 | date.to_string "%F %R" }}` → `2026-11-22 01:00`
        Add("add_hours", "date, hours", static (run, a) => Moved(run, a, static (date, by) => date.AddHours(by)));
        // The date so many milliseconds later.
        // `{{ "2026-11-21 22:00" | date.add_milliseconds 1500 | date.to_string "%T.%L" }}` → `22:00:01.500`
        Add("add_milliseconds", "date, millis", static (run, a) => Moved(run, a, static (date, by) => date.AddMilliseconds(by)));
        // The date so many minutes later.
        // `{{ "2026-11-21 22:00" | date.add_minutes 90 | date.to_string "%R" }}` → `23:30`
        Add("add_minutes", "date, minutes", static (run, a) => Moved(run, a, static (date, by) => date.AddMinutes(by)));
        // The same day so many months later, or the month's last day if it has none.
        // `{{ "2026-01-31" | date.add_months 1 | date.to_string "%F" }}` → `2026-02-28`
        Add("add_months", "date, months", static (run, a) =>
            Moved(run, a, static (date, by) => date.AddMonths((int)Math.Clamp(by, -120000, 120000))));
        // The date so many seconds later.
        // `{{ "2026-11-21 22:00" | date.add_seconds 75 | date.to_string "%T" }}` → `22:01:15`
        Add("add_seconds", "date, seconds", static (run, a) => Moved(run, a, static (date, by) => date.AddSeconds(by)));
        // The same day so many years later.
        // `{{ "2026-11-21" | date.add_years (-1) | date.to_string "%F" }}` → `2025-11-21`
        Add("add_years", "date, years", static (run, a) =>
            Moved(run, a, static (date, by) => date.AddYears((int)Math.Clamp(by, -10000, 10000))));
        // The time of the build; a page that asks for it is rendered at each build.
        // `{{ date.now | date.to_string "%F %R" }}` → `2026-06-01 12:00`
        Add("now", "", static (run, _) => Value.FromDate(TimeZoneInfo.ConvertTime(Now(run), ZoneOf(run))));
        // The date that the text is, by a pattern if it is written in a way of its own.
        // `{{ (date.parse "2026-11-21 09:30").hour }}` → `9`
        // `{{ date.parse "21.11.2026" "%d.%m.%Y" | date.to_string "%F" }}` → `2026-11-21`
        Add("parse", "text, pattern?, culture?", static (run, a) =>
            Parse(run, a[0], a.TextOrNull(1, run), a.TextOrNull(2, run)));
        // Reads a date and prints it: the pattern to print by comes before the one to read by.
        // `{{ "2026-11-21" | date.parse_to_string "%-d %B" }}` → `21 November`
        Add("parse_to_string", "text, output_pattern?, output_culture?, input_pattern?, input_culture?", ParseToString);
        // The date as the pattern prints it, with the names of a culture if one is given.
        // `{{ date.parse "2026-03-05" | date.to_string "%A, %-d %B %Y" }}` → `Thursday, 5 March 2026`
        // `{{ date.parse "2026-03-05" | date.to_string "%-d. %B" "de" }}` → `5. März`
        Add("to_string", "datetime, pattern?, culture?", static (run, a) =>
            ToText(run, a[0], a.TextOrNull(1, run), a.TextOrNull(2, run)));
        // The time of the build, in UTC.
        // `{{ date.utc_now | date.to_string "%F %R %Z" }}` → `2026-06-01 12:00 +00:00`
        Add("utc_now", "", static (run, _) => Value.FromDate(Now(run)));
        globals.Add("date", Value.FromObject(new DateGroup(members)));
    }

    private static DateTimeOffset Now(TemplateRun run) =>
        run.Clock?.GetUtcNow() ?? throw run.Fault("there is no clock here to ask for the time");

    private static TimeZoneInfo ZoneOf(TemplateRun run) => run.Zone ?? TimeZoneInfo.Utc;

    private static Value Moved(TemplateRun run, ReadOnlySpan<Value> a, Func<DateTimeOffset, double, DateTimeOffset> move)
    {
        var value = AsDate(run, a[0]);
        if (value.IsNull) return Value.Null;
        try
        {
            return Value.FromDate(move(value.AsDate, a.Double(1, run)));
        }
        catch (ArgumentOutOfRangeException)
        {
            throw run.Fault("the date lies outside the years 1 to 9999");
        }
    }

    /// <summary>A date, or text that is one.</summary>
    private static Value AsDate(TemplateRun run, in Value value) => value.Kind switch
    {
        ValueKind.Date or ValueKind.Undefined or ValueKind.Null => value,
        ValueKind.String => Parse(run, value, null, null),
        _ => throw run.Fault($"a date is wanted here, not {Operators.NameOf(value)}"),
    };

    private static Value Parse(TemplateRun run, in Value value, string? pattern, string? cultureName)
    {
        if (value.IsNull || value.Kind == ValueKind.Date) return value;
        var text = ValueText.Of(value, run);
        if (text.Length == 0) return Value.Null;
        var culture = Cultures.Find(run, cultureName);
        var found = string.IsNullOrEmpty(pattern)
            ? DateParser.TryParse(text, culture, ZoneOf(run), out var date)
            : DateParser.TryParse(text, pattern, culture, ZoneOf(run), out date);
        return found ? Value.FromDate(date)
            : throw run.Fault(pattern is null ? $"'{text}' is not a date"
                : $"'{text}' is not a date of the form {pattern}", "2024-12-31 and 2024-12-31 18:00 are dates");
    }

    private static Value ParseToString(TemplateRun run, ReadOnlySpan<Value> a) =>
        ToText(run, Parse(run, a[0], a.TextOrNull(3, run), a.TextOrNull(4, run)), a.TextOrNull(1, run), a.TextOrNull(2, run));

    private static Value ToText(TemplateRun run, in Value value, string? pattern, string? culture)
    {
        var date = AsDate(run, value);
        if (date.IsNull) return Value.Null;
        if (string.IsNullOrEmpty(pattern)) pattern = run.DatePattern;
        else if (pattern == "%g") pattern = "%g " + run.DatePattern;
        run.CheckLength(pattern.Length * 4L);
        return Arguments.Made(run, DateFormat.Apply(date.AsDate, pattern, Cultures.Find(run, culture)));
    }

    /// <summary>The group, whose <c>format</c> a template may set for the rest of its run.</summary>
    private sealed class DateGroup(ScriptObject members) : ValueObject
    {
        public override IEnumerable<string> Names => [.. members.Names, "default_format", "format"];

        public override int Count => members.Count + 2;

        public override bool IsClosed => true;

        public override Function? AsFunction => members["parse"].AsFunction;

        public override bool TryGet(string name, TemplateRun run, out Value value)
        {
            if (members.TryGet(name, out value)) return true;
            if (name is not ("format" or "default_format")) return false;
            value = Value.FromString(name == "format" ? run.DatePattern : DateFormat.Default);
            return true;
        }

        public override bool TrySet(string name, in Value value, TemplateRun run)
        {
            if (name != "format") return false;
            run.DatePattern = value.IsString && value.AsString.Length > 0 ? value.AsString : DateFormat.Default;
            return true;
        }
    }
}
