using Publisher.Scriban.Running;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Functions;

/// <summary><c>object.…</c>: what a value is and has, and values out of text.</summary>
internal static class ObjectFunctions
{
    public static void AddTo(Globals globals) => new FunctionGroup("object")
        .Add("default", "value, default", static (run, a) =>
            a[0].IsNull || (Comparison.IsText(a[0]) && Comparison.IsEmptyValue(a[0], run)) ? a[1] : a[0])
        .Add("eval", "value", Eval)
        .Add("eval_template", "value", EvalTemplate)
        .Add("format", "value, format, culture?", static (run, a) =>
            Formats.Any(run, a[0], a.Text(1, run), a.TextOrNull(2, run)))
        .Add("from_json", "json", static (run, a) => a[0].IsNull ? Value.Null : Json.Read(run, a.Text(0, run)))
        .Add("has_key", "value, key", static (run, a) => Value.FromBoolean(Has(run, a, out _)))
        .Add("has_value", "value, key", static (run, a) => Value.FromBoolean(Has(run, a, out var value) && !value.IsNull))
        .Add("keys", "value", Keys)
        .Add("kind", "value", static (_, a) => Kind(a[0]))
        .Add("size", "value", Size)
        .Add("to_json", "value", static (run, a) => Arguments.Made(run, Json.Write(run, a[0])))
        .Add("typeof", "value", static (_, a) => TypeOf(a[0]))
        .Add("values", "value", Values)
        .AddTo(globals);

    private static Value Eval(TemplateRun run, ReadOnlySpan<Value> a)
    {
        if (a[0].Kind == ValueKind.Function) return run.Call(a[0].AsFunction);
        return a[0].IsString ? Evaluate(run, "{{" + a[0].AsString + "}}", asExpression: true) : a[0];
    }

    private static Value EvalTemplate(TemplateRun run, ReadOnlySpan<Value> a)
    {
        if (a[0].Kind == ValueKind.Function) return run.Call(a[0].AsFunction);
        return a[0].IsString ? Evaluate(run, a[0].AsString, asExpression: false) : a[0];
    }

    /// <summary>Runs text as a template with the caller's names.</summary>
    private static Value Evaluate(TemplateRun run, string source, bool asExpression)
    {
        run.CheckLength(source.Length);
        run.Charge(source.Length * 600L + 4000);
        var at = run.CallAt;
        var caller = run.CurrentFrame.Template;
        var template = Template.ParsePart(caller, source, asExpression);
        if (!template.IsValid) throw run.Fault($"the text cannot be evaluated: {template.Diagnostics[0].Message}");
        var from = run.Output.Length;
        var value = template.Evaluate(run, at);
        if (!asExpression) return Include.TakeOutput(run, from, caller.Options.Escape);
        run.Output.Truncate(from);
        return value;
    }

    private static bool Has(TemplateRun run, ReadOnlySpan<Value> a, out Value value)
    {
        value = default;
        return a[0].Kind is ValueKind.Object or ValueKind.Host or ValueKind.Array && !a[1].IsNull
            && Members.TryGet(a[0], a.Text(1, run), run, out value);
    }

    private static Value Keys(TemplateRun run, ReadOnlySpan<Value> a)
    {
        var keys = new ScriptArray();
        if (a[0].Kind is ValueKind.Object or ValueKind.Host or ValueKind.Array)
            foreach (var name in Members.NamesOf(a[0], run).Where(name => name != "empty?")) keys.Add(Value.FromString(name));
        run.Charge(keys.Count * 24L);
        return Value.FromList(keys);
    }

    private static Value Values(TemplateRun run, ReadOnlySpan<Value> a)
    {
        var values = new ScriptArray();
        if (a[0].Kind is ValueKind.Object or ValueKind.Host)
        {
            foreach (var name in Members.NamesOf(a[0], run))
            {
                Members.TryGet(a[0], name, run, out var value);
                values.Add(value);
            }
        }
        run.Charge(values.Count * 24L);
        return Value.FromList(values);
    }

    private static Value Size(TemplateRun run, ReadOnlySpan<Value> a) => Value.FromInteger(a[0].Kind switch
    {
        ValueKind.String or ValueKind.Html => a.Text(0, run).Length,
        ValueKind.Array => a[0].AsList.Count,
        ValueKind.Object => a[0].AsObject.Count,
        _ => 0,
    });

    private static Value TypeOf(in Value value) => value.Kind switch
    {
        ValueKind.Undefined or ValueKind.Null => Value.Null,
        ValueKind.Boolean => Value.FromString("boolean"),
        >= ValueKind.Integer and <= ValueKind.Decimal => Value.FromString("number"),
        ValueKind.String or ValueKind.Html => Value.FromString("string"),
        ValueKind.Array => Value.FromString(value.AsList is RangeList ? "iterator" : "array"),
        _ => Value.FromString("object"),
    };

    private static Value Kind(in Value value) => value.Kind switch
    {
        ValueKind.Undefined or ValueKind.Null => Value.Null,
        ValueKind.Integer => Value.FromString(value.AsInteger is >= int.MinValue and <= int.MaxValue ? "int" : "long"),
        ValueKind.Html => Value.FromString("string"),
        ValueKind.Array => Value.FromString(value.AsList.KindName),
        ValueKind.Host => Value.FromString("object"),
        _ => Value.FromString(value.Type.Name),
    };
}
