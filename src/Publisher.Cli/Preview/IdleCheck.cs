using System.Collections.Immutable;
using Publisher.Cli.Problems;
using Publisher.Diagnostics;
using Publisher.Sources;
using Publisher.Text;

namespace Publisher.Cli.Preview;

/// <summary>
/// Looks through the whole site while nobody waits for anything, so that problems are known also in what nobody has open. It
/// stops for each request and each change, at the next output, and then goes on, or begins anew.
/// </summary>
internal sealed class IdleCheck(Refresher refresher, Idleness idleness, Action<Edition, ImmutableArray<Finding>> found)
{
    private const int WaitMs = 25;

    /// <summary>Checks each edition once, the newest only, until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        Edition? last = null;
        while (true)
        {
            var edition = await refresher.NextAsync(last, cancel);
            // Not on the pool, whose threads the requests need.
            await Task.Factory.StartNew(
                () => Check(edition, cancel), cancel, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            last = edition;
        }
    }

    private void Check(Edition edition, CancellationToken cancel)
    {
        var findings = new Findings(strict: false);
        if (!MayGoOn(edition, cancel)) return;
        findings.Add(edition.Site.TemplateProblems);
        foreach (var path in edition.Site.Paths)
        {
            if (!MayGoOn(edition, cancel)) return;
            findings.Add(Check(edition.Site, path), path);
        }
        found(edition, findings.InOrder());
    }

    private static ImmutableArray<Diagnostic> Check(ISite site, SitePath path)
    {
        try
        {
            return site.Check(path);
        }
        catch (Exception error)
        {
            return [UnreadableException.In(error)?.Problem ?? Messages.RenderingFailed(path.Value, error)];
        }
    }

    /// <summary>Waits until nobody else does; false when there is a newer edition to check instead.</summary>
    private bool MayGoOn(Edition edition, CancellationToken cancel)
    {
        while (!idleness.IsIdle)
        {
            if (refresher.Current != edition || cancel.WaitHandle.WaitOne(WaitMs)) return false;
        }
        return refresher.Current == edition && !cancel.IsCancellationRequested;
    }
}
