using Publisher.Content;
using Publisher.Content.Markdown;

namespace Publisher.Core.Tests.Content.Markdown;

public class LinkTests
{
    [Theory]
    [InlineData("[a](b.md)", "b.md 1:1+9")]
    [InlineData("one\ntwo [a](b.md#c \"t\") x", "b.md#c 2:5+15")]
    [InlineData("> - quoted [a](/x)", "/x 1:12+7")]
    [InlineData("* a\n\n\t[tab](y)", "y 3:2+8")]
    [InlineData("[a][r] and [r]\n\n[r]: <my file.md>", "my file.md 1:1+6, my file.md 1:12+3")]
    [InlineData("![pic](p.png)", "p.png 1:1+13")]
    [InlineData("[![pic](p.png)](b.md)", "b.md 1:1+21, p.png 1:2+13")]
    [InlineData("[a](b&amp;c\\_d.md)", "b&c_d.md 1:1+18")]
    [InlineData("[a](#part)", "#part 1:1+10")]
    [InlineData("[a](?q=1) [b]()", "?q=1 1:1+9,  1:11+5")]
    [InlineData("[multi\nline](b.md)", "b.md 1:1+6")]
    [InlineData("| h |\n|---|\n| [a](b.md) |", "b.md 3:3+9")]
    [InlineData("é😀 [a](b.md)", "b.md 1:5+9")]
    [InlineData("a\r\nb [a](b.md)\r\n", "b.md 2:3+9")]
    public void Links_of_the_site_are_holes_at_their_place(string text, string expected) => Assert.Equal(expected, Rendered.Links(text));

    [Theory]
    [InlineData("<a href=\"b.md\">x</a>", "b.md 1:10+4")]
    [InlineData("x <a href='b.md?a&amp;b'>x</a>", "b.md?a&b 1:12+12")]
    [InlineData("<p>\n  <img src = i.png alt='x'>\n</p>", "i.png 2:14+5")]
    [InlineData("<video poster=\"p.png\" src=\"v.mp4\"></video>", "p.png 1:16+5, v.mp4 1:28+5")]
    [InlineData("<img srcset=\"a.png 1x, https://x.org/b.png 2x,c.png\">", "a.png 1:14+5, c.png 1:47+5")]
    [InlineData("> <div>\n> <a href=\"b.md\">x</a>\n> </div>", "b.md 2:12+4")]
    [InlineData("<script>if (a<b) '<a href=\"no\">'</script>", "")]
    [InlineData("<!-- <a href=\"no\"> -->", "")]
    [InlineData("<a href=\"https://x.org\">x</a> <a href=\"mailto:a@b.c\">y</a>", "")]
    [InlineData("`<a href=\"no\">`", "")]
    public void Urls_in_raw_html_are_holes_too(string text, string expected) => Assert.Equal(expected, Rendered.Links(text));

    [Theory]
    [InlineData("[a](https://x.org/é?a=1&b='2')", "<p><a href=\"https://x.org/%C3%A9?a=1&amp;b='2'\">a</a></p>")]
    [InlineData("<https://x.org> <me@x.org>", "<p><a href=\"https://x.org\">https://x.org</a> <a href=\"mailto:me@x.org\">me@x.org</a></p>")]
    [InlineData("[a](//cdn.x.org/a) [b](tel:+1)", "<p><a href=\"//cdn.x.org/a\">a</a> <a href=\"tel:+1\">b</a></p>")]
    [InlineData("[a](b.md \"say \\\"hi\\\"\")", "<p><a href=\"b.md\" title=\"say &quot;hi&quot;\">a</a></p>")]
    [InlineData("<A HREF=b.md>x</A>", "<p><A HREF=\"b.md\">x</A></p>")]
    public void Links_are_written_as_html(string text, string expected) => Assert.Equal(expected, Rendered.Html(text));

    [Theory]
    [InlineData("see https://x.org/a_b_c, ok", "see <a href=\"https://x.org/a_b_c\">https://x.org/a_b_c</a>, ok")]
    [InlineData("(https://x.org/a_(b)).", "(<a href=\"https://x.org/a_(b)\">https://x.org/a_(b)</a>).")]
    [InlineData("*https://x.org*", "<em><a href=\"https://x.org\">https://x.org</a></em>")]
    [InlineData("https://x.org/__init__.py", "<a href=\"https://x.org/__init__.py\">https://x.org/__init__.py</a>")]
    [InlineData("www.x.org/a?b&c", "<a href=\"http://www.x.org/a?b&amp;c\">www.x.org/a?b&amp;c</a>")]
    [InlineData("a.b+c@x.org.", "<a href=\"mailto:a.b+c@x.org\">a.b+c@x.org</a>.")]
    [InlineData("[https://x.org](b.md)", "<a href=\"b.md\">https://x.org</a>")]
    [InlineData("<a href=\"b.md\">https://x.org</a>", "<a href=\"b.md\">https://x.org</a>")]
    [InlineData("`https://x.org` xhttp://x.org awww.x.org @nick a@b 12:30 std::x ://", "<code>https://x.org</code> xhttp://x.org awww.x.org @nick a@b 12:30 std::x ://")]
    public void Bare_urls_become_links(string text, string expected) => Assert.Equal($"<p>{expected}</p>", Rendered.Html(text));

    [Fact]
    public void An_image_of_the_site_leaves_room_for_its_size()
    {
        var holes = Rendered.Of("![a](p.png) ![b](https://x.org/p.png) ![c](q.png){width=3}").Body.Holes;
        Assert.Equal(["p.png"], holes.Where(hole => hole.Kind == HoleKind.ImageSize).Select(hole => hole.Target));
        Assert.Equal("<p><img src=\"p.png\" alt=\"a &amp; b\"></p>", Rendered.Html("![a & *b*](p.png)"));
    }

    [Fact]
    public void External_links_can_be_marked()
    {
        var options = new MarkdownOptions { ExternalLinkMarks = true };
        Assert.Equal("<p><a href=\"https://x.org\" rel=\"external noopener\" class=\"external\">a</a> <a href=\"b.md\">b</a> <a href=\"mailto:a@b.c\">c</a></p>",
            Rendered.Html("[a](https://x.org) [b](b.md) [c](mailto:a@b.c)", options));
    }

    [Fact]
    public void Places_count_from_the_first_line_of_the_body() => Assert.Equal("b.md 12:1+9", Rendered.Links("\n\n[a](b.md)", 10));

    [Theory]
    [InlineData("see [text][missing]", "1:5 PB0307")]
    [InlineData("a note[^1] here", "1:7 PB0306")]
    [InlineData("m[i][j] and a[0][1] and \\[x][y] and [a](b)[c] and [^](x)", "")]
    public void References_to_nothing_are_reported(string text, string expected) => Assert.Equal(expected, Rendered.Problems(text));
}
