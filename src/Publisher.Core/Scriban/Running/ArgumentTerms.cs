using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Running;

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

/// <summary><c>$$</c>: runs the block that <c>wrap</c> gave to this function.</summary>
internal sealed class WrappedTerm(Span at) : Term(at)
{
    public override string Name => "$$";

    public override Value Get(TemplateRun run)
    {
        var before = run.CurrentFrame;
        var block = before.RunsBlock ? before.Wrapped?.Outer : before.Wrapped;
        if (block is null) return default;
        Enter(run, block.Template, block, runsBlock: true);
        block.Body.Run(run);
        Enter(run, before.Template, before.Wrapped, before.RunsBlock);
        run.CallAt = At;
        return default;
    }

    private static void Enter(TemplateRun run, Template template, WrappedCode? wrapped, bool runsBlock)
    {
        ref var frame = ref run.CurrentFrame;
        (frame.Template, frame.Wrapped, frame.RunsBlock) = (template, wrapped, runsBlock);
    }
}
