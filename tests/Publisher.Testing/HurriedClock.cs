namespace Publisher.Testing;

/// <summary>
/// The real clock, but waits of up to a quarter of a minute (those between attempts, not time-outs) last a hundredth.
/// </summary>
public sealed class HurriedClock : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, IsWait(dueTime) ? dueTime / 100 : dueTime, period);

    private static bool IsWait(TimeSpan time) => time > TimeSpan.Zero && time <= TimeSpan.FromSeconds(15);
}
