using System.Globalization;

namespace Publisher.Feeds;

/// <summary>Reads lengths of time as podcast feeds write them: seconds, MM:SS or HH:MM:SS.</summary>
public static class FeedDuration
{
    /// <summary>Null when it is none of these.</summary>
    public static int? Seconds(string text)
    {
        var parts = text.Split(':');
        var seconds = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 2 || parts[i].Length is 0 or > 7 || i > 0 && parts[i].Length > 2) return null;
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out var value) || i > 0 && value > 59)
                return null;
            if (seconds > 1_000_000) return null;
            seconds = seconds * 60 + value;
        }
        return seconds;
    }

    /// <summary>As players show it: 57:10, or 1:02:33.</summary>
    public static string Show(int seconds) => seconds >= 3600
        ? $"{seconds / 3600}:{seconds % 3600 / 60:00}:{seconds % 60:00}"
        : $"{seconds / 60:00}:{seconds % 60:00}";
}
