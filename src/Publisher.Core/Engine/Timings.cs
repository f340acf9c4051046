namespace Publisher.Engine;

/// <summary>How long each step of a build took.</summary>
public sealed class Timings(TimeProvider clock)
{
    private readonly List<(string Step, TimeSpan Took)> laps = [];
    private long since = clock.GetTimestamp();

    public IReadOnlyList<(string Step, TimeSpan Took)> Laps => laps;

    /// <summary>Ends the step that began at the last lap.</summary>
    public void Lap(string step)
    {
        var now = clock.GetTimestamp();
        laps.Add((step, clock.GetElapsedTime(since, now)));
        since = now;
    }
}
