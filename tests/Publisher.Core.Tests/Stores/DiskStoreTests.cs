using Publisher.Diagnostics;
using Publisher.Stores;
using Publisher.Testing;

namespace Publisher.Core.Tests.Stores;

public sealed class DiskStoreTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void FirstBuildWritesEverything()
    {
        var summary = Write(("index.html", "home"), ("a/b/index.html", "deep"), ("zürich/ß.html", "unicode"));
        Assert.Equal((3, 0, 0), (summary.Written, summary.Unchanged, summary.Removed));
        Assert.Equal(4 + 4 + 7, summary.Bytes);
        Assert.Empty(summary.Diagnostics);
        Assert.Equal(["a/b/index.html", "index.html", "zürich/ß.html"], folder.List("public"));
        Assert.Equal("deep", folder.Read("public/a/b/index.html"));
    }

    [Fact]
    public void OnlyChangedBytesAreWritten()
    {
        Write(("a.html", "one"), ("b.html", "two"), ("c.html", "three"));
        var old = new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        foreach (var name in new[] { "a.html", "b.html", "c.html" }) File.SetLastWriteTimeUtc(folder[$"public/{name}"], old);
        var summary = Write(("a.html", "one"), ("b.html", "TWO"), ("c.html", "longer"));
        Assert.Equal((2, 1), (summary.Written, summary.Unchanged));
        Assert.Equal(old, File.GetLastWriteTimeUtc(folder["public/a.html"]));
        Assert.Equal("TWO", folder.Read("public/b.html"));
        Assert.Equal(9, summary.BytesWritten);
    }

    [Fact]
    public void StreamedOutputsAreComparedAndCopied()
    {
        var big = new string('x', 1_000_000);
        Assert.Equal(1, Write(new TestSite(("a.mp3", big)) { Streamed = ["a.mp3"] }).Written);
        Assert.Equal(1, Write(new TestSite(("a.mp3", big)) { Streamed = ["a.mp3"] }).Unchanged);
        Assert.Equal(1, Write(new TestSite(("a.mp3", big[..^1] + "y")) { Streamed = ["a.mp3"] }).Written);
        Assert.EndsWith("xy", folder.Read("public/a.mp3"));
    }

    [Fact]
    public void RemovesWhatItMadeAndNoLongerMakes()
    {
        Write(("a/b/c.html", "1"), ("keep.html", "2"));
        folder.Write("public/a/mine.txt", "foreign");
        var summary = Write(("keep.html", "2"));
        Assert.Equal(1, summary.Removed);
        Assert.Equal(["a/mine.txt", "keep.html"], folder.List("public"));
    }

    [Fact]
    public void LeavesAFolderItDidNotMake()
    {
        Directory.CreateDirectory(folder["public/a"]);
        Write(("a/b/c.html", "1"));
        Write(("d.html", "1"));
        Assert.Equal(["a/", "d.html"], folder.List("public"));
    }

    [Fact]
    public void ForeignFilesAreNeverOverwrittenAndNothingIsWritten()
    {
        folder.Write("public/index.html", "made by another tool");
        folder.Write("public/about.html", "same");
        var site = new TestSite(("index.html", "ours"), ("about.html", "same"), ("new.html", "new"));
        var problem = Assert.Single(Write(site).Diagnostics);
        Assert.Equal(("PB0703", Severity.Error), (problem.Code, problem.Severity));
        Assert.Contains("index.html", problem.Message);
        Assert.DoesNotContain("about.html", problem.Message);
        Assert.Equal(["about.html", "index.html"], folder.List("public"));
        Assert.Equal("made by another tool", folder.Read("public/index.html"));

        var forced = Write(site, new DiskOptions { TakeOver = true });
        Assert.Equal((2, 1), (forced.Written, forced.Unchanged));
        Assert.Equal("ours", folder.Read("public/index.html"));
    }

    [Fact]
    public void IdenticalForeignFilesAreAdopted()
    {
        Write(("a.html", "1"), ("b.html", "2"));
        Directory.Delete(folder["state"], recursive: true);
        var again = Write(("a.html", "1"), ("b.html", "2"));
        Assert.Equal((0, 2), (again.Written, again.Unchanged));
        Assert.Equal(1, Write(("a.html", "1")).Removed);
        Assert.Equal(["a.html"], folder.List("public"));
    }

    [Fact]
    public void OtherFilesAreMentionedOnceAndStay()
    {
        folder.Write("public/CNAME", "example.org");
        Assert.Equal("PB0704", Assert.Single(Write(("a.html", "1")).Diagnostics).Code);
        Assert.Empty(Write(("a.html", "1")).Diagnostics);
        Assert.Equal(["CNAME", "a.html"], folder.List("public"));
    }

    [Fact]
    public void AFileMayBecomeAFolderAndBack()
    {
        Write(("a", "file"), ("b/c", "in folder"));
        var summary = Write(("a/x", "in folder"), ("b", "file"));
        Assert.Empty(summary.Diagnostics);
        Assert.Equal(["a/x", "b"], folder.List("public"));
        Write(("a", "file"), ("b/c", "in folder"));
        Assert.Equal(["a", "b/c"], folder.List("public"));
    }

    [Fact]
    public void AFileInTheWayOfAFolderIsForeign()
    {
        folder.Write("public/a", "a file");
        Assert.Equal("PB0703", Assert.Single(Write(("a/b.html", "1")).Diagnostics).Code);
        Assert.Equal("a file", folder.Read("public/a"));
    }

    [Fact]
    public void OneNameCannotBeFileAndFolder() =>
        Assert.Equal("PB0705", Assert.Single(Write(("a", "1"), ("a/b", "2")).Diagnostics).Code);

    [Fact]
    public void NamesThatDifferOnlyInCaseAreAProblemOnlyWhereTheDiskTakesThemForOne()
    {
        folder.Write("probe", "");
        var problems = Write(("About.html", "1"), ("about.html", "2")).Diagnostics.Select(problem => problem.Code);
        Assert.Equal(File.Exists(folder["PROBE"]) ? ["PB0706"] : [], problems);
    }

    [Fact]
    public void RefusesToBuildOverTheSources()
    {
        folder.Write("site/content/index.md", "text");
        Directory.CreateSymbolicLink(folder["link"], folder["site"]);
        foreach (var output in new[] { "site", "site/", ".", "link", "site/content/.." })
            Assert.Equal("PB0701", Refusal(folder[output]));
        Assert.Equal("PB0701", Refusal("/"));
        Assert.Null(Refusal(folder["site/public"]));

        string? Refusal(string output)
        {
            var options = new DiskOptions { Sources = [folder["site"]] };
            var summary = new DiskStore(output, folder["state/list"]).Write(new TestSite(("a", "1")), options, null, default);
            return summary.Diagnostics.FirstOrDefault()?.Code;
        }
    }

    [Fact]
    public void AnInterruptedBuildLeavesWholeFilesAndIsTakenUp()
    {
        var old = Enumerable.Range(0, 200).Select(i => ($"{i}/index.html", "old " + i)).ToArray();
        var next = Enumerable.Range(100, 300).Select(i => ($"{i}/index.html", "new " + i)).ToArray();
        Write(old);
        using var cancel = new CancellationTokenSource();
        var wanted = 0;
        var cancelling = new TestSite(next)
        {
            OnWant = _ =>
            {
                if (Interlocked.Increment(ref wanted) == 150) cancel.Cancel();
            },
        };
        Assert.ThrowsAny<OperationCanceledException>(() => Write(cancelling, cancel: cancel.Token));
        foreach (var file in folder.List("public"))
            Assert.Matches("^(old|new) [0-9]+$", folder.Read("public/" + file));
        // Had the interrupted build forgotten its new files, these changed ones would be taken for foreign.
        var later = next.Select(file => (file.Item1, file.Item2 + "!")).ToArray();
        var summary = Write(later);
        Assert.Empty(summary.Diagnostics);
        Assert.Equal(later.Select(file => file.Item1).Order(StringComparer.Ordinal), folder.List("public"));
    }

    [Fact]
    public void WhatAKilledBuildLeftIsSwept()
    {
        Write(("a.html", "1"));
        folder.Write("public/.publisher-new/17", "half");
        Write(("a.html", "2"));
        Assert.Equal(["a.html"], folder.List("public"));
    }

    [Fact]
    public void TwoBuildsAtOnceAreToldApart()
    {
        StoreSummary? second = null;
        var site = new TestSite(("a.html", "1")) { OnWant = _ => second ??= Write(("a.html", "2")) };
        Assert.True(Write(site).Succeeded);
        Assert.Equal("PB0702", Assert.Single(second!.Diagnostics).Code);
        Assert.Equal("1", folder.Read("public/a.html"));
    }

    [Fact]
    public void EachOutputFolderHasAListOfItsOwn()
    {
        Assert.NotEqual(DiskStore.ListFileIn(folder["state"], folder["a"]), DiskStore.ListFileIn(folder["state"], folder["b"]));
        new DiskStore(folder["a"], folder["state/list"]).Write(new TestSite(("x", "1")), new(), null, default);
        folder.Write("b/x", "foreign");
        var summary = new DiskStore(folder["b"], folder["state/list"]).Write(new TestSite(("y", "1")), new(), null, default);
        Assert.Equal(0, summary.Removed);
        Assert.Equal("foreign", folder.Read("b/x"));
    }

    [Fact]
    public void AFileThatCannotBeWrittenIsNamed()
    {
        var longName = new string('n', 300) + ".html";
        var summary = Write((longName, "1"), ("a.html", "2"));
        Assert.Equal("PB0707", Assert.Single(summary.Diagnostics).Code);
        Assert.Contains(longName, summary.Diagnostics[0].Message);
        Assert.Equal("2", folder.Read("public/a.html"));
    }

    [Fact]
    public void WhileSomethingCannotBeWrittenNothingIsRemoved()
    {
        Write(("a.html", "1"), ("b.html", "2"));
        var summary = Write(("b.html", "2"), (new string('n', 300) + ".html", "3"));
        Assert.Equal((0, false), (summary.Removed, summary.Succeeded));
        Assert.Equal(["a.html", "b.html"], folder.List("public"));
        Assert.Equal(1, Write(("b.html", "2")).Removed);
    }

    [Fact]
    public void WhatCouldNotBeMadeStaysAsItWas()
    {
        Write(("a.html", "1"), ("b.html", "1"));
        folder.Write("public/c.html", "foreign");
        var summary = Write(new TestSite(("a.html", "2"), ("b.html", "2"), ("c.html", "2")) { Unmade = ["b.html", "c.html"] });
        Assert.Empty(summary.Diagnostics);
        Assert.Equal(("2", "1", "foreign"), (folder.Read("public/a.html"), folder.Read("public/b.html"), folder.Read("public/c.html")));
        Assert.Equal(1, Write(("a.html", "2")).Removed);
        Assert.Equal(["a.html", "c.html"], folder.List("public"));
    }

    [Fact]
    public void ASourceThatWentAwayIsNamed()
    {
        var site = new TestSite(("a.mp3", "1"), ("b.html", "2"))
        {
            OnWant = path => { if (path.Value == "a.mp3") throw new FileNotFoundException("Could not find file 'content/a.mp3'."); },
        };
        var problem = Assert.Single(Write(site).Diagnostics);
        Assert.Equal("PB0707", problem.Code);
        Assert.Contains("content/a.mp3", problem.Message);
        Assert.Equal("2", folder.Read("public/b.html"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AFileThatCouldNotBeWrittenWholeIsNotThere(bool isFirst)
    {
        if (!isFirst) Write(("b.html", "1"));
        var site = new TestSite(("a.mp3", "whole"), ("b.html", "2")) { Streamed = ["a.mp3"], Short = ["a.mp3"] };
        var problem = Assert.Single(Write(site).Diagnostics);
        Assert.Equal(("PB0707", true), (problem.Code, problem.Hint is not null));
        Assert.Equal(["b.html"], folder.List("public"));
    }

    [Fact]
    public void ProgressEndsAtTheNumberOfOutputs()
    {
        var most = 0;
        var progress = new Counting(count => most = Math.Max(most, count));
        new DiskStore(folder["public"], folder["state/list"])
            .Write(new TestSite(("a", "1"), ("b", "2")), new(), progress, default);
        Assert.Equal(2, most);
    }

    private StoreSummary Write(params (string, string)[] files) => Write(new TestSite(files));

    private StoreSummary Write(TestSite site, DiskOptions? options = null, CancellationToken cancel = default) =>
        new DiskStore(folder["public"], folder["state/list"]).Write(site, options ?? new(), null, cancel);

    private sealed class Counting(Action<int> report) : IProgress<int>
    {
        public void Report(int value)
        {
            lock (this) report(value);
        }
    }
}
