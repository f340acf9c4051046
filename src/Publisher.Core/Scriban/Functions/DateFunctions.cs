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
        Add("add_days", "date, days", static (run, a) => Moved(run, a, static (date, by) => date.AddDays(by)));
        Add("add_hours", "date, hours", static (run, a) => Moved(run, a, static (date, by) => date.AddHours(by)));
        Add("add_milliseconds", "date, millis", static (run, a) => Moved(run, a, static (date, by) => date.AddMilliseconds(by)));
        Add("add_minutes", "date, minutes", static (run, a) => Moved(run, a, static (date, by) => date.AddMinutes(by)));
        Add("add_months", "date, months", static (run, a) =>
            Moved(run, a, static (date, by) => date.AddMonths((int)Math.Clamp(by, -120000, 120000))));
        Add("add_seconds", "date, seconds", static (run, a) => Moved(run, a, static (date, by) => date.AddSeconds(by)));
        Add("add_years", "date, years", static (run, a) =>
            Moved(run, a, static (date, by) => date.AddYears((int)Math.Clamp(by, -10000, 10000))));
        Add("now", "", static (run, _) => Value.FromDate(TimeZoneInfo.ConvertTime(Now(run), ZoneOf(run))));
        Add("parse", "text, pattern?, culture?", static (run, a) =>
            Parse(run, a[0], a.TextOrNull(1, run), a.TextOrNull(2, run)));
        Add("parse_to_string", "text, output_pattern?, output_culture?, input_pattern?, input_culture?", ParseToString);
        Add("to_string", "datetime, pattern?, culture?", static (run, a) =>
            ToText(run, a[0], a.TextOrNull(1, run), a.TextOrNull(2, run)));
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
