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
        {"n": 3, "zero": 0, "f": 1.5, "whole": 2.0, "s": "text", "no": false, "yes": true, "none": null, "list": [1, 2, 3],
         "words": ["b", "a"], "empties": [], "mixed": [1, "1", null], "hash": {"a": 1}, "page": {"title": "T", "guest-name": "Ann"},
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
    }
}
