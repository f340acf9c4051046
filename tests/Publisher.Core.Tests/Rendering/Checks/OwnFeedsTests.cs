using Publisher.Diagnostics;
using Publisher.Sources;

namespace Publisher.Core.Tests.Rendering.Checks;

/// <summary>What is wrong with a site's own feeds is told at its source, once.</summary>
public class OwnFeedsTests
{
    [Fact]
    public void A_plain_blog_has_nothing_wrong_with_its_feeds()
    {
        var site = new MemoryReader();
        site.Write("content/index.md", "---\ntitle: Home\n---\nHello.\n");
        site.Write("content/posts/index.md", "---\ntitle: Posts\n---\n");
        for (var i = 1; i < 9; i++)
            site.Write($"content/posts/2026-01-0{i}-soup-{i}.md",
                $"---\ntitle: 1. <b> & soup {i}\ntags: [Soup & Salad, été]\ncategories: [warm]\nseries: All\nupdated: 2026-02-01\n---\n"
                + "Hot, see [this](#x) and ![that](http://other.example/é.png).\n\n<script>1</script>\n\n# X\n\n<details>a</details>\n");
        Assert.DoesNotContain(FeedSite.Check(site), problem => problem.Code.StartsWith("PB09", StringComparison.Ordinal));
    }

    [Fact]
    public void A_show_with_its_settings_has_nothing_wrong()
    {
        Assert.Empty(FeedSite.Found(FeedSite.Show(FeedSite.Good)));
    }

    [Fact]
    public void What_the_show_lacks_is_told_on_its_page_in_the_words_of_front_matter()
    {
        Assert.Equal(
        [
            "index.md PB0961 write 'artwork: cover.jpg' in the front matter: a square of 1400 to 3000 pixels, JPEG or PNG",
            "index.md PB0961 write 'category: Technology' in the front matter, or another of Apple's",
            "index.md PB0975 say it with 'owner' in the front matter",
        ], FeedSite.Found(FeedSite.Show()).Order());
    }

    [Fact]
    public void What_is_wrong_with_an_item_is_told_once_though_it_is_in_many_feeds()
    {
        var site = FeedSite.Show(FeedSite.Good, "title_x: 1\ntags: [a, b]\nid: tag:example.org,2026:1");
        FeedSite.Episode(site, 2, "mp3_bytes: 16000000\nmp3_duration: 16:40\ntags: [a, b]\nid: tag:example.org,2026:1");
        var problem = Assert.Single(FeedSite.Check(site));
        Assert.Equal(("content/podcast/2026-01-01-1-stock.md:8:5", "PB0942"), (problem.At.ToString(), problem.Code));
        Assert.Contains("is that of content/podcast/2026-01-02-2-stock.md, so one of them is lost", problem.Message);
    }

    [Theory]
    [InlineData("guid: 5f1c0a3e-7a86-4f0e-9d0c-0d7f3f1f6f11")]
    [InlineData("guid: Buzzsprout-12345")]
    public void An_id_that_its_author_gave_is_left_alone(string line) =>
        Assert.Empty(FeedSite.Found(FeedSite.Show(FeedSite.Good, line)));

    [Theory]
    [InlineData("id: 42", "3:5 PB0990")]
    [InlineData("id: \"my id <x>\"", "3:5 PB0990")]
    [InlineData("guid: /42", "3:7 PB0990")]
    [InlineData("id: tag:example.org,2026:42", "")]
    public void An_id_that_one_of_the_formats_cannot_have_is_told_of_until_it_is_published(string line, string expected)
    {
        var site = new MemoryReader();
        site.Write("publisher.yml", "title: A\nbase_url: https://example.org\n");
        site.Write("content/posts/2026-01-01-a.md", $"---\ntitle: A\n{line}\ntags: [x]\n---\nB\n");
        Assert.Equal(expected, string.Join('|',
            FeedSite.Check(site).Select(problem => $"{problem.At.Line}:{problem.At.Column} {problem.Code}")));
        site.Write("publisher.ledger.json",
            $"{{ \"content/posts/2026-01-01-a.md\": {{ \"id\": \"{line[(line.IndexOf(' ') + 1)..].Trim('"')}\" }} }}");
        Assert.Empty(FeedSite.Check(site));
    }

    [Fact]
    public void A_template_that_makes_no_feed_is_told_of()
    {
        var site = FeedSite.Show(FeedSite.Good);
        site.Write("templates/rss.sbn-xml", "<rss><channel></rss>");
        Assert.Equal(["templates/rss.sbn-xml PB0901"], FeedSite.Check(site).Select(problem => $"{problem.At} {problem.Code}"));
    }

    [Fact]
    public void A_note_for_players_is_none_for_readers()
    {
        var site = FeedSite.Show(FeedSite.Good);
        site.Write("content/posts/2026-01-01-long.md", "---\ntitle: Long\n---\n" + new string('x', 600_000));
        Assert.DoesNotContain(FeedSite.Check(site), problem => problem.Severity == Severity.Note);
    }
}
