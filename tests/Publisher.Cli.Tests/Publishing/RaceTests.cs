using Publisher.Publishing;
using Publisher.Testing;

namespace Publisher.Cli.Tests.Publishing;

/// <summary>Two publishers at once: one wins, the other is told, and no page is forgotten.</summary>
[Collection("gateway")]
public sealed class RaceTests(GatewayFixture servers)
{
    private static readonly TestSite Ours = new(("index.html", "ours"), ("a.html", "a"));
    private static readonly TestSite Theirs = new(("index.html", "theirs"), ("a.html", "a"));

    [ServerFact]
    public async Task WhoComesSecondWritesNothing()
    {
        await using var bucket = await Bucket.CreateAsync(servers.Gateway);
        await bucket.PublishAsync(("index.html", "old"), ("a.html", "a"));
        var second = await RaceAsync(bucket, "manifest.json");
        Assert.Equal((PublishOutcome.LostRace, "PB0742"), (second.Outcome, Assert.Single(second.Diagnostics).Code));
        Assert.Equal("theirs", await bucket.TextAsync("index.html"));
        Assert.Equal(PublishOutcome.NothingToDo, (await bucket.PublishAsync(Theirs)).Outcome);
    }

    [ServerFact]
    public async Task OfTwoFirstPublishesOneIsTold()
    {
        await using var bucket = await Bucket.CreateAsync(servers.Gateway);
        var second = await RaceAsync(bucket, "manifest.json");
        Assert.Equal("PB0742", Assert.Single(second.Diagnostics).Code);
    }

    [ServerFact]
    public async Task WhoIsOvertakenInTheMiddleIsToldAndTheNextPublishSetsItRight()
    {
        await using var bucket = await Bucket.CreateAsync(servers.Gateway);
        await bucket.PublishAsync(("index.html", "old"), ("a.html", "a"));
        var overtaken = await RaceAsync(bucket, "index.html");
        Assert.Equal((PublishOutcome.LostRace, "PB0743"), (overtaken.Outcome, Assert.Single(overtaken.Diagnostics).Code));
        // The winner's record said "theirs"; the loser wrote "ours" after it. Publishing theirs again must not think it is
        // there.
        Assert.Equal("ours", await bucket.TextAsync("index.html"));
        Assert.Equal(PublishOutcome.Published, (await bucket.PublishAsync(Theirs)).Outcome);
        Assert.Equal("theirs", await bucket.TextAsync("index.html"));
    }

    [ServerFact]
    public async Task OfManyAtOnceWhoeverDidNotWinIsTold()
    {
        await using var bucket = await Bucket.CreateAsync(servers.Gateway);
        var results = await Task.WhenAll(Enumerable.Range(0, 6)
            .Select(i => Task.Run(() => bucket.PublishAsync(("index.html", $"{i}"), ($"{i}.html", "own")))));
        // Who overtakes one another in the middle may all have to publish again, but never without knowing it.
        Assert.All(results, result => Assert.True(
            result is { Outcome: PublishOutcome.Published, Diagnostics: [] or [{ Code: "PB0745" }] }
            or { Outcome: PublishOutcome.LostRace }));
        await bucket.PublishAsync(("index.html", "last"), ("9.html", "own"));
        Assert.Equal("last", await bucket.TextAsync("index.html"));
        Assert.Equal(["9.html", "index.html"], await bucket.KeysAsync());
    }

    /// <summary>Publishes ours, and, when its first PUT of an object arrives, theirs before that.</summary>
    private async Task<PublishResult> RaceAsync(Bucket bucket, string at)
    {
        var begun = 0;
        bucket.Proxy.Refuse = request =>
        {
            if (request.Method == "PUT" && request.Path.Contains(at) && Interlocked.Increment(ref begun) == 1)
                Assert.Equal(PublishOutcome.Published,
                    bucket.PublishAsync(Theirs, bucket.Target with { Endpoint = servers.Gateway.Endpoint }).GetAwaiter()
                    .GetResult().Outcome);
            return null;
        };
        var result = await bucket.PublishAsync(Ours);
        bucket.Proxy.Refuse = static _ => null;
        return result;
    }
}
