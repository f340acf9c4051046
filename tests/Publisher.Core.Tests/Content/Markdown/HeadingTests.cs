using Publisher.Content.Markdown;

namespace Publisher.Core.Tests.Content.Markdown;

public class HeadingTests
{
    [Theory]
    [InlineData("Hello World", "hello-world")]
    [InlineData("What's new?", "whats-new")]
    [InlineData("A -- B", "a----b")]
    [InlineData("C# & F#", "c--f")]
    [InlineData("1.2.3 Release", "123-release")]
    [InlineData("snake_case and kebab-case", "snake_case-and-kebab-case")]
    [InlineData("`code` *and* [link](x)", "code-and-link")]
    [InlineData("Café Über Привет", "café-über-привет")]
    [InlineData("日本語の見出し", "日本語の見出し")]
    [InlineData("हिन्दी", "हिन्दी")]
    [InlineData("🎉 Party", "-party")]
    [InlineData("a &amp; b &copy;", "a--b-")]
    [InlineData("![logo](x.png) Name", "-name")]
    [InlineData("…", "section")]
    [InlineData("<b>Bold</b> text", "bold-text")]
    [InlineData("trailing #s ##", "trailing-s")]
    [InlineData("Ⅷ ½ x²", "ⅷ--x")]
    public void Ids_are_githubs(string heading, string id) => Assert.Equal([id], Rendered.Of("## " + heading).Headings.Select(h => h.Id));

    [Theory]
    [InlineData("# A\n# A\n# A\n", "a a-1 a-2")]
    [InlineData("# A\n# A\n# A-1\n", "a a-1 a-1-1")]
    [InlineData("# A\n# B {#a}\n", "a-1 a")]
    [InlineData("# A\n# B\n{: #a}\n", "a-1 a")]
    [InlineData("A\nB\n===\n", "ab")]
    public void Ids_are_unique_and_given_ids_win(string text, string ids) =>
        Assert.Equal(ids, string.Join(' ', Rendered.Of(text).Headings.Select(heading => heading.Id)));

    [Fact]
    public void Headings_link_to_themselves() => Assert.Equal(
        "<h2 id=\"a\">A<a class=\"anchor\" href=\"#a\" aria-label=\"Link to this section\"></a></h2>", Rendered.Html("## A", new MarkdownOptions()));

    [Fact]
    public void Headings_are_listed_without_links()
    {
        var heading = Assert.Single(Rendered.Of("### See *the* [docs](x.md) & `code`[^1]\n\n[^1]: n\n").Headings);
        Assert.Equal((3, "See <em>the</em> docs &amp; <code>code</code>", "See the docs & code"), (heading.Level, heading.Html, heading.Text));
    }

    [Theory]
    [InlineData("# A \"title\"\n\ntext", "A “title”", "<p>text</p>\n")]
    [InlineData("<!-- c -->\n\n# A\n", "A", "<!-- c -->\n")]
    [InlineData("[r]: x\n\nA\n=\n\n[t][r]", "A", "<p><a href=\"x\">t</a></p>\n")]
    [InlineData("text\n\n# A\n", null, "<p>text</p>\n<h1 id=\"a\">A</h1>\n")]
    [InlineData("## A\n", null, "<h2 id=\"a\">A</h2>\n")]
    public void A_first_heading_is_the_title(string text, string? title, string body)
    {
        var markup = Rendered.Of(text, titleFromHeading: true);
        Assert.Equal((title, body), (markup.Title, Rendered.Fill(markup.Body)));
        Assert.Equal(title, Rendered.Of(text).Title);
    }

    [Fact]
    public void The_title_keeps_its_id()
    {
        var markup = Rendered.Of("# Same\n\n## Same\n", titleFromHeading: true);
        Assert.Equal("same", markup.TitleId);
        Assert.Equal("same same-1", string.Join(' ', markup.Anchors));
        Assert.Equal(["same-1"], markup.Headings.Select(heading => heading.Id));
    }

    [Fact]
    public void A_marked_list_becomes_the_table_of_contents()
    {
        var html = Rendered.Html("1. x\n{:toc}\n\n## A\n#### C\n### B\n## D\n{: .no_toc}\n# E *f*\n");
        Assert.StartsWith("""
            <ol id="markdown-toc">
            <li><a href="#a">A</a>
            <ol>
            <li><a href="#c">C</a></li>
            <li><a href="#b">B</a></li>
            </ol>
            </li>
            <li><a href="#e-f">E <em>f</em></a></li>
            </ol>
            <h2 id="a">A</h2>
            """.ReplaceLineEndings("\n"), html);
    }
}
