using Publisher.Scriban.Running;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Functions;

/// <summary><c>object.…</c>: what a value is and has, and values out of text.</summary>
internal static class ObjectFunctions
{
    public static void AddTo(Globals globals) => new FunctionGroup("object")
        // The value, or the other one where it is null or empty text; the value may be an unknown name.
        // `{{ "" | object.default "none" }} {{ nothing | object.default "none" }} {{ 0 | object.default 5 }}` → `none none 0`
        .Add("default", "value, default", static (run, a) =>
            a[0].IsNull || (Comparison.IsText(a[0]) && Comparison.IsEmptyValue(a[0], run)) ? a[1] : a[0])
        // What the text gives as an expression, with the template's variables.
        // `{{ x = 2; "x * 21" | object.eval }}` → `42`
        .Add("eval", "value", Eval)
        // What the text prints as a template, with the template's variables.
        // `{{ name = "Ada"; "Hello, {{ name }}!" | object.eval_template }}` → `Hello, Ada!`
        .Add("eval_template", "value", EvalTemplate)
        // The value by a format of .NET, as a culture writes it.
        // `{{ 255 | object.format "X4" }} {{ 1523.5 | object.format "N2" "de" }}` → `00FF 1.523,50`
        .Add("format", "value, format, culture?", static (run, a) =>
            Formats.Any(run, a[0], a.Text(1, run), a.TextOrNull(2, run)))
        // The value that the JSON is.
        // `` {{ (`{"tags": ["hot", "quick"]}` | object.from_json).tags[1] }} `` → `quick`
        .Add("from_json", "json", static (run, a) => a[0].IsNull ? Value.Null : Json.Read(run, a.Text(0, run)))
        // Whether there is such a member, even if it is null.
        // `{{ o = { a: null }; object.has_key o "a" }} {{ object.has_key o "b" }}` → `true false`
        .Add("has_key", "value, key", static (run, a) => Value.FromBoolean(Has(run, a, out _)))
        // Whether there is such a member that is not null.
        // `{{ o = { a: null }; object.has_value o "a" }}` → `false`
        .Add("has_value", "value, key", static (run, a) => Value.FromBoolean(Has(run, a, out var value) && !value.IsNull))
        // The names of the members.
        // `{{ { title: "Soup", serves: 4 } | object.keys }}` → `["title", "serves"]`
        .Add("keys", "value", Keys)
        // What the value is, exactly: `int`, `long`, `double`, `string`, `array`, `range`, `object`, `function` and so on.
        // `{{ 1 | object.kind }} {{ 1.5 | object.kind }} {{ 1..2 | object.kind }}` → `int double range`
        .Add("kind", "value", static (_, a) => Kind(a[0]))
        // How many characters, items or members the value has.
        // `{{ "soup" | object.size }} {{ [1, 2] | object.size }} {{ { a: 1 } | object.size }}` → `4 2 1`
        .Add("size", "value", Size)
        // The value as JSON. In a script element, use [`json`](site.md#json).
        // `{{ { tags: ["hot"], serves: null } | object.to_json }}` → `{"tags":["hot"],"serves":null}`
        .Add("to_json", "value", static (run, a) => Arguments.Made(run, Json.Write(run, a[0])))
        // What the value is, roughly: `number`, `string`, `boolean`, `array`, `iterator`, `object`, or null.
        // `{{ 1.5 | object.typeof }} {{ "a" | object.typeof }} {{ [] | object.typeof }}` → `number string array`
        .Add("typeof", "value", static (_, a) => TypeOf(a[0]))
        // The values of the members.
        // `{{ { title: "Soup", serves: 4 } | object.values }}` → `["Soup", 4]`
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
