using System.Globalization;
using System.Text;

namespace Publisher.Scriban.Functions;

/// <summary>Formats dates by Ruby's directives (<c>%d %b %Y</c>), as Scriban and Jekyll do.</summary>
internal static class DateFormat
{
    public const string Default = "%d %b %Y";

    /// <summary>The date's text; <c>%g</c> turns to the invariant culture.</summary>
    public static string Apply(DateTimeOffset date, string pattern, CultureInfo culture)
    {
        var text = new StringBuilder(pattern.Length * 2);
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '%' || i + 1 == pattern.Length)
            {
                text.Append(pattern[i]);
                continue;
            }
            var directive = pattern[++i];
            var padded = true;
            if (directive is '-' or '^' && i + 1 < pattern.Length)
            {
                padded = directive != '-';
                var upper = directive == '^';
                var from = text.Length;
                directive = pattern[++i];
                Append(text, date, directive, padded, culture);
                for (var j = from; upper && j < text.Length; j++) text[j] = char.ToUpperInvariant(text[j]);
                continue;
            }
            if (directive == 'g') culture = CultureInfo.InvariantCulture;
            else Append(text, date, directive, padded, culture);
        }
        return text.ToString();
    }

    private static void Append(StringBuilder text, DateTimeOffset date, char directive, bool padded, CultureInfo culture)
    {
        var names = culture.DateTimeFormat;
        var invariant = CultureInfo.InvariantCulture;
        switch (directive)
        {
            case 'a': text.Append(names.AbbreviatedDayNames[(int)date.DayOfWeek]); break;
            case 'A': text.Append(names.DayNames[(int)date.DayOfWeek]); break;
            case 'b' or 'h': text.Append(names.AbbreviatedMonthNames[date.Month - 1]); break;
            case 'B': text.Append(names.MonthNames[date.Month - 1]); break;
            case 'c': text.Append(Apply(date, "%a %b %d %T %Y", culture)); break;
            case 'C': Number(text, date.Year / 100, 2, '0', padded); break;
            case 'd': Number(text, date.Day, 2, '0', padded); break;
            case 'D': text.Append(Apply(date, "%m/%d/%y", culture)); break;
            case 'e': Number(text, date.Day, 2, ' ', padded); break;
            case 'F': text.Append(Apply(date, "%Y-%m-%d", culture)); break;
            case 'H': Number(text, date.Hour, 2, '0', padded); break;
            case 'I': Number(text, (date.Hour + 11) % 12 + 1, 2, '0', padded); break;
            case 'j': Number(text, date.DayOfYear, 3, '0', padded); break;
            case 'k': Number(text, date.Hour, 2, ' ', padded); break;
            case 'l': Number(text, (date.Hour + 11) % 12 + 1, 2, ' ', padded); break;
            case 'L': Number(text, date.Millisecond, 3, '0', padded); break;
            case 'm': Number(text, date.Month, 2, '0', padded); break;
            case 'M': Number(text, date.Minute, 2, '0', padded); break;
            case 'n': text.Append('\n'); break;
            case 'N': text.Append(((date.Ticks % TimeSpan.TicksPerSecond) * 100).ToString("d9", invariant)); break;
            case 'p': text.Append(date.Hour < 12 ? "AM" : "PM"); break;
            case 'P': text.Append(date.Hour < 12 ? "am" : "pm"); break;
            case 'r': text.Append(Apply(date, "%I:%M:%S %p", culture)); break;
            case 'R': text.Append(Apply(date, "%H:%M", culture)); break;
            case 's': text.Append(date.ToUnixTimeSeconds().ToString(invariant)); break;
            case 'S': Number(text, date.Second, 2, '0', padded); break;
            case 't': text.Append('\t'); break;
            case 'T': text.Append(Apply(date, "%H:%M:%S", culture)); break;
            case 'u': text.Append(date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek); break;
            case 'U': Number(text, WeekOf(date, DayOfWeek.Sunday), 2, '0', padded); break;
            case 'v': text.Append(Apply(date, "%e-%^b-%Y", invariant)); break;
            case 'V': Number(text, ISOWeek.GetWeekOfYear(date.DateTime), 2, '0', padded); break;
            case 'W': Number(text, WeekOf(date, DayOfWeek.Monday), 2, '0', padded); break;
            case 'w': text.Append((int)date.DayOfWeek); break;
            case 'x': text.Append(date.ToString("d", culture)); break;
            case 'X': text.Append(Apply(date, "%H:%M:%S", culture)); break;
            case 'y': Number(text, date.Year % 100, 2, '0', padded); break;
            case 'Y': text.Append(date.Year.ToString(invariant)); break;
            case 'z': text.Append(date.ToString("zzz", invariant).Replace(":", "")); break;
            case 'Z': text.Append(date.ToString("zzz", invariant)); break;
            case '%': text.Append('%'); break;
            default: text.Append('%').Append(directive); break;
        }
    }

    /// <summary>The week's number as the reference counts it: the one that holds 1 January is the first.</summary>
    private static int WeekOf(DateTimeOffset date, DayOfWeek first) =>
        CultureInfo.InvariantCulture.Calendar.GetWeekOfYear(date.DateTime, CalendarWeekRule.FirstDay, first);

    private static void Number(StringBuilder text, int number, int width, char pad, bool padded)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        text.Append(padded ? digits.PadLeft(width, pad) : digits);
    }
}
