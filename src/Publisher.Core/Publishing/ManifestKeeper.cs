using System.Collections.Immutable;
using Publisher.Diagnostics;
using Publisher.Stores;
using Publisher.Text;

namespace Publisher.Publishing;

/// <summary>
/// Keeps the manifest true while publishes come and go. Each write demands that the manifest is still as it was read, so of
/// two publishes at once one is told; and before any object is written, all that will be are put in doubt, so that a publish
/// which dies or loses leaves no manifest that vouches for what it did not see.
/// </summary>
internal sealed class ManifestKeeper(IOutputStore store, PublishOptions options)
{
    private const int MostRepairs = 5;
    private string? tag;
    private ImmutableArray<SitePath> touched = [];

    /// <summary>What reading it brought to light.</summary>
    public ImmutableArray<Diagnostic> Notes { get; private set; } = [];

    /// <summary>What the last publish left; null when there is none, or none that can be read.</summary>
    public async Task<Manifest?> ReadAsync(CancellationToken cancel)
    {
        if (await store.ReadAsync(Manifest.Path, cancel) is not { } found) return null;
        tag = found.Tag;
        if (Manifest.FromJson(found.Bytes.Span, out var newer) is { } manifest) return manifest;
        if (newer) throw new StoreException(Messages.ManifestIsNewer(Manifest.Path));
        Notes = [Messages.ManifestUnreadable(Manifest.Path)];
        return null;
    }

    /// <summary>Puts all that the plan touches in doubt. When another publish came first, nothing has happened yet.</summary>
    public async Task BeginAsync(Manifest last, PublishPlan plan, CancellationToken cancel)
    {
        var changes = plan.Changes.Select(step => step.Path).ToImmutableArray();
        await WriteAsync(last.Doubting(changes), Messages.AnotherPublishBegan, cancel);
        touched = changes;
    }

    /// <summary>
    /// Records the site as it now is. When another publish got in between, what this one touched is in doubt for the next.
    /// </summary>
    public async Task EndAsync(IEnumerable<LocalObject> local, ImmutableSortedSet<SitePath> owed, CancellationToken cancel)
    {
        var objects = local.ToImmutableSortedDictionary(one => one.Path,
            one => new ManifestEntry(one.Hash, one.Length, one.Headers.Stamp));
        try
        {
            await WriteAsync(new Manifest { Objects = objects, Owed = owed }, Messages.AnotherPublishFinished, cancel);
        }
        catch (StoreException conflict) when (conflict.IsConflict)
        {
            await AbandonAsync(cancel);
            throw;
        }
    }

    /// <summary>
    /// For a publish that began and cannot end: another's manifest may by now vouch for objects which this one overwrote
    /// since, so they are put in doubt there. Its own did so when it began.
    /// </summary>
    public async Task AbandonAsync(CancellationToken cancel)
    {
        if (touched.IsEmpty) return;
        for (var i = 0; i < MostRepairs; i++)
        {
            // Without a readable manifest everything is in doubt already.
            if (await ReadAsync(cancel) is not { } there || there.By == options.Id) return;
            try
            {
                await WriteAsync(there.Doubting(touched), Messages.AnotherPublishFinished, cancel);
                return;
            }
            catch (StoreException again) when (again.IsConflict) { }
        }
    }

    private async Task WriteAsync(Manifest manifest, Func<DateTimeOffset, Diagnostic> lost, CancellationToken cancel)
    {
        var bytes = (manifest with { By = options.Id, At = options.Clock.GetUtcNow() }).ToJson();
        var output = new Output(Manifest.Path, OutputRole.Feed, bytes);
        var condition = tag is null ? WriteCondition.Absent : WriteCondition.Still(tag);
        try
        {
            tag = await store.PutAsync(output, ContentHash.Of(bytes), Manifest.ObjectHeaders, condition, cancel);
        }
        catch (StoreException failure) when (failure.IsConflict)
        {
            // The answer to an attempt that succeeded may have been lost, and the attempt repeated: then the manifest is ours.
            var there = await store.ReadAsync(Manifest.Path, cancel);
            if (there is null || !there.Bytes.Span.SequenceEqual(bytes))
                throw new StoreException(lost(WrittenAt(there)), failure) { IsConflict = true };
            tag = there.Tag;
        }
    }

    private DateTimeOffset WrittenAt(StoredText? there) =>
        there is null ? options.Clock.GetUtcNow() : Manifest.FromJson(there.Bytes.Span, out _)?.At ?? options.Clock.GetUtcNow();
}
