using Publisher.Content.Markdown;

namespace Publisher.Core.Tests.Content.Markdown;

public class BlockTests
{
    [Theory]
    [InlineData("> [!NOTE]\n> Hi *you*", "<aside class=\"alert note\">\n<p class=\"alert-title\">Note</p>\n<p>Hi <em>you</em></p>\n</aside>")]
    [InlineData("> [!warning]\n> - a", "<aside class=\"alert warning\">\n<p class=\"alert-title\">Warning</p>\n<ul>\n<li>a</li>\n</ul>\n</aside>")]
    [InlineData("> [!NOTE] text\n> Hi", "<blockquote>\n<p>[!NOTE] text\nHi</p>\n</blockquote>")]
    [InlineData(":::tip\nHi\n:::", "<aside class=\"alert tip\">\n<p class=\"alert-title\">Tip</p>\n<p>Hi</p>\n</aside>")]
    [InlineData("::: danger Mind *this*\nHi\n:::", "<aside class=\"alert danger\">\n<p class=\"alert-title\">Mind *this*</p>\n<p>Hi</p>\n</aside>")]
    [InlineData(":::note[My title]{#x .c}\nHi\n:::\nnext", "<aside id=\"x\" class=\"alert note c\">\n<p class=\"alert-title\">My title</p>\n<p>Hi</p>\n</aside>\n<p>next</p>")]
    [InlineData(":::div {.card wide=yes}\nHi\n:::", "<div class=\"card\" wide=\"yes\">\n<p>Hi</p>\n</div>")]
    [InlineData(":::div The title\nHi\n:::", "<div>\n<p class=\"title\">The title</p>\n<p>Hi</p>\n</div>")]
    [InlineData(":::details More {open}\nHi\n:::", "<details class=\"details\" open=\"\">\n<summary>More</summary>\n<p>Hi</p>\n</details>")]
    [InlineData(":::details More\nHi\n:::", "<details class=\"details\">\n<summary>More</summary>\n<p>Hi</p>\n</details>")]
    [InlineData(":::div {.a}\n:::div {.b}\nx\n:::\ny\n:::\nz", "<div class=\"a\">\n<div class=\"b\">\n<p>x</p>\n</div>\n<p>y</p>\n</div>\n<p>z</p>")]
    [InlineData("::::div\n:::div\nx\n::::\nz", "<div>\n<div>\n<p>x</p>\n</div>\n</div>\n<p>z</p>", "2:1 PB0303")]
    [InlineData(":::div\n- x\n  :::div\n  y\n  :::\n:::\nz", "<div>\n<ul>\n<li>x\n<div>\n<p>y</p>\n</div>\n</li>\n</ul>\n</div>\n<p>z</p>")]
    [InlineData(":::div\n```\n:::\n```\n:::", "<div>\n<pre class=\"code\"><code>:::\n</code></pre>\n</div>")]
    [InlineData(":::a\n:::b\nx\n:::\ny\n:::\nz", "<p>x</p>\n<p>y</p>\n<p>z</p>")]
    [InlineData("a ::: b\n:::", "<p>a ::: b\n:::</p>", "2:1 PB0317")]
    public void Alerts_and_containers(string text, string expected, string problems = "")
    {
        Assert.Equal(expected, Rendered.Html(text).Replace(" tabindex=\"0\"", ""));
        Assert.Equal(problems, Rendered.Problems(text));
    }

    [Theory]
    [InlineData("| a | b |\n|:--|--:|\n| 1 | *2* |", "<th style=\"text-align:left\">a</th>\n<th style=\"text-align:right\">b</th>")]
    [InlineData("| a | b |\n|:--|--:|\n| 1 | *2* |", "<td style=\"text-align:left\">1</td>\n<td style=\"text-align:right\"><em>2</em></td>")]
    [InlineData("a | b\n- | -\n1 | 2 | 3\n4", "<td>1</td>\n<td>2</td>\n</tr>\n<tr>\n<td>4</td>\n<td></td>\n</tr>\n</tbody>")]
    [InlineData("| a |\n|---|\n| x \\| `y\\|z` |", "<td>x | <code>y|z</code></td>")]
    [InlineData("text\n| a |\n|---|", "<p>text</p>\n<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n</table>")]
    [InlineData("> | a |\n> |---|\n> | b |\n\nx", "<td>b</td>\n</tr>\n</tbody>\n</table>\n</blockquote>\n<p>x</p>")]
    [InlineData("- | a |\n  |---|\n  | b |\n- c", "<td>b</td>\n</tr>\n</tbody>\n</table>\n</li>\n<li>c</li>")]
    [InlineData("| a |\n|---|\n| b |\n> q", "</table>\n<blockquote>\n<p>q</p>\n</blockquote>")]
    [InlineData("| a |\r\n|---|\r\n| b |\r\n", "<td>b</td>")]
    [InlineData("| a | b |\n|---|\n| c |", "<p>| a | b |\n|—|\n| c |</p>")]
    [InlineData("a | b", "<p>a | b</p>")]
    [InlineData("||\n|-|", "<th></th>")]
    public void Tables(string text, string expected) => Assert.Contains(expected, Rendered.Html(text));

