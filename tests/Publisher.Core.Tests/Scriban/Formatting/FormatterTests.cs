using Publisher.Scriban;
using Publisher.Scriban.Formatting;
using Publisher.Scriban.Syntax;
using Publisher.Text;

namespace Publisher.Core.Tests.Scriban.Formatting;

/// <summary>What is printed back is read as the same tree, printed the same again, and renders the same.</summary>
public class FormatterTests
{
    public static TheoryData<string> CaseFiles() =>
        [.. Directory.EnumerateFiles(CaseFile.Folder(), "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)!)
            .Where(file => !file.StartsWith("liquid-", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(CaseFiles))]
    public void Cases_are_printed_back(string file)
    {
        foreach (var one in CaseFile.Read(Path.Combine(CaseFile.Folder(), file + ".txt")))
        {
            var (scientific, indent) = (one.Options.Contains("scientific"), one.Options.Contains("indent"));
            var formatted = RoundTrip.Check(one.Template, scientific, indent);
            if (formatted is null) continue;
            var (html, strict) = (one.Options.Contains("html"), one.Options.Contains("strict"));
            var before = Rendered.From(one.Template, html, strict, scientific, indent, one.Includes);
            var after = Rendered.From(formatted, html, strict, scientific, indent, one.Includes);
            Assert.True(before.Output == after.Output, $"{one.Name}: {formatted}");
            Assert.Equal(before.Diagnostics.Select(problem => problem.Message),
                after.Diagnostics.Select(problem => problem.Message));
        }
    }

    [Fact]
    public void Public_cases_are_printed_back()
    {
        foreach (var one in ConformanceTests.Load().Where(one => one.Language == "scriban"))
            RoundTrip.Check(one.Input, one.Id.Contains("scientific"), indent: true);
    }

    [Fact]
    public void Theme_templates_are_printed_back()
    {
        var themes = Path.Combine(CaseFile.Folder(), "..", "..", "..", "..", "themes");
        var templates = Directory.EnumerateFiles(themes, "*.sbn-*", SearchOption.AllDirectories).ToList();
        Assert.NotEmpty(templates);
        foreach (var file in templates) Assert.NotNull(RoundTrip.Check(File.ReadAllText(file), scientific: false, indent: false));
    }

    [Theory]
    [InlineData("a{{x}}b", "a{{ x }}b")]
    [InlineData("{{ ((1 + 2)) * (3) }}", "{{ (1 + 2) * 3 }}")]
    [InlineData("{{ (a | f) | g (1) -2 }}", "{{ a | f | g (1 - 2) }}")]
    [InlineData("{{if x}}{{y}}{{else if z}}t{{end}}", "{{ if x; y; else if z }}t{{ end }}")]
    [InlineData("{{ - (1) }} {{ -1 }} {{ f (-1) }}", "{{ -(1) }} {{ -1 }} {{ f (-1) }}")]
    [InlineData("{{ 'a' }}{{ \"it's\" }}{{ 'say \"hi\"' }}{{ `\\d+` }}{{ \"\\n\" }}",
        "{{ \"a\"; \"it's\"; 'say \"hi\"'; `\\d+`; \"\\n\" }}")]
    [InlineData("{{ 1e2 }} {{ 1.0 }} {{ 1e-2 }} {{ 2.50m }} {{ 1.5f }} {{ 0xff }}",
        "{{ 100 }} {{ 1.0 }} {{ 0.01 }} {{ 2.50m }} {{ 1.5f }} {{ 255 }}")]
    [InlineData("{{ {a: 1, 'b c': 2,} }}", "{{ {a: 1, \"b c\": 2} }}")]
    [InlineData("{{ $'a{ 1 + 1 }\\{b' }}", "{{ $\"a{1 + 1}\\{b\" }}")]
    [InlineData("{{ for x in (1 .. 3) limit : 2 }}{{ x }}{{ end }}", "{{ for x in 1..3 limit: 2; x; end }}")]
    [InlineData("{{ f(a, b: 1) }}{{ f a b: 1 }}", "{{ f(a, b: 1); f a b: 1 }}")]
    [InlineData("{{ x = a ? (b ? 1 : 2) : c ? 3 : 4 }}", "{{ x = a ? (b ? 1 : 2) : c ? 3 : 4 }}")]
    [InlineData("{{ a ?? (b ?? c) }}{{ (a ?? b) ?? c }}", "{{ a ?? (b ?? c); a ?? b ?? c }}")]
    [InlineData("{{ a.empty ?.b }}{{ a.empty?.b }}", "{{ (a.empty)?.b; a.empty?.b }}")]
    [InlineData("{{ g = do; ret $0; end; [1] | array.each @g }}", "{{ g = do; ret $0; end; [1] | array.each @g }}")]
    public void Prints_plainly(string source, string expected) =>
        Assert.Equal(expected, RoundTrip.Check(source, scientific: false, indent: false));

    [Theory]
    [InlineData("{%{{{ x }}}%}", "{%{{{ x }}}%}")]
    [InlineData("a {%{{{}%}", "a {%{{{}%}")]
    [InlineData("{%%{{%{ a }%}}%%} b", "{%{{%{}%} a }%} b")]
    [InlineData("{%{a{}%}{{ x }}", "a{%{{}%}{{ x }}")]
    [InlineData("{%{{{-}%}-{%{~}}}%}", null)]
    public void Keeps_braces_in_text(string source, string? expected)
    {
        var formatted = RoundTrip.Check(source, scientific: false, indent: false);
        if (expected is not null) Assert.Equal(expected, formatted);
    }

    [Fact]
    public void Long_code_goes_over_lines()
    {
        var formatted = RoundTrip.Check("<p>\n  {{ for x in y; if x; a = 1; b = 2; c = 3; end; x; end }}\n</p>", false, true);
        Assert.Equal("<p>\n  {{\n    for x in y\n      if x\n        a = 1\n        b = 2\n        c = 3\n      end\n      x\n"
            + "    end\n  }}\n</p>", formatted);
    }

    [Fact]
    public void Names_that_cannot_be_written_are_looked_up_by_text()
    {
        var at = new Span(0, 0);
        Expression Name(string name) => new GlobalName(at, name);
        Statement Print(Expression value) => new ExpressionStatement(at, value);
        var tree = new Block(at,
        [
            Print(Name("my-name")),
            Print(new MemberAccess(at, Name("page"), "sub-title", at, Optional: false)),
            Print(new MemberAccess(at, Name("page"), "sub-title", at, Optional: true)),
            Print(new Binary(at, BinaryOperator.Multiply, at,
                new Binary(at, BinaryOperator.Add, at, Name("a"), Name("b")), Name("if"))),
            Print(Name("end")),
            new For(at, LoopKind.For, Name("an-item"), Name("items"), new Block(at, [Print(Name("an-item"))])),
        ]);
        var formatted = Formatter.Format(tree, new TemplateOptions(Globals.Standard()));
        Assert.Equal("{{\n  this[\"my-name\"]\n  page[\"sub-title\"]\n  (page ?? {})[\"sub-title\"]\n  (a + b) * if\n  (end)\n"
            + "  for an_item in items\n    an_item\n  end\n}}", formatted);
        Assert.True(Template.Parse(new SitePath("a"), formatted, new TemplateOptions(Globals.Standard())).IsValid);
    }
}
