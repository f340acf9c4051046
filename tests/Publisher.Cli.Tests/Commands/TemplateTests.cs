using Publisher.Testing;

namespace Publisher.Cli.Tests.Commands;

public class TemplateTests
{
    [Fact]
    public void Renders_a_template_with_data_and_includes_beside_it()
    {
        using var folder = new TestFolder();
        folder.Write("t/card.sbn", "{{ name }}: {{ for x in list; x; end }} {{ include 'foot' }}");
        folder.Write("t/card.sbn-html", "{{ name }} {{ page.title ?? 'none' }}");
        folder.Write("t/includes/foot.sbn", "({{ name | string.upcase }})");
        folder.Write("card.yml", "name: a<b\nlist: [1, 2]\npage: {}\n");
        folder.Write("card.json", "{\"name\": \"x\", \"list\": [3]}");
        Assert.Equal("a<b: 12 (A<B)", Cli.Run(folder.Path, "template", "render", "t/card.sbn", "--data", "card.yml").With(0).Output);
        Assert.Equal("x: 3 (X)", Cli.Run(folder.Path, "template", "render", "t/card.sbn", "--data", "card.json").With(0).Output);
        Assert.Equal("a&lt;b none",
            Cli.Run(folder.Path, "template", "render", "t/card.sbn-html", "--data", "card.yml").With(0).Output);
    }

    [Fact]
    public void Tells_faults_with_the_file_as_it_was_typed()
    {
        using var folder = new TestFolder();
        folder.Write("t/bad.sbn", "printed\n  {{ include 'inner.sbn' }}");
        folder.Write("t/inner.sbn", "\n{{ x.y }}");
        folder.Write("t/syntax.sbn", "{{ 1 + }}\n{{ x = (y = 1) }}");
        folder.Write("bad.yml", "a: [1\n");
        var run = Cli.Run(folder.Path, "template", "render", "t/bad.sbn").With(1);
        Assert.StartsWith("t/inner.sbn:2:6: error PB0408: ", run.Error);
        Assert.Contains("in t/bad.sbn:2:6", run.Error);
        Assert.Equal("", run.Output);
        var syntax = Cli.Run(folder["t"], "template", "render", "../t/syntax.sbn").With(1);
        Assert.Equal(["../t/syntax.sbn:1:8", "../t/syntax.sbn:2:9"],
            syntax.Error.TrimEnd().Split('\n').Select(line => line.Split(": error")[0]));
        Assert.StartsWith("bad.yml:", Cli.Run(folder.Path, "template", "render", "t/inner.sbn", "--data", "bad.yml").With(1).Error);
        Assert.Contains("no file 'none.sbn'", Cli.Run(folder.Path, "template", "render", "none.sbn").With(2).Error);
    }

    [Fact]
    public void Renders_and_converts_liquid()
    {
        using var folder = new TestFolder();
        const string liquid = "{% assign a = \"x\" %}{% if a == \"x\" %}<{{ a }}>{% endif %}{% for i in (1..3) %}{{ i }}{% endfor %}";
        folder.Write("a.liquid", liquid);
        folder.Write("a.html", liquid);
        Assert.Equal("<x>123", Cli.Run(folder.Path, "template", "render", "a.liquid").With(0).Output);
        Assert.Equal("<x>123", Cli.Run(folder.Path, "template", "render", "a.html", "--liquid").With(0).Output);
        folder.Write("a.sbn", Cli.Run(folder.Path, "template", "convert", "a.liquid", "--text").With(0).Output);
        Assert.Equal("<x>123", Cli.Run(folder.Path, "template", "render", "a.sbn").With(0).Output);
        folder.Write("b.html", "{% assign a = \"<x>\" %}{{ a }}{{ a | escape }}");
        folder.Write("b.sbn-html", Cli.Run(folder.Path, "template", "convert", "b.html").With(0).Output);
        Assert.Equal("<x>&lt;x&gt;", Cli.Run(folder.Path, "template", "render", "b.sbn-html").With(0).Output);
    }

    [Fact]
    public void Converts_a_layout_of_Jekyll_with_its_own_and_with_tags_of_the_site()
    {
        using var folder = new TestFolder();
        folder.Write("_layouts/post.html", "---\nlayout: default\ncolour: red\n---\n<i>{% seo title=false %}</i>\n");
        var run = Cli.Run(folder.Path, "template", "convert", "_layouts/post.html").With(1);
        Assert.Contains("_layouts/post.html:5:7: error PB0413: there is no tag 'seo'", run.Error);
        Assert.Contains("_layouts/post.html:3:1: warning PB0416: 'colour' is left out", run.Error);
        folder.Write("templates/includes/tags/seo.html", "{{ include.markup }}!");
        folder.Write("templates/post.sbn-html", Cli.Run(folder.Path, "template", "convert", "_layouts/post.html").With(0).Output);
        folder.Write("templates/default.sbn-html", "<p>{{ content }}</p>");
        folder.Write("content/posts/a.md", "---\ndate: 2026-01-01\n---\nA\n");
        Cli.Run(folder.Path, "build").With(0);
        Assert.Equal("<p><i>title=false!</i>\n</p>", File.ReadAllText(folder["_site/posts/a/index.html"]));
    }
}
