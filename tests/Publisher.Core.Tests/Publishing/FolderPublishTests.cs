using Publisher.Publishing;
using Publisher.Testing;

namespace Publisher.Core.Tests.Publishing;

public sealed class FolderPublishTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task AFolderIsATargetLikeAnyOther()
    {
        var dry = await RunAsync(true, ("a.html", "1"), ("b.css", "2"));
        Assert.Equal((PublishOutcome.Planned, 2), (dry.Outcome, dry.Plan.Count(PlanReason.New)));
        Assert.Empty(folder.List("www"));
        var first = await RunAsync(false, ("a.html", "1"), ("b.css", "2"));
        Assert.Equal((PublishOutcome.Published, 2, 2L), (first.Outcome, first.Plan.Count(PlanReason.New), first.BytesSent));
        Assert.Equal(PublishOutcome.NothingToDo, (await RunAsync(false, ("a.html", "1"), ("b.css", "2"))).Outcome);
        var plan = (await RunAsync(true, ("a.html", "!"), ("c.css", "2"))).Plan;
        Assert.Equal(["c.css New", "a.html Content", "b.css Gone"], plan.Steps.Select(step => $"{step.Path} {step.Reason}"));
        var changed = await RunAsync(false, ("a.html", "!"), ("c.css", "2"));
        Assert.Equal(plan.Steps.Select(step => (step.Path, step.Reason)),
            changed.Plan.Steps.Select(step => (step.Path, step.Reason)));
        Assert.Equal(["a.html", "c.css"], folder.List("www"));
    }

    [Fact]
    public async Task ForeignFilesAreSafe()
    {
        folder.Write("www/a.html", "foreign");
        var result = await RunAsync(false, ("a.html", "1"));
        Assert.Equal((PublishOutcome.Refused, "PB0703"), (result.Outcome, Assert.Single(result.Diagnostics).Code));
        var dry = await RunAsync(true, ("a.html", "1"));
        Assert.Equal((PublishOutcome.Refused, "PB0703"), (dry.Outcome, Assert.Single(dry.Diagnostics).Code));
        Assert.Equal("PB0740", Assert.Single((await RunAsync(false)).Diagnostics).Code);
    }

    [Fact]
    public async Task ADiskThatFailsIsNoRefusal()
    {
        folder.Write("site/.publisher", "a file where a folder must be");
        var result = await RunAsync(false, ("a.html", "1"));
        Assert.Equal((PublishOutcome.Failed, "PB0707"), (result.Outcome, Assert.Single(result.Diagnostics).Code));
    }

    [Fact]
    public async Task FoldersOfSourcesAreSafe()
    {
        folder.Write("www/a.md", "source");
        foreach (var dryRun in new[] { true, false })
            Assert.Equal("PB0709", Assert.Single((await RunAsync(dryRun, ("a.html", "1"))).Diagnostics).Code);
        Assert.Equal(["www/a.md"], folder.List());
    }

    private Task<PublishResult> RunAsync(bool dryRun, params (string, string)[] files)
    {
        var source = folder["site"];
        var options = new PublishOptions { Clock = TimeProvider.System, Id = "1", DryRun = dryRun, SourceFolder = source };
        return Publish.RunAsync(new TestSite(files), new FolderTarget("www", default, "../www"), options, null, default);
    }
}
