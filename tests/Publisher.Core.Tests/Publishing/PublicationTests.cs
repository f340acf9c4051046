using System.Text;
using Publisher.Diagnostics;
using Publisher.Publishing;
using Publisher.Publishing.Cdn;
using Publisher.Stores;
using Publisher.Testing;
using Publisher.Text;

namespace Publisher.Core.Tests.Publishing;

/// <summary>The steps of a publish, tried on a store in memory.</summary>
public sealed class PublicationTests
{
    private static int publishes;
    private readonly MemoryStore store = new();

    [Fact]
    public async Task AManifestOfALaterVersionIsLeftAlone()
    {
        await PutAsync(store, Manifest.Path.Value, "{\"version\":9,\"objects\":{}}");
        var failure = await Assert.ThrowsAsync<StoreException>(() => PublishAsync(store, ("a.html", "1")));
        Assert.Equal("PB0747", failure.Problem.Code);
        Assert.Equal(Manifest.Path, Assert.Single(store.Paths));
    }

    [Fact]
    public async Task AManifestThatCannotBeReadIsAsNone()
    {
        await PutAsync(store, Manifest.Path.Value, "rubbish");
        await PutAsync(store, "b.html", "foreign");
        var result = await PublishAsync(store, ("a.html", "1"));
        Assert.Equal(["PB0746", "PB0744"], result.Diagnostics.Select(note => note.Code));
        Assert.Equal(PublishOutcome.Published, result.Outcome);
        Assert.Equal(PublishOutcome.NothingToDo, (await PublishAsync(store, ("a.html", "1"))).Outcome);
        Assert.Equal(3, store.Paths.Length);
    }

    [Fact]
    public async Task ASiteOfWhichSomethingCouldNotBeMadeIsNotPublished()
    {
        await PublishAsync(store, ("a.html", "1"), ("b.html", "1"));
        var result = await RunAsync(store, new TestSite(("a.html", "2"), ("b.html", "2")) { Unmade = ["b.html"] });
        Assert.Equal((PublishOutcome.Refused, "PB0748"), (result.Outcome, Assert.Single(result.Diagnostics).Code));
        Assert.Equal("1", Encoding.UTF8.GetString(store.Bytes(new("a.html"))!));
    }

    [Fact]
    public async Task NoOutputIsHeldLongerThanItIsNeeded()
    {
        var site = new TestSite([.. Enumerable.Range(0, 50).Select(i => ($"{i}.html", new string('x', 1000 + i)))]);
        await RunAsync(store, site);
        // Once to compare, once to send.
        Assert.Equal(100, site.Wanted);
        await RunAsync(store, site);
        Assert.Equal(150, site.Wanted);
    }

    [Fact]
    public async Task HeadersOfAnObjectThatIsNoLongerThereAreWrittenWithItsBytes()
    {
        await PublishAsync(store, ("a.html", "1"), ("b.html", "2"));
        await store.DeleteAsync([new("a.html")], default);
        var result = await RunAsync(store, new TestSite(("a.html", "1"), ("b.html", "2")), new CacheRules([], true, null));
        Assert.Equal((2, 1L), (result.Plan.Count(PlanReason.Headers), result.BytesSent));
        Assert.Equal("1"u8.ToArray(), store.Bytes(new("a.html")));
    }

    [Fact]
    public async Task CachesAreToldWhatChangedAfterItIsWritten()
    {
        var cache = new ListeningCache(store);
        await RunAsync(store, new TestSite(("a.html", "1"), ("b.html", "1"), ("c.0a1b2c3d.css", "1"), ("d.css", "1")),
            caches: cache);
        Assert.Equal("a.html b.html d.css", cache.Told);
        await RunAsync(store, new TestSite(("a.html", "2"), ("b.html", "1"), ("d.css", "1")), caches: cache);
        Assert.Equal("a.html c.0a1b2c3d.css", cache.Told);
        Assert.Equal(["PUT a.html", "DELETE c.0a1b2c3d.css", "PURGE"], cache.LogThen[^3..]);
        cache.Told = "nothing";
        await RunAsync(store, new TestSite(("a.html", "2"), ("b.html", "1"), ("d.css", "1")), caches: cache);
        Assert.Equal("nothing", cache.Told);
    }

