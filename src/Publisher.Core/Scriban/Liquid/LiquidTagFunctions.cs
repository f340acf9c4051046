using Publisher.Scriban.Functions;
using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Liquid;

/// <summary>The functions that Liquid's tags become, other than those that include templates.</summary>
internal static class LiquidTagFunctions
{
    public static void AddTo(FunctionGroup group) => group
        .Add("variable", "name", static (run, a) => Variable(ValueText.Of(a[0], run), run))
        .Add("counter", "name", static (run, a) => Counter(ValueText.Of(a[0], run), run))
        .Add("increment", "name", static (run, a) => Value.FromInteger(Count(ValueText.Of(a[0], run), 1, run) - 1))
        .Add("decrement", "name", static (run, a) => Value.FromInteger(Count(ValueText.Of(a[0], run), -1, run)))
        .Add("cycle", "values, group?", static (run, a) => Cycle(a.List(0, run), a[1], run))
        .Add("columns", "count", static (run, a) => Columns(a[0], run))
        .Add("tablerow", "items, rows", static (run, a) => TableRow(a[0], a[1], run))
        .Add("forloop", "", static (run, _) => LoopAround(LoopKind.For, run))
        .Add("tablerowloop", "", static (run, _) => LoopAround(LoopKind.TableRow, run))
        .Add("ifchanged", "text", static (run, a) => IfChanged(a[0], run))
        .Add("highlight", "code, language, options?", static (run, a) =>
            Highlight(ValueText.Of(a[0], run), ValueText.Of(a[1], run)));

    /// <summary>The variable of that name, whatever it is called in the tree; never a function of the language.</summary>
    private static Value Variable(string name, TemplateRun run) =>
        run.TryReadVariable(name + "_", out var value) || run.TryReadVariable(name, out value) ? value : Value.Null;

    private static Value Counter(string name, TemplateRun run) =>
        LiquidState.Of(run).Counters.TryGetValue(name, out var count) ? Value.FromInteger(count) : Value.Null;

    private static long Count(string name, int by, TemplateRun run)
    {
        var counters = LiquidState.Of(run).Counters;
        run.Charge(name.Length + 32);
        return counters[name] = counters.GetValueOrDefault(name) + by;
    }

    private static Value Cycle(ValueList values, in Value group, TemplateRun run)
    {
        if (values.Count == 0) return Value.Null;
        var key = LiquidText.Inspect(group.IsUndefined ? Value.FromList(values) : group, run);
        // A place names a cycle only in its own file.
        if (group.IsString && group.AsString is ['#', ..]) key += run.CurrentFrame.Template.File.Value;
        run.Charge(key.Length * 2L);
        var cycles = LiquidState.Of(run).Cycles;
        var turn = cycles.GetValueOrDefault(key);
        cycles[key] = turn + 1 >= values.Count ? 0 : turn + 1;
        return turn < values.Count ? LiquidPrint.Printed(values.At(turn, run), run) : Value.Null;
    }

    private static Value Columns(in Value count, TemplateRun run)
    {
        var number = LiquidLists.LeadingInteger(count, run);
        return Value.FromInteger(number > 0 ? Math.Min(number, int.MaxValue) : int.MaxValue);
    }

    private static Value TableRow(in Value items, in Value rows, TemplateRun run)
    {
        const string first = "<tr class=\"row1\">";
        if (items.IsNull) return Value.Null;
        var text = ValueText.Of(rows, run);
        text = first + "\n" + (text.StartsWith(first, StringComparison.Ordinal) ? text[first.Length..] : "</tr>\n");
        run.Charge(text.Length * 2L);
        return rows.Kind == ValueKind.Html ? Value.FromHtml(text) : Value.FromString(text);
    }

    /// <summary>The loop that is running, also where it stands in the template that included this one.</summary>
    private static Value LoopAround(LoopKind kind, TemplateRun run)
    {
        if (kind == LoopKind.For && run.TryReadVariable("forloop", out var given)) return given;
        LiquidLoop? loop = null;
        foreach (var around in run.LoopsAround(kind))
            loop = new LiquidLoop(around.Index, around.Length, loop, around.Column);
        return Value.FromObject(loop);
    }

    private static Value IfChanged(in Value text, TemplateRun run)
    {
        var state = LiquidState.Of(run);
        var now = ValueText.Of(text, run);
        if (state.LastChanged == now) return Value.Null;
        state.LastChanged = now;
        return text;
    }

    private static Value Highlight(string code, string language)
    {
        var name = HtmlText.Escape(language.ToLowerInvariant());
        var lines = HtmlText.Escape(code.Trim('\n', '\r'));
        return Value.FromHtml($"<figure class=\"highlight\"><pre><code class=\"language-{name.Replace('+', '-')}\" "
            + $"data-lang=\"{name}\">{lines.Trim()}</code></pre></figure>");
    }
}
