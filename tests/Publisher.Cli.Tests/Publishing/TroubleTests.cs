using Publisher.Diagnostics;
using Publisher.Publishing;
using Publisher.Testing;

namespace Publisher.Cli.Tests.Publishing;

/// <summary>What a person is told when a bucket cannot be published to, and what a busy or broken line cannot spoil.</summary>
[Collection("gateway")]
public sealed class TroubleTests(GatewayFixture servers)
{
    private static readonly TestSite Site = new(("index.html", "home"), ("a.html", "a"), ("b.html", "b"), ("style.css", "s"));

    [ServerFact]
    public async Task WrongSecretKey() =>
        Assert.Equal(("PB0722", true), await Told(
        options: bucket => bucket.Options with { Keys = bucket.Options.Keys! with { SecretKey = "wrong" } }));

    [ServerFact]
    public async Task UnknownAccessKey() =>
        Assert.Equal(("PB0723", true), await Told(options: bucket => bucket.Options with { Keys = new("UNKNOWN", "secret") }));

    [ServerFact]
    public async Task ForbiddenBucket() =>
        Assert.Equal(("PB0721", true), await Told(
            options: bucket =>
            bucket.Options with { Keys = bucket.Options.Keys! with { AccessKey = servers.Gateway.StrangersKey } }));

    [ServerFact]
    public async Task MissingBucket() =>
        Assert.Equal(("PB0720", true), await Told(bucket => bucket.Target with { Bucket = "no-such-bucket" }));

    [Fact]
    public async Task NobodyListens()
    {
        var target = new S3Target("live", default, "bucket") { Endpoint = new("http://127.0.0.1:9/") };
        var result = await Publish.RunAsync(Site, target, new() { Clock = new HurriedClock(), Id = "1", Keys = new("a", "b") },
            null, default);
        Assert.Equal((PublishOutcome.Failed, "PB0728"), (result.Outcome, Assert.Single(result.Diagnostics).Code));
        Assert.Contains("http://127.0.0.1:9/", result.Diagnostics[0].Message);
    }

    [Fact]
    public async Task NobodyHasThatName()
    {
        var target = new S3Target("live", default, "bucket") { Endpoint = new("http://nowhere.invalid/") };
        var result = await Publish.RunAsync(Site, target, new() { Clock = new HurriedClock(), Id = "1", Keys = new("a", "b") },
            null, default);
        Assert.Equal("PB0728", Assert.Single(result.Diagnostics).Code);
    }

    [ServerFact]
    public async Task AServerThatSaysYesToAllIsNoBucket()
    {
        await using var bucket = await Bucket.CreateAsync(servers.Gateway);
        bucket.Proxy.Refuse = _ => "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nOK";
        var result = await bucket.PublishAsync(Site);
        Assert.Equal((PublishOutcome.Failed, "PB0735"), (result.Outcome, Assert.Single(result.Diagnostics).Code));
    }

    [ServerFact]
    public async Task AServerThatKnowsNoTlsIsNotAskedForLong()
    {
        await using var bucket = await Bucket.CreateAsync(servers.Gateway);
        var result = await bucket.PublishAsync(Site,
            bucket.Target with { Endpoint = new($"https://127.0.0.1:{servers.Gateway.Endpoint.Port}/") });
        Assert.Equal("PB0728", Assert.Single(result.Diagnostics).Code);
    }

    [Fact]
    public async Task AProfileThatIsNotThere()
    {
        var target = new S3Target("live", default, "bucket") { Endpoint = new("http://127.0.0.1:9/"),
            Profile = "publisher-no-such-profile" };
        var result = await Publish.RunAsync(Site, target, new() { Clock = new HurriedClock(), Id = "1" }, null, default);
        Assert.Equal("PB0725", Assert.Single(result.Diagnostics).Code);
    }

    [ServerFact]
    public async Task AClockThatIsWrong()
    {
        await using var bucket = await Bucket.CreateAsync(servers.Gateway);
        bucket.Proxy.Refuse = _ => RecordingProxy.S3Error(403, "RequestTimeTooSkewed");
        var result = await bucket.PublishAsync(Site, options: Hurried(bucket));
        Assert.Equal("PB0729", Assert.Single(result.Diagnostics).Code);
    }

