using System.Numerics;
using Publisher.Scriban.Functions;
using Publisher.Scriban.Running;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Liquid;

/// <summary>
/// Liquid's date and Jekyll's filters on dates: of a date, of seconds since 1970, of a text that tells a date, or of "now".
/// Liquid's leaves what is no date as it is, and each date in the zone it has; Jekyll's want a date, and show it in the site's
/// zone.
/// </summary>
internal static class LiquidDateFilters
{
    private const string Example = "2026-11-21 and 21 Nov 2026 18:30 +0100 are dates";

    public static void AddTo(FunctionGroup group) => group
        // The date by a pattern of Ruby. Takes dates, text that is one, seconds since 1970, `"now"` and `"today"`.
        // `{{ page.date | date: "%A, %-d %B %Y" }}` → `Thursday, 5 March 2026`
        // `{{ "2026-03-05" | date: "%e %b" }}` → ` 5 Mar`
        .Add("date", "date, format", Date)
        // The date with the month's whole name; `"ordinal"` and `"US"` change its form.
        // `{{ page.date | date_to_long_string }}` → `05 March 2026`
        // `{{ page.date | date_to_long_string: "ordinal", "US" }}` → `March 5th, 2026`
        .Add("date_to_long_string", "date, type?, style?", static (run, a) => ToText(run, a, "%B"))
        // The date as RSS wants it.
        // `{{ page.date | date_to_rfc822 }}` → `Thu, 05 Mar 2026 09:30:00 +0000`
        .Add("date_to_rfc822", "date", static (run, a) => ToForm(run, a, "%a, %d %b %Y %H:%M:%S %z"))
        // The date with the month's short name; `"ordinal"` and `"US"` change its form.
        // `{{ page.date | date_to_string }}` → `05 Mar 2026`
        .Add("date_to_string", "date, type?, style?", static (run, a) => ToText(run, a, "%b"))
        // The date as Atom wants it.
        // `{{ page.date | date_to_xmlschema }}` → `2026-03-05T09:30:00+00:00`
        .Add("date_to_xmlschema", "date", static (run, a) => ToForm(run, a, "%Y-%m-%dT%H:%M:%S%:z"));

    private static Value Date(TemplateRun run, ReadOnlySpan<Value> a)
    {
        var format = LiquidText.InFilter(a[1], run);
        if (format.Length == 0 || !TryDate(a[0], run, out var date)) return a[0];
        run.CheckLength(format.Length * 4L);
        return LiquidDateFormat.TryApply(date, format, Zone(run), out var text) ? Arguments.Made(run, text)
            : throw run.Fault($"the format '{format}' ends inside a directive", "a percent sign is written %%");
    }

    private static Value ToForm(TemplateRun run, ReadOnlySpan<Value> a, string format) =>
        LiquidText.InFilter(a[0], run).Length == 0 ? a[0]
            : Value.FromString(LiquidDateFormat.Apply(Local(run, a[0]), format, Zone(run)));

    private static Value ToText(TemplateRun run, ReadOnlySpan<Value> a, string month)
    {
        if (LiquidText.InFilter(a[0], run).Length == 0) return a[0];
        var date = Local(run, a[0]);
        var isOrdinal = a[1].IsString && a[1].AsString == "ordinal";
        var day = date.Day + Ordinal(date.Day);
        var format = !isOrdinal ? $"%d {month} %Y"
            : a[2].IsString && a[2].AsString == "US" ? $"{month} {day}, %Y"
            : $"{day} {month} %Y";
        return Value.FromString(LiquidDateFormat.Apply(date, format, Zone(run)));
    }

    private static string Ordinal(int day) => day is >= 11 and <= 13 ? "th"
        : (day % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };

    private static DateTimeOffset Local(TemplateRun run, in Value value) => TryDate(value, run, out var date)
        ? TimeZoneInfo.ConvertTime(date, Zone(run))
        : throw run.Fault($"{LiquidText.Inspect(value, run)} is not a date", Example);

    private static TimeZoneInfo Zone(TemplateRun run) => run.Zone ?? TimeZoneInfo.Utc;

    private static DateTimeOffset Now(TemplateRun run) => TimeZoneInfo.ConvertTime(
        run.Clock?.GetUtcNow() ?? throw run.Fault("there is no clock here to ask for the time"), Zone(run));

    private static bool TryDate(in Value value, TemplateRun run, out DateTimeOffset date)
    {
        date = value.Kind == ValueKind.Date ? value.AsDate : default;
        if (value.Kind == ValueKind.Date) return true;
        if (LiquidKind.IsInteger(value)) return TrySeconds(Numbers.ToBig(value), run, out date);
        if (!LiquidKind.IsText(value)) return false;
        var text = LiquidText.InFilter(value, run);
        if (text.Equals("now", StringComparison.OrdinalIgnoreCase) || text.Equals("today", StringComparison.OrdinalIgnoreCase))
        {
            date = Now(run);
            return true;
        }
        if (text.Length > 0 && text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0)
            return TrySeconds(LiquidNumber.Leading(text, run), run, out date);
        return LiquidDateText.TryParse(text, Zone(run), () => Now(run), out date);
    }

    private static bool TrySeconds(BigInteger seconds, TemplateRun run, out DateTimeOffset date)
    {
        const long first = -62135596800, last = 253402300799;
        date = default;
        if (seconds < first + 86400 || seconds > last - 86400) throw run.Fault("the date lies outside the years 1 to 9999");
        date = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds((long)seconds), Zone(run));
        return true;
    }
}
