using System.Collections.Immutable;
using System.Diagnostics;
using System.Threading.Channels;
using Publisher.Cli.Problems;
using Publisher.Diagnostics;
using Publisher.Sources;

namespace Publisher.Cli.Preview;

/// <summary>
/// Keeps the site fresh: takes hints, has the engine look again, one look at a time, and hands on each new edition. Hints that
/// come while the engine looks wait together for the next look, so none is lost and the last look sees the newest state.
/// </summary>
internal sealed class Refresher(ISiteSource source, ServedOutputs outputs, Idleness idleness)
{
    private readonly Channel<ChangeHint> hints = Channel.CreateUnbounded<ChangeHint>(new() { SingleReader = true });
    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channel<bool> served = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private volatile Edition? current;

    /// <summary>The newest edition; null before the first.</summary>
    public Edition? Current => current;

    public void LookAgain(ChangeHint hint) => hints.Writer.TryWrite(hint);

    /// <summary>The newest edition, or the first one as soon as it is there.</summary>
    public async ValueTask<Edition> CurrentAsync(CancellationToken cancel)
    {
        if (current is null) await first.Task.WaitAsync(cancel);
        return current!;
    }

    /// <summary>The newest edition, once it is another than <paramref name="last"/>; for one reader.</summary>
    public async Task<Edition> NextAsync(Edition? last, CancellationToken cancel)
    {
        while (current is null || current == last) await served.Reader.ReadAsync(cancel);
        return current;
    }

    /// <summary>Looks at everything, then again at each hint, until cancelled.</summary>
    /// <param name="refreshed">Receives the hint and the engine's time after the new edition is being served; not called when
    /// nothing changed.</param>
    /// <param name="failed">Receives what the engine threw, after the failure is being served.</param>
    public async Task RunAsync(Action<ChangeHint, TimeSpan> refreshed, Action<Exception> failed, CancellationToken cancel)
    {
        var hint = ChangeHint.All;
        while (true)
        {
            var everything = !TryLook(hint, refreshed, failed, cancel);
            hint = await hints.Reader.ReadAsync(cancel);
            while (hints.Reader.TryRead(out var more)) hint = hint.Merge(more);
            if (everything) hint = hint with { Everything = true };
        }
    }

    private bool TryLook(
        ChangeHint hint, Action<ChangeHint, TimeSpan> refreshed, Action<Exception> failed, CancellationToken cancel)
    {
        using var work = idleness.Work();
        var began = Stopwatch.GetTimestamp();
        try
        {
            var site = source.Advance(hint, cancel);
            var took = Stopwatch.GetElapsedTime(began);
            if (current is { Failed: false } last && ReferenceEquals(last.Site, site)) return true;
            Serve(new Edition(site, outputs, null) { Elsewhere = StillTrue(hint) });
            refreshed(hint, took);
            return true;
        }
        catch (Exception error) when (!cancel.IsCancellationRequested)
        {
            var failure = UnreadableException.In(error)?.Problem ?? Messages.LookingFailed(error);
            Serve(new Edition(current?.Site ?? new EmptySite(), outputs, failure));
            failed(error);
            return false;
        }
    }

    /// <summary>What was found before, but for what was found in files that are others now.</summary>
    private ImmutableArray<Finding> StillTrue(ChangeHint hint)
    {
        if (current is not { Elsewhere: { IsEmpty: false } found } || hint.Everything) return [];
        var changed = hint.Paths.ToHashSet();
        return [.. found.Where(one => !changed.Contains(one.Problem.At.File))];
    }

    private void Serve(Edition edition)
    {
        current = edition;
        first.TrySetResult();
        served.Writer.TryWrite(true);
    }
}
