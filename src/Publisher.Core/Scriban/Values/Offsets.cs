namespace Publisher.Scriban.Values;

/// <summary>The time zone offsets in use on Earth, boxed once, so that a date in a value costs no allocation.</summary>
internal static class Offsets
{
    private const int QuarterHours = 14 * 4;

    private static readonly object[] Boxed =
        [.. Enumerable.Range(-QuarterHours, 2 * QuarterHours + 1).Select(quarter => (object)TimeSpan.FromMinutes(quarter * 15))];

    public static object Box(TimeSpan offset)
    {
        var (quarters, rest) = Math.DivRem(offset.Ticks, TimeSpan.TicksPerMinute * 15);
        return rest == 0 ? Boxed[quarters + QuarterHours] : offset;
    }
}
