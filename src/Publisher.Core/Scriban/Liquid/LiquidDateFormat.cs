using System.Globalization;
using System.Text;

namespace Publisher.Scriban.Liquid;

/// <summary>
/// Formats dates as Ruby's <c>strftime</c>: all its directives, with the flags <c>- 0 ^ # _ :</c>, a width, and the letters E
/// and O, which change nothing. What is no directive stays as it is.
/// </summary>
internal static class LiquidDateFormat
{
    private const int MaxWidth = 1000;

    private static readonly DateTimeFormatInfo Names = CultureInfo.InvariantCulture.DateTimeFormat;

    /// <summary>The date's text. <paramref name="zone"/> names the zone of dates that have its offset, for <c>%Z</c>.</summary>
    public static string Apply(DateTimeOffset date, string pattern, TimeZoneInfo? zone)
    {
        TryApply(date, pattern, zone, out var text);
        return text;
    }

    /// <summary>As <see cref="Apply"/>; false when the pattern ends inside a directive.</summary>
    public static bool TryApply(DateTimeOffset date, string pattern, TimeZoneInfo? zone, out string text)
    {
        var made = new StringBuilder(pattern.Length * 2);
        var isWhole = true;
        for (var i = 0; i < pattern.Length; i++)
        {
            var (from, end) = (made.Length, 0);
            if (pattern[i] != '%' || !Directive.TryRead(pattern, i + 1, out var directive, out end)
                || !Append(made, date, directive, zone))
            {
                made.Append(pattern[i]);
                isWhole &= pattern[i] != '%' || end < pattern.Length;
                continue;
            }
            i = end;
            if (directive.Upper) Raise(made, from);
        }
        text = made.ToString();
        return isWhole;
    }

    /// <summary>Writes what the directive stands for; false when there is no such directive.</summary>
    private static bool Append(StringBuilder text, DateTimeOffset date, in Directive directive, TimeZoneInfo? zone)
    {
        switch (directive.Letter)
        {
            case 'a': return Name(text, Names.AbbreviatedDayNames[(int)date.DayOfWeek], directive);
            case 'A': return Name(text, Names.DayNames[(int)date.DayOfWeek], directive);
            case 'b' or 'h': return Name(text, Names.AbbreviatedMonthNames[date.Month - 1], directive);
            case 'B': return Name(text, Names.MonthNames[date.Month - 1], directive);
            case 'c': return Word(text, Apply(date, "%a %b %e %H:%M:%S %Y", zone), directive);
            case 'C': return Number(text, date.Year / 100, 2, '0', directive);
            case 'd': return Number(text, date.Day, 2, '0', directive);
            case 'D' or 'x': return Word(text, Apply(date, "%m/%d/%y", zone), directive);
            case 'e': return Number(text, date.Day, 2, ' ', directive);
            case 'F': return Word(text, Apply(date, "%Y-%m-%d", zone), directive);
            case 'g': return Number(text, ISOWeek.GetYear(date.DateTime) % 100, 2, '0', directive);
            case 'G': return Number(text, ISOWeek.GetYear(date.DateTime), 4, '0', directive);
            case 'H': return Number(text, date.Hour, 2, '0', directive);
            case 'I': return Number(text, (date.Hour + 11) % 12 + 1, 2, '0', directive);
            case 'j': return Number(text, date.DayOfYear, 3, '0', directive);
            case 'k': return Number(text, date.Hour, 2, ' ', directive);
            case 'l': return Number(text, (date.Hour + 11) % 12 + 1, 2, ' ', directive);
            case 'L': return Fraction(text, date, directive.Width > 0 ? directive.Width : 3);
            case 'm': return Number(text, date.Month, 2, '0', directive);
            case 'M': return Number(text, date.Minute, 2, '0', directive);
            case 'n': return Word(text, "\n", directive);
            case 'N': return Fraction(text, date, directive.Width > 0 ? directive.Width : 9);
            case 'p': return Half(text, date, directive, directive.Swap);
            case 'P': return Half(text, date, directive, !directive.Swap);
            case 'r': return Word(text, Apply(date, "%I:%M:%S %p", zone), directive);
            case 'R': return Word(text, Apply(date, "%H:%M", zone), directive);
            case 's': return Number(text, date.ToUnixTimeSeconds(), 1, '0', directive);
            case 'S': return Number(text, date.Second, 2, '0', directive);
            case 't': return Word(text, "\t", directive);
            case 'T' or 'X': return Word(text, Apply(date, "%H:%M:%S", zone), directive);
            case 'u': return Number(text, date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek, 1, '0', directive);
            case 'U': return Number(text, (date.DayOfYear + 6 - (int)date.DayOfWeek) / 7, 2, '0', directive);
            case 'v': return Word(text, Apply(date, "%e-%^b-%4Y", zone), directive);
            case 'V': return Number(text, ISOWeek.GetWeekOfYear(date.DateTime), 2, '0', directive);
            case 'w': return Number(text, (int)date.DayOfWeek, 1, '0', directive);
            case 'W': return Number(text, (date.DayOfYear + 6 - ((int)date.DayOfWeek + 6) % 7) / 7, 2, '0', directive);
            case 'y': return Number(text, date.Year % 100, 2, '0', directive);
            case 'Y': return Number(text, date.Year, 4, '0', directive);
            case 'z': return Offset(text, date.Offset, directive);
            case 'Z': return Zone(text, date, directive, zone);
            case '%': return Word(text, "%", directive);
            default: return false;
        }
    }

