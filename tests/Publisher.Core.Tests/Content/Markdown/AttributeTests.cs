namespace Publisher.Core.Tests.Content.Markdown;

public class AttributeTests
{
    [Theory]
    [InlineData("text\n{: #i .c .d key=\"v w\"}", "<p id=\"i\" class=\"c d\" key=\"v w\">text</p>")]
    [InlineData("{:.c}\ntext", "<p class=\"c\">text</p>")]
    [InlineData("a\n\n{: .c}\n\nb", "<p>a</p>\n<p>b</p>")]
    [InlineData("a\n{: .c}\nb", "<p class=\"c\">a</p>\n<p>b</p>")]
    [InlineData("{.c}\ntext", "<p class=\"c\">text</p>")]
    [InlineData("- a\n- b\n{: .c}", "<ul class=\"c\">\n<li>a</li>\n<li>b</li>\n</ul>")]
    [InlineData("- a\n- {: .c} b", "<ul>\n<li>a</li>\n<li class=\"c\">b</li>\n</ul>")]
    [InlineData("> q\n{: .c}", "<blockquote class=\"c\">\n<p>q</p>\n</blockquote>")]
    [InlineData("> q\n> {: .c}", "<blockquote>\n<p class=\"c\">q</p>\n</blockquote>")]
    [InlineData("| a |\n|---|\n{: .c}", "<table class=\"c\">\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n</table>")]
    [InlineData("## T\n{: #x}", "<h2 id=\"x\">T</h2>")]
    [InlineData("## T {#x .c}", "<h2 id=\"x\" class=\"c\">T</h2>")]
    [InlineData("T {: #x}\n---", "<h2 id=\"x\">T</h2>")]
    [InlineData("{:n: .c key='v'}\n\ntext\n{: n .d}", "<p class=\"c d\" key=\"v\">text</p>")]
    [InlineData("text\n{: n}\n\n{:n: .c}", "<p class=\"c\">text</p>")]
    [InlineData("text\n{: .a}\n{: .b}", "<p class=\"a b\">text</p>")]
    [InlineData("{: .a}\n{: .b}\ntext", "<p class=\"a b\">text</p>")]
    [InlineData("{::options toc_levels=\"2\" /}\n\ntext", "<p>text</p>")]
    public void Belong_to_the_block_beside_them(string text, string expected) => Assert.Equal(expected, Rendered.Html(text));

    [Theory]
    [InlineData("*a*{: .c}", "<em class=\"c\">a</em>")]
    [InlineData("**a**{.c} b", "<strong class=\"c\">a</strong> b")]
    [InlineData("`a`{: .c}", "<code class=\"c\">a</code>")]
    [InlineData("[a](b){: target=\"_blank\"}", "<a href=\"b\" target=\"_blank\">a</a>")]
    [InlineData("![a](b){width=3 height=4}", "<img src=\"b\" alt=\"a\" width=\"3\" height=\"4\">")]
    [InlineData("<https://x.org>{: .c}", "<a href=\"https://x.org\" class=\"c\">https://x.org</a>")]
    public void Belong_to_the_span_directly_before_them(string text, string expected) => Assert.Equal($"<p>{expected}</p>", Rendered.Html(text));

    [Theory]
    [InlineData("{{ page.title }} {% if x %} {name} {#each items} {a=b} text{: .c} x {.c}")]
    [InlineData("*a* {: .c}")]
    [InlineData("{ .c }")]
    [InlineData("{}{:}{: #}{.}{#}")]
    public void Other_braces_are_text(string text) => Assert.Contains(text.Split(' ')[^1], System.Net.WebUtility.HtmlDecode(Rendered.Html(text)));

    [Fact]
    public void Scripts_of_templates_are_text() =>
        Assert.Equal("<p>{{ x | y: “z” }} {% raw %} {name} ${y}</p>", Rendered.Html("{{ x | y: \"z\" }} {% raw %} {name} ${y}"));

    [Theory]
    [InlineData("a {{ x }} b\n\n<p>{% y %}</p>\n\n[a](x/{{ z }})", "1:3 PB0309; 3:4 PB0309; 5:7 PB0309")]
    [InlineData("`{{ x }}` and {x} {{ open\n\n    {{ x }}\n\n<script>{{ x }}</script>", "")]
    public void Code_of_templates_is_reported(string text, string expected) => Assert.Equal(expected, Rendered.Problems(text));

    [Fact]
    public void A_list_that_is_not_there_is_reported() => Assert.Equal("3:1 PB0305", Rendered.Problems("a\n\n{: nme}\ntext\n\n{:name: .c}"));

    [Fact]
    public void An_id_given_twice_is_reported() => Assert.Equal("4:1 PB0302", Rendered.Problems("a\n{: #x}\n\nb\n{: #x}"));

    [Fact]
    public void Code_may_get_its_language_and_more() => Assert.Equal(
        "<div id=\"x\" class=\"language-ruby\">\n<pre class=\"code\"><code class=\"language-ruby\">a\n</code></pre>\n</div>", Strip(Rendered.Html("    a\n{: #x .language-ruby}")));

    private static string Strip(string html) => html.Replace(" tabindex=\"0\"", "").Replace(" data-lang=\"ruby\"", "");
}
