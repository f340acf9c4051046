using AngleSharp.Html.Parser;
using Publisher.Content.Highlighting;

namespace Publisher.Core.Tests.Content.Highlighting;

/// <summary>Info strings as the generators' users write them, and the block around the code.</summary>
public class CodeBlockTests
{
    [Theory]
    [InlineData("", "", "", "", false, 1)]
    [InlineData("cs", "cs", "", "", false, 1)]
    [InlineData("cs {1,3-5}", "cs", "", "1,3-5", false, 1)]
    [InlineData("cs{1,3-5}", "cs", "", "1,3-5", false, 1)]
    [InlineData("py hl_lines=\"1 3-5\" title=\"a b.py\" linenums=\"1\"", "py", "a b.py", "1,3-5", true, 1)]
    [InlineData("py {hl_lines=\"1 3-5\"}", "py", "", "1,3-5", false, 1)]
    [InlineData("jsx title=\"/src/x.js\" {1,4-6} showLineNumbers", "jsx", "/src/x.js", "1,4-6", true, 1)]
    [InlineData("go {hl_lines=[1,\"3-5\"],linenos=true,linenostart=5}", "go", "", "1,3-5", true, 5)]
    [InlineData("go {linenos=table,hl_lines=[8,\"15-17\"],linenostart=199}", "go", "", "8,15-17", true, 199)]
    [InlineData("cs linenos=10", "cs", "", "", true, 10)]
    [InlineData("cs start=10", "cs", "", "", true, 10)]
    [InlineData("cs line-numbers", "cs", "", "", true, 1)]
    [InlineData("cs linenos=false start=3", "cs", "", "", false, 3)]
    [InlineData("cs title='it''s'", "cs", "it", "", false, 1)]
    [InlineData("cs title=a.cs", "cs", "a.cs", "", false, 1)]
    [InlineData("{.python .numberLines startFrom=\"5\"}", "python", "", "", true, 5)]
    [InlineData("ts:line-numbers=3 {2} [a.ts]", "ts", "a.ts", "2", true, 3)]
    [InlineData("ruby:lib/a.rb", "ruby", "lib/a.rb", "", false, 1)]
    [InlineData("rust,no_run,ignore", "rust", "", "", false, 1)]
    [InlineData("js {numberLines: 7}", "js", "", "", true, 7)]
    [InlineData("c++ {5-3} {1} {2}", "c++", "", "1-5", false, 1)]
    [InlineData("js /word/ \"other\" unknown=1 {", "js", "", "", false, 1)]
    [InlineData("js }}} ={{ =[ ===", "js", "", "", false, 1)]
    public void InfoStrings(string info, string language, string title, string marks, bool lineNumbers, int first)
    {
        var block = CodeBlock.Parse(info);
        Assert.Equal(language, block.Language);
        Assert.Equal(title, block.Title);
        Assert.Equal(marks, string.Join(',', block.Marks.Select(Short)));
        Assert.Equal(lineNumbers, block.LineNumbers);
        Assert.Equal(first, block.FirstLine);
    }

    private static string Short(LineRange mark) => mark.First == mark.Last ? $"{mark.First}" : $"{mark.First}-{mark.Last}";

    [Fact]
    public void AnyInfoStringIsHarmless()
    {
        var random = new Random(7);
        const string Letters = "{}[]=,:\"' \t-.1259ab#/\\\n";
        for (var i = 0; i < 20_000; i++)
        {
            var info = string.Create(random.Next(40), random, (span, source) => source.GetItems(Letters.AsSpan(), span));
            var html = Coloured.Html(info, "a\nb\n");
            Assert.EndsWith("</code></pre>", html.Replace("</figure>", ""));
        }
        CodeBlock.Parse("x " + new string('{', 100_000));
        CodeBlock.Parse("x {" + string.Join(',', Enumerable.Range(0, 50_000)) + ",99999999999999999999-5}");
    }

