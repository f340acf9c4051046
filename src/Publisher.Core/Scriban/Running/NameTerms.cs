using Publisher.Diagnostics;
using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Running;

/// <summary>A global name: its slot when nothing lies above it, else whatever <c>with</c> or a function puts there.</summary>
internal sealed class GlobalTerm(Span at, string name, int slot, Template template) : Term(at)
{
    /// <summary>
    /// The constant the name has unless a template sets it; the globals do not change once templates are parsed.
    /// </summary>
    private readonly Value constant = template.Options.Globals.TryGetConstant(name, out var value) ? value : default;

    public override string Name => name;

    public int Slot => slot;

    /// <summary>The constant; undefined when there is none.</summary>
    public ref readonly Value Constant => ref constant;

    public override Value Get(TemplateRun run)
    {
        var value = GetUncalled(run);
        return value.Kind == ValueKind.Function ? Calls.InvokePlain(value.AsFunction, run, At) : value;
    }

    public override Value GetUncalled(TemplateRun run)
    {
        if (run.ScopeCount == 0)
        {
            ref readonly var value = ref run.Slot(slot);
            if (!value.IsUndefined) return value;
            if (!constant.IsUndefined) return constant;
        }
        return GetSlowly(run, template.Options.StrictNames);
    }

    public override Value GetOptional(TemplateRun run)
    {
        var value = GetSlowly(run, strict: false);
        return value.Kind == ValueKind.Function ? Calls.InvokePlain(value.AsFunction, run, At) : value;
    }

    public override void Set(TemplateRun run, in Value value)
    {
        if (!run.TrySetGlobal(name, slot, value)) throw run.Fault(Messages.CannotAssign(run.LocationOf(At), $"the variable '{name}'"));
    }

    private Value GetSlowly(TemplateRun run, bool strict)
    {
        if (run.TryRead(name, slot, out var value) || !strict) return value;
        throw run.Fault(Messages.UnknownVariable(run.LocationOf(At), name, run.KnownNames()));
    }
}

/// <summary>A local variable of the template or function it stands in.</summary>
internal sealed class LocalTerm(Span at, string name, int index) : Term(at)
{
    public override string Name => "$" + name;

    public int Index => index;

    public override Value Get(TemplateRun run)
    {
        ref var value = ref run.Local(index);
        return value.Kind == ValueKind.Function ? Calls.InvokePlain(value.AsFunction, run, At) : value;
    }

    public override Value GetUncalled(TemplateRun run) => run.Local(index);

    public override void Set(TemplateRun run, in Value value) => run.Local(index) = value;
}

/// <summary>
/// A local variable in a block given by <c>wrap</c>: the running function's if it has one of that name, else that of where the
/// block stands.
/// </summary>
internal sealed class WrappedLocalTerm(Span at, string name, int index) : Term(at)
{
    public override string Name => "$" + name;

    public override Value Get(TemplateRun run)
    {
        var value = GetUncalled(run);
        return value.Kind == ValueKind.Function ? Calls.InvokePlain(value.AsFunction, run, At) : value;
    }

    public override Value GetUncalled(TemplateRun run) => Find(run);

    public override void Set(TemplateRun run, in Value value) => Find(run) = value;

    private ref Value Find(TemplateRun run)
    {
        ref var frame = ref run.CurrentFrame;
        var own = frame.Locals.IndexOf(name);
        return ref own >= 0 || frame.Wrapped is null ? ref run.Local(own >= 0 ? own : index) : ref run.LocalOf(frame.Wrapped.Frame, index);
    }
}

/// <summary><c>this</c>.</summary>
internal sealed class ThisTerm(Span at) : Term(at)
{
    public override string Name => "this";

    public override Value Get(TemplateRun run) => run.This;
}

/// <summary><c>$</c>: all arguments as an array, the named ones as its members.</summary>
internal sealed class ArgumentsTerm(Span at) : Term(at)
{
    public override string Name => "$";