    [Fact]
    public void Definition_lists() => Assert.Equal(
        "<dl>\n<dt>A</dt>\n<dt>B</dt>\n<dd>one</dd>\n<dd>two</dd>\n<dt>C</dt>\n<dd>\n<p>x</p>\n<p>y</p>\n</dd>\n</dl>".Replace("<dd>\n", "<dd>"),
        Rendered.Html("A\nB\n: one\n: two\n\nC\n:   x\n\n    y\n").Replace("<dd>\n", "<dd>"));

    [Fact]
    public void Task_lists() => Assert.Equal(
        "<ul class=\"contains-task-list\">\n<li class=\"task-list-item\"><label><input type=\"checkbox\" disabled checked> a</label></li>\n"
        + "<li class=\"task-list-item\"><label><input type=\"checkbox\" disabled> b</label>\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>",
        Rendered.Html("- [x] a\n- [ ] b\n  - c"));

    [Fact]
    public void Footnotes_have_ids_by_name()
    {
        var markup = Rendered.Of("a[^n] b[^n] c[^two]\n\n[^two]: T\n[^n]: N [l](x)\n");
        var html = Rendered.Fill(markup.Body);
        Assert.Contains("<p>a<sup id=\"fnref:n\"><a href=\"#fn:n\" class=\"footnote\" rel=\"footnote\" role=\"doc-noteref\">1</a></sup>", html);
        Assert.Contains("<li id=\"fn:two\">\n<p>T <a href=\"#fnref:two\" class=\"reversefootnote\" role=\"doc-backlink\">&#8617;</a></p>\n</li>", html);
        Assert.Equal("fn:n fn:two fnref:n fnref:n:1 fnref:two", string.Join(' ', markup.Anchors));
        Assert.Equal("x 4:9+6", string.Join("", markup.Body.Holes.Where(hole => hole.Target == "x").Select(hole => $"{hole.Target} {hole.At.Line}:{hole.At.Column}+{hole.At.Length}")));
    }

    [Theory]
    [InlineData("~~a~~ ~b~ H~2~O", "<del>a</del> ~b~ H~2~O")]
    [InlineData("a  \nb\\\nc", "a<br>\nb<br>\nc")]
    [InlineData("HTML is\n\n*[HTML]: Markup", "<abbr title=\"Markup\">HTML</abbr> is")]
    [InlineData(":tada: x", ":tada: x")]
    public void Spans(string text, string expected) => Assert.Equal($"<p>{expected}</p>", Rendered.Html(text));

    [Fact]
    public void Emoji_have_names_where_wanted() => Assert.Equal("<p>🎉 :) 1:2:3</p>", Rendered.Html(":tada: :) 1:2:3", new MarkdownOptions { Emoji = true }));

    [Theory]
    [InlineData("\"a\" 'b' (\"c\") \"'d'\"", "“a” ‘b’ (“c”) “‘d’”")]
    [InlineData("don't '80s the 1980's", "don’t ’80s the 1980’s")]
    [InlineData("\"*a*\" and *\"b\"*, `c`'s", "“<em>a</em>” and <em>“b”</em>, <code>c</code>’s")]
    [InlineData("a -- b, c---d, 1--2 --- e", "a – b, c—d, 1–2 — e")]
    [InlineData("run --help or ---- x...y", "run --help or ---- x…y")]
    [InlineData("\\\"a\\\" \\-- `\"--\"`", "\"a\" -- <code>\"--\"</code>")]
    [InlineData("\"[a](b)\"", "“<a href=\"b\">a</a>”")]
    [InlineData("a\n\"b\"", "a\n“b”")]
    public void Punctuation_is_smart(string text, string expected) => Assert.Equal($"<p>{expected}</p>", Rendered.Html(text));

    [Fact]
    public void Punctuation_can_be_left_as_it_is() =>
        Assert.Equal("<p>\"a\" -- it's...</p>", Rendered.Html("\"a\" -- it's...", new MarkdownOptions { SmartPunctuation = false }));

    [Theory]
    [InlineData("<div>\n<b>x</b>\n</div>\n\n*a*", "<div>\n<b>x</b>\n</div>\n<p><em>a</em></p>")]
    [InlineData("<details>\n\n*a*\n\n</details>", "<details>\n<p><em>a</em></p>\n</details>")]
    [InlineData("<custom-element a='1'>x</custom-element>", "<p><custom-element a='1'>x</custom-element></p>")]
    [InlineData("<script>\nlet a = `${b}`; // {{ x }}\n\nc()\n</script>", "<script>\nlet a = `${b}`; // {{ x }}\n\nc()\n</script>")]
    public void Html_passes_through(string text, string expected) => Assert.Equal(expected, Rendered.Html(text));

    [Fact]
    public void Ids_in_html_are_anchors() => 
        Assert.Equal("a b c", string.Join(' ', Rendered.Of("<p id=\"c\"><a name=b></a></p>\n\nx <i id='a'>y</i> <input name=\"no\">").Anchors));

    [Fact]
    public void Code_that_is_not_closed_is_reported() => Assert.Equal("3:1 PB0304", Rendered.Problems("a\n\n```js\nx\n"));
}
