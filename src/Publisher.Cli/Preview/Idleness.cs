using System.Diagnostics;

namespace Publisher.Cli.Preview;

/// <summary>Knows whether somebody waits for the preview, or did a moment ago: what can wait is done when nobody does.</summary>
internal sealed class Idleness
{
    // Longer than the pause between a page and what it loads, shorter than the one between two edits.
    public const int QuietMs = 500;

    private int working;
    private long lastAt = Stopwatch.GetTimestamp();

    public bool IsIdle => Volatile.Read(ref working) == 0
        && Stopwatch.GetElapsedTime(Volatile.Read(ref lastAt)).TotalMilliseconds >= QuietMs;

    /// <summary>Somebody waits from now until the result is disposed of.</summary>
    public IDisposable Work()
    {
        Interlocked.Increment(ref working);
        return new Working(this);
    }

    private sealed class Working(Idleness of) : IDisposable
    {
        public void Dispose()
        {
            Volatile.Write(ref of.lastAt, Stopwatch.GetTimestamp());
            Interlocked.Decrement(ref of.working);
        }
    }
}