    public override Value Get(TemplateRun run)
    {
        ref var frame = ref run.CurrentFrame;
        if (frame.Arguments is not null) return Value.FromList(frame.Arguments);
        var all = new ScriptArray(frame.ArgumentCount);
        for (var i = 0; i < frame.ArgumentCount; i++) all.Add(run.StackAt(frame.ArgumentsAt + i));
        for (var i = 0; i < frame.ArgumentNames.Length; i++)
            all.SetMember(frame.ArgumentNames[i], run.StackAt(frame.ArgumentsAt + frame.ArgumentCount + i));
        frame.Arguments = all;
        return Value.FromList(all);
    }
}

/// <summary><c>$0</c>: one argument, read without making the array of all.</summary>
internal sealed class ArgumentTerm(Span at, int index) : Term(at)
{
    public override string Name => "$" + index;

    public override Value Get(TemplateRun run)
    {
        var value = GetUncalled(run);
        return value.Kind == ValueKind.Function ? Calls.InvokePlain(value.AsFunction, run, At) : value;
    }

    public override Value GetUncalled(TemplateRun run)
    {
        ref var frame = ref run.CurrentFrame;
        if (frame.Arguments is { } all) return index < all.Count ? all[index] : default;
        return index < frame.ArgumentCount ? run.StackAt(frame.ArgumentsAt + index) : default;
    }

    public override void Set(TemplateRun run, in Value value)
    {
        ((ScriptArray)new ArgumentsTerm(At).Get(run).AsList).Set(index, value);
    }
}

/// <summary><c>$.name</c>: a named argument.</summary>
internal sealed class NamedArgumentTerm(Span at, string name) : Term(at)
{
    public override string Name => "$." + name;

    public override Value Get(TemplateRun run)
    {
        var value = GetUncalled(run);
        return value.Kind == ValueKind.Function ? Calls.InvokePlain(value.AsFunction, run, At) : value;
    }

    public override Value GetUncalled(TemplateRun run)
    {
        ref var frame = ref run.CurrentFrame;
        if (frame.Arguments is { } all) return all.Members is { } members ? members[name] : default;
        var names = frame.ArgumentNames;
        for (var i = names.Length - 1; i >= 0; i--)
            if (names[i] == name) return run.StackAt(frame.ArgumentsAt + frame.ArgumentCount + i);
        return name == "size" ? Value.FromInteger(frame.ArgumentCount) : default;
    }

    public override void Set(TemplateRun run, in Value value)
    {
        ((ScriptArray)new ArgumentsTerm(At).Get(run).AsList).SetMember(name, value);
    }
}

/// <summary><c>for.index</c> and its like.</summary>
internal sealed class LoopTerm(Span at, LoopKind kind, string name, Span nameAt) : Term(at)
{
    public override string Name => "for." + name;

    public override Value Get(TemplateRun run)
    {
        if (!run.TryLoop(kind, out var loop))
            throw run.Fault(nameAt, "there is no loop here to ask", "use it inside the loop, in the same template or function");
        return name switch
        {
            "index" => Value.FromInteger(loop.Index),
            "rindex" => Value.FromInteger(loop.Length - loop.Index - 1),
            "first" => Value.FromBoolean(loop.Index == 0),
            "last" => Value.FromBoolean(loop.Index == loop.Length - 1),
            "even" => Value.FromBoolean((loop.Index & 1) == 0),
            "odd" => Value.FromBoolean((loop.Index & 1) == 1),
            "length" => Value.FromInteger(loop.Length),
            "changed" => Value.FromBoolean(loop.Index == 0 || !Comparison.Equal(loop.Previous, loop.Item, run)),
            "col" => Value.FromInteger(loop.Column),
            _ => default,
        };
    }
}

/// <summary><c>$$</c>: runs the block that <c>wrap</c> gave to this function.</summary>
internal sealed class WrappedTerm(Span at) : Term(at)
{
    public override string Name => "$$";

    public override Value Get(TemplateRun run)
    {
        if (run.CurrentFrame.Wrapped is not { } wrapped) return default;
        var template = run.CurrentFrame.Template;
        run.CurrentFrame.Template = wrapped.Template;
        wrapped.Body.Run(run);
        run.CurrentFrame.Template = template;
        return default;
    }
}
