using Publisher.Scriban.Functions;
using Publisher.Scriban.Running;
using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Liquid;

/// <summary>The functions that <c>include</c> and <c>render</c> become where Scriban's <c>include</c> is not enough.</summary>
internal static class LiquidIncludes
{
    public static void AddTo(FunctionGroup group) => group
        .Add("include", "name, parameters?, alias?, value?", IncludeShared)
        .Add("include_with", "name, arguments", IncludeWith)
        .Add("include_name", "value, name", static (_, a) => a[0].IsString ? a[0] : a[1])
        .Add("relative_path", "name", RelativePath)
        .Add("render", "name, parameters?, alias?, value?", static (run, a) => Render(run, a, each: false))
        .Add("render_each", "name, parameters?, alias?, value?", static (run, a) => Render(run, a, each: true));

    /// <summary>
    /// Liquid's own include: the parameters, and the value under the template's name, are names in it; what it assigns stays.
    /// A list is rendered once for each item.
    /// </summary>
    private static Value IncludeShared(TemplateRun run, ReadOnlySpan<Value> arguments)
    {
        var at = run.CallAt;
        if (arguments[0].IsNull) throw run.Fault("the name of the template is null");
        var name = ValueText.Of(arguments[0], run);
        var scope = ScopeOf(arguments[1], run);
        var value = arguments[3];
        if (value.IsUndefined) run.TryReadVariable(name, out value);
        var own = OwnName(name, arguments[2], run);
        run.PushScope(Value.FromObject(scope), ownsAssignments: false);
        var items = value.Kind == ValueKind.Array && value.AsList.KindName != "range" ? value.AsList : new ScriptArray([value]);
        for (var i = 0; i < items.Count; i++)
        {
            scope[own] = NotUndefined(items.At(i, run));
            Include.Render(run, name, run.StackTop, 0, [], at);
        }
        run.PopScope();
        return default;
    }

    /// <summary>
    /// Jekyll's include, whose parameters come from an object, or from those of the include that this stands in.
    /// </summary>
    internal static Value IncludeWith(TemplateRun run, ReadOnlySpan<Value> arguments)
    {
        var at = run.CallAt;
        var name = ValueText.Of(arguments[0], run);
        var members = arguments[1].Reference switch
        {
            ScriptObject given => given,
            ScriptArray { Members: { } around } => around,
            _ => new ScriptObject(),
        };
        var start = run.StackTop;
        string[] names = [.. members.Names];
        foreach (var member in names) run.Push(members[member]);
        Include.Render(run, name, start, 0, names, at);
        run.PopTo(start);
        return default;
    }

    /// <summary>
    /// A name that begins with a slash, which tells loaders that it is a path from the site's root: beside the file that is
    /// being rendered.
    /// </summary>
    private static Value RelativePath(TemplateRun run, ReadOnlySpan<Value> arguments)
    {
        var file = run.OutermostTemplate.File.Value;
        var folder = file[..(file.LastIndexOf('/') + 1)];
        return Value.FromString("/" + folder + ValueText.Of(arguments[0], run));
    }

    /// <summary>Renders a template that sees its parameters and what the host gives, and leaves nothing behind.</summary>
    private static Value Render(TemplateRun run, ReadOnlySpan<Value> arguments, bool each)
    {
        var at = run.CallAt;
        var name = ValueText.Of(arguments[0], run);
        var (parameters, value) = (arguments[1], arguments[3]);
        var own = OwnName(name, arguments[2], run);
        if (!each || value.Kind is not (ValueKind.Array or ValueKind.Object))
        {
            RenderAlone(run, name, parameters, own, value, null, at);
            return default;
        }
        var items = LiquidLists.Each(value, run).AsList;
        for (var i = 0; i < items.Count; i++)
            RenderAlone(run, name, parameters, own, items.At(i, run), new LiquidLoop(i, items.Count, null), at);
        return default;
    }

    private static void RenderAlone(TemplateRun run, string name, in Value parameters, string own, in Value value,
        LiquidLoop? loop, Span at)
    {
        var scope = new ScriptObject();
        if (loop is not null) scope["forloop"] = Value.FromObject(loop);
        CopyTo(scope, parameters, run);
        if (!value.IsNull) scope[own] = value;
        var before = LiquidState.Replace(run, new LiquidState());
        var floor = run.HideLoops();
        run.PushScope(Value.FromObject(scope), ownsAssignments: true, isBarrier: true);
        try
        {
            Include.Render(run, name, run.StackTop, 0, [], at);
        }
        finally
        {
            run.LoopFloor = floor;
            LiquidState.Replace(run, before);
        }
        run.PopScope();
    }

    private static string OwnName(string name, in Value alias, TemplateRun run) =>
        alias.IsNull ? name[(name.LastIndexOf('/') + 1)..] : ValueText.Of(alias, run);

    private static ScriptObject ScopeOf(in Value parameters, TemplateRun run)
    {
        var scope = new ScriptObject();
        CopyTo(scope, parameters, run);
        return scope;
    }

    private static void CopyTo(ScriptObject scope, in Value parameters, TemplateRun run)
    {
        run.Charge(256);
        if (parameters.Kind != ValueKind.Object) return;
        foreach (var name in parameters.AsObject.Names)
        {
            parameters.AsObject.TryGet(name, run, out var value);
            scope[name] = NotUndefined(value);
        }
    }

    private static Value NotUndefined(in Value value) => value.IsUndefined ? Value.Null : value;
}
