using System.Collections.Immutable;
using Publisher.Stores;

namespace Publisher.Publishing;

/// <summary>
/// Publishes to a folder, which needs neither manifest nor cache: its files are compared themselves. A hub is told of one
/// that readers have at once, since it fetches at once.
/// </summary>
internal static class FolderPublish
{
    public static async Task<PublishResult> RunAsync(
        IOutputs site, FolderTarget target, PublishOptions options, IProgress<PublishProgress>? progress,
        CancellationToken cancel)
    {
        var result = await Task.Run(() => Run(site, target, options, progress, cancel), cancel);
        if (!target.IsLive || options.Hub is not { } settings) return result;
        var hub = new WebSub(settings, options.Clock);
        if (hub.Changed(result.Plan) is not { Length: > 0 } feeds) return result;
        if (result.Outcome == PublishOutcome.Published) progress?.Report(new(PublishPhase.Announcing, 0, feeds.Length));
        var note = result.Outcome switch
        {
            PublishOutcome.Planned => hub.Planned(feeds),
            PublishOutcome.Published => await hub.TellAsync(feeds, cancel),
            _ => null,
        };
        return note is null ? result : result with { Diagnostics = result.Diagnostics.Add(note) };
    }

    private static PublishResult Run(
        IOutputs site, FolderTarget target, PublishOptions options, IProgress<PublishProgress>? progress,
        CancellationToken cancel)
    {
        if (site.Paths.IsEmpty) return PublishResult.Nothing(PublishOutcome.Refused, Diagnostics.Messages.SiteIsEmpty());
        var folder = Path.Combine(options.SourceFolder, target.Folder);
        var list = DiskStore.ListFileIn(Path.Combine(options.SourceFolder, ".publisher"), folder);
        var store = new DiskStore(folder, list, shownAs: target.Folder);
        var disk = new DiskOptions
        {
            Sources = [options.SourceFolder], SourcesOnly = options.SourcesOnly, TakeOver = options.TakeOver,
        };
        if (options.DryRun)
        {
            var found = store.Compare(site, disk, cancel);
            return new(found.Succeeded ? PublishOutcome.Planned : PublishOutcome.Refused, Plan(found.Changes), found.Diagnostics);
        }
        var count = progress is null ? null : new Counting(progress, site.Paths.Length);
        var summary = store.Write(site, disk, count, cancel);
        var didNothing = summary.Written + summary.Removed == 0;
        var outcome = summary.Succeeded
            ? didNothing ? PublishOutcome.NothingToDo : PublishOutcome.Published
            : summary.WasRefused ? PublishOutcome.Refused : PublishOutcome.Failed;
        return new(outcome, Plan(summary.Changes), summary.Diagnostics) { BytesSent = summary.BytesWritten };
    }

    private static PublishPlan Plan(ImmutableArray<DiskDifference> differences) =>
        new([.. differences.Select(one => new PlanStep(one.Path, Reason(one.State), one.Role, one.Length, default, null))
            .OrderBy(step => step.Reason == PlanReason.Gone).ThenBy(step => step.Role).ThenBy(step => step.Path)]);

    private static PlanReason Reason(DiskState state) => state switch
    {
        DiskState.Missing => PlanReason.New,
        DiskState.Differs => PlanReason.Content,
        _ => PlanReason.Gone,
    };

    private sealed class Counting(IProgress<PublishProgress> progress, int total) : IProgress<int>
    {
        public void Report(int done) => progress.Report(new(PublishPhase.Writing, done, total));
    }
}
