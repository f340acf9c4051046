using System.Globalization;
using System.Text.RegularExpressions;

namespace Publisher.Scriban.Liquid;

/// <summary>
/// Reads a date out of text as Ruby's <c>Time.parse</c> does: the first form that is found anywhere in it counts, and of a date
/// without a year, a month or a day, today's is taken.
/// </summary>
internal static partial class LiquidDateText
{
    /// <summary>As long as Ruby reads.</summary>
    private const int MaxLength = 128;

    private const string Months = "jan feb mar apr may jun jul aug sep oct nov dec";

    private const string Month = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";

    private const string Era = @"(?:c(?:e|\.e\.)|b(?:ce|\.c\.e\.)|a(?:d|\.d\.)|b(?:c|\.c\.))";

    /// <summary>The date; false when the text holds none, or one that does not exist.</summary>
    public static bool TryParse(string text, TimeZoneInfo zone, Func<DateTimeOffset> now, out DateTimeOffset date)
    {
        date = default;
        if (text.Length > MaxLength) return false;
        var parts = new LiquidDateParts();
        Read(text.ToLowerInvariant(), ref parts);
        return parts.TryMake(zone, now, out date);
    }

    private static void Read(string text, ref LiquidDateParts parts)
    {
        text = Noise().Replace(text, " ");
        text = Day().Replace(text, " ", 1);
        if (Time().Match(text) is { Success: true } time)
        {
            ReadTime(time, ref parts);
            text = Without(text, time);
        }
        text = ReadDay(text, ref parts);
        if (BeforeChrist().IsMatch(text)) parts.IsBeforeChrist = true;
        if (Lone().Match(text) is { Success: true } lone) parts.AddLone(LiquidDateParts.Number(lone.Groups[1].Value) ?? 0);
    }

    private static string Without(string text, Match match) => text[..match.Index] + " " + text[(match.Index + match.Length)..];

    private static CultureInfo Invariant => CultureInfo.InvariantCulture;

    private static void ReadTime(Match time, ref LiquidDateParts parts)
    {
        var clock = Clock().Match(time.Groups[1].Value);
        if (!clock.Success) return;
        var hour = LiquidDateParts.Number(clock.Groups["h"].Value) ?? 0;
        if (clock.Groups["half"].Success) hour = hour % 12 + (clock.Groups["half"].Value == "p" ? 12 : 0);
        parts.Hour = hour;
        if (clock.Groups["m"].Success) parts.Minute = LiquidDateParts.Number(clock.Groups["m"].Value);
        if (clock.Groups["s"].Success) parts.Second = LiquidDateParts.Number(clock.Groups["s"].Value);
        if (clock.Groups["f"].Length > 0) parts.Fraction = clock.Groups["f"].Value;
        if (time.Groups[2].Success) parts.Zone = time.Groups[2].Value;
    }

    /// <summary>Tries the forms of a day in Ruby's order, and takes the first out of the text.</summary>
    private static string ReadDay(string text, ref LiquidDateParts parts)
    {
        Match match;
        if ((match = European().Match(text)).Success)
            parts.SetDay(match.Groups[3].Value, MonthOf(match.Groups[2].Value), match.Groups[1].Value);
        else if ((match = American().Match(text)).Success)
            parts.SetDay(match.Groups[3].Value, MonthOf(match.Groups[1].Value), match.Groups[2].Value);
        else if ((match = Iso().Match(text)).Success)
            parts.SetDay(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value);
        else if ((match = Japanese().Match(text)).Success)
            parts.SetDay(YearOf(match.Groups[1].Value[0], match.Groups[2].Value), match.Groups[3].Value, match.Groups[4].Value);
        else if ((match = DayFirst().Match(text)).Success)
            parts.SetDay(match.Groups[1].Value, MonthOf(match.Groups[2].Value), match.Groups[3].Value);
        else if ((match = MonthFirst().Match(text)).Success)
            parts.SetDay(match.Groups[3].Value, MonthOf(match.Groups[1].Value), match.Groups[2].Value);
        else if ((match = Slashes().Match(text)).Success || (match = Dots().Match(text)).Success)
            parts.SetDay(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value);
        else if ((match = IsoWeek().Match(text)).Success) return Without(text, match);
        else if ((match = IsoShort().Match(text)).Success)
            parts.SetDay("", match.Groups[1].Value, match.Groups[2].Value);
        else if ((match = YearAndDay().Match(text)).Success) parts.SetDayOfYear(match.Groups[1].Value, match.Groups[2].Value);
        else if ((match = Year().Match(text)).Success) parts.SetYear(match.Groups[1].Value);
        else if ((match = MonthAlone().Match(text)).Success) parts.Month = LiquidDateParts.Number(MonthOf(match.Groups[1].Value));
        else if ((match = DayAlone().Match(text)).Success) parts.Day = LiquidDateParts.Number(match.Groups[1].Value);
        else if ((match = Digits().Match(text)).Success)
        {
            parts.SetDigits(match.Groups[1].Value == "-", match.Groups[2].Value, match.Groups[3].Value, match.Groups[4].Value);
            if (match.Groups[5].Success) parts.Zone = match.Groups[5].Value;
        }
        return match.Success ? Without(text, match) : text;
    }