    [ServerFact]
    public async Task ABucketThatAsksToSlowDownIsAskedAgain()
    {
        await using var bucket = await Bucket.CreateAsync(servers.Gateway);
        var refused = new HashSet<string>();
        bucket.Proxy.Refuse = request =>
        {
            lock (refused) return refused.Add(request.Method + request.Path) ? RecordingProxy.S3Error(503, "SlowDown") : null;
        };
        Assert.Equal(PublishOutcome.Published, (await bucket.PublishAsync(Site, options: Hurried(bucket))).Outcome);
        Assert.Equal(4, (await bucket.KeysAsync()).Length);
    }

    [ServerFact]
    public async Task ABucketThatStaysBusyIsGivenUp()
    {
        await using var bucket = await Bucket.CreateAsync(servers.Gateway);
        bucket.Proxy.Refuse = request => request.Path.Contains("a.html") ? RecordingProxy.S3Error(503, "SlowDown") : null;
        var result = await bucket.PublishAsync(Site, options: Hurried(bucket));
        Assert.Equal(8, bucket.Proxy.Seen.Count(request => request.Path.Contains("a.html")));
        Assert.Equal((PublishOutcome.Failed, "PB0730"), (result.Outcome, Assert.Single(result.Diagnostics).Code));

        bucket.Proxy.Refuse = static _ => null;
        var next = await bucket.PublishAsync(Site);
        Assert.Equal((PublishOutcome.Published, "PB0745"), (next.Outcome, Assert.Single(next.Diagnostics).Code));
        Assert.Equal(4, next.Plan.Count(PlanReason.Doubt));
        Assert.Equal(PublishOutcome.NothingToDo, (await bucket.PublishAsync(Site)).Outcome);
    }

    [ServerFact]
    public async Task LostAnswersAreNoLostRaces()
    {
        await using var bucket = await Bucket.CreateAsync(servers.Gateway);
        var lost = new List<string>();
        bucket.Proxy.Lose = request =>
        {
            // Each object's first successful write, and both writes of the record, whose conditions then fail at the second
            // attempt.
            lock (lost)
            {
                if (request is not { Method: "PUT", Status: 200 }
                    || (lost.Contains(request.Path) && !request.Path.Contains("manifest"))) return false;
                lost.Add(request.Path);
                return true;
            }
        };
        var result = await bucket.PublishAsync(Site, options: Hurried(bucket));
        Assert.Empty(result.Diagnostics);
        Assert.Equal(PublishOutcome.Published, result.Outcome);
        Assert.Equal(2, lost.Count(path => path.Contains("manifest")));
        bucket.Proxy.Lose = static _ => false;
        Assert.Equal(PublishOutcome.NothingToDo, (await bucket.PublishAsync(Site)).Outcome);
    }

    [ServerFact]
    public async Task AnInterruptedPublishIsTakenUpEvenWhenTheSiteGoesBack()
    {
        await using var bucket = await Bucket.CreateAsync(servers.Gateway);
        await bucket.PublishAsync(Site);
        using var cancel = new CancellationTokenSource();
        var next = new TestSite(("index.html", "home 2"), ("a.html", "a 2"), ("b.html", "b"), ("style.css", "s 2"));
        bucket.Proxy.Refuse = request =>
        {
            if (request.Method == "PUT" && request.Path.Contains("index.html")) cancel.Cancel();
            return null;
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Publish.RunAsync(next, bucket.Target, bucket.Options with { Parallelism = 1 }, null, cancel.Token));
        Assert.Equal("s 2", await bucket.TextAsync("style.css"));
        bucket.Proxy.Refuse = static _ => null;
        await bucket.PublishAsync(Site);
        Assert.Equal("s", await bucket.TextAsync("style.css"));
        Assert.Equal("a", await bucket.TextAsync("a.html"));
    }

    private static PublishOptions Hurried(Bucket bucket) => bucket.Options with { Clock = new HurriedClock() };

    private async Task<(string Code, bool HasHint)> Told(Func<Bucket, S3Target>? target = null, Func<Bucket,
        PublishOptions>? options = null)
    {
        await using var bucket = await Bucket.CreateAsync(servers.Gateway);
        var result = await bucket.PublishAsync(Site, target?.Invoke(bucket), options?.Invoke(bucket));
        Assert.Equal(PublishOutcome.Failed, result.Outcome);
        var problem = Assert.Single(result.Diagnostics);
        Assert.Equal(Severity.Error, problem.Severity);
        return (problem.Code, problem.Hint is not null);
    }
}
