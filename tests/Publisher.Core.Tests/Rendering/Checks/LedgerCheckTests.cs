using Publisher.Configuration;
using Publisher.Diagnostics;
using Publisher.Engine;
using Publisher.Sources;

namespace Publisher.Core.Tests.Rendering.Checks;

/// <summary>What subscribers were told stays, or the author is told first.</summary>
public class LedgerCheckTests
{
    private const string Episode = "content/podcast/2026-01-05-1-stock.md";
    private static readonly SourceSet BuiltIn = new EmbeddedReader(typeof(Builder).Assembly, "themes/").Read();

    [Fact]
    public void What_was_published_is_remembered_and_nothing_is_wrong_with_it()
    {
        var site = Published();
        Assert.Equal(
            """
            {
              "content/podcast/2026-01-05-1-stock.md": { "id": "tag:example.org,2026-01-05:podcast/2026-01-05-1-stock", "date": "2026-01-05T00:00:00Z", "enclosure": "https://media.example.org/1.mp3" },
              "content/posts/2026-01-01-soup.md": { "id": "tag:example.org,2026-01-01:posts/2026-01-01-soup", "date": "2026-01-01T00:00:00Z" }
            }

            """, site.Text("publisher.ledger.json"));
        Assert.Empty(Found(site));
        Assert.Equal(site.Text("publisher.ledger.json"), Build(site).NextLedger.ToJson());
    }

    [Theory]
    [InlineData("base_url: https://example.org/sub/", "base_url: https://moved.example/")]
    [InlineData("title: Kitchen", "title: Another")]
    public void Ids_do_not_hang_on_addresses(string old, string now)
    {
        var site = Published();
        site.Write("publisher.yml", site.Text("publisher.yml").Replace(old, now));
        Assert.Empty(Found(site));
    }

    [Theory]
    [InlineData("title: Stock", "title: Stock\nid: mine", "3:5 PB0910 id: tag:example.org,2026-01-05:podcast/2026-01-05-1-stock")]
    [InlineData("title: Stock", "title: Stock\ndate: 2026-01-06", "0:0 PB0912 put it back, or say --allow-feed-changes if it is meant")]
    [InlineData("audio: https://media.example.org/1.mp3", "audio: https://cdn.example.org/1.mp3", "0:0 PB0911 put it back, or say --allow-feed-changes if it is meant")]
    [InlineData("audio: https://media.example.org/1.mp3", "", "0:0 PB0911 put it back, or say --allow-feed-changes if it is meant")]
    public void A_change_that_subscribers_would_notice_is_an_error(string old, string now, string expected)
    {
        var site = Published();
        site.Write(Episode, site.Text(Episode).Replace(old, now));
        Assert.Equal([expected], Found(site));
        Assert.All(Build(site, allows: true).FeedDiagnostics, problem => Assert.Equal(Severity.Note, problem.Severity));
    }

    [Fact]
    public void An_item_that_moved_keeps_its_id_or_is_told_of()
    {
        var site = Published();
        var text = site.Text(Episode);
        site.Remove(Episode);
        site.Write("content/podcast/2026-01-05-broth.md", text);
        Assert.Equal(["0:0 PB0913 id: tag:example.org,2026-01-05:podcast/2026-01-05-1-stock"], Found(site));
        site.Write("content/podcast/2026-01-05-broth.md",
            text.Replace("---\n", "---\nid: tag:example.org,2026-01-05:podcast/2026-01-05-1-stock\n", StringComparison.Ordinal)
                .Replace("---\nid: tag:example.org,2026-01-05:podcast/2026-01-05-1-stock\nBones", "---\nBones"));
        Assert.Empty(Found(site));
        var next = Build(site).NextLedger;
        Assert.Null(next.Find(new(Episode)));
        Assert.NotNull(next.Find(new("content/podcast/2026-01-05-broth.md")));
    }

    [Fact]
    public void Drafts_pages_to_come_and_those_without_feeds_are_promised_to_nobody()
    {
        var site = Published();
        site.Write("content/posts/2026-01-02-later.md", "---\ntitle: A\ndraft: true\n---\n");
        site.Write("content/posts/2036-01-02-later.md", "---\ntitle: B\n---\n");
        site.Write("content/posts/2026-01-03-quiet.md", "---\ntitle: C\nfeed: false\n---\n");
        Assert.Equal(2, Build(site).NextLedger.Items.Count);
    }

    [Theory]
    [InlineData("[]", "1:1 PB0103")]
    [InlineData("{ \"a.md\": 1 }", "1:11 PB0102")]
    [InlineData("{ \"a.md\": { \"idd\": \"x\" } }", "1:13 PB0101")]
    [InlineData("{", "1:2 PB0202")]
    public void A_ledger_that_is_wrong_is_told_of(string ledger, string expected)
    {
        var site = Published();
        site.Write("publisher.ledger.json", ledger);
        Assert.Contains(expected, Build(site).Diagnostics.Where(problem => problem.At.File.Value == "publisher.ledger.json")
            .Select(problem => $"{problem.At.Line}:{problem.At.Column} {problem.Code}"));
    }

    private static MemoryReader Published()
    {
        var site = new MemoryReader();
        site.Write("publisher.yml", "title: Kitchen\nbase_url: https://example.org/sub/\n");
        site.Write("content/posts/2026-01-01-soup.md", "---\ntitle: Soup\n---\nHot.\n");
        site.Write("content/podcast/index.md", "---\ntitle: Talk\n---\n");
        site.Write(Episode, "---\ntitle: Stock\naudio: https://media.example.org/1.mp3\nmp3_bytes: 1000\nmp3_duration: 1:00\n---\nBones.\n");
        site.Write("publisher.ledger.json", Build(site).NextLedger.ToJson());
        return site;
    }

    private static IEnumerable<string> Found(MemoryReader site) => Build(site).FeedDiagnostics
        .Select(problem => $"{problem.At.Line}:{problem.At.Column} {problem.Code} {problem.Hint}");

    private static Build Build(MemoryReader site, bool allows = false) =>
        new Builder(BuiltIn, new BuildOptions { AllowsFeedChanges = allows }, new FixedClock(), remembers: false).Advance(site.Read(), default);
}
