using BenchmarkDotNet.Attributes;
using Markdig;
using Markdig.Syntax;
using Publisher.Scriban;
using Publisher.Scriban.Values;
using Publisher.Text;

namespace Publisher.Benchmarks;

/// <summary>
/// The template engine alone: reading a template, and rendering a blog's page of 13 KB through a layout and four includes, beside
/// Markdig's reading of a post of 5.2 KB as the unit of the machine.
/// </summary>
[MemoryDiagnoser]
public class TemplateBenchmarks
{
    private static readonly Dictionary<string, string> Sources = new()
    {
        ["base"] = """
            <!doctype html>
            <html lang="{{ site.language }}">
            <head>{{ include 'head' }}</head>
            <body>
              {{ include 'menu' }}
              <main>{{ include 'post' }}</main>
              <footer>&copy; {{ page.date.year }} {{ site.title }} · {{ site.author ?? "nobody" }}</footer>
            </body>
            </html>
            """,
        ["head"] = """
            <meta charset="utf-8"><title>{{ page.title }} - {{ site.title }}</title>
            <meta name="description" content="{{ page.description | string.truncate 150 }}">
            {{ if page.image }}<meta property="og:image" content="{{ page.image }}">{{ end }}
            <link rel="canonical" href="{{ site.url + page.url }}">
            """,
        ["menu"] = """
            <nav>{{ for item in site.menu }}<a href="{{ item.url }}"{{ if item.url == page.url }} aria-current="page"{{ end }}>{{ item.title }}</a>{{ end }}</nav>
            """,
        ["post"] = """
            <h1>{{ page.title }}</h1>
            <p><time datetime="{{ page.date | date.to_string '%F' }}">{{ page.date | date.to_string '%d %B %Y' }}</time>
            {{ for tag in page.tags }}{{ if !for.first }}, {{ end }}<a href="/tags/{{ tag }}/">{{ tag }}</a>{{ end }}</p>
            {{ page.content }}
            {{ include 'list' }}
            """,
        ["list"] = """
            <ul>{{~ for post in site.posts }}
              <li class="{{ for.even ? 'even' : 'odd' }}"><a href="{{ post.url }}">{{ post.title }}</a> {{ post.date | date.to_string '%F' }}</li>{{ end }}
            </ul>
            """,
    };

    private readonly Globals globals = Globals.Standard();
    private readonly Utf8Buffer output = new(64 * 1024);
    private readonly string large = string.Concat(Enumerable.Repeat(string.Concat(Sources.Values), 100));
    private TemplateOptions options = null!;
    private Template page = null!;
    private TemplateRun run = null!;
    private Value siteValue, pageValue;
    private readonly MarkdownPipeline plain = new MarkdownPipelineBuilder().Build();
    private readonly MarkdownPipeline advanced = new MarkdownPipelineBuilder().UseAdvancedExtensions().Build();
    private string text = "";

    [GlobalSetup]
    public void SetUp()
    {
        options = new TemplateOptions(globals) { Escape = Escape.Html };
        var templates = Sources.ToDictionary(source => source.Key,
            source => Template.Parse(new SitePath(source.Key), source.Value, options));
        page = templates["base"];
        run = new TemplateRun(globals) { Loader = new Loader(templates) };
        var posts = new ScriptArray();
        for (var i = 0; i < 20; i++)
            posts.Add(Object(("title", Value.FromString($"Post number {i}")), ("url", Value.FromString($"/posts/{i}/")),
                ("date", Value.FromDate(new DateTimeOffset(2024, 1, 1 + i, 0, 0, 0, TimeSpan.Zero)))));
        siteValue = Object(("title", Value.FromString("A site")), ("language", Value.FromString("en")),
            ("url", Value.FromString("https://example.org")), ("posts", Value.FromList(posts)),
            ("menu", Value.FromList(new ScriptArray([posts[0], posts[1], posts[2]]))));
        pageValue = Object(("title", Value.FromString("On stones & rivers")), ("url", Value.FromString("/posts/1/")),
            ("description", Value.FromString(new string('d', 140))), ("date", posts[3].AsObject is ScriptObject post ? post["date"] : default),
            ("tags", Value.FromList(new ScriptArray([Value.FromString("a"), Value.FromString("b")]))),
            ("content", Value.FromHtml(System.Text.Encoding.UTF8.GetBytes(new string('x', 10_800)))));
        var sample = new SampleSite(0);
        text = string.Concat(Enumerable.Range(1, 2).Select(i => sample.Post(i).Split("---\n\n", 2)[1]))[..5200];
        Console.WriteLine($"parsed at once: {large.Length:N0} characters, page: {Render_page():N0} bytes, post: {text.Length:N0} characters");
        if (Render_page() < 12_000) throw new InvalidOperationException(output.ToString());
    }

    [Benchmark(Baseline = true)]
    public MarkdownDocument Markdig_parse() => Markdig.Markdown.Parse(text, plain);

    [Benchmark]
    public MarkdownDocument Markdig_parse_with_extensions() => Markdig.Markdown.Parse(text, advanced);

    /// <summary>The five templates a hundred times; the length is printed once.</summary>
    [Benchmark]
    public Template Parse_all_hundredfold() => Template.Parse(new SitePath("large"), large, options);

    [Benchmark]
    public int Render_page()
    {
        run.Reset();
        output.Clear();
        run.Set("site", siteValue);
        run.Set("page", pageValue);
        if (!page.Render(run, output)) throw new InvalidOperationException(run.Diagnostics[0].ToString());
        return output.Length;
    }

    private static Value Object(params (string Name, Value Value)[] members)
    {
        var made = new ScriptObject();
        foreach (var (name, value) in members) made[name] = value;
        return Value.FromObject(made);
    }

    private sealed class Loader(Dictionary<string, Template> templates) : ITemplateLoader
    {
        public Template? Find(string name, TemplateRun run) => templates.GetValueOrDefault(name);
    }
}