    private static bool Name(StringBuilder text, string name, in Directive directive) =>
        Word(text, directive.Swap ? name.ToUpperInvariant() : name, directive);

    private static bool Word(StringBuilder text, string word, in Directive directive)
    {
        text.Append(directive.Plain ? word : word.PadLeft(directive.Width, directive.Pad == '0' ? '0' : ' '));
        return true;
    }

    private static bool Half(StringBuilder text, DateTimeOffset date, in Directive directive, bool lower)
    {
        var half = date.Hour < 12 ? "AM" : "PM";
        return Word(text, lower ? half.ToLowerInvariant() : half, directive);
    }

    private static bool Number(StringBuilder text, long number, int width, char pad, in Directive directive)
    {
        var digits = Math.Abs(number).ToString(CultureInfo.InvariantCulture);
        var sign = number < 0 ? "-" : "";
        if (directive.Pad != default) pad = directive.Pad;
        if (directive.Width > 0) width = directive.Width;
        if (directive.Plain) text.Append(sign).Append(digits);
        else if (pad == '0') text.Append(sign).Append(digits.PadLeft(width - sign.Length, '0'));
        else text.Append((sign + digits).PadLeft(width, pad));
        return true;
    }

    /// <summary>The digits behind the second's point: cut off, not rounded.</summary>
    private static bool Fraction(StringBuilder text, DateTimeOffset date, int digits)
    {
        var all = (date.Ticks % TimeSpan.TicksPerSecond).ToString("d7", CultureInfo.InvariantCulture);
        text.Append(digits <= all.Length ? all[..digits] : all.PadRight(digits, '0'));
        return true;
    }

    /// <summary><c>+0130</c>; with one, two, three colons <c>+01:30</c>, <c>+01:30:00</c> and no more than is needed.</summary>
    private static bool Offset(StringBuilder text, TimeSpan offset, in Directive directive)
    {
        var (hours, minutes) = (Math.Abs(offset.Hours), Math.Abs(offset.Minutes));
        var rest = directive.Colons switch
        {
            0 => $"{minutes:d2}",
            1 => $":{minutes:d2}",
            2 => $":{minutes:d2}:00",
            _ => minutes == 0 ? "" : $":{minutes:d2}",
        };
        var sign = offset < TimeSpan.Zero ? '-' : '+';
        var width = Math.Max(directive.Width - rest.Length, 3);
        if (directive.Pad == ' ') text.Append($"{sign}{hours}".PadLeft(width));
        else text.Append(sign).Append(hours.ToString(CultureInfo.InvariantCulture).PadLeft(width - 1, '0'));
        text.Append(rest);
        return true;
    }

    private static bool Zone(StringBuilder text, DateTimeOffset date, in Directive directive, TimeZoneInfo? zone)
    {
        var name = LiquidZoneNames.Of(date, zone);
        return Word(text, directive.Swap ? name.ToLowerInvariant() : name, directive);
    }

    private static void Raise(StringBuilder text, int from)
    {
        for (var i = from; i < text.Length; i++) text[i] = char.ToUpperInvariant(text[i]);
    }

    /// <summary>What stands between the percent sign and the letter.</summary>
    private readonly record struct Directive(char Letter, char Pad, int Width, bool Plain, bool Upper, bool Swap, int Colons)
    {
        /// <summary>Reads up to the directive's letter; false when the text is no directive.</summary>
        public static bool TryRead(string pattern, int from, out Directive directive, out int at)
        {
            directive = default;
            for (at = from; at < pattern.Length; at++)
            {
                var c = pattern[at];
                if (c == '-') directive = directive with { Plain = true };
                else if (c == '^') directive = directive with { Upper = true };
                else if (c == '#') directive = directive with { Swap = true };
                else if (c == '_') directive = directive with { Pad = ' ', Plain = false };
                else if (c == '0' && directive.Width == 0) directive = directive with { Pad = '0', Plain = false };
                else if (char.IsAsciiDigit(c)) directive = directive with { Width = directive.Width * 10 + c - '0' };
                else if (c == ':' && IsOffset(pattern, at)) directive = directive with { Colons = directive.Colons + 1 };
                else if (c is not ('E' or 'O') || !Modifies(pattern, at)) break;
                if (directive.Width > MaxWidth) return false;
            }
            if (at >= pattern.Length) return false;
            directive = directive with { Letter = pattern[at] };
            return true;
        }

        private static bool IsOffset(string pattern, int at)
        {
            var from = at;
            while (at < pattern.Length && pattern[at] == ':') at++;
            return at < pattern.Length && pattern[at] == 'z' && at - from <= 3;
        }

        private static bool Modifies(string pattern, int at) => at + 1 < pattern.Length
            && (pattern[at] == 'E' ? "cCxXyY" : "deHkIlmMSuUVwWy").Contains(pattern[at + 1]);
    }
}
