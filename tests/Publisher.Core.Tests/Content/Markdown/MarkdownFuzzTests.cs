using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Markdig;
using Publisher.Content.Markdown;

namespace Publisher.Core.Tests.Content.Markdown;

public class MarkdownFuzzTests
{
    private static readonly string[] CommonMark =
    [
        "# Title\n\nSome *text* with **strong _nested_ parts**, `code` and a [link](to/a.md \"title\").\n\n> quote\n> - list\n>   more\n\n1. one\n2. two\n\n   para\n",
        "![image *alt*](a.png)\n\n[ref]: /url 'title'\n[ref] and [text][ref] and <https://x.org> <b>html</b>\n\nSetext\n---\n\n***\n",
        "- a\n\n  b\n- c\n  ```\n  code\n  ```\n\n<div>\n*raw*\n</div>\n\n&amp; &copy; &#35; \\* \\\nhard  \nbreak\n",
        "    indented\n\n\tcode\n\n* * *\n+ x\n+ y\n\n<!-- comment -->\n\n[a](<b c>) [x](y(z)) ](\n",
    ];

    private static readonly string[] Extended =
    [
        .. CommonMark,
        "---\n\n* TOC\n{:toc}\n\n## A {#a .b}\n### C\n{: .no_toc}\n\n{:ald: .x key=\"v\"}\ntext *em*{: ald}\n{: #id}\n",
        "| a | b |\n|:-:|---|\n| `x\\|y` | [l](m) |\n| short\n\n> [!NOTE]\n> text[^1]\n\n[^1]: foot\n\n    more\n",
        ":::note Title {#x}\ninner\n:::details[More]\n- [x] task\n:::\n:::\n\nTerm\n: def\n:   other\n\n*[HTML]: Text\nHTML\n",
        "::video{#v key=\"a {b}\" flag}\n\n::toc\n:::card[Label] {.wide}\n::pic[A label]{src=a.png}\n:::tip\n[l](m)\n:::\n\n<!--more-->\n:::\n- ::leaf{}\n",
        "<p id=\"x\"><img src='a.png' srcset=\"a 1x, b 2x\"></p>\n\n\"quotes\" -- 'and' --- dashes... https://x.org/a_b www.x.org me@x.org ~~del~~\n\n<!--more-->\n\n{{ x }} {% y %}\n",
    ];

    private const string Signs = " \n\t*_`[](){}<>!#-+>|:~\\&;\"'.^=/@%0aAé日😀\0\r";

    private readonly MarkdownRenderer renderer = new(new MarkdownOptions { Emoji = true, ExternalLinkMarks = true });

    [Fact]
    public void Nothing_makes_it_throw_or_hang() => Fuzz.Run(Extended, 6_000, text =>
    {
        var markup = renderer.Render(Rendered.File, text, 1, true);
        Assert.InRange(markup.Body.Html.Length, 0, 20_000 + 400 * text.Length);
        var lines = new Publisher.Text.LineMap(text).LineCount;
        foreach (var hole in markup.Body.Holes) Assert.InRange(hole.At.Line, 1, lines);
        CheckComponents(markup.Body);
        CheckComponents(markup.Summary);
        foreach (var problem in markup.Diagnostics)
        {
            Assert.InRange(problem.At.Line, 1, lines);
            Assert.NotEqual("PB0308", problem.Code);
        }
        Rendered.Fill(markup.Body);
        Rendered.Fill(markup.Summary);
        Assert.Equal(markup.Body.Stamp, renderer.Render(Rendered.File, text, 1, true).Body.Stamp);
    }, Signs);

    /// <summary>Each lies inside of its parent, after its elder siblings, and no hole is where a template may write.</summary>
    private static void CheckComponents(Publisher.Content.Body body)
    {
        Check(0, body.Components.Length, 0, body.Html.Length);

        void Check(int first, int end, int from, int to)
        {
            while (first < end)
            {
                var component = body.Components[first];
                int[] places = [from, component.Start, component.ContentStart, component.ContentEnd, component.End, to];
                Assert.Equal(places.Order(), places);
                Assert.InRange(component.Inside, 0, end - first - 1);
                Assert.DoesNotContain(body.Holes, hole => hole.Offset >= component.Start && hole.Offset <= component.ContentStart
                    || hole.Offset >= component.ContentEnd && hole.Offset <= component.End && component.ContentEnd < component.End);
                Check(first + 1, first + 1 + component.Inside, component.ContentStart, component.ContentEnd);
                from = component.End;
                first += 1 + component.Inside;
            }
        }
    }

    /// <summary>Where no extension has a say, the page must be what Markdig itself makes of the text.</summary>
    [Fact]
    public void CommonMark_is_what_markdig_says()
    {
        var plain = new MarkdownPipelineBuilder().Build();
        var ours = new MarkdownRenderer(new MarkdownOptions { HeadingLinks = false, SmartPunctuation = false });
        var parser = new HtmlParser();
        Fuzz.Run(CommonMark, 3_000, text =>
        {
            text = string.Concat(text.Where(sign => !char.IsSurrogate(sign) && sign is not ('\r' or '\0' or '|' or '{' or '~' or '^' or '@')));
            foreach (var extension in (string[])[":", "[!", "www", "[ ]", "[x]", "[X]", "*["]) text = text.Replace(extension, "");
            // What is inside a broken comment is not compared as HTML.
            if (text.Contains("more") || Regex.IsMatch(text, "<!|</[^a-z]|<[?]")) return;
            if (text.Contains(new string('>', 30))) return;
            var html = Markdig.Markdown.ToHtml(text, plain);
            // Markdig can be brought to write a link inside a link; HTML does not allow that, and we do not write it.
            if (Regex.IsMatch(html, "<a [^>]*>((?!</a>).)*<a ", RegexOptions.Singleline)) return;
            var expected = Normal(parser, html);
            var actual = Normal(parser, WithoutInfo(Rendered.Fill(ours.Render(Rendered.File, text, 1, false).Body)));
            if (expected != actual) Assert.Equal(expected, actual);
        }, " \n\t*_`[]()<>!#-+>\\&;\"'.=/%0aAé日😀");
    }

