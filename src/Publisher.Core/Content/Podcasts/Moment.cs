using System.Globalization;

namespace Publisher.Content.Podcasts;

/// <summary>A moment in a sound as people write it (<c>0:57</c>, <c>57:10</c>, <c>1:02:33</c>) and as addresses do.</summary>
public static class Moment
{
    /// <summary>How many characters at the beginning of <paramref name="text"/> are a time; 0 when it begins with none.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        var first = Digits(text, 0);
        if (first is 0 or > 3 || !IsPart(text, first)) return 0;
        var end = IsPart(text, first + 3) ? first + 6 : first + 3;
        return end < text.Length && text[end] is ':' or '.' && Digits(text, end + 1) > 0 ? 0 : end;
    }

    /// <summary>Of a time alone; null when it is none.</summary>
    public static int? Seconds(ReadOnlySpan<char> time)
    {
        if (time.IsEmpty || Length(time) != time.Length) return null;
        var seconds = 0;
        foreach (var part in time.Split(':'))
            seconds = seconds * 60 + int.Parse(time[part], NumberStyles.None, CultureInfo.InvariantCulture);
        return seconds;
    }

    /// <summary>Whether a part of a time that another one precedes is more than 59.</summary>
    public static bool IsOver(ReadOnlySpan<char> time)
    {
        for (var i = 1; i < time.Length; i++)
            if (time[i - 1] == ':' && time[i] > '5') return true;
        return false;
    }

    /// <summary>Seconds as an address has them: 57, or 57.5.</summary>
    public static string Seconds(double seconds) => seconds.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>
    /// Of a fragment that leads to a moment: <c>#57:10</c>, or a Media Fragment (W3C, 4.2.1) such as <c>#t=57</c>.
    /// </summary>
    public static int? OfFragment(ReadOnlySpan<char> fragment)
    {
        if (fragment is not ['#', .. var said]) return null;
        if (!said.StartsWith("t=")) return Seconds(said);
        said = said[2..];
        return Digits(said, 0) is var count and > 0 and <= 6 && count == said.Length
            ? int.Parse(said, NumberStyles.None, CultureInfo.InvariantCulture)
            : Seconds(said);
    }

    /// <summary>A colon and two digits.</summary>
    private static bool IsPart(ReadOnlySpan<char> text, int at) =>
        at < text.Length && text[at] == ':' && Digits(text, at + 1) == 2;

    private static int Digits(ReadOnlySpan<char> text, int from)
    {
        var end = from;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return end - from;
    }
}
