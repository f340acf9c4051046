using System.Text;
using Publisher.Diagnostics;
using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Running;

/// <summary>Finds and renders included templates.</summary>
internal static class Include
{
    public static void Render(TemplateRun run, string name, int start, int positional, string[] names, Span at) =>
        Find(run, name, at).Run(run, start, positional, names, at, isInclude: true);

    /// <summary>What the template prints, as a value: markup when it escapes its text, else text.</summary>
    public static Value Capture(TemplateRun run, string name, int start, int positional, string[] names, Span at)
    {
        var template = Find(run, name, at);
        var from = run.Output.Length;
        template.Run(run, start, positional, names, at, isInclude: true);
        return TakeOutput(run, from, template.Options.Escape);
    }

    /// <summary>Takes back what was printed since <paramref name="from"/>.</summary>
    public static Value TakeOutput(TemplateRun run, int from, Escape escape)
    {
        var printed = run.Output.Written[from..];
        run.Charge(printed.Length * 2L);
        var value = escape == Escape.Html ? Value.FromHtml(printed.ToArray())
            : Value.FromString(Encoding.UTF8.GetString(printed));
        run.Output.Truncate(from);
        return value;
    }

    private static Template Find(TemplateRun run, string name, Span at)
    {
        run.Step(at);
        if (run.Loader is not { } loader) throw run.Fault(at, "no templates can be included here");
        var template = loader.Find(name, run)
            ?? throw run.Fault(Messages.IncludeNotFound(run.LocationOf(at), name, loader.Names(run)));
        if (template.IsValid) return template;
        var trail = run.Trail().Insert(0, run.LocationOf(at));
        foreach (var diagnostic in template.Diagnostics[..^1]) run.Report(diagnostic with { Trail = trail });
        throw new TemplateFault(template.Diagnostics[^1] with { Trail = trail });
    }
}
