using Publisher.Core.Tests.Scriban.Liquid;
using Publisher.Scriban;
using Publisher.Scriban.Formatting;
using Publisher.Scriban.Syntax;
using Publisher.Text;

namespace Publisher.Core.Tests.Scriban.Formatting;

/// <summary>A Liquid template's tree, printed as Scriban, is read as the same tree and renders the same.</summary>
public class LiquidConversionTests
{
    private const string Data = """
        {"n": 3, "zero": 0, "f": 1.5, "whole": 2.0, "s": "te<x>t & 'so'", "no": false, "yes": true, "none": null, "list": [1, 2, 3],
         "words": ["<b>", "a"], "empties": [], "mixed": [1, "1", null], "hash": {"a": 1}, "page": {"title": "T", "guest-name": "Ann"},
         "products": [{"title": "Orange", "price": 3}], "key": "title", "data-x": "hyphen"}
        """;

    [Fact]
    public void Cases_convert()
    {
        var cases = Directory.EnumerateFiles(CaseFile.Folder(), "liquid-*.txt").SelectMany(CaseFile.Read).ToList();
        Assert.NotEmpty(cases);
        foreach (var one in cases) Check(one.Template, render: one.Includes.Count == 0);
    }

    [Fact]
    public void Generated_templates_convert()
    {
        for (var seed = 0; seed < 1000; seed++) Check(new TemplateMaker(seed).Make(), render: true);
    }

    [Theory]
    [InlineData("{{ page.title }}", "{{ page?.title | liquid_tag.text | html.raw }}")]
    [InlineData("{{ page.title | escape }}", "{{ page?.title | liquid.escape }}")]
    [InlineData("{{ page.title | escape | upcase }}", "{{ page?.title | liquid.escape | liquid.upcase | html.raw }}")]
    [InlineData("{{ page.date | date_to_string }}", "{{ page?.date | liquid.date_to_string }}")]
    [InlineData("{{ page.tags | size }}", "{{ page?.tags | liquid.size }}")]
    [InlineData("{{ \"<b>\" }}{{ \"b\" }}", "{{ \"<b>\" | html.raw; \"b\" }}")]
    [InlineData("{{ content }}", "{{ content | liquid_tag.text }}")]
    [InlineData("{% assign content = x %}{{ content }}", "{{ content = x; content | liquid_tag.text | html.raw }}")]
    [InlineData("{% cycle \"odd\", \"even\" %}", "{{ liquid_tag.cycle([\"odd\", \"even\"]) }}")]
    [InlineData("{% cycle \"<i>\", \"<b>\" %}", "{{ liquid_tag.cycle([\"<i>\", \"<b>\"]) | html.raw }}")]
    public void What_escapes_nothing_in_Liquid_escapes_nothing_in_a_file_that_does(string liquid, string scriban) =>
        Assert.Equal(scriban, Converted(liquid, Escape.Html));

    private static string Converted(string source, Escape escape)
    {
        var options = new TemplateOptions(Globals.Standard()) { Escape = escape };
        var template = Template.Parse(new SitePath("a"), source, options with { Language = TemplateLanguage.Liquid });
        return Formatter.Format(template.Tree, options);
    }

    private static void Check(string source, bool render)
    {
        var options = new TemplateOptions(Globals.Standard());
        var template = Template.Parse(new SitePath("a"), source, options with { Language = TemplateLanguage.Liquid });
        if (!template.IsValid) return;
        var formatted = Formatter.Format(template.Tree, options);
        var again = Template.Parse(new SitePath("b"), formatted, options);
        Assert.True(again.IsValid, $"{again.Diagnostics.FirstOrDefault()?.At} {again.Diagnostics.FirstOrDefault()?.Message}\n{formatted}");
        Assert.True(template.Tree.SameAs(again.Tree), $"another tree: {source}\n{formatted}");
        Assert.Equal(formatted, Formatter.Format(again.Tree, options));
        if (!render) return;
        var before = Rendered.From(source, liquid: true, sample: false, run: run => JsonValues.Set(run, Data));
        var after = Rendered.From(formatted, indent: false, sample: false, run: run => JsonValues.Set(run, Data));
        Assert.True(before.Output == after.Output, $"{before.Output}\n---\n{after.Output}\n---\n{source}\n---\n{formatted}");
        var html = Converted(source, Escape.Html);
        var escaped = Rendered.From(html, html: true, indent: false, sample: false, run: run => JsonValues.Set(run, Data));
        Assert.True(before.Output == escaped.Output, $"{before.Output}\n---\n{escaped.Output}\n---\n{source}\n---\n{html}");
    }
}
