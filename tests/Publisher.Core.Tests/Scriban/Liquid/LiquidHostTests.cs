using Publisher.Scriban;
using Publisher.Scriban.Liquid;
using Publisher.Scriban.Values;
using Publisher.Text;

namespace Publisher.Core.Tests.Scriban.Liquid;

/// <summary>What a host gives to Liquid templates: tags and filters of its own, variables, and the names it includes by.</summary>
public class LiquidHostTests
{
    [Fact]
    public void A_tag_of_the_host_gets_its_text_with_outputs_rendered()
    {
        var rendered = Rendered.From("{% link posts/{{ user.name | downcase }}.md %}{% shout %}", liquid: true, globals: AddTags);
        Assert.Empty(rendered.Diagnostics);
        Assert.Equal("<posts/john.md><>", rendered.Output);
    }

    [Fact]
    public void A_tag_of_the_host_is_suggested()
    {
        var problem = Assert.Single(Rendered.From("{% shot %}", liquid: true, globals: AddTags).Diagnostics);
        Assert.Equal(("PB0413", "did you mean 'shout'?"), (problem.Code, problem.Hint));
    }

    [Theory]
    [InlineData("{{ 'a' | relative_url }}", 10)]
    [InlineData("{% post_url 2024-01-01-a %}", 4)]
    public void What_needs_a_site_is_read_without_one_and_fails_when_it_runs(string source, int column)
    {
        var rendered = Rendered.From(source, liquid: true, globals: globals => LiquidWithoutSite.AddTo(globals));
        var problem = Assert.Single(rendered.Diagnostics);
        Assert.Contains("needs a site", problem.Message);
        Assert.Equal((1, column), (problem.At.Line, problem.At.Column));
        var options = new TemplateOptions(LiquidWithoutSite.AddTo(Globals.Standard())) { Language = TemplateLanguage.Liquid };
        Assert.True(Template.Parse(new SitePath("text"), source, options).IsValid);
    }

    [Fact]
    public void Highlight_is_the_hosts_where_it_has_one()
    {
        var rendered = Rendered.From("{% highlight ruby linenos %}\nx = 1\n{% endhighlight %}", liquid: true, globals: globals =>
            globals.Add(new HostFunction("tag_highlight", "code, language, options?", static (run, a) =>
                Value.FromString($"{ValueText.Of(a[1], run)}|{ValueText.Of(a[2], run)}|{ValueText.Of(a[0], run).Trim()}"))));
        Assert.Equal("ruby|linenos|x = 1", rendered.Output);
    }

    [Fact]
    public void A_relative_include_is_a_path_from_the_root_beside_the_file_that_is_rendered()
    {
        var rendered = Rendered.From("{% include_relative part.md a=1 %}", liquid: true, file: "posts/2024/a.md",
            includes: new() { ["/posts/2024/part.md"] = "[{{ include.a }}]" });
        Assert.Equal("[1]", rendered.Output);
    }

    [Fact]
    public void Render_sees_what_the_host_declares_and_nothing_that_was_assigned()
    {
        var rendered = Rendered.From("{% assign own = 1 %}{% render 'a' %}", liquid: true,
            includes: new() { ["a"] = "[{{ site.name }}{{ own }}{{ other }}]" },
            globals: globals => globals.Declare("site"),
            run: run =>
            {
                run.Set("site", SampleData.Object(("name", Value.FromString("S"))));
                run.Set("other", Value.FromString("o"));
            });
        Assert.Equal("[S]", rendered.Output);
    }

    [Fact]
    public void Variables_of_the_host_may_have_names_of_Scriban()
    {
        var rendered = Rendered.From("{{ date }} {{ for }} {{ data-x }}", liquid: true, run: run =>
        {
            foreach (var name in (string[])["date", "for", "data-x"]) run.Set(name, Value.FromString("host's " + name));
        });
        Assert.Equal("host's date host's for host's data-x", rendered.Output);
    }

    [Fact]
    public void Includes_by_constant_names_are_known()
    {
        var options = new TemplateOptions(Globals.Standard()) { Language = TemplateLanguage.Liquid };
        var template = Template.Parse(new SitePath("text"),
            "{% include a.html %}{% include b.html x=1 %}{% include 'c' %}{% render 'd', x: 1 %}{% render 'e' for y %}{% include {{ f }} %}",
            options);
        Assert.Equal("a.html b.html c d e", string.Join(" ", template.Dependencies));
    }

    [Fact]
    public void Unknown_names_are_null_even_where_Scriban_is_strict()
    {
        var rendered = Rendered.From("[{{ nobody }}{{ nobody.knows }}]", liquid: true, strict: true);
        Assert.Equal(("[]", 0), (rendered.Output, rendered.Diagnostics.Count));
    }

    [Fact]
    public void The_positions_of_what_fails_in_an_include_have_a_trail()
    {
        var rendered = Rendered.From("a\n{% include x.html %}", liquid: true, includes: new() { ["x.html"] = "\n\n  {{ 1 | divided_by: 0 }}" });
        var problem = Assert.Single(rendered.Diagnostics);
        Assert.Equal(("x.html", 3, 10), (problem.At.File.Value, problem.At.Line, problem.At.Column));
        Assert.Equal((2, 12), (Assert.Single(problem.Trail).Line, problem.Trail[0].Column));
    }

    private static void AddTags(Globals globals)
    {
        foreach (var name in (string[])["tag_link", "tag_shout"])
            globals.Add(new HostFunction(name, "markup", static (run, a) => Value.FromString($"<{ValueText.Of(a[0], run)}>")));
    }
}
