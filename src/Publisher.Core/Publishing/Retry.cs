namespace Publisher.Publishing;

/// <summary>
/// Repeats requests that failed for reasons which pass: overload, lost connections, time-outs. Waits longer each time.
/// </summary>
internal sealed class Retry(TimeProvider clock)
{
    private const int MostAttempts = 8;
    private const int MostUnreachable = 3;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(100), LongestWait = TimeSpan.FromSeconds(10);
    private int waits;

    /// <summary>Gives the first attempt's result that succeeds; throws what the last one threw.</summary>
    /// <param name="limit">How long one attempt may take.</param>
    /// <param name="judge">What a failure means; time-outs are judged here.</param>
    public async Task<T> RunAsync<T>(
        TimeSpan limit, Func<Exception, Passing> judge, Func<CancellationToken, Task<T>> attempt, CancellationToken cancel)
    {
        for (var count = 1; ; count++)
        {
            using var expiry = new CancellationTokenSource(limit, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(expiry.Token, cancel);
            try
            {
                return await attempt(either.Token);
            }
            catch (OperationCanceledException) when (expiry.IsCancellationRequested && !cancel.IsCancellationRequested)
            {
                if (count >= MostUnreachable) throw new TimeoutException($"no answer within {limit.TotalSeconds:0} s");
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                var most = judge(failure) switch { Passing.Yes => MostAttempts, Passing.Hardly => MostUnreachable, _ => 0 };
                if (count >= most) throw;
            }
            await Task.Delay(Wait(count), clock, cancel);
        }
    }

    /// <summary>
    /// Doubles each time, and differs between requests, so that those refused together do not come back together.
    /// </summary>
    private TimeSpan Wait(int count)
    {
        var full = Math.Min(FirstWait.TotalMilliseconds * Math.Pow(2, count - 1), LongestWait.TotalMilliseconds);
        var spread = (uint)Interlocked.Increment(ref waits) * 2654435769u / (double)uint.MaxValue;
        return TimeSpan.FromMilliseconds(full * (0.5 + spread / 2));
    }
}

/// <summary>Whether a failure is likely to pass by itself.</summary>
internal enum Passing { No, Hardly, Yes }
