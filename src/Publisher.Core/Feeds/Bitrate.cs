namespace Publisher.Feeds;

/// <summary>
/// Finds sizes and lengths that cannot belong together: a show is encoded the same way each time, so bytes and seconds have
/// nearly the same ratio in all its episodes.
/// </summary>
public static class Bitrate
{
    /// <summary>How far from the median an episode may be.</summary>
    public const double Tolerance = 0.03;

    /// <summary>Fewer episodes have no median that says anything.</summary>
    public const int FewestEpisodes = 4;

    /// <summary>In bits a second.</summary>
    public static double Of(long bytes, int seconds) => bytes * 8.0 / seconds;

    /// <summary>Of the episodes whose size and length are both known; null when they are too few.</summary>
    public static double? Median(IEnumerable<(long Bytes, int Seconds)> episodes)
    {
        var all = episodes.Where(one => one is { Bytes: > 0, Seconds: > 0 }).Select(one => Of(one.Bytes, one.Seconds)).Order()
            .ToArray();
        return all.Length < FewestEpisodes ? null
            : all.Length % 2 == 1 ? all[all.Length / 2] : (all[all.Length / 2 - 1] + all[all.Length / 2]) / 2;
    }

    public static bool IsOff(double bitrate, double median) => Math.Abs(bitrate - median) > median * Tolerance;

    /// <summary>
    /// Whether the show has one bitrate at all, which most of its episodes keep: with a variable one, nothing can be told.
    /// </summary>
    public static bool IsSteady(IEnumerable<(long Bytes, int Seconds)> episodes, double median)
    {
        int near = 0, all = 0;
        foreach (var (bytes, seconds) in episodes)
        {
            if (bytes <= 0 || seconds <= 0) continue;
            all++;
            if (!IsOff(Of(bytes, seconds), median)) near++;
        }
        return near * 4 >= all * 3;
    }

    /// <summary>Whether a sound file of that length can have that size: 8 to 2,000 kbit/s, with room for short ones.</summary>
    public static bool IsPlausible(long bytes, int seconds) => Of(bytes, seconds) is > 8_000 and < 2_000_000;

    /// <summary>
    /// The episode before or after from which a value was copied, and whether that is the size: the value that the show's bitrate
    /// does not fit. Null when neither is the same.
    /// </summary>
    public static (int Neighbour, bool IsSize)? CopiedFrom(IReadOnlyList<(long Bytes, int Seconds)> episodes, int at)
    {
        foreach (var i in (ReadOnlySpan<int>)[at - 1, at + 1])
        {
            if (i < 0 || i >= episodes.Count) continue;
            if (episodes[i].Bytes == episodes[at].Bytes) return (i, true);
            if (episodes[i].Seconds == episodes[at].Seconds) return (i, false);
        }
        return null;
    }
}