    [Theory]
    [InlineData("[")]
    [InlineData("*a ")]
    [InlineData("*a **b ")]
    [InlineData("![")]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("a <? ")]
    [InlineData("[a](")]
    [InlineData("<a href=")]
    [InlineData("{: .a ")]
    [InlineData("*a*{.b}")]
    [InlineData("\"'")]
    [InlineData(":::a\n")]
    [InlineData("|")]
    [InlineData("|\n")]
    [InlineData("|a\n|-\n")]
    [InlineData("# a\n")]
    [InlineData("# {#a}\n")]
    [InlineData("[^a][^b]\n\n[^a]: x\n\n")]
    [InlineData("https://")]
    [InlineData("a@b.c")]
    [InlineData("www.(")]
    [InlineData("https://a(b)")]
    [InlineData("term\n: def\n")]
    [InlineData("<img srcset=\"a, ")]
    [InlineData("][a")]
    [InlineData("<!--")]
    [InlineData("{:a: .b}\n{: a}\n\n")]
    public void Repetition_takes_no_more_than_its_share(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 40_000 / part.Length));
        var start = ThreadTime.Milliseconds;
        var markup = renderer.Render(Rendered.File, text, 1, true);
        Assert.InRange(ThreadTime.Milliseconds - start, 0, 8000);
        Assert.InRange(markup.Body.Html.Length, 0, 400 * text.Length);
        Assert.DoesNotContain(markup.Diagnostics, problem => problem.Code == "PB0308");
    }

    [Fact]
    public void A_wide_table_of_short_rows_stays_small()
    {
        var text = string.Concat(Enumerable.Repeat("|a", 190)) + "\n" + string.Concat(Enumerable.Repeat("|-", 190)) + "\n" + string.Concat(Enumerable.Repeat("|\n", 20_000));
        Assert.InRange(Rendered.Of(text).Body.Html.Length, 0, 2_000_000);
    }

    [Fact]
    public void Too_deep_a_text_is_shown_as_it_is_and_reported()
    {
        var markup = Rendered.Of(string.Concat(Enumerable.Repeat("> ", 200)) + "<deep>");
        Assert.Contains("&lt;deep&gt;</pre>", Rendered.Fill(markup.Body));
        Assert.Equal("PB0301", Assert.Single(markup.Diagnostics).Code);
    }

    [Fact]
    public void Many_threads_may_render_at_once()
    {
        var expected = Extended.Select(text => renderer.Render(Rendered.File, text, 1, true).Body.Stamp).ToArray();
        Parallel.For(0, 400, i => Assert.Equal(expected[i % expected.Length], renderer.Render(Rendered.File, Extended[i % expected.Length], 1, true).Body.Stamp));
    }

    [Theory]
    [InlineData("``` [a.cs] linenos hl_lines=\"1\"\ncode <b>\n```\n")]
    [InlineData("~~~ cs title=a.cs\nvar a = 1;\n~~~\n")]
    public void What_only_our_code_blocks_have_is_left_out_of_the_comparison(string text)
    {
        var ours = Rendered.Fill(renderer.Render(Rendered.File, text, 1, false).Body);
        Assert.Contains("<figcaption>", ours);
        var code = Regex.Match(WithoutInfo(ours), "^<pre[^>]*><code[^>]*>([^<]*)</code></pre>\\s*$");
        Assert.True(code.Success, ours);
        Assert.Contains(code.Groups[1].Value, Markdig.Markdown.ToHtml(text).Replace("&quot;", "\""));
    }

    /// <summary>Our page without what the info strings of fences add to CommonMark: titles, marks, line numbers, colours.</summary>
    private static string WithoutInfo(string html) => Regex.Replace(
        Regex.Replace(html, "<figure class=\"code\"><figcaption>[^<]*</figcaption>(.*?)</figure>", "$1", RegexOptions.Singleline),
        "(<pre class=\"code\"[^>]*><code[^>]*>)(.*?)(</code></pre>)",
        block => block.Groups[1].Value + Regex.Replace(block.Groups[2].Value, "<[^>]*>", "") + block.Groups[3].Value,
        RegexOptions.Singleline);

    /// <summary>The page as a tree, without what we add or write in another of the allowed ways.</summary>
    private static string Normal(HtmlParser parser, string html)
    {
        var page = parser.ParseDocument("<body>" + Regex.Replace(html, " (id|class|data-lang|tabindex)=\"[^\"]*\"", ""));
        foreach (var element in page.QuerySelectorAll("[href],[src]"))
        {
            foreach (var name in (string[])["href", "src"])
                if (element.GetAttribute(name) is { } url) element.SetAttribute(name, Uri.UnescapeDataString(url).Replace("\uFFFD", "").Replace("%", ""));
        }
        foreach (var image in page.QuerySelectorAll("[alt]")) image.SetAttribute("alt", Regex.Replace(image.GetAttribute("alt")!, @"\s+", ""));
        // Markdig leaves out a line break at the end of emphasis or a link; CommonMark does not.
        return Regex.Replace(Regex.Replace(page.Body!.InnerHtml, @"<br>\s*(?=</)", ""), @"\s*(<[^>]*>)\s*", "$1").Trim();
    }
}
