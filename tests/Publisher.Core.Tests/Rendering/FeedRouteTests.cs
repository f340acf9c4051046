using Publisher.Configuration;
using Publisher.Engine;
using Publisher.Sources;

namespace Publisher.Core.Tests.Rendering;

/// <summary>Which feeds there are, and what is made beside them.</summary>
public class FeedRouteTests
{
    [Theory]
    [InlineData("feeds: false", "")]
    [InlineData("feeds: { formats: [json], sections: false }", "feed.json feed/index.html feeds.opml")]
    [InlineData("feeds: { formats: [atom] }", "atom.xml feed/index.html feeds.opml posts/atom.xml posts/feed/index.html")]
    public void There_is_a_page_for_people_where_there_is_a_feed(string setting, string expected)
    {
        var site = new MemoryReader();
        site.Write("publisher.yml", $"title: Kitchen\n{setting}\n");
        site.Write("content/posts/2026-01-01-soup.md", "---\ntitle: Soup\n---\n");
        var builtIn = new EmbeddedReader(typeof(Builder).Assembly, "themes/").Read();
        var build = new Builder(builtIn, new BuildOptions(), new FixedClock(), remembers: false).Advance(site.Read(), default);
        Assert.Equal(expected, string.Join(' ', build.Paths.Where(path => path.Value.Contains("feed") || path.Name == "atom.xml")));
    }
}
