using System.Xml.Linq;
using Publisher.Configuration;
using Publisher.Engine;
using Publisher.Sources;
using Publisher.Text;

namespace Publisher.Core.Tests.Rendering;

/// <summary>A blogroll as feed readers take it, whatever people write into it.</summary>
public class BlogrollTests
{
    private static readonly SourceSet BuiltIn = new EmbeddedReader(typeof(Builder).Assembly, "themes/").Read();

    [Fact]
    public void Any_content_is_well_formed_OPML_of_its_entries()
    {
        const string hostile = "\"]]> <&'\\u0001\\uFFFE\\uD800 \\uD83D\\uDE00--><!-- %\\t\"";
        var source = new MemoryReader();
        source.Write("publisher.yml", "title: Notes\nbase_url: https://example.org/\nauthor: A & B <c>\n");
        source.Write("content/blogs.md", "---\ntitle: \"<B> & ]]>\"\nblogroll: true\n---\n::blogroll\n");
        source.Write("data/blogroll.json", $$"""
            [{ "title": {{hostile}}, "url": {{hostile}}, "feed": {{hostile}}, "description": {{hostile}}, "group": {{hostile}} },
             { "title": "A", "feed": "/a" }]
            """);
        var build = new Builder(BuiltIn, new BuildOptions(), new FixedClock(), remembers: false).Advance(source.Read(), default);
        var opml = XDocument.Parse(System.Text.Encoding.UTF8.GetString(build.Render(new SitePath("blogs/blogroll.opml"))!.Output.Bytes.Span)).Root!;
        Assert.Equal(("opml", "2.0"), (opml.Name, opml.Attribute("version")!.Value));
        Assert.Equal(["head", "body"], opml.Elements().Select(one => one.Name.LocalName));
        Assert.Equal("A & B <c>", opml.Element("head")!.Element("ownerName")!.Value);
        Assert.All(opml.Descendants("outline"), outline => Assert.NotNull(outline.Attribute("text")));
        Assert.Equal(2, opml.Descendants("outline").Count(outline => outline.Attribute("xmlUrl") is not null));
        var page = System.Text.Encoding.UTF8.GetString(build.Render(new SitePath("blogs/index.html"))!.Output.Bytes.Span);
        Assert.Contains("<link rel=\"blogroll\" type=\"text/x-opml\" href=\"/blogs/blogroll.opml\"", page);
        Assert.Contains("<li><a href=\"/a\">A</a></li>", page);
        Assert.Empty(build.Render(new SitePath("blogs/index.html"))!.Diagnostics);
    }

    [Fact]
    public void Its_addresses_are_links_like_others()
    {
        var build = SmallSite.Build("title: Notes\nbase_url: https://example.org/sub/\n",
            ("content/blogs.md", """
                ---
                title: Blogs
                blogroll:
                  - { title: A, url: posts/rain.md, feed: /feed.xml }
                  - { title: B, url: posts/nope.md }
                  - { title: C, url: ada.example }
                  - { title: D, url: "https://d.example/", feed: "d.example:8080/feed" }
                ---
                ::blogroll
                """),
            ("content/posts/rain.md", "---\ntitle: Rain\ndate: 2026-01-01\n---\n"));
        var opml = SmallSite.Text(build, "blogs/blogroll.opml");
        Assert.Contains("xmlUrl=\"https://example.org/sub/feed.xml\" htmlUrl=\"https://example.org/sub/posts/rain/\"", opml);
        var page = SmallSite.Text(build, "blogs/index.html");
        Assert.Contains("<a href=\"/sub/posts/rain/\">A</a> (<a href=\"/sub/feed.xml\">feed</a>)", page);
        Assert.Equal(
            ["5:22 PB0310 did you mean 'posts/rain.md'?", "6:22 PB0919 did you mean https://ada.example/?", "7:50 PB0919 did you mean https://d.example:8080/feed?"],
            build.Render(new SitePath("blogs/blogroll.opml"))!.Diagnostics.Select(one => $"{one.At.Line}:{one.At.Column} {one.Code} {one.Hint}"));
        Assert.Empty(build.Render(new SitePath("blogs/index.html"))!.Diagnostics);
    }

    [Fact]
    public void A_file_of_the_sites_own_goes_before_it()
    {
        var source = new MemoryReader();
        source.Write("publisher.yml", "title: Notes\nbase_url: https://example.org/\n");
        source.Write("content/blogs/index.md", "---\nblogroll: [{ title: A, url: /a }]\n---\n");
        source.Write("content/blogs/blogroll.opml", "mine");
        var build = new Builder(BuiltIn, new BuildOptions(), new FixedClock(), remembers: false).Advance(source.Read(), default);
        Assert.Empty(build.Diagnostics);
        Assert.Equal("content/blogs/blogroll.opml", build.Routes.Find(new SitePath("blogs/blogroll.opml"))!.Origin);
    }
}