    [Fact]
    public void UnknownLanguagesAreSaidToBe()
    {
        Assert.False(CodeBlock.Parse("pyhton").IsKnown);
        Assert.Equal("python", Publisher.Text.Nearest.To("pyhton", Languages.Names));
        Assert.True(CodeBlock.Parse("").IsKnown);
        Assert.True(CodeBlock.Parse("text").IsKnown);
        Assert.True(CodeBlock.Parse("CSharp {1}").IsKnown);
    }

    [Fact]
    public void EveryAskedAliasIsKnown()
    {
        const string Asked = """
            cs csharp c# js javascript jsx ts typescript tsx py python rb ruby go golang rust rs java bash sh shell zsh console
            shell-session powershell ps1 pwsh sql yaml yml json toml xml html svg css scss markdown md diff patch dockerfile
            docker hcl terraform tf nginx liquid jinja jinja2 scriban c cpp c++ php kotlin kt swift elixir ex ini makefile make
            text txt plaintext
            """;
        foreach (var name in Asked.Split([' ', '\n'])) Assert.True(Languages.Find(name) is not null, name);
    }

    [Fact]
    public void TheBlockIsCompleteAndEscaped()
    {
        Assert.Equal(
            """<pre class="code" tabindex="0"><code class="language-js" data-lang="js">"""
            + """a <span class="o">&lt;</span> b</code></pre>""",
            Coloured.Html("js", "a < b"));
        Assert.Equal("""<pre class="code" tabindex="0"><code>&lt;b&gt; &amp;amp;</code></pre>""", Coloured.Html("", "<b> &amp;"));
        Assert.Equal(
            """<figure class="code"><figcaption>a &lt;&quot;&gt;</figcaption><pre class="code" tabindex="0">"""
            + """<code class="language-x&lt;" data-lang="x&lt;">y</code></pre></figure>""",
            Coloured.Html("x< title='a <\">'", "y"));
        Assert.DoesNotContain("span", Coloured.Html("js", "return 1", highlight: false));
    }

    [Fact]
    public void NeighboursMergeAndSpaceStaysOutside()
    {
        Assert.Equal("<span class=\"k\">return await</span> x  <span class=\"c\">// c\n  // d</span>\n",
            Coloured.Inner("js", "return await x  // c\n  // d\n"));
        Assert.Equal(" \n ", Coloured.Inner("js", " \n "));
    }

    [Fact]
    public void LinesAreNumberedWithoutBeingText()
    {
        Assert.Equal(
            """
            <span class="line-number" data-line="9"></span><span class="c">/* a</span>
            <span class="line-number" data-line="10"></span>  <span class="c">b */</span>

            """,
            Coloured.Inner("js linenos=9", "/* a\n  b */\n"));
        Assert.Equal("", Coloured.Inner("js linenos", ""));
    }

    [Fact]
    public void MarkedLinesCloseAndReopenSpans() => Assert.Equal(
        """
        x <span class="s">`a</span>
        <mark class="line"><span class="s">b</span>
        </mark><mark class="line">
        </mark><span class="s">c`</span>; y
        """,
        Coloured.Inner("js {2-3,9}", "x `a\nb\n\nc`; y"));

    [Fact]
    public void TheLastLineNeedsNoLineFeedToBeMarked() =>
        Assert.Equal("a\n<mark class=\"line\">b</mark>", Coloured.Inner("text {2}", "a\nb"));

    [Fact]
    public void BrowsersReadTheBlockAsItWasMeant()
    {
        const string Code = "\n/* a\n b */ var x = `<p>${y}\n</p>`;\n";
        var document = new HtmlParser().ParseDocument(Coloured.Html("js {2-3} linenos=5 title=\"x\"", Code));
        Assert.Equal(Code, document.QuerySelector("figure.code > pre.code > code.language-js")!.TextContent);
        Assert.Equal(["/* a\n", " b */ var x = `<p>${y}\n"],
            document.QuerySelectorAll("mark.line").Select(mark => mark.TextContent));
        Assert.Equal(
            ["5", "6", "7", "8"],
            document.QuerySelectorAll(".line-number").Select(number => number.GetAttribute("data-line")));
        Assert.Equal("x", document.QuerySelector("figcaption")!.TextContent);
    }
}
