namespace Publisher.Cli.Commands;

/// <summary>
/// A clock that stands still at <c>--clock</c>, for builds that can be repeated; it still measures how long things take.
/// </summary>
internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
}
