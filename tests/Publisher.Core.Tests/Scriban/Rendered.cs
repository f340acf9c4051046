using Publisher.Diagnostics;
using Publisher.Scriban;
using Publisher.Text;

namespace Publisher.Core.Tests.Scriban;

/// <summary>Renders small templates for tests, with the sample data that the public cases use.</summary>
internal sealed record Rendered(string Output, IReadOnlyList<Diagnostic> Diagnostics)
{
    public static Rendered From(string source, bool html = false, bool strict = false, bool scientific = false,
        bool indent = true,
        Dictionary<string, string>? includes = null, Action<Globals>? globals = null, Action<TemplateRun>? run = null,
        bool liquid = false, string file = "text", bool sample = true)
    {
        var names = Globals.Standard();
        globals?.Invoke(names);
        SampleData.AddFunctions(names);
        var options = new TemplateOptions(names) { Escape = html ? Escape.Html
            : Escape.None, StrictNames = strict, Scientific = scientific, AutoIndent = indent,
            Language = liquid ? TemplateLanguage.Liquid : TemplateLanguage.Scriban };
        var template = Template.Parse(new SitePath(file), source, options);
        var state = new TemplateRun(names)
        {
            Clock = new FixedClock(),
            Loader = new Includes(includes ?? [], options),
        };
        if (sample) SampleData.SetVariables(state);
        run?.Invoke(state);
        var output = new Utf8Buffer();
        template.Render(state, output);
        return new Rendered(output.ToString(), state.Diagnostics);
    }

    public string Positions =>
        string.Join(" ", Diagnostics.Select(diagnostic => $"[{diagnostic.At.Line},{diagnostic.At.Column}]"));

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2024, 2, 29, 12, 30, 45, TimeSpan.Zero);
    }

    private sealed class Includes(Dictionary<string, string> sources, TemplateOptions options) : ITemplateLoader
    {
        private readonly Dictionary<string, Template> parsed = [];

        public Template? Find(string name, TemplateRun run)
        {
            if (!sources.TryGetValue(name, out var source)) return null;
            return parsed.TryGetValue(name, out var template) ? template
                : parsed[name] = Template.Parse(new SitePath(name), source, options);
        }

        public IEnumerable<string> Names(TemplateRun run) => sources.Keys;
    }
}