    /// <summary>The year of a Japanese era: H31 is 2019.</summary>
    private static string YearOf(char era, string year)
    {
        var before = era switch { 'm' => 1867, 't' => 1911, 's' => 1925, 'h' => 1988, _ => 2018 };
        return (before + int.Parse(year, Invariant)).ToString(Invariant);
    }

    private static string MonthOf(string text) => text.Length > 0 && char.IsAsciiLetter(text[0])
        ? (Months.IndexOf(text[..3], StringComparison.Ordinal) / 4 + 1).ToString(Invariant) : text;

    [GeneratedRegex(@"[^-+',./:@a-z0-9\p{L}\[\]]+", Options)]
    private static partial Regex Noise();

    [GeneratedRegex(@"\b(?:sun|mon|tue|wed|thu|fri|sat)[^-/\d\s]*", Options)]
    private static partial Regex Day();

    [GeneratedRegex(@"(\d+\b\s*(?::\s*\d+(?:\s*:\s*\d+(?:[,.]\d*)?)?(?:\s*[ap](?:m\b|\.m\.))?|[ap](?:m\b|\.m\.))"
        + @"|\d+\s*[ap](?:m\b|\.m\.)|\d+\s*h(?:\s*\d+m?(?:\s*\d+s?)?)?(?:\s*[ap](?:m\b|\.m\.))?)"
        + @"(?:\s*((?:gmt|utc?)?[-+]\d+(?:[,.:]\d+(?::\d+)?)?|[a-z.\s]+(?:standard|daylight)\stime\b|[a-z]+(?:\sdst)?\b))?",
        Options)]
    private static partial Regex Time();

    [GeneratedRegex(@"^(?<h>\d+)h?(?:\s*:?\s*(?<m>\d+)m?(?:\s*:?\s*(?<s>\d+)(?:[,.](?<f>\d*))?s?)?)?"
        + @"(?:\s*(?<half>[ap])(?:m\b|\.m\.))?", Options)]
    private static partial Regex Clock();

    [GeneratedRegex(@"'?(\d+)[^-\d\s]*\s*(" + Month + @")[^-\d\s']*(?:\s*" + Era
        + @"?\s*('?-?\d+(?:(?:st|nd|rd|th)\b)?))?", Options)]
    private static partial Regex European();

    [GeneratedRegex(@"\b(" + Month + @")[^-\d\s']*\s*('?\d+)[^-\d\s']*(?:\s*,?\s*" + Era + @"?\s*('?-?\d+))?", Options)]
    private static partial Regex American();

    [GeneratedRegex(@"('?[-+]?\d+)-(\d+)-('?-?\d+)", Options)]
    private static partial Regex Iso();

    [GeneratedRegex(@"\b([mtshr])(\d{1,4})\.(\d+)\.(\d+)", Options)]
    private static partial Regex Japanese();

    [GeneratedRegex(@"('?-?\d+)-(" + Month + @")[^-/.]*-('?-?\d+)", Options)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"\b(" + Month + @")[^-/.]*-('?-?\d+)(?:-('?-?\d+))?", Options)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"('?-?\d+)/\s*('?\d+)(?:\D\s*('?-?\d+))?", Options)]
    private static partial Regex Slashes();

    [GeneratedRegex(@"('?-?\d+)\.\s*('?\d+)\.\s*('?-?\d+)", Options)]
    private static partial Regex Dots();

    [GeneratedRegex(@"\b(?:\d{2}|\d{4})?-?w\d{2}(?:-?\d)?\b|-w-\d\b", Options)]
    private static partial Regex IsoWeek();

    [GeneratedRegex(@"--(\d{2})?-?(\d{2})\b", Options)]
    private static partial Regex IsoShort();

    [GeneratedRegex(@"[-+]?(\d{4})-(\d{3})\b", Options)]
    private static partial Regex YearAndDay();

    [GeneratedRegex(@"'(\d+)\b", Options)]
    private static partial Regex Year();

    [GeneratedRegex(@"\b(" + Month + @")\S*", Options)]
    private static partial Regex MonthAlone();

    [GeneratedRegex(@"(?<!\d)(\d+)(?:st|nd|rd|th)\b", Options)]
    private static partial Regex DayAlone();

    [GeneratedRegex(@"([-+]?)(\d{2,14})(?:\s*t?\s*(\d{2,6})?(?:[,.](\d*))?)?(z\b|[-+]\d{1,4}\b|\[[-+]?\d[^\]]*\])?", Options)]
    private static partial Regex Digits();

    [GeneratedRegex(@"\b(?:bc\b|bce\b|b\.c\.|b\.c\.e\.)", Options)]
    private static partial Regex BeforeChrist();

    [GeneratedRegex(@"^\s*(\d{1,2})\s*$", Options)]
    private static partial Regex Lone();

    private const RegexOptions Options = RegexOptions.CultureInvariant;
}
