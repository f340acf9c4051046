using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Publisher.Configuration;
using Publisher.Engine;
using Publisher.Sources;
using Publisher.Text;

namespace Publisher.Core.Tests.Rendering;

/// <summary>The default theme's pages as parsers of microformats read them (microformats.org/wiki/h-entry, h-feed).</summary>
public class MicroformatTests
{
    private static readonly SourceSet BuiltIn = new EmbeddedReader(typeof(Builder).Assembly, "themes/").Read();
    private static readonly string[] Roots = ["h-entry", "h-feed", "h-card"];
    private readonly Build build;

    public MicroformatTests()
    {
        var source = new MemoryReader();
        source.Write("publisher.yml", """
            title: Notes
            base_url: https://example.org/sub/
            author: Ada & Co
            me: [https://social.example/@ada, { title: Mail, url: mailto:ada@example.org }]
            webmention: https://mentions.example/in?site=1&x=2
            websub: https://hub.example/
            """);
        source.Write("content/photo.png", "no picture");
        source.Write("content/weeknotes/2025-05-16-s01e01.md", "---\ntitle: 'S01E01: Old'\n---\nOld.\n");
        source.Write("content/weeknotes/2026-05-15-s02e01.md", """
            ---
            title: "S02E01: <Rain>"
            description: A wet "week"
            updated: 2026-05-16
            tags: [weather, the sea]
            authors: [Grace]
            image: /photo.png
            ---
            It rained.
            """);
        source.Write("content/posts/2026-01-02-first.md", "---\ntitle: First\n---\nOne post.\n");
        source.Write("content/about.md", "# About\n\nUs.\n");
        build = new Builder(BuiltIn, new BuildOptions(), new FixedClock(), remembers: false).Advance(source.Read(), default);
    }

    [Fact]
    public void A_weeknote_is_an_entry_with_all_that_is_known_of_it()
    {
        var entry = Root("weeknotes/s02e01/index.html", "h-entry");
        Assert.Equal("S02E01: <Rain>", Text(entry, "p-name"));
        Assert.Equal("A wet \"week\"", Text(entry, "p-summary"));
        Assert.Equal("It rained.", Text(entry, "e-content"));
        Assert.Equal("2026-05-15T00:00:00Z", Single(entry, "dt-published").GetAttribute("datetime"));
        Assert.Equal("2026-05-16T00:00:00Z", Single(entry, "dt-updated").GetAttribute("datetime"));
        Assert.Equal(["weather", "the sea"], All(entry, "p-category").Select(one => one.TextContent));
        Assert.Equal("Grace", Text(entry, "p-author"));
        Assert.Contains("h-card", Single(entry, "p-author").ClassList);
        Assert.Equal("https://example.org/sub/weeknotes/s02e01/", Value(Single(entry, "u-url")));
        Assert.Equal("https://example.org/sub/weeknotes/s02e01/", Value(Single(entry, "u-uid")));
        Assert.Equal("https://example.org/sub/photo.png", Value(Single(entry, "u-photo")));
    }

    [Fact]
    public void A_page_without_an_author_has_the_sites()
    {
        var entry = Root("posts/first/index.html", "h-entry");
        Assert.Equal(("First", "One post.", "Ada & Co"), (Text(entry, "p-name"), Text(entry, "p-summary"), Text(entry, "p-author")));
        Assert.Equal("https://example.org/sub/", Single(entry, "p-author").GetAttribute("href"));
        Assert.Empty(All(entry, "dt-updated"));
        Assert.Empty(All(entry, "u-photo"));
    }

    [Theory]
    [InlineData("weeknotes/index.html", "Weeknotes", 2)]
    [InlineData("weeknotes/season-2/index.html", "Weeknotes: season 2", 1)]
    [InlineData("weeknotes/2026/index.html", "Weeknotes: 2026", 1)]
    [InlineData("posts/index.html", "Posts", 1)]
    [InlineData("tags/weather/index.html", "weather", 1)]
    [InlineData("index.html", "Notes", 3)]
    public void A_list_is_a_feed_of_entries(string path, string name, int count)
    {
        var feed = Root(path, "h-feed");
        Assert.Equal((name, "Ada & Co"), (Text(feed, "p-name"), Text(feed, "p-author")));
        Assert.Equal("https://example.org/sub/" + path[..^"index.html".Length], Value(Single(feed, "u-url")));
        var entries = feed.QuerySelectorAll(".h-entry");
        Assert.Equal(count, entries.Length);
        foreach (var entry in entries)
        {
            Assert.NotEqual("", Text(entry, "p-name"));
            var link = entry.QuerySelector("a.u-url.u-uid")!;
            Assert.NotNull(build.Render(new SitePath(link.GetAttribute("href")!["/sub/".Length..] + "index.html")));
            Assert.Contains("T00:00:00Z", Single(entry, "dt-published").GetAttribute("datetime"));
        }
    }

    [Fact]
    public void What_is_no_entry_says_nothing_of_one() => Assert.Empty(Page("about/index.html").QuerySelectorAll(".h-entry, .h-feed"));

    [Fact]
    public void Every_head_tells_who_one_is_and_where_mentions_go()
    {
        foreach (var path in new[] { "index.html", "about/index.html", "weeknotes/s02e01/index.html", "weeknotes/index.html" })
        {
            var page = Page(path);
            Assert.Equal(["https://social.example/@ada", "mailto:ada@example.org"],
                page.Head!.QuerySelectorAll("link[rel=me]").Select(link => link.GetAttribute("href")));
            Assert.Equal(["social.example/@ada", "Mail"], page.QuerySelectorAll("a[rel=me]").Select(link => link.TextContent));
            Assert.Equal("https://mentions.example/in?site=1&x=2", page.QuerySelector("link[rel=webmention]")!.GetAttribute("href"));
            // A hub is for what also says which address is subscribed to there (W3C WebSub, 4): feeds do.
            Assert.Null(page.QuerySelector("link[rel=hub]"));
        }
    }

    [Fact]
    public void A_weeknote_shows_its_week_its_season_and_the_same_week_of_other_years()
    {
        var page = Page("weeknotes/s02e01/index.html");
        Assert.Equal("Weeknotes · Season 2 · 11–17 May 2026 · week 20", page.QuerySelector(".entry-header .label")!.TextContent);
        Assert.Equal("2025 S01E01: Old", page.QuerySelector(".same-week li")!.TextContent);
    }

    private IDocument Page(string path) =>
        new HtmlParser().ParseDocument(System.Text.Encoding.UTF8.GetString(build.Render(new SitePath(path))!.Output.Bytes.Span));

    /// <summary>The one thing of this type that is not a part of another.</summary>
    private IElement Root(string path, string type) => Assert.Single(Page(path).QuerySelectorAll("." + type), one => Owner(one) is null);

    /// <summary>The elements that give the property to this very thing, and not to another within.</summary>
    private static IEnumerable<IElement> All(IElement root, string property) =>
        root.QuerySelectorAll("." + property).Where(one => Owner(one) == root);

    private static IElement Single(IElement root, string property) => Assert.Single(All(root, property));

    private static string Text(IElement root, string property) => Value(Single(root, property));

    private static string Value(IElement one) => (one.LocalName == "data" ? one.GetAttribute("value")! : one.TextContent).Trim();

    private static IElement? Owner(IElement one)
    {
        var at = one.ParentElement;
        while (at is not null && !Roots.Any(at.ClassList.Contains)) at = at.ParentElement;
        return at;
    }
}
