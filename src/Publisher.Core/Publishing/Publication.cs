using System.Collections.Concurrent;
using System.Collections.Immutable;
using Publisher.Diagnostics;
using Publisher.Publishing.Cdn;
using Publisher.Stores;
using Publisher.Text;

namespace Publisher.Publishing;

/// <summary>
/// One publish to a store: compare, mark what will change as in doubt, write (assets, pages, feeds), delete, tell the caches,
/// record it all, and tell the hub. Every step may be the last one that happens: whatever the manifest vouches for is so.
/// </summary>
internal sealed class Publication(
    IOutputs site, IOutputStore store, CacheRules rules, ICache[] caches, int? maxDeletes, PublishOptions options,
    IProgress<PublishProgress>? progress)
{
    private readonly ManifestKeeper keeper = new(store, options);
    private readonly WebSub? hub = options.Hub is { } hub ? new WebSub(hub, options.Clock) : null;
    private long bytesSent;
    private int written;

    public async Task<PublishResult> RunAsync(CancellationToken cancel)
    {
        if (site.Paths.IsEmpty) return PublishResult.Nothing(PublishOutcome.Refused, Messages.SiteIsEmpty());
        var notes = ImmutableArray.CreateBuilder<Diagnostic>();
        var (last, found) = await CompareAsync(cancel);
        var unmade = site.Paths.Where((_, i) => found[i] is null).ToImmutableArray();
        if (unmade.Length > 0) return PublishResult.Nothing(PublishOutcome.Refused, Messages.OutputsNotMade(unmade));
        LocalObject[] local = [.. found.OfType<LocalObject>()];
        notes.AddRange(keeper.Notes);
        var plan = last is not null ? PublishPlan.FromManifest(local, last) : await PlanFromFoundAsync(local, notes, cancel);
        if (plan.Count(PlanReason.Doubt) is > 0 and var doubted) notes.Add(Messages.LastPublishUnfinished(doubted, last!.At));
        if (TooManyDeletes(plan, last) is { } refusal)
            return new(options.DryRun ? PublishOutcome.Planned : PublishOutcome.Refused, plan, [.. notes, refusal]);
        if (options.DryRun)
        {
            if (hub?.Changed(plan) is { Length: > 0 } feeds) notes.Add(hub.Planned(feeds));
            return new(PublishOutcome.Planned, plan, notes.ToImmutable());
        }
        if (plan.IsEmpty && last is { Owed.IsEmpty: true }) return new(PublishOutcome.NothingToDo, plan, notes.ToImmutable());
        return await CarryOutAsync(plan, local, last ?? Manifest.Empty, notes, cancel);
    }

    /// <summary>
    /// Asks the store while the site is rendered; when the store refuses, nobody waits for the rest of the rendering.
    /// </summary>
    private async Task<(Manifest? Last, LocalObject?[] Found)> CompareAsync(CancellationToken cancel)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var looking = Task.Run(() => Look(either.Token), either.Token);
        try
        {
            return (await keeper.ReadAsync(cancel), await looking);
        }
        catch (StoreException)
        {
            await either.CancelAsync();
            throw;
        }
    }

    private async Task<PublishResult> CarryOutAsync(
        PublishPlan plan, LocalObject[] local, Manifest last, ImmutableArray<Diagnostic>.Builder notes, CancellationToken cancel)
    {
        var outcome = PublishOutcome.Failed;
        var purged = 0;
        try
        {
            if (!plan.IsEmpty) await keeper.BeginAsync(last, plan, cancel);
            foreach (var role in new[] { OutputRole.Asset, OutputRole.Page, OutputRole.Feed })
                await WriteAsync([.. plan.Writes.Where(step => step.Role == role)], plan.Writes.Count(), cancel);
            await DeleteAsync([.. plan.Deletes.Select(step => step.Path)], cancel);
            var changed = plan.Changes.Where(IsKnownToCaches).Select(step => step.Path).Union(last.Owed).Order().ToArray();
            var (told, owed) = await TellCachesAsync(changed, notes, cancel);
            purged = told;
            await keeper.EndAsync(local, owed, cancel);
            outcome = owed.Count > 0 ? PublishOutcome.CacheNotTold : PublishOutcome.Published;
            await TellHubAsync(plan, notes, cancel);
        }
        catch (StoreException failure)
        {
            notes.Add(failure.Problem);
            if (failure.IsConflict) outcome = PublishOutcome.LostRace;
            else await AbandonAsync(cancel);
        }
        return new(outcome, plan, notes.ToImmutable()) { BytesSent = bytesSent, Purged = purged };
    }

    private async Task AbandonAsync(CancellationToken cancel)
    {
        try
        {
            await keeper.AbandonAsync(cancel);
        }
        catch (StoreException)
        {
            // The store that failed fails still, which was said already.
        }
    }

    /// <summary>Renders and hashes everything, and keeps only the hashes; null for what could not be made.</summary>
    private LocalObject?[] Look(CancellationToken cancel)
    {
        var found = new LocalObject?[site.Paths.Length];
        var done = 0;
        Parallel.For(0, found.Length, new ParallelOptions { CancellationToken = cancel }, i =>
        {
            if (site.Want(site.Paths[i]) is not { } output) return;
            found[i] = new(output.Path, output.Role, output.Length, ContentHash.Of(output), rules.HeadersOf(output));
            progress?.Report(new(PublishPhase.Comparing, Interlocked.Increment(ref done), found.Length));
        });
        return found;
    }

    /// <summary>
    /// Without a manifest: the listing says which contents are equal, and only those are asked for their headers.
    /// </summary>
    private async Task<PublishPlan> PlanFromFoundAsync(
        LocalObject[] local, ImmutableArray<Diagnostic>.Builder notes, CancellationToken cancel)
    {
        var hashes = new Dictionary<SitePath, ContentHash?>();
        await foreach (var one in store.ListAsync(cancel)) hashes[one.Path] = one.Hash;
        if (hashes.Count == 0) return PublishPlan.FromManifest(local, Manifest.Empty);
        var found = new ConcurrentDictionary<SitePath, RemoteObject>();
        var there = local.Where(one => hashes.ContainsKey(one.Path));
        await Parallel.ForEachAsync(there, Parallelism(cancel), async (one, cancel) =>
        {
            var hash = hashes[one.Path];
            var headers = hash == one.Hash ? await store.ReadHeadersAsync(one.Path, cancel) : null;
            found[one.Path] = new(hash, headers?.Stamp ?? Stamp.None);
        });
        var others = hashes.Keys.Count(path => path != Manifest.Path && !found.ContainsKey(path));
        notes.Add(Messages.NoManifest(found.Count, others));
        return PublishPlan.FromFound(local, found);
    }

    /// <summary>An output once more, to send it; it could be made when it was compared.</summary>
    private Output Want(SitePath path) => site.Want(path) ?? throw new StoreException(Messages.OutputsNotMade([path]));

    private Diagnostic? TooManyDeletes(PublishPlan plan, Manifest? last)
    {
        if (options.Yes || last is null) return null;
        var gone = plan.Count(PlanReason.Gone);
        var allowed = maxDeletes ?? PublishPlan.DeletesAllowed(last.Objects.Count);
        return gone > allowed ? Messages.TooManyDeletes(gone, last.Objects.Count, allowed) : null;
    }

    private async Task WriteAsync(PlanStep[] steps, int total, CancellationToken cancel) =>
        await Parallel.ForEachAsync(steps, Parallelism(cancel), async (step, cancel) =>
        {
            await WriteAsync(step, cancel);
            progress?.Report(new(PublishPhase.Writing, Interlocked.Increment(ref written), total));
        });

    private async Task WriteAsync(PlanStep step, CancellationToken cancel)
    {
        if (step.Reason == PlanReason.Headers && await store.RestateAsync(step.Path, step.Hash, step.Headers!, cancel)) return;
        await store.PutAsync(Want(step.Path), step.Hash, step.Headers!, WriteCondition.None, cancel);
        Interlocked.Add(ref bytesSent, step.Length);
    }

    private async Task DeleteAsync(SitePath[] paths, CancellationToken cancel)
    {
        if (paths.Length == 0) return;
        progress?.Report(new(PublishPhase.Deleting, 0, paths.Length));
        await store.DeleteAsync(paths, cancel);
        progress?.Report(new(PublishPhase.Deleting, paths.Length, paths.Length));
    }

    /// <summary>A new asset under a name that was never used cannot be in any cache.</summary>
    private static bool IsKnownToCaches(PlanStep step) =>
        step.Reason != PlanReason.New || step.Role != OutputRole.Asset || !CacheRules.HasFingerprint(step.Path);

    private async Task<(int Told, ImmutableSortedSet<SitePath> Owed)> TellCachesAsync(
        SitePath[] changed, ImmutableArray<Diagnostic>.Builder notes, CancellationToken cancel)
    {
        if (changed.Length == 0) return (0, []);
        var told = 0;
        var failed = false;
        foreach (var cache in caches)
        {
            progress?.Report(new(PublishPhase.Purging, 0, changed.Length));
            var (count, problem) = await cache.ForgetAsync(changed, cancel);
            told += count;
            if (problem is null) continue;
            notes.Add(problem);
            failed = true;
        }
        return (told, failed ? [.. changed] : []);
    }

    /// <summary>The last thing, since a hub fetches at once what it is told of.</summary>
    private async Task TellHubAsync(PublishPlan plan, ImmutableArray<Diagnostic>.Builder notes, CancellationToken cancel)
    {
        if (hub?.Changed(plan) is not { Length: > 0 } feeds) return;
        progress?.Report(new(PublishPhase.Announcing, 0, feeds.Length));
        if (await hub.TellAsync(feeds, cancel) is { } problem) notes.Add(problem);
    }

    private ParallelOptions Parallelism(CancellationToken cancel) =>
        new() { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = cancel };
}
