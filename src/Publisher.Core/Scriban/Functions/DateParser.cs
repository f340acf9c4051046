using System.Globalization;

namespace Publisher.Scriban.Functions;

/// <summary>Reads dates: in any usual form, or by the directives that <see cref="DateFormat"/> writes.</summary>
internal static class DateParser
{
    /// <summary>A date in any usual form; a text without a zone is a time in <paramref name="zone"/>.</summary>
    public static bool TryParse(string text, CultureInfo culture, TimeZoneInfo zone, out DateTimeOffset date)
    {
        date = default;
        if (!DateTime.TryParse(text, culture, DateTimeStyles.RoundtripKind | DateTimeStyles.AllowWhiteSpaces, out var parsed))
            return false;
        if (parsed.Kind == DateTimeKind.Unspecified) return TryInZone(parsed, zone, out date);
        return DateTimeOffset.TryParse(text, culture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out date);
    }

    /// <summary>A date in the form a pattern says; white space in it stands for any.</summary>
    public static bool TryParse(string text, string pattern, CultureInfo culture, TimeZoneInfo zone, out DateTimeOffset date)
    {
        date = default;
        var reading = new Reading { Culture = culture };
        if (!reading.Read(text, Expand(pattern)) || reading.At != text.Length) return false;
        return reading.TryMake(zone, out date);
    }

    private static bool TryInZone(DateTime local, TimeZoneInfo zone, out DateTimeOffset date)
    {
        var offset = zone.GetUtcOffset(local);
        var ticks = local.Ticks - offset.Ticks;
        var fits = ticks >= 0 && ticks <= DateTime.MaxValue.Ticks;
        date = fits ? new DateTimeOffset(local, offset) : default;
        return fits;
    }

    private static string Expand(string pattern) =>
        pattern.Replace("%F", "%Y-%m-%d").Replace("%T", "%H:%M:%S").Replace("%R", "%H:%M")
        .Replace("%D", "%m/%d/%y").Replace("%r", "%I:%M:%S %p").Replace("%v", "%e-%b-%Y").Replace("%g", "").Replace("%-", "%");

    private struct Reading
    {
        private int year, month, day, hour, minute, second, dayOfYear;
        private long ticks;
        private bool? afternoon;
        private TimeSpan? offset;
        private long? unix;

        public required CultureInfo Culture { get; init; }

        public int At { get; private set; }

        public bool Read(string text, string pattern)
        {
            (year, month, day) = (1, 1, 1);
            for (var i = 0; i < pattern.Length; i++)
            {
                var sign = pattern[i];
                if (char.IsWhiteSpace(sign)) SkipSpace(text);
                else if (sign == '%' && i + 1 < pattern.Length)
                {
                    if (!ReadDirective(text, pattern[++i])) return false;
                }
                else if (At < text.Length && text[At] == sign) At++;
                else return false;
            }
            return true;
        }

        public readonly bool TryMake(TimeZoneInfo zone, out DateTimeOffset date)
        {
            date = default;
            if (unix is { } seconds)
            {
                var valid = seconds is > -62135596800 and < 253402300800;
                if (valid) date = DateTimeOffset.FromUnixTimeSeconds(seconds);
                return valid;
            }
            var clock = afternoon is { } late ? hour % 12 + (late ? 12 : 0) : hour;
            if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
                || clock > 23 || minute > 59 || second > 59) return false;
            var local = new DateTime(year, month, day, clock, minute, second).AddTicks(ticks);
            if (dayOfYear > 0) local = local.AddDays(dayOfYear - local.DayOfYear);
            if (offset is not { } known) return TryInZone(local, zone, out date);
            var utc = local.Ticks - known.Ticks;
            if (utc < 0 || utc > DateTime.MaxValue.Ticks) return false;
            date = new DateTimeOffset(local, known);
            return true;
        }

        private bool ReadDirective(string text, char directive)
        {
            var names = Culture.DateTimeFormat;
            switch (directive)
            {
                case 'Y': return Number(text, 4, out year);
                case 'y':
                    if (!Number(text, 2, out year)) return false;
                    year += year < 69 ? 2000 : 1900;
                    return true;
                case 'm': return Number(text, 2, out month);
                case 'd': return Number(text, 2, out day);
                case 'e': SkipSpace(text); return Number(text, 2, out day);
                case 'j': return Number(text, 3, out dayOfYear);
                case 'H': return Number(text, 2, out hour);
                case 'k': SkipSpace(text); return Number(text, 2, out hour);
                case 'I': return Number(text, 2, out hour);
                case 'l': SkipSpace(text); return Number(text, 2, out hour);
                case 'M': return Number(text, 2, out minute);
                case 'S': return Number(text, 2, out second);
                case 'L' or 'N': return Fraction(text);
                case 'b' or 'h' or 'B': return Name(text, names.MonthNames, out month)
                    || Name(text, names.AbbreviatedMonthNames, out month);
                case 'a' or 'A': return Name(text, names.DayNames, out _) || Name(text, names.AbbreviatedDayNames, out _);
                case 'p' or 'P': return Half(text);
                case 's': return Unix(text);
                case 'z' or 'Z': return Offset(text);
                case 'n' or 't': SkipSpace(text); return true;
                case '%': return At < text.Length && text[At++] == '%';
                default: return false;
            }
        }

        private void SkipSpace(string text)
        {
            while (At < text.Length && char.IsWhiteSpace(text[At])) At++;
        }

        private bool Number(string text, int digits, out int number)
        {
            number = 0;
            var start = At;
            while (At < text.Length && At - start < digits && char.IsAsciiDigit(text[At]))
                number = number * 10 + text[At++] - '0';
            return At > start;
        }

        private bool Fraction(string text)
        {
            var start = At;
            var unit = TimeSpan.TicksPerSecond;
            for (ticks = 0; At < text.Length && char.IsAsciiDigit(text[At]); At++) ticks += (text[At] - '0') * (unit /= 10);
            return At > start;
        }

        private bool Unix(string text)
        {
            var start = At;
            if (At < text.Length && text[At] == '-') At++;
            while (At < text.Length && char.IsAsciiDigit(text[At])) At++;
            if (!long.TryParse(text.AsSpan(start, At - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture,
                out var seconds))
                return false;
            unix = seconds;
            return true;
        }

        private bool Half(string text)
        {
            var rest = text.AsSpan(At);
            if (rest.StartsWith("am", StringComparison.OrdinalIgnoreCase)) afternoon = false;
            else if (rest.StartsWith("pm", StringComparison.OrdinalIgnoreCase)) afternoon = true;
            else return false;
            At += 2;
            return true;
        }

        private bool Name(string text, string[] names, out int number)
        {
            number = 0;
            for (var i = 0; i < names.Length; i++)
            {
                if (names[i].Length == 0 || !text.AsSpan(At).StartsWith(names[i], StringComparison.OrdinalIgnoreCase)) continue;
                number = i + 1;
                At += names[i].Length;
                return true;
            }
            return false;
        }

        private bool Offset(string text)
        {
            var rest = text.AsSpan(At);
            if (rest is ['Z' or 'z', ..])
            {
                (offset, At) = (TimeSpan.Zero, At + 1);
                return true;
            }
            if (rest is not ['+' or '-', ..]) return false;
            var minus = text[At++] == '-';
            if (!Number(text, 2, out var hours)) return false;
            if (At < text.Length && text[At] == ':') At++;
            Number(text, 2, out var minutes);
            if (hours > 13 || minutes > 59) return false;
            offset = new TimeSpan(minus ? -hours : hours, minus ? -minutes : minutes, 0);
            return true;
        }
    }
}
