using Publisher.Scriban;
using Publisher.Scriban.Formatting;
using Publisher.Scriban.Syntax;

namespace Publisher.Core.Tests.Scriban.Liquid;

/// <summary>Mutated Liquid templates: nothing but diagnostics may come of them, soon, and with bounded output.</summary>
public class LiquidFuzzTests
{
    private static readonly string[] Pieces =
    [
        "{{", "}}", "{%", "%}", "{{-", "-}}", "{%-", "-%}", "{", "}", "(", ")", "[", "]", "\"", "'", "|", "||", "&&", ".", "..", ":",
        ",", "=", "==", "!=", "<>", "<", ">=", "-", "#", "\n", " and ", " or ", " contains ", " empty ", " blank ", " nil ",
        "{% if x %}", "{% elsif %}", "{% else %}", "{% endif %}", "{% unless x %}", "{% for x in (1..9) %}", "{% endfor %}",
        "{% break %}", "{% case x %}", "{% when 1, 2 %}", "{% endcase %}", "{% raw %}", "{% endraw %}", "{% comment %}",
        "{% endcomment %}", "{% capture x %}", "{% endcapture %}", "{% liquid\n", "\nfor i in x\n", "{% cycle 1, 2 %}", "{% end %}",
        "{% tablerow x in y cols:2 %}", "{% endtablerow %}", "{% include 'a' %}", "{% include a.html b=c %}", "{% render 'a' %}",
        "{% highlight x %}", " limit:2 ", " offset:continue ", " reversed ", "(1..99999999999)", " | append: x ", " | split: '' ",
        "forloop.index", ".parentloop", ".size", "data-x", "[0]", "99999999999999999999", "-1.5", "é", "😀", "\0", "\u00a0",
    ];

    [Fact]
    public void Mutated_templates_give_diagnostics_only()
    {
        var seeds = Directory.EnumerateFiles(CaseFile.Folder(), "liquid-*.txt").SelectMany(CaseFile.Read)
            .Select(one => one.Template).Order(StringComparer.Ordinal).ToArray();
        TemplateFuzz.Run(seeds, Pieces, (globals, source, random) => Check(globals, source, html: random.Next(4) == 0));
    }

    [Theory]
    [InlineData("{% case x %}{% when a, b, c %}", "", "{% endcase %}", 90)]
    [InlineData("{% case x %}{% when 1 %}", "", "{% endcase %}", 90)]
    [InlineData("{% if a %}", "", "{% endif %}", 20_000)]
    [InlineData("{% for x in y %}", "{% assign x = 1 %}", "{% endfor %}", 90)]
    [InlineData("{{ a[", "b", "] }}", 20_000)]
    [InlineData("{{ a }}", "", "", 20_000)]
    [InlineData("{% comment %}", "", "", 20_000)]
    [InlineData("{% raw %}", "", "{% endraw %}", 20_000)]
    [InlineData("{{ a", "", "", 20_000)]
    [InlineData("{% include a.html", "", "", 20_000)]
    [InlineData("{% liquid\n if x\n", "", "endif\n", 5_000)]
    public void Repetition_is_read_in_time(string open, string middle, string close, int count)
    {
        var source = string.Concat(Enumerable.Repeat(open, count)) + middle + string.Concat(Enumerable.Repeat(close, count));
        var start = ThreadTime.Milliseconds;
        Check(Globals.Standard(), source, html: false);
        Assert.InRange(ThreadTime.Milliseconds - start, 0, 8000);
    }

    [Theory]
    [InlineData("{{ a", " | append: b", " }}")]
    [InlineData("{{ a", ".b", " }}")]
    [InlineData("{{ a | append: b", ".b", " }}")]
    [InlineData("{{ a", ".size", " }}")]
    [InlineData("{% if a", " and b", " %}{% endif %}")]
    [InlineData("{% if a", " and b or c", " %}{% endif %}")]
    [InlineData("{% case a", "[1]", " %}{% when 1 %}{% when 2 %}{% endcase %}")]
    [InlineData("{% case a %}", "{% when b, c, d %}e", "{% endcase %}")]
    [InlineData("{% case a %}{% when b", ", c", " %}e{% endcase %}")]
    [InlineData("{% include a.html", " b{0}=c", " %}")]
    [InlineData("{% cycle 1", ", b", " %}")]
    public void Long_tags_are_read_in_time(string open, string part, string close)
    {
        var source = open + string.Concat(Enumerable.Range(0, 20_000).Select(i => part.Replace("{0}", i.ToString()))) + close;
        var start = ThreadTime.Milliseconds;
        Check(Globals.Standard(), source, html: false);
        Assert.InRange(ThreadTime.Milliseconds - start, 0, 8000);
    }

    /// <summary>A template that can be read can also be printed, as Scriban that is the same tree and prints the same.</summary>
    private static void Check(Globals globals, string source, bool html)
    {
        var options = new TemplateOptions(globals) { Escape = html ? Escape.Html : Escape.None };
        var template = TemplateFuzz.Parse(source, options with { Language = TemplateLanguage.Liquid });
        var output = TemplateFuzz.Print(globals, template);
        if (!template.IsValid) return;
        var scriban = Formatter.Format(template.Tree, options);
        var again = TemplateFuzz.Parse(scriban, options);
        Assert.True(again.IsValid && again.Tree.SameAs(template.Tree), $"as Scriban it is another tree: {scriban}");
        Assert.Equal(scriban, Formatter.Format(again.Tree, options));
        Assert.Equal(output, TemplateFuzz.Print(globals, again));
    }
}
