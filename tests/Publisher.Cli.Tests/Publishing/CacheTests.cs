using System.Net;
using Publisher.Publishing;
using Publisher.Testing;

namespace Publisher.Cli.Tests.Publishing;

/// <summary>Readers behind a real cache see what was published, and nothing older.</summary>
[Collection("gateway")]
public sealed class CacheTests(GatewayFixture servers)
{
    [ServerFact(Servers.Gateway | Servers.Varnish)]
    public async Task AfterAPublishReadersSeeTheNewPageAndNotTheOldOne()
    {
        await using var site = await CachedSite.StartAsync(servers.Gateway, byTag: false);
        await site.PublishAsync(("index.html", "home"), ("a/index.html", "old"), ("zürich/it's.html", "old"),
            ("404.html", "lost"));
        Assert.Equal("old MISS", await site.ReadAsync("a/"));
        Assert.Equal("old HIT", await site.ReadAsync("a/"));
        Assert.Equal("old MISS", await site.ReadAsync("a/index.html"));
        Assert.Equal("old MISS", await site.ReadAsync("z%C3%BCrich/it's.html"));
        Assert.Equal("home MISS", await site.ReadAsync(""));
        Assert.Equal("lost 404", await site.ReadAsync("new/"));

        var result = await site.PublishAsync(("index.html", "home"), ("a/index.html", "new"), ("zürich/it's.html", "new"),
            ("404.html", "lost"), ("new/index.html", "there"));
        Assert.Equal((PublishOutcome.Published, 5), (result.Outcome, result.Purged));
        Assert.Equal("new MISS", await site.ReadAsync("a/"));
        Assert.Equal("new MISS", await site.ReadAsync("a/index.html"));
        Assert.Equal("new MISS", await site.ReadAsync("z%C3%BCrich/it's.html"));
        Assert.Equal("there MISS", await site.ReadAsync("new/"));
        Assert.Equal("home HIT", await site.ReadAsync(""));

        Assert.Equal((PublishOutcome.NothingToDo, 0),
            await site.PublishAsync(("index.html", "home"), ("a/index.html", "new"), ("zürich/it's.html", "new"),
            ("404.html", "lost"),
            ("new/index.html", "there")) is var again ? (again.Outcome, again.Purged) : default);
        Assert.Equal("new HIT", await site.ReadAsync("a/"));
    }

    [ServerFact(Servers.Gateway | Servers.Varnish)]
    public async Task ByTagAlsoUrlsWithAQueryAreForgotten()
    {
        await using var site = await CachedSite.StartAsync(servers.Gateway, byTag: true);
        await site.PublishAsync(("index.html", "home"), ("a/index.html", "old"));
        foreach (var url in new[] { "a/", "a/index.html", "a/?from=feed" }) Assert.Equal("old MISS", await site.ReadAsync(url));
        Assert.Equal("home MISS", await site.ReadAsync(""));
        await site.PublishAsync(("index.html", "home"), ("a/index.html", "new"));
        foreach (var url in new[] { "a/", "a/index.html", "a/?from=feed" }) Assert.Equal("new MISS", await site.ReadAsync(url));
        Assert.Equal("home HIT", await site.ReadAsync(""));
    }

    [ServerFact(Servers.Gateway | Servers.Varnish)]
    public async Task PagesThatAreGoneAreGoneForReadersToo()
    {
        await using var site = await CachedSite.StartAsync(servers.Gateway, byTag: false);
        await site.PublishAsync(("index.html", "home"), ("a/index.html", "old"), ("404.html", "lost"));
        Assert.Equal("old MISS", await site.ReadAsync("a/"));
        await site.PublishAsync(("index.html", "home"), ("404.html", "lost"));
        Assert.Equal("lost 404", await site.ReadAsync("a/"));
    }

    [ServerFact(Servers.Gateway | Servers.Varnish)]
    public async Task ACacheThatCouldNotBeToldIsToldByTheNextPublish()
    {
        await using var site = await CachedSite.StartAsync(servers.Gateway, byTag: false);
        await site.PublishAsync(("index.html", "old"));
        Assert.Equal("old MISS", await site.ReadAsync(""));
        site.PurgeAddress = new("http://127.0.0.1:9/");
        var failed = await site.PublishAsync(("index.html", "new"));
        Assert.Equal((PublishOutcome.CacheNotTold, "PB0750"), (failed.Outcome, Assert.Single(failed.Diagnostics).Code));
        Assert.Equal("old HIT", await site.ReadAsync(""));
        site.PurgeAddress = null;
        var next = await site.PublishAsync(("index.html", "new"));
        Assert.Equal((PublishOutcome.Published, 0L, 2), (next.Outcome, next.BytesSent, next.Purged));
        Assert.Equal("new MISS", await site.ReadAsync(""));
        Assert.Equal(PublishOutcome.NothingToDo, (await site.PublishAsync(("index.html", "new"))).Outcome);
    }

    /// <summary>A bucket, the cache in front of it, and a reader.</summary>
    private sealed class CachedSite(Bucket bucket, Varnish cache, bool byTag) : IAsyncDisposable
    {
        private readonly HttpClient reader = new();

        /// <summary>Where purges go, if not to the cache.</summary>
        public Uri? PurgeAddress { get; set; }

        public static async Task<CachedSite> StartAsync(RadosGateway gateway, bool byTag)
        {
            var bucket = await Bucket.CreateAsync(gateway);
            return new(bucket, await Varnish.StartAsync(gateway.Endpoint, bucket.Name), byTag);
        }

        public Task<PublishResult> PublishAsync(params (string, string)[] files) =>
            bucket.PublishAsync(new TestSite(files),
                bucket.Target with { Cdn = [new PurgeSettings(default, PurgeAddress ?? cache.Address) { ByTag = byTag }] },
                bucket.Options with { Clock = new HurriedClock() });

        /// <summary>What a reader gets: the text, and whether it came from the cache, or the status.</summary>
        public async Task<string> ReadAsync(string url)
        {
            using var response = await reader.GetAsync(new Uri(cache.Address, url));
            var text = await response.Content.ReadAsStringAsync();
            return $"{text} {(response.StatusCode == HttpStatusCode.OK ? response.Headers.GetValues("X-Cache").First()
                : ((int)response.StatusCode).ToString())}";
        }

        public async ValueTask DisposeAsync()
        {
            reader.Dispose();
            await cache.DisposeAsync();
            await bucket.DisposeAsync();
        }
    }
}
