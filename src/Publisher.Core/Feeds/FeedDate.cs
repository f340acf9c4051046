using System.Globalization;
using System.Text.RegularExpressions;

namespace Publisher.Feeds;

/// <summary>
/// A date as a feed writes it: exactly (RFC 822 with the year in four digits, RFC 3339), or as far as it can be understood.
/// </summary>
/// <param name="Value">Null when it cannot even be guessed.</param>
/// <param name="IsExact">Whether it is written as the format wants it.</param>
/// <param name="Weekday">The right day of the week, when the text names another.</param>
internal readonly partial record struct FeedDate(DateTimeOffset? Value, bool IsExact, string? Weekday)
{
    // Only those of RFC 822 may be written; the others are what people write all the same.
    private static readonly Dictionary<string, string> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["UT"] = "+00:00", ["GMT"] = "+00:00", ["Z"] = "+00:00", ["EST"] = "-05:00", ["EDT"] = "-04:00", ["CST"] = "-06:00",
        ["CDT"] = "-05:00", ["MST"] = "-07:00", ["MDT"] = "-06:00", ["PST"] = "-08:00", ["PDT"] = "-07:00",
        ["UTC"] = "+00:00", ["CET"] = "+01:00", ["CEST"] = "+02:00", ["BST"] = "+01:00", ["EET"] = "+02:00", ["EEST"] = "+03:00",
    };

    public static FeedDate Rfc822(string text)
    {
        if (Exact822().Match(text) is { Success: true } match && Zone(match.Groups["zone"].Value) is { } zone)
        {
            var second = match.Groups["second"] is { Success: true } written ? written.Value : "00";
            if (Parse($"{match.Groups["day"].Value.PadLeft(2, '0')} {match.Groups["rest"].Value}:{second} {zone}",
                "dd MMM yyyy HH:mm:ss zzz") is { } value)
            {
                var weekday = value.ToString("ddd", CultureInfo.InvariantCulture);
                var named = match.Groups["weekday"];
                return new FeedDate(value, true, named.Success && named.Value != weekday ? weekday : null);
            }
        }
        return new FeedDate(Guess(text), false, null);
    }

    public static FeedDate Rfc3339(string text)
    {
        if (Exact3339().IsMatch(text) && DateTimeOffset.TryParse(
            text.ToUpperInvariant(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value))
            return new FeedDate(value, true, null);
        return new FeedDate(Guess(text), false, null);
    }

    public static string Write822(DateTimeOffset date)
    {
        var text = date.ToString("ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture);
        return text.Remove(text.Length - 3, 1);
    }

    public static string Write3339(DateTimeOffset date) =>
        date.ToString(date.Offset == TimeSpan.Zero ? "yyyy-MM-ddTHH:mm:ssZ" : "yyyy-MM-ddTHH:mm:sszzz",
            CultureInfo.InvariantCulture);

    private static string? Zone(string zone) =>
        zone[0] is '+' or '-' ? zone.Insert(3, ":") : Zones.GetValueOrDefault(zone);

    private static DateTimeOffset? Parse(string text, string format) =>
        DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value
            : null;

    /// <summary>What a date in another form most likely means; without a zone it is taken for UTC.</summary>
    private static DateTimeOffset? Guess(string text)
    {
        if (text.Length is < 6 or > 60) return null;
        var rest = Weekday822().Replace(text, "");
        var space = rest.LastIndexOf(' ');
        if (space > 0 && Zones.TryGetValue(rest[(space + 1)..], out var zone)) rest = rest[..(space + 1)] + zone;
        return DateTimeOffset.TryParse(rest, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value)
            && value.Year > 1
            ? value
            : null;
    }

    [GeneratedRegex(@"^(?:(?<weekday>Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?(?<day>[0-9]{1,2}) (?<rest>(?:Jan|Feb|Mar|Apr|May|Jun|Jul"
        + @"|Aug|Sep|Oct|Nov|Dec) [0-9]{4} [0-9]{2}:[0-9]{2})(?::(?<second>[0-9]{2}))? "
        + "(?<zone>UT|GMT|Z|[ECMP][SD]T|[+-][0-9]{4})$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Exact822();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Exact3339();

    [GeneratedRegex(@"^\s*\p{L}{2,9}\.?,?\s+(?=[0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Weekday822();
}
