using Publisher.Diagnostics;
using Publisher.Publishing;
using Publisher.Publishing.Cdn;
using Publisher.Stores;
using Publisher.Testing;
using Publisher.Text;

namespace Publisher.Core.Tests.Publishing;

/// <summary>What a publish tells a WebSub hub, as a listener on this machine hears it.</summary>
public sealed class WebSubTests : IDisposable
{
    private readonly MemoryStore store = new();
    private readonly List<string> order = [];
    private readonly Listener hub;
    private int publishes;

    public WebSubTests() => hub = new(otherwise: (204, "")) { OnRequest = () => order.Add("hub") };

    public void Dispose() => hub.Dispose();

    [Fact]
    public async Task TheHubIsToldOfEachFeedThatChangedAndOfNothingElseAfterTheCaches()
    {
        var first = await PublishAsync(("atom.xml", "1"), ("a b/feed.xml", "1"), ("sitemap.xml", "1"), ("index.html", "1"));
        Assert.Equal((PublishOutcome.Published, 0), (first.Outcome, first.Diagnostics.Length));
        Assert.Equal(["cache", "hub", "hub"], order);
        Assert.All(hub.Heard, request => Assert.Equal(("POST", "/", "application/x-www-form-urlencoded"),
            (request.Method, request.Url, request.Headers["Content-Type"])));
        Assert.Equal(["hub.mode=publish&hub.url=https%3A%2F%2Fexample.org%2Fsub%2Fa%2520b%2Ffeed.xml",
            "hub.mode=publish&hub.url=https%3A%2F%2Fexample.org%2Fsub%2Fatom.xml"], hub.Heard.Select(request => request.Body));

        hub.Heard.Clear();
        await PublishAsync(("atom.xml", "2"), ("a b/feed.xml", "1"), ("sitemap.xml", "2"), ("index.html", "2"));
        Assert.EndsWith("atom.xml", Assert.Single(hub.Heard).Body);
        hub.Heard.Clear();
        await PublishAsync(("atom.xml", "2"), ("sitemap.xml", "2"), ("index.html", "3"));
        Assert.Empty(hub.Heard);
    }

    [Fact]
    public async Task AHubThatFailsIsAWarningAndTheSiteIsPublished()
    {
        hub.Answers.Enqueue((400, "no"));
        var refused = await PublishAsync(("atom.xml", "1"), ("index.html", "1"));
        var problem = Assert.Single(refused.Diagnostics);
        Assert.Equal((PublishOutcome.Published, "PB0751", Severity.Warning), (refused.Outcome, problem.Code, problem.Severity));
        Assert.Contains("could not be told of 1 feed: 400", problem.Message);
        Assert.Equal(PublishOutcome.NothingToDo, (await PublishAsync(("atom.xml", "1"), ("index.html", "1"))).Outcome);

        hub.Heard.Clear();
        hub.Answers.Enqueue((503, ""));
        Assert.Empty((await PublishAsync(("atom.xml", "2"), ("index.html", "1"))).Diagnostics);
        Assert.Equal(2, hub.Heard.Count); // it was busy, and asked again
        hub.Dispose();
        var gone = await PublishAsync(("atom.xml", "3"), ("index.html", "1"));
        Assert.Equal((PublishOutcome.Published, "PB0751"), (gone.Outcome, Assert.Single(gone.Diagnostics).Code));
    }

    [Fact]
    public async Task ADryRunSaysWhatTheHubWouldHear()
    {
        var planned = await PublishAsync(dryRun: true, ("atom.xml", "1"), ("index.html", "1"));
        var note = Assert.Single(planned.Diagnostics);
        Assert.Equal((PublishOutcome.Planned, "PB0752", Severity.Note), (planned.Outcome, note.Code, note.Severity));
        Assert.Contains("would be told of 1 feed: https://example.org/sub/atom.xml", note.Message);
        Assert.Empty(hub.Heard);
    }

    [Fact]
    public async Task AFolderThatReadersHaveAtOnceTellsTheHubAndNoOther()
    {
        using var folder = new TestFolder();
        foreach (var (live, dryRun, expected) in new[] { (false, false, ""), (true, true, "PB0752"), (true, false, "") })
        {
            var result = await Publish.RunAsync(new TestSite(("atom.xml", live.ToString()), ("index.html", "1")),
                new FolderTarget("t", default, "../www") { IsLive = live },
                Options(dryRun) with { SourceFolder = folder["site"] }, null, default);
            Assert.Equal(expected, string.Join(" ", result.Diagnostics.Select(note => note.Code)));
            Assert.Equal(live && !dryRun ? 1 : 0, hub.Heard.Count);
        }
        Assert.EndsWith("atom.xml", hub.Heard.Single().Body);
    }

    private Task<PublishResult> PublishAsync(params (string, string)[] files) => PublishAsync(dryRun: false, files);

    private Task<PublishResult> PublishAsync(bool dryRun, params (string, string)[] files) =>
        new Publication(new TestSite(files), store, new CacheRules([], false, null), [new Cache(order)], null, Options(dryRun), null)
            .RunAsync(default);

    private PublishOptions Options(bool dryRun) => new()
    {
        Clock = new HurriedClock(), Id = (++publishes).ToString(), Yes = true, DryRun = dryRun,
        Hub = new(hub.Address, default, "https://example.org/sub/", [new("atom.xml"), new("a b/feed.xml")]),
    };

    private sealed class Cache(List<string> order) : ICache
    {
        public Task<(int Told, Diagnostic? Problem)> ForgetAsync(IReadOnlyList<SitePath> changed, CancellationToken cancel)
        {
            order.Add("cache");
            return Task.FromResult((changed.Count, (Diagnostic?)null));
        }
    }
}
