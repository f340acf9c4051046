using Publisher.Cli.Tests.Commands;
using Publisher.Testing;

namespace Publisher.Cli.Tests.Publishing;

/// <summary>The program itself before a real bucket that is not as it should be: exit code, words, hint, and no more.</summary>
[Collection("gateway")]
public sealed class ProgramTests(GatewayFixture servers)
{
    [ServerFact]
    public async Task WrongKeysAndWrongBucketsEndWithTheirOwnWords()
    {
        await using var bucket = await Bucket.CreateAsync(servers.Gateway);
        using var site = SiteFor(bucket);
        Fails(Publish(site, secret: "wrong"), 6, "PB0722");
        Fails(Publish(site, key: "NOBODY"), 6, "PB0723");
        Fails(Publish(site, key: servers.Gateway.StrangersKey), 6, "PB0721");
        site.Write("publisher.yml", site.Read("publisher.yml").Replace(bucket.Name, "no-such-bucket"));
        Fails(Publish(site), 6, "PB0720");
        Assert.Empty(await bucket.KeysAsync());
    }

    [ServerFact]
    public async Task ARecordThatMakesNoSenseIsWrittenAnew()
    {
        await using var bucket = await Bucket.CreateAsync(servers.Gateway);
        using var site = SiteFor(bucket);
        Publish(site).With(0);
        foreach (var nonsense in new[] { "", "[]", "null", "{\"version\":1}", "{\"version\":1,\"objects\":[1,{\"path\":3}]}", "\0\u0001" })
        {
            await bucket.PutAsync(".publisher/manifest.json", nonsense);
            Assert.Contains("warning PB0746", Publish(site).With(0).Error);
            Assert.StartsWith("Nothing to do", Publish(site).With(0).LastLine);
        }
    }

    [ServerFact]
    public async Task AGatewayThatDiesHalfWayIsToldAndTakenUp()
    {
        await using var bucket = await Bucket.CreateAsync(servers.Gateway);
        using var site = SiteFor(bucket);
        var requests = 0;
        bucket.Proxy.Lose = _ => Interlocked.Increment(ref requests) > 6;
        Fails(Publish(site), 6, "PB0728");
        bucket.Proxy.Lose = static _ => false;
        var next = Publish(site).With(0);
        Assert.StartsWith("Published to live", next.LastLine);
        Assert.StartsWith("Nothing to do", Publish(site).With(0).LastLine);
        Assert.Equal(site.List("_site").Length, (await bucket.KeysAsync()).Length);
    }

    private static TestFolder SiteFor(Bucket bucket)
    {
        var site = Site.Small();
        site.Write("publisher.yml", $"""
            title: Small
            base_url: https://example.org/
            targets:
              live:
                s3: {"{"} bucket: {bucket.Name}, endpoint: "{bucket.Proxy.Address}" {"}"}
            """);
        Commands.Cli.Run(site.Path, "build").With(0);
        return site;
    }

    private Ended Publish(TestFolder site, string? key = null, string? secret = null) => Commands.Cli.Run(site.Path,
        [("AWS_ACCESS_KEY_ID", key ?? servers.Gateway.AccessKey), ("AWS_SECRET_ACCESS_KEY", secret ?? servers.Gateway.SecretKey), ("AWS_EC2_METADATA_DISABLED", "true")],
        "publish", "live");

    private static void Fails(Ended ended, int code, string problem)
    {
        ended.With(code);
        Assert.Contains("error " + problem, ended.Error);
        Assert.Contains("  hint: ", ended.Error);
        Assert.DoesNotContain("   at ", ended.Error);
        Assert.DoesNotContain("fault of Publisher", ended.Error);
    }
}
