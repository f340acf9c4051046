using System.Text;
using Publisher.Scriban.Running;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Functions;

/// <summary><c>include_join</c>: several templates with text, or further templates, between and around them.</summary>
internal static class IncludeJoin
{
    private const string TemplateMark = "tpl:";

    // What several templates print, with something between, before and behind them: text, or a template that is named by `tpl:`
    // and its name.
    //
    // ```scriban title="includes/soup.sbn-html"
    // Soup
    // ```
    //
    // ```scriban title="includes/bread.sbn-html"
    // Bread
    // ```
    //
    // ```scriban
    // {{ include_join ['soup', 'bread'] ' and ' 'Today: ' '.' }}
    // ```
    //
    // ```text title="Output"
    // Today: Soup and Bread.
    // ```
    public static HostFunction Function { get; } = new("include_join", "names, separator, begin?, end?", Join);

    private static Value Join(TemplateRun run, ReadOnlySpan<Value> arguments)
    {
        var at = run.CallAt;
        var from = run.Output.Length;
        var names = arguments.List(0, run);
        var escape = run.CurrentFrame.Template.Options.Escape;
        for (var i = 0; i < names.Count; i++)
        {
            if (i > 0) Part(run, arguments[1], escape);
            run.CallAt = at;
            Include.Render(run, ValueText.Of(names.At(i, run), run), run.StackTop, 0, [], at);
        }
        var inside = Encoding.UTF8.GetString(run.Output.Written[from..]);
        run.Output.Truncate(from);
        if (inside.Length == 0) return Value.FromString("");
        run.CallAt = at;
        Part(run, arguments[2], escape);
        run.Output.Write(inside);
        run.CallAt = at;
        Part(run, arguments[3], escape);
        return Include.TakeOutput(run, from, escape);
    }

    /// <summary>Prints a separator or delimiter: the author's own text, which may be markup.</summary>
    private static void Part(TemplateRun run, in Value part, Escape escape)
    {
        var text = ValueText.Of(part, run);
        if (!text.StartsWith(TemplateMark, StringComparison.Ordinal)) run.Output.Write(text);
        else Include.Render(run, text[TemplateMark.Length..], run.StackTop, 0, [], run.CallAt);
    }
}
