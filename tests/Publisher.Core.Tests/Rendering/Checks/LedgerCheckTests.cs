using System.Text;
using Publisher.Configuration;
using Publisher.Content.Podcasts;
using Publisher.Diagnostics;
using Publisher.Engine;
using Publisher.Sources;

namespace Publisher.Core.Tests.Rendering.Checks;

/// <summary>What subscribers were told stays, or the author is told first.</summary>
public class LedgerCheckTests
{
    private const string Episode = "content/podcast/2026-01-05-1-stock.md";
    private static readonly string Guid = Show.GuidOf("https://example.org/sub/podcast/feed.xml").ToString();
    private static readonly SourceSet BuiltIn = new EmbeddedReader(typeof(Builder).Assembly, "themes/").Read();

    [Fact]
    public void What_was_published_is_remembered_and_nothing_is_wrong_with_it()
    {
        var site = Published();
        Assert.Equal(
            """
            {
              "content/podcast/2026-01-05-1-stock.md": { "id": "tag:example.org,2026-01-05:podcast/2026-01-05-1-stock", "date": "2026-01-05T00:00:00Z", "enclosure": "https://media.example.org/1.mp3" },
              "content/podcast/index.md": { "id": "SHOWGUID" },
              "content/posts/2026-01-01-soup.md": { "id": "tag:example.org,2026-01-01:posts/2026-01-01-soup", "date": "2026-01-01T00:00:00Z" }
            }

            """.Replace("SHOWGUID", Guid), site.Text("publisher.ledger.json"));
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
    [InlineData("title: Stock", "title: Stock\ndate: 2026-01-06", "3:7 PB0912 put it back, or say --allow-feed-changes if it is meant")]
    [InlineData("audio: https://media.example.org/1.mp3", "audio: https://cdn.example.org/1.mp3", "3:8 PB0911 put it back, or say --allow-feed-changes if it is meant")]
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
        Assert.Equal(3, Build(site).NextLedger.Items.Count);
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

    [Fact]
    public void A_new_page_is_not_taken_for_a_deleted_one_of_its_day()
    {
        var site = Published();
        site.Remove("content/posts/2026-01-01-soup.md");
        site.Write("content/posts/2026-01-01-bread.md", "---\ntitle: Bread\n---\n");
        var note = Assert.Single(Build(site).FeedDiagnostics);
        Assert.Equal(("PB0913", Severity.Note), (note.Code, note.Severity));
        site.Write("content/posts/2026-01-01-cake.md", "---\ntitle: Cake\n---\n");
        Assert.Empty(Found(site));
    }

    [Fact]
    public void A_page_that_is_gone_is_found_again_only_once()
    {
        var site = Published();
        site.Remove("content/posts/2026-01-01-soup.md");
        site.Write("content/posts/2026-01-01-1-soup.md", "---\ntitle: Soup\n---\n");
        site.Write("content/posts/2026-01-01-2-soup.md", "---\ntitle: Soup again\n---\n");
        Assert.Equal(["0:0 PB0913 id: tag:example.org,2026-01-01:posts/2026-01-01-soup"], Found(site));
    }

    [Theory]
    [InlineData("content/podcast/001-z/")]
    [InlineData("content/podcast/7-stock/")]
    [InlineData("content/podcast/more/001-stock/")]
    public void An_episode_whose_folder_is_renamed_is_told_of(string folder)
    {
        var site = PublishedBundle();
        Move(site, "content/podcast/001-stock/", folder);
        Assert.Equal(["0:0 PB0913 id: tag:example.org,2026-01-05:podcast/001-stock"], Found(site));
        Assert.Null(Build(site).CompletedLedger.Find(new(folder + "index.md")));
    }

    [Fact]
    public void A_show_whose_folder_is_renamed_is_told_of_with_its_episodes()
    {
        var site = PublishedBundle();
        Move(site, "content/podcast/001-stock/", "content/episodes/001-stock/");
        Move(site, Episode, "content/episodes/2026-01-05-1-stock.md");
        Move(site, "content/podcast/index.md", "content/episodes/index.md");
        site.Write("publisher.yml", site.Text("publisher.yml") + "sections: { talk: { kind: episode } }\n");
        Assert.Equal(
            [
                "0:0 PB0913 id: " + Guid, "0:0 PB0913 id: tag:example.org,2026-01-05:podcast/001-stock",
                "0:0 PB0913 id: tag:example.org,2026-01-05:podcast/2026-01-05-1-stock",
            ], Found(site).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_show_keeps_its_guid_at_another_address_and_another_one_is_an_error()
    {
        var site = Published();
        site.Write("publisher.yml", site.Text("publisher.yml").Replace("https://example.org/sub/", "https://moved.example/"));
        Assert.Contains($"<podcast:guid>{Guid}</podcast:guid>", Encoding.UTF8.GetString(Build(site).Want(new("podcast/feed.xml")).Bytes.Span));
        site.Write("content/podcast/index.md", "---\ntitle: Talk\nguid: 917393e3-1b1e-5cef-ace4-edaa54e1f810\n---\n");
        Assert.Equal(["3:7 PB0910 id: " + Guid], Found(site));
    }

    [Theory]
    [InlineData("{ \"content/posts/2026-01-01-soup.md\": { \"id\": \"other\", \"date\": \"2020-01-01T00:00:00Z\" },")]
    [InlineData("{ \"content/posts/2026-01-01-soup.md\": { \"date\": \"2020-01-01T00:00:00Z\" } }")]
    public void What_cannot_be_read_is_not_compared(string ledger)
    {
        var site = Published();
        site.Write("publisher.ledger.json", ledger);
        Assert.Empty(Found(site));
    }

    [Fact]
    public void An_episode_without_its_sound_has_none_now()
    {
        var site = Published();
        site.Write(Episode, site.Text(Episode).Replace("audio: https://media.example.org/1.mp3\n", ""));
        Assert.Contains("'Stock' has no sound now, and was published with the one at 'https://media.example.org/1.mp3'", Assert.Single(Build(site).FeedDiagnostics).Message);
    }

    [Theory]
    [InlineData("date: 2026-01-05", "date: 2026-01-06", "PB0912")]
    [InlineData("audio: a.mp3", "audio: b.mp3", "PB0911")]
    public void What_took_its_id_along_is_compared_all_the_same(string old, string now, string expected)
    {
        var site = PublishedBundle();
        Move(site, "content/podcast/001-stock/", "content/podcast/001-broth/");
        const string path = "content/podcast/001-broth/index.md";
        var text = site.Text(path).Replace("---\ntitle", "---\nid: tag:example.org,2026-01-05:podcast/001-stock\ntitle");
        site.Write("content/podcast/001-broth/b.mp3", "no sound at all");
        site.Write(path, text.Replace("audio: a.mp3", "audio: https://media.example.org/a.mp3"));
        site.Write("publisher.ledger.json", site.Text("publisher.ledger.json").Replace("/podcast/001-stock/a.mp3", "https://media.example.org/a.mp3"));
        Assert.Empty(Found(site));
        site.Write(path, text.Replace("audio: a.mp3", old == "audio: a.mp3" ? now : "audio: https://media.example.org/a.mp3").Replace(old, now));
        Assert.Equal([expected], Build(site).FeedDiagnostics.Select(problem => problem.Code));
        Assert.Equal(site.Text("publisher.ledger.json"), Build(site).CompletedLedger.ToJson());
    }

    [Fact]
    public void A_file_whose_day_changes_is_the_same_page()
    {
        var site = Published();
        site.Write("content/posts/2026-01-03-soup.md", site.Text("content/posts/2026-01-01-soup.md"));
        site.Remove("content/posts/2026-01-01-soup.md");
        Assert.Equal(["0:0 PB0913 id: tag:example.org,2026-01-01:posts/2026-01-01-soup"], Found(site));
        site.Write("content/posts/2026-01-04-soup.md", site.Text("content/posts/2026-01-03-soup.md"));
        Assert.Empty(Found(site)); // it may be either of them
    }

    [Fact]
    public void An_episode_with_the_same_file_of_sound_is_the_same_whatever_its_day()
    {
        var site = PublishedBundle();
        Move(site, "content/podcast/001-stock/", "content/podcast/001-z/");
        site.Write("content/podcast/001-z/index.md", site.Text("content/podcast/001-z/index.md").Replace("2026-01-05", "2026-01-09"));
        Assert.Equal(["0:0 PB0913 id: tag:example.org,2026-01-05:podcast/001-stock"], Found(site));
        site.Write("content/podcast/002-y/index.md", "---\ntitle: Y\ndate: 2026-01-10\naudio: a.mp3\nduration: 1:00\n---\n");
        site.Write("content/podcast/002-y/a.mp3", "no sound at all");
        Assert.Empty(Found(site)); // a name that more have says nothing
    }

    [Fact]
    public void A_show_whose_page_is_gone_is_an_error_while_it_has_episodes()
    {
        var site = Published();
        site.Remove("content/podcast/index.md");
        var problem = Assert.Single(Build(site).FeedDiagnostics);
        Assert.Equal(("content/podcast/index.md", "PB0910", Severity.Error), (problem.At.File.Value, problem.Code, problem.Severity));
        Assert.Equal(Severity.Note, Assert.Single(Build(site, allows: true).FeedDiagnostics).Severity);
        site.Remove(Episode);
        Assert.Empty(Found(site));
    }

    private static MemoryReader PublishedBundle()
    {
        var site = Published();
        site.Write("content/podcast/001-stock/index.md", "---\ntitle: Broth\ndate: 2026-01-05\naudio: a.mp3\nduration: 1:00\n---\nBones.\n");
        site.Write("content/podcast/001-stock/a.mp3", "no sound at all");
        site.Write("publisher.ledger.json", Build(site).NextLedger.ToJson());
        return site;
    }

    private static void Move(MemoryReader site, string from, string to)
    {
        string[] names = from.EndsWith('/') ? ["index.md", "a.mp3"] : [""];
        foreach (var name in names)
        {
            site.Write(to + name, site.Text(from + name));
            site.Remove(from + name);
        }
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
