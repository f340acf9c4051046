using System.Globalization;
using System.Runtime.CompilerServices;

namespace Publisher.Scriban.Functions;

/// <summary>Formats dates by Ruby's directives (<c>%d %b %Y</c>), as Scriban and Jekyll do.</summary>
internal static class DateFormat
{
    public const string Default = "%d %b %Y";

    /// <summary>The date's text; <c>%g</c> turns to the invariant culture.</summary>
    public static string Apply(DateTimeOffset date, string pattern, CultureInfo culture)
    {
        var text = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture, stackalloc char[128]);
        Append(ref text, date, pattern, culture);
        return text.ToStringAndClear();
    }

    private static void Append(ref DefaultInterpolatedStringHandler text, DateTimeOffset date, string pattern,
        CultureInfo culture)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '%' || i + 1 == pattern.Length)
            {
                text.AppendFormatted(pattern[i]);
                continue;
            }
            var directive = pattern[++i];
            if (directive == '-' && i + 1 < pattern.Length) Append(ref text, date, pattern[++i], false, culture);
            else if (directive == '^' && i + 1 < pattern.Length)
                text.AppendLiteral(Apply(date, "%" + pattern[++i], culture).ToUpperInvariant());
            else if (directive == 'g') culture = CultureInfo.InvariantCulture;
            else Append(ref text, date, directive, true, culture);
        }
    }

    private static void Append(ref DefaultInterpolatedStringHandler text, DateTimeOffset date, char directive, bool padded,
        CultureInfo culture)
    {
        var names = culture.DateTimeFormat;
        var invariant = CultureInfo.InvariantCulture;
        switch (directive)
        {
            case 'a': text.AppendLiteral(names.GetAbbreviatedDayName(date.DayOfWeek)); break;
            case 'A': text.AppendLiteral(names.GetDayName(date.DayOfWeek)); break;
            case 'b' or 'h': text.AppendLiteral(names.GetAbbreviatedMonthName(date.Month)); break;
            case 'B': text.AppendLiteral(names.GetMonthName(date.Month)); break;
            case 'c': Append(ref text, date, "%a %b %d %T %Y", culture); break;
            case 'C': Number(ref text, date.Year / 100, 2, '0', padded); break;
            case 'd': Number(ref text, date.Day, 2, '0', padded); break;
            case 'D': Append(ref text, date, "%m/%d/%y", culture); break;
            case 'e': Number(ref text, date.Day, 2, ' ', padded); break;
            case 'F': Append(ref text, date, "%Y-%m-%d", culture); break;
            case 'H': Number(ref text, date.Hour, 2, '0', padded); break;
            case 'I': Number(ref text, (date.Hour + 11) % 12 + 1, 2, '0', padded); break;
            case 'j': Number(ref text, date.DayOfYear, 3, '0', padded); break;
            case 'k': Number(ref text, date.Hour, 2, ' ', padded); break;
            case 'l': Number(ref text, (date.Hour + 11) % 12 + 1, 2, ' ', padded); break;
            case 'L': Number(ref text, date.Millisecond, 3, '0', padded); break;
            case 'm': Number(ref text, date.Month, 2, '0', padded); break;
            case 'M': Number(ref text, date.Minute, 2, '0', padded); break;
            case 'n': text.AppendFormatted('\n'); break;
            case 'N': text.AppendFormatted((date.Ticks % TimeSpan.TicksPerSecond) * 100, "d9"); break;
            case 'p': text.AppendLiteral(date.Hour < 12 ? "AM" : "PM"); break;
            case 'P': text.AppendLiteral(date.Hour < 12 ? "am" : "pm"); break;
            case 'r': Append(ref text, date, "%I:%M:%S %p", culture); break;
            case 'R': Append(ref text, date, "%H:%M", culture); break;
            case 's': text.AppendFormatted(date.ToUnixTimeSeconds()); break;
            case 'S': Number(ref text, date.Second, 2, '0', padded); break;
            case 't': text.AppendFormatted('\t'); break;
            case 'T': Append(ref text, date, "%H:%M:%S", culture); break;
            case 'u': text.AppendFormatted(date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek); break;
            case 'U': Number(ref text, WeekOf(date, DayOfWeek.Sunday), 2, '0', padded); break;
            case 'v': Append(ref text, date, "%e-%^b-%Y", invariant); break;
            case 'V': Number(ref text, ISOWeek.GetWeekOfYear(date.DateTime), 2, '0', padded); break;
            case 'W': Number(ref text, WeekOf(date, DayOfWeek.Monday), 2, '0', padded); break;
            case 'w': text.AppendFormatted((int)date.DayOfWeek); break;
            case 'x': text.AppendLiteral(date.ToString("d", culture)); break;
            case 'X': Append(ref text, date, "%H:%M:%S", culture); break;
            case 'y': Number(ref text, date.Year % 100, 2, '0', padded); break;
            case 'Y': text.AppendFormatted(date.Year); break;
            case 'z': text.AppendLiteral(date.ToString("zzz", invariant).Replace(":", "")); break;
            case 'Z': text.AppendLiteral(date.ToString("zzz", invariant)); break;
            case '%': text.AppendFormatted('%'); break;
            default:
                text.AppendLiteral("%");
                text.AppendFormatted(directive);
                break;
        }
    }

    /// <summary>The week's number as the reference counts it: the one that holds 1 January is the first.</summary>
    private static int WeekOf(DateTimeOffset date, DayOfWeek first) =>
        CultureInfo.InvariantCulture.Calendar.GetWeekOfYear(date.DateTime, CalendarWeekRule.FirstDay, first);

    private static void Number(ref DefaultInterpolatedStringHandler text, int number, int width, char pad, bool padded)
    {
        if (!padded) text.AppendFormatted(number);
        else if (pad == ' ') text.AppendFormatted(number, width);
        else text.AppendFormatted(number, width == 2 ? "D2" : "D3");
    }
}
