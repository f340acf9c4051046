using System.Globalization;

namespace Publisher.Scriban.Liquid;

/// <summary>The parts of a date that were found in a text, and the date they make.</summary>
internal struct LiquidDateParts
{
    private const string ZoneNames =
        "utc +00 gmt +00 z +00 ut +00 est -05 edt -04 cst -06 cdt -05 mst -07 mdt -06 pst -08 pdt -07";

    private int? year, dayOfYear;
    private bool isWholeYear;

    public int? Month { get; set; }

    public int? Day { get; set; }

    public int? Hour { get; set; }

    public int? Minute { get; set; }

    public int? Second { get; set; }

    /// <summary>The digits behind the second's point.</summary>
    public string? Fraction { get; set; }

    public string? Zone { get; set; }

    public bool IsBeforeChrist { get; set; }

    /// <summary>
    /// Three numbers that stand for year, month and day, in whatever order their forms tell: more than two digits and an
    /// apostrophe are a year's, and no "th" is.
    /// </summary>
    public void SetDay(string y, string m, string d)
    {
        if (y.Length > 0 && m.Length > 0 && d.Length == 0) (y, m, d) = ("", y, m);
        if (y.Length == 0 && IsYear(d)) (y, d) = (d, "");
        if (y.Length > 0 && char.IsAsciiLetter(y[^1])) (y, d) = (d, y);
        if (IsYear(m)) (y, m, d) = (m, d, y);
        if (IsYear(d)) (y, d) = (d, y);
        if (y.Length > 0) SetYear(y);
        if (Number(m) is { } month) Month = month;
        if (Number(d) is { } day) Day = day;
    }

    public void SetYear(string text)
    {
        isWholeYear = text.TrimStart('\'', '-', '+').Length > 2 || text[0] is '-' or '+';
        year = text.TrimStart('\'')[0] == '-' ? -Number(text) : Number(text);
    }

    public void SetDayOfYear(string year, string day)
    {
        SetYear(year);
        dayOfYear = Number(day);
    }

    /// <summary>Digits without signs between them: 20261121, 20261121T1830, 261121, 1121, 21, 325.</summary>
    public void SetDigits(bool isNegative, string digits, string time, string fraction)
    {
        if (fraction.Length > 0 && time.Length == 0 && digits.Length % 2 == 0)
        {
            SetFromEnd(digits);
            Fraction = fraction;
            return;
        }
        var yearDigits = digits.Length switch { 2 or 3 or 4 => 0, 5 or 6 => 2, _ => 4 };
        if (digits.Length is 9 or 11 or 13) return;
        if (yearDigits > 0) SetYear((isNegative ? "-" : "") + digits[..yearDigits]);
        var rest = digits[yearDigits..];
        if (rest.Length == 3) dayOfYear = Number(rest);
        else if (rest.Length == 2) Day = Number(rest);
        else
        {
            (Month, Day) = (Number(rest[..2]), Number(rest[2..4]));
            SetTime(rest[4..]);
        }
        if (time.Length > 0) SetTime(time);
        if (fraction.Length > 0) Fraction = fraction;
    }

    /// <summary>A number of one or two digits that is all that was left: the day beside a time, the hour beside a day.</summary>
    public void AddLone(int number)
    {
        if (Hour is not null && Day is null && number is >= 1 and <= 31) Day = number;
        else if (Day is not null && Hour is null && number <= 24) Hour = number;
    }

    /// <summary>The date in the zone it tells, else in <paramref name="zone"/>; false when there is none such.</summary>
    public readonly bool TryMake(TimeZoneInfo zone, Func<DateTimeOffset> now, out DateTimeOffset date)
    {
        date = default;
        if (year is null && dayOfYear is null && Month is null && Day is null && Hour is null && Minute is null && Second is null)
            return false;
        var offset = OffsetOf(Zone);
        var (years, months, days) = (CompleteYear(), Month, Day);
        if (years is null)
        {
            var today = offset is { } known ? now().ToOffset(known) : TimeZoneInfo.ConvertTime(now(), zone);
            years = today.Year;
            if (dayOfYear is null && months is null)
            {
                months = today.Month;
                days ??= today.Day;
            }
        }
        if (years is < 1 or > 9999 || months is < 1 or > 12 || days is < 1 or > 31 || dayOfYear is < 1 or > 366) return false;
        if (Hour is > 24 || Minute is > 59 || Second is > 60 || (Hour == 24 && Minute + Second > 0)) return false;
        if (dayOfYear == 366 && !DateTime.IsLeapYear(years.Value)) return false;
        var day = dayOfYear is { } whole ? whole - 1 : (days ?? 1) - 1;
        var time = new TimeSpan(day, Hour ?? 0, Minute ?? 0, Second ?? 0) + FractionOf(Fraction);
        return TryMake(new DateTime(years.Value, dayOfYear is null ? months ?? 1 : 1, 1), time, offset, zone, out date);
    }

