using System.Globalization;

namespace Publisher.Media;

/// <summary>A moment in a sound, or how long it plays, as people and file formats write it; in seconds.</summary>
public static class Timestamp
{
    private const int MostSeconds = 10_000_000;

    /// <summary>
    /// Of <c>3430</c>, <c>0:57</c>, <c>57:10</c> or <c>1:02:33</c>, and of parts of a second behind a point or a comma; null
    /// when it is none of these.
    /// </summary>
    public static double? Seconds(ReadOnlySpan<char> text)
    {
        var point = text.IndexOfAny('.', ',');
        double fraction = 0, unit = 1;
        if (point >= 0)
        {
            var digits = text[(point + 1)..];
            if (!uint.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return null;
            (fraction, unit) = (value, Math.Pow(10, digits.Length));
            text = text[..point];
        }
        long seconds = 0;
        var count = 0;
        foreach (var range in text.Split(':'))
        {
            var part = text[range];
            if (++count > 3 || !uint.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return null;
            if (count > 1 && (value >= 60 || part.Length > 2)) return null;
            seconds = seconds * 60 + value;
        }
        return seconds <= MostSeconds ? (seconds * unit + fraction) / unit : null;
    }

    /// <summary>As listeners read it: 0:57, 57:10, 1:02:33.</summary>
    public static string Short(double seconds)
    {
        var (hours, minutes, rest, _) = Parts(seconds);
        return hours > 0 ? Text($"{hours}:{minutes:00}:{rest:00}") : Text($"{minutes}:{rest:00}");
    }

    /// <summary>As directories find it in a description: 00:57, 57:10, 01:02:33.</summary>
    /// <param name="hasHours">Whether to write the hours though there are none, so that all of a list look alike.</param>
    public static string Padded(double seconds, bool hasHours = false)
    {
        var (hours, minutes, rest, _) = Parts(seconds);
        return hasHours || hours > 0 ? Text($"{hours:00}:{minutes:00}:{rest:00}") : Text($"{minutes:00}:{rest:00}");
    }

    /// <summary>
    /// As machines read it: 00:57:10.000 in WebVTT and Podlove Simple Chapters, and with a comma in SubRip.
    /// </summary>
    public static string Exact(double seconds, char point = '.')
    {
        var (hours, minutes, rest, thousandths) = Parts(seconds);
        return Text($"{hours:00}:{minutes:00}:{rest:00}{point}{thousandths:000}");
    }

    private static (long Hours, long Minutes, long Seconds, long Thousandths) Parts(double seconds)
    {
        var all = (long)Math.Round(Math.Clamp(seconds, 0, MostSeconds) * 1000);
        return (all / 3_600_000, all / 60_000 % 60, all / 1000 % 60, all % 1000);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
