using System.Globalization;

namespace Publisher.Content;

/// <summary>
/// Reads the dates people write: <c>2024-08-08</c>, <c>2024-08-08 10:00</c>, with seconds, 'T', and an offset or 'Z' (RFC
/// 3339 and YAML 1.1 timestamps). Without an offset it is local time in the site's zone.
/// </summary>
public static class PageDate
{
    private static readonly string[] Local =
    [
        "yyyy-M-d", "yyyy-M-d H:mm", "yyyy-M-d H:mm:ss", "yyyy-M-d H:mm:ss.FFFFFFF", "yyyy-M-d'T'H:mm", "yyyy-M-d'T'H:mm:ss",
        "yyyy-M-d'T'H:mm:ss.FFFFFFF", "yyyy/M/d", "yyyy/M/d H:mm", "yyyy/M/d H:mm:ss",
    ];

    private static readonly string[] WithOffset =
        [.. Local.Where(form => form.Contains('H'))
            .SelectMany(form => new[] { form + "zzz", form + " zzz", form + "'Z'", form + " 'Z'" })];

    public static DateTimeOffset? Parse(string text, TimeZoneInfo zone) => Parse(text, zone, out _);

    /// <param name="isSkipped">Whether the text says a time of day that the clocks of the zone skip on that day.</param>
    public static DateTimeOffset? Parse(string text, TimeZoneInfo zone, out bool isSkipped)
    {
        isSkipped = false;
        text = text.Trim();
        if (DateTime.TryParseExact(text, Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            isSkipped = text.Contains(':') && zone.IsInvalidTime(local);
            return InZone(local, zone);
        }
        // "+0200" and "UTC" are common; make them "+02:00" and "Z".
        if (text.EndsWith(" UTC", StringComparison.Ordinal)) text = text[..^4] + "Z";
        if (text.Length > 5 && text[^5] is '+' or '-' && text[^4..].All(char.IsAsciiDigit)) text = text[..^2] + ":" + text[^2..];
        var styles = text.EndsWith('Z') ? DateTimeStyles.AssumeUniversal : DateTimeStyles.None;
        return DateTimeOffset.TryParseExact(text, WithOffset, CultureInfo.InvariantCulture, styles, out var instant)
            ? TimeZoneInfo.ConvertTime(instant, zone)
            : null;
    }

    /// <summary>
    /// A local time that the clocks skip counts as the moment after the jump; one that comes twice, as the first.
    /// </summary>
    public static DateTimeOffset InZone(DateTime local, TimeZoneInfo zone)
    {
        if (zone.IsInvalidTime(local)) local = local.AddHours(1);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return local.Ticks - offset.Ticks is > 0 and < 3155378975999999999
            ? new DateTimeOffset(local, offset)
            : new DateTimeOffset(local, TimeSpan.Zero);
    }
}
