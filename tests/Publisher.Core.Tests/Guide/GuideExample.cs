using System.Text;
using Publisher.Configuration;
using Publisher.Diagnostics;
using Publisher.Engine;
using Publisher.Rendering.Views;
using Publisher.Scriban;
using Publisher.Scriban.Formatting;
using Publisher.Scriban.Liquid;
using Publisher.Sources;
using Publisher.Text;

namespace Publisher.Core.Tests.Guide;

/// <summary>One example: what it is made of, and what comes out of it as <paramref name="Result"/> says.</summary>
internal sealed record GuideExample(string Heading, string Result, IReadOnlyList<GuideBlock> Inputs, string Expected, int Line)
{
    /// <summary>How many lines the expected text has in the page.</summary>
    public int Length { get; init; }

    /// <summary>The line of the page anew, for an example in a line.</summary>
    public Func<string, string>? Replace { get; init; }

    /// <exception cref="InvalidOperationException">It fails where it should not, or does not where it should.</exception>
    public string Run() =>
        Result.StartsWith("_site/") || Result is "Problems" or "In a line" ? RunSite() : RunTemplate();

    private string RunTemplate()
    {
        var globals = LiquidWithoutSite.AddTo(Globals.Standard());
        var block = Inputs.LastOrDefault(input => input.Language is "scriban" or "liquid" && !input.Title.StartsWith("includes/"))
            ?? throw new InvalidOperationException("no template");
        var name = block.Title.Length > 0 ? block.Title : "template.txt";
        var options = OptionsOf(globals, name, block.Language);
        if (Result == "Converted") options = options with { Escape = Escape.Html };
        var template = Template.Parse(new SitePath(name), block.Text, options);
        if (Result == "Converted") return Formatter.Format(template.Tree, template.Options).TrimEnd('\n');
        var run = new TemplateRun(globals) { Clock = new FixedClock(), Loader = new Includes(Inputs, globals) };
        var problems = new List<Diagnostic>();
        foreach (var data in Inputs.Where(input => input.Title == "Data"))
        {
            if (YamlReader.Read(new SitePath("data.yml"), data.Text, 1, problems) is not MappingNode mapping) continue;
            foreach (var (key, value) in mapping.Entries) run.Set(key.Text, DataValues.ToValue(value));
        }
        var output = new Utf8Buffer();
        template.Render(run, output);
        problems.AddRange(run.Diagnostics);
        var told = string.Join("\n", problems.Select(problem => $"{problem.At.Line}:{problem.At.Column}: {Told(problem)}"));
        if (Result == "Error" != problems.Count > 0) throw new InvalidOperationException($"line {Line}: {told} {output}");
        return Result == "Error" ? told : output.ToString().TrimEnd('\n');
    }

    private static TemplateOptions OptionsOf(Globals globals, string name, string language) => new(globals)
    {
        Language = language == "liquid" ? TemplateLanguage.Liquid : TemplateLanguage.Scriban,
        Escape = name.EndsWith(".sbn-html") || name == "Converted" ? Escape.Html : Escape.None,
        StrictNames = language != "liquid",
    };

    private string RunSite()
    {
        var source = new MemoryReader();
        source.Write("publisher.yml", "title: Example\nbase_url: https://example.org/\ntheme: none\nfeeds: false\n");
        source.Write("templates/page.sbn-html", "{{ page.content }}");
        source.Write("templates/section.sbn-html", "{{ page.content }}");
        source.Write("templates/404.sbn-html", "");
        foreach (var file in Inputs.Where(input => input.IsFile)) source.Write(file.Title, file.Text + "\n");
        if (Result == "In a line")
        {
            var line = Inputs[^1];
            var name = line.Language == "liquid" ? "includes/line.liquid" : "page.sbn-html";
            source.Write("templates/" + name, line.Text);
            if (line.Language == "liquid") source.Write("templates/page.sbn-html", "{{ include 'line.liquid' }}");
        }
        var build = new Builder(SourceSet.Empty, new BuildOptions(), new FixedClock(), remembers: false)
            .Advance(source.Read(), default);
        if (Result == "Problems")
            return string.Join("\n", build.Diagnostics.Concat(build.Paths.SelectMany(path => build.Render(path)!.Diagnostics))
                .Select(problem => $"{problem.At}: {Told(problem)}").Distinct());
        var path = Result == "In a line" ? "about/index.html" : Result["_site/".Length..];
        var made = build.Render(new SitePath(path)) ?? throw new InvalidOperationException($"there is no {path}");
        return made.Broken ? throw new InvalidOperationException($"line {Line}: {string.Join("; ", made.Diagnostics.Select(Told))}")
            : Encoding.UTF8.GetString(made.Output.Bytes.Span).TrimEnd('\n');
    }

    private static string Told(Diagnostic problem) => problem.Hint is null ? problem.Message : $"{problem.Message} ({problem.Hint})";

    /// <summary>The example's files in <c>includes</c>.</summary>
    private sealed class Includes(IReadOnlyList<GuideBlock> blocks, Globals globals) : ITemplateLoader
    {
        public Template? Find(string name, TemplateRun run)
        {
            var block = blocks.FirstOrDefault(block => block.Title.StartsWith($"includes/{name}."))
                ?? blocks.FirstOrDefault(block => block.Title == "includes/" + name);
            return block is null ? null
                : Template.Parse(new SitePath(block.Title), block.Text, OptionsOf(globals, block.Title, block.Language));
        }

        public IEnumerable<string> Names(TemplateRun run) => blocks.Where(block => block.Title.StartsWith("includes/"))
            .Select(block => new SitePath(block.Title["includes/".Length..]).Stem);
    }
}
