using Publisher.Core.Tests.Rendering.Checks;
using Publisher.Sources;

namespace Publisher.Core.Tests.Rendering;

/// <summary>What a site says of its feeds, and what comes of it.</summary>
public class FeedSettingsTests
{
    [Theory]
    [InlineData("feeds: { site_sections: [post] }", "3:26 PB0107 did you mean 'posts'?")]
    [InlineData("home: { sections: [posts, notes] }", "3:27 PB0107")]
    [InlineData("feeds: { formats: [] }", "3:19 PB0107 write 'feeds: false' if that is meant")]
    [InlineData("feeds: { site_sections: [posts] }", "")]
    public void What_would_leave_feeds_out_silently_is_told_of(string settings, string expected) =>
        Assert.Equal(expected, string.Join('|', FeedSite.Check(Site(settings))
            .Select(problem => $"{problem.At.Line}:{problem.At.Column} {problem.Code} {problem.Hint}".TrimEnd())));

    [Fact]
    public void A_tag_that_is_written_in_several_ways_is_one()
    {
        var outputs = FeedSite.Outputs(Site("author: Ann"));
        Assert.Single(outputs, text => text.Split("<category>Rain<").Length == 2 && text.Contains("<title>Kitchen<"));
        Assert.All(outputs.Where(text => text.Contains("article:tag")),
            text => Assert.Equal(2, text.Split("article:tag").Length));
    }

    [Fact]
    public void A_page_links_the_feeds_of_its_section_first()
    {
        var page = Assert.Single(FeedSite.Outputs(Site("author: Ann")), text => text.Contains("og:type\" content=\"article"));
        var links = page.Split('\n').Where(line => line.Contains("rel=\"alternate\"", StringComparison.Ordinal))
            .Select(line => line.Split("href=\"")[1].Split('"')[0]);
        Assert.Equal(
            ["/posts/atom.xml", "/posts/feed.xml", "/posts/feed.json", "/atom.xml", "/feed.xml", "/feed.json"], links);
    }

    private static MemoryReader Site(string settings)
    {
        var site = new MemoryReader();
        site.Write("publisher.yml", $"title: Kitchen\nbase_url: https://example.org\n{settings}\n");
        site.Write("content/posts/2026-01-01-a.md", "---\ntitle: A\ntags: [Rain, rain, RAIN]\n---\nB\n");
        return site;
    }
}