    /// <summary>
    /// However many publish at once, in whatever order their requests fall: when all are done, the manifest vouches for no
    /// object that is not so, no object of ours is forgotten, and one more publish makes everything right.
    /// </summary>
    [Fact]
    public async Task AfterAnyRaceTheManifestTellsTheTruth()
    {
        var rounds = int.TryParse(Environment.GetEnvironmentVariable("PUBLISHER_FUZZ"), out var wanted) ? wanted : 300;
        var (won, lost) = (0, 0);
        for (var seed = 0; seed < rounds; seed++)
        {
            var random = new Random(seed);
            var memory = new MemoryStore();
            await PublishAsync(memory, RandomSite(random));
            var racers = Enumerable.Range(0, random.Next(2, 5)).Select(_ => RandomSite(random)).ToArray();
            var stores = racers.Select((_, i) => new UnevenStore(memory, new Random(seed * 10 + i))).ToArray();
            var results = await Task.WhenAll(racers.Select((site, i) => PublishAsync(stores[i], site)));
            won += results.Count(result => result.Outcome is PublishOutcome.Published);
            lost += results.Count(result => result.Outcome is PublishOutcome.LostRace);
            await CheckAsync(memory);
            var last = RandomSite(random);
            await PublishAsync(memory, last);
            await CheckAsync(memory);
            Assert.Equal(last.Select(file => new SitePath(file.Item1)).Append(Manifest.Path).Order(), memory.Paths);
            foreach (var (path, text) in last) Assert.Equal(text, Encoding.UTF8.GetString(memory.Bytes(new(path))!));
        }
        Assert.True(won > rounds / 2 && lost > rounds / 2, $"{won} won and {lost} lost: that was no race.");
    }

    private static async Task CheckAsync(MemoryStore memory)
    {
        var manifest = Manifest.FromJson((await memory.ReadAsync(Manifest.Path, default))!.Bytes.Span, out _)!;
        foreach (var (path, entry) in manifest.Objects)
            if (entry.Hash is { } hash) Assert.Equal(hash, ContentHash.Of(memory.Bytes(path)));
        Assert.All(memory.Paths.Where(path => path != Manifest.Path), path => Assert.Contains(path, manifest.Objects.Keys));
    }

    private static (string, string)[] RandomSite(Random random) =>
        [.. Enumerable.Range(0, 6).Where(i => i == 0 || random.Next(3) > 0)
            .Select(i => ($"{i}.html", random.Next(3).ToString()))];

    private static Task<PublishResult> PublishAsync(IOutputStore store, params (string, string)[] files) =>
        RunAsync(store, new TestSite(files));

    private static Task<PublishResult> RunAsync(
        IOutputStore store, IOutputs site, CacheRules? rules = null, params ICache[] caches)
    {
        var id = Interlocked.Increment(ref publishes).ToString();
        var options = new PublishOptions { Clock = TimeProvider.System, Id = id, Parallelism = 4, Yes = true };
        rules ??= new CacheRules([], false, null);
        return new Publication(site, store, rules, caches, null, options, null).RunAsync(default);
    }

    private static Task PutAsync(MemoryStore store, string path, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var output = new Output(new(path), OutputRole.Page, bytes);
        return store.PutAsync(output, ContentHash.Of(bytes), new("text/html", "none"), WriteCondition.None, default);
    }

    private sealed class ListeningCache(MemoryStore store) : ICache
    {
        public string Told { get; set; } = "";

        public string[] LogThen { get; private set; } = [];

        public Task<(int Told, Diagnostic? Problem)> ForgetAsync(IReadOnlyList<SitePath> changed, CancellationToken cancel)
        {
            Told = string.Join(' ', changed);
            LogThen = [.. store.Log, "PURGE"];
            return Task.FromResult((changed.Count, (Diagnostic?)null));
        }
    }

    /// <summary>A store whose answers take now longer, now shorter, before and after it acts.</summary>
    private sealed class UnevenStore(MemoryStore store, Random random) : IOutputStore
    {
        public Task<StoredText?> ReadAsync(SitePath path, CancellationToken cancel) =>
            Uneven(() => store.ReadAsync(path, cancel));

        public IAsyncEnumerable<StoredObject> ListAsync(CancellationToken cancel) => store.ListAsync(cancel);

        public Task<ObjectHeaders?> ReadHeadersAsync(SitePath path, CancellationToken cancel) =>
            Uneven(() => store.ReadHeadersAsync(path, cancel));

        public Task<string> PutAsync(
            Output output, ContentHash hash, ObjectHeaders headers, WriteCondition condition, CancellationToken cancel) =>
            Uneven(() => store.PutAsync(output, hash, headers, condition, cancel));

        public Task<bool> RestateAsync(SitePath path, ContentHash hash, ObjectHeaders headers, CancellationToken cancel) =>
            Uneven(() => store.RestateAsync(path, hash, headers, cancel));

        public Task DeleteAsync(IReadOnlyList<SitePath> paths, CancellationToken cancel) => Uneven(async () =>
        {
            await store.DeleteAsync(paths, cancel);
            return 0;
        });

        private async Task<T> Uneven<T>(Func<Task<T>> request)
        {
            await WaitAsync();
            var answer = await request();
            await WaitAsync();
            return answer;
        }

        private async Task WaitAsync()
        {
            int turns;
            lock (random) turns = random.Next(12);
            for (var i = 0; i < turns; i++) await Task.Yield();
        }
    }
}