    private static bool TryMake(DateTime month, TimeSpan time, TimeSpan? offset, TimeZoneInfo zone, out DateTimeOffset date)
    {
        date = default;
        if (DateTime.MaxValue - month < time + TimeSpan.FromDays(1) || month == DateTime.MinValue) return false;
        var local = month + time;
        date = new DateTimeOffset(local, offset ?? zone.GetUtcOffset(local));
        // A time that the clocks skip is as much later as they do.
        if (offset is null && zone.IsInvalidTime(local)) date = TimeZoneInfo.ConvertTime(date, zone);
        return true;
    }

    private readonly int? CompleteYear()
    {
        if (year is not { } given) return null;
        if (IsBeforeChrist) return 1 - given;
        return isWholeYear || given > 99 ? given : given + (given >= 69 ? 1900 : 2000);
    }

    private void SetTime(string digits)
    {
        if (digits.Length >= 2) Hour = Number(digits[..2]);
        if (digits.Length >= 4) Minute = Number(digits[2..4]);
        if (digits.Length >= 6) Second = Number(digits[4..6]);
    }

    private void SetFromEnd(string digits)
    {
        Second = Number(digits[^2..]);
        if (digits.Length >= 4) Minute = Number(digits[^4..^2]);
        if (digits.Length >= 6) Hour = Number(digits[^6..^4]);
        if (digits.Length >= 8) Day = Number(digits[^8..^6]);
        if (digits.Length >= 10) Month = Number(digits[^10..^8]);
        if (digits.Length >= 12) SetYear(digits[..^10]);
    }

    private static bool IsYear(string part) => part.Length > 2 && char.IsAsciiDigit(part[^1]) || part.StartsWith('\'');

    /// <summary>The number in a part; null when there is none or it is too large for any date.</summary>
    public static int? Number(string part)
    {
        var digits = part.AsSpan().TrimStart("'+-");
        var end = digits.IndexOfAnyExceptInRange('0', '9');
        if (end >= 0) digits = digits[..end];
        return digits.Length == 0 ? null
            : int.TryParse(digits, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
    }

    private static TimeSpan FractionOf(string? digits) => string.IsNullOrEmpty(digits) ? TimeSpan.Zero
        : new TimeSpan(long.Parse(digits.PadRight(7, '0')[..7], CultureInfo.InvariantCulture));

    /// <summary>What a zone is off UTC; null for one that Ruby does not know, which is then taken for the site's.</summary>
    private static TimeSpan? OffsetOf(string? zone)
    {
        if (zone is null) return null;
        if (zone.Length == 1 && zone[0] is >= 'a' and < 'z' and not 'j') return Military(zone[0]);
        var named = $" {ZoneNames} ".IndexOf($" {zone} ", StringComparison.Ordinal);
        if (named >= 0) zone = ZoneNames.Substring(named + zone.Length + 1, 3);
        if (zone[0] is not ('+' or '-')) return null;
        var digits = zone[1..].Replace(":", "");
        if (digits.Length is not (2 or 4) || !int.TryParse(digits.PadRight(4, '0'), out var number)) return null;
        var offset = new TimeSpan(number / 100, number % 100, 0);
        return offset > TimeSpan.FromHours(14) ? null : zone[0] == '-' ? -offset : offset;
    }

    private static TimeSpan Military(char letter) => TimeSpan.FromHours(letter switch
    {
        <= 'i' => letter - 'a' + 1,
        <= 'm' => letter - 'a',
        _ => 'm' - letter,
    });
}
