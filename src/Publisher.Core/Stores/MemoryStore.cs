using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Stores;

/// <summary>
/// A store that holds its objects in memory, for trying out a publish and for tests; it keeps a log of the requests it got.
/// </summary>
public sealed class MemoryStore : IOutputStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<SitePath, (byte[] Bytes, ContentHash Hash, ObjectHeaders Headers)> objects = [];
    private readonly List<string> log = [];

    /// <summary>The requests so far: a verb and a path each ("PUT a.html").</summary>
    public ImmutableArray<string> Log
    {
        get { lock (gate) return [.. log]; }
    }

    public ImmutableArray<SitePath> Paths
    {
        get { lock (gate) return [.. objects.Keys.Order()]; }
    }

    public byte[]? Bytes(SitePath path)
    {
        lock (gate) return objects.TryGetValue(path, out var found) ? found.Bytes : null;
    }

    public ObjectHeaders? Headers(SitePath path)
    {
        lock (gate) return objects.TryGetValue(path, out var found) ? found.Headers : null;
    }

    public Task<StoredText?> ReadAsync(SitePath path, CancellationToken cancel)
    {
        lock (gate)
        {
            Note("GET", path, cancel);
            if (!objects.TryGetValue(path, out var found)) return Task.FromResult<StoredText?>(null);
            return Task.FromResult<StoredText?>(new(found.Bytes, $"{found.Hash}"));
        }
    }

    public async IAsyncEnumerable<StoredObject> ListAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        StoredObject[] found;
        lock (gate)
        {
            Note("LIST", SitePath.Root, cancel);
            found = [.. objects.Select(one => new StoredObject(one.Key, one.Value.Bytes.Length, one.Value.Hash))];
        }
        await Task.CompletedTask;
        foreach (var one in found) yield return one;
    }

    public Task<ObjectHeaders?> ReadHeadersAsync(SitePath path, CancellationToken cancel)
    {
        lock (gate)
        {
            Note("HEAD", path, cancel);
            return Task.FromResult(objects.TryGetValue(path, out var found) ? found.Headers : null);
        }
    }

    public Task<string> PutAsync(
        Output output, ContentHash hash, ObjectHeaders headers, WriteCondition condition, CancellationToken cancel)
    {
        using var content = output.Open();
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        lock (gate)
        {
            Note("PUT", output.Path, cancel);
            if (ContentHash.Of(copy.ToArray()) != hash) throw new StoreException(Messages.ChangedWhileSent(output.Path));
            var there = objects.TryGetValue(output.Path, out var found);
            if ((condition.MustBeAbsent && there) || (condition.Tag is { } tag && (!there || found.Hash.ToString() != tag)))
                throw new StoreException(Messages.NotAsExpected(output.Path)) { IsConflict = true };
            objects[output.Path] = (copy.ToArray(), hash, headers);
            return Task.FromResult(hash.ToString());
        }
    }

    public Task<bool> RestateAsync(SitePath path, ContentHash hash, ObjectHeaders headers, CancellationToken cancel)
    {
        lock (gate)
        {
            Note("COPY", path, cancel);
            if (!objects.TryGetValue(path, out var found) || found.Hash != hash) return Task.FromResult(false);
            objects[path] = found with { Headers = headers };
            return Task.FromResult(true);
        }
    }

    public Task DeleteAsync(IReadOnlyList<SitePath> paths, CancellationToken cancel)
    {
        lock (gate)
        {
            foreach (var path in paths)
            {
                Note("DELETE", path, cancel);
                objects.Remove(path);
            }
        }
        return Task.CompletedTask;
    }

    private void Note(string verb, SitePath path, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        log.Add($"{verb} {path}".TrimEnd());
    }
}
