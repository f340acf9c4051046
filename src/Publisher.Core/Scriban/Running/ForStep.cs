using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Running;

/// <summary><c>for</c>: its variable is set anew at each step and is as it was before when the loop ends.</summary>
internal class ForStep(Term variable, LoopCode code) : Step
{
    protected virtual LoopKind Kind => LoopKind.For;

    public override Flow Run(TemplateRun run)
    {
        var items = Iterate(code.Items.Get(run), run);
        var first = Math.Clamp(Number(code.Offset, run, 0), 0, items.Count);
        var length = (int)Math.Clamp(Number(code.Limit, run, int.MaxValue), 0, items.Count - first);
        if (length == 0)
        {
            if (!ReferenceEquals(items, Lists.Nothing)) Empty(run);
            return code.Else?.Run(run) ?? Flow.Next;
        }
        run.PushLoop(Kind, length);
        var flow = variable switch
        {
            LocalTerm local => RunLocal(run, items, (int)first, length, local.Index),
            GlobalTerm global when run.ScopeCount == 0 => RunGlobal(run, items, (int)first, length, global.Slot),
            GlobalTerm global => RunScoped(run, items, (int)first, length, global.Name),
            _ => RunAny(run, items, (int)first, length),
        };
        run.PopLoop();
        return flow;
    }

    protected virtual Flow RunBody(TemplateRun run, int index, int length) => code.Body.Run(run);

    /// <summary>What is printed where there is nothing to loop over.</summary>
    protected virtual void Empty(TemplateRun run) { }

    protected virtual void Begin(TemplateRun run) { }

    protected virtual void End(TemplateRun run) { }

    protected Term? Columns => code.Columns;

    private Flow RunLocal(TemplateRun run, ValueList items, int first, int length, int local)
    {
        var before = run.Local(local);
        var flow = Flow.Next;
        Begin(run);
        for (var i = 0; i < length && flow is Flow.Next; i++)
        {
            run.Local(local) = Advance(run, items, first, i, length);
            flow = After(RunBody(run, i, length));
        }
        End(run);
        run.Local(local) = before;
        return Out(flow);
    }

    private Flow RunGlobal(TemplateRun run, ValueList items, int first, int length, int slot)
    {
        var before = run.Slot(slot);
        var flow = Flow.Next;
        Begin(run);
        for (var i = 0; i < length && flow is Flow.Next; i++)
        {
            run.SetSlot(slot, Advance(run, items, first, i, length));
            flow = After(RunBody(run, i, length));
        }
        End(run);
        run.RestoreSlot(slot, before);
        return Out(flow);
    }

    private Flow RunScoped(TemplateRun run, ValueList items, int first, int length, string name)
    {
        var scope = new ScriptObject();
        run.PushScope(Value.FromObject(scope), ownsAssignments: false);
        var flow = Flow.Next;
        Begin(run);
        for (var i = 0; i < length && flow is Flow.Next; i++)
        {
            scope[name] = Advance(run, items, first, i, length);
            flow = After(RunBody(run, i, length));
        }
        End(run);
        run.PopScope();
        return Out(flow);
    }

    private Flow RunAny(TemplateRun run, ValueList items, int first, int length)
    {
        var flow = Flow.Next;
        Begin(run);
        for (var i = 0; i < length && flow is Flow.Next; i++)
        {
            variable.Set(run, Advance(run, items, first, i, length));
            flow = After(RunBody(run, i, length));
        }
        End(run);
        return Out(flow);
    }

    private Value Advance(TemplateRun run, ValueList items, int first, int index, int length)
    {
        run.Step(code.At);
        var item = items.At(code.Reversed ? first + length - 1 - index : first + index, run);
        ref var loop = ref run.CurrentLoop;
        loop.Index = index;
        loop.Previous = loop.Item;
        loop.Item = item;
        return item;
    }

    private static Flow After(Flow flow) => flow == Flow.Continue ? Flow.Next : flow;

    private static Flow Out(Flow flow) => flow == Flow.Break ? Flow.Next : flow;

    private static long Number(Term? term, TemplateRun run, long missing)
    {
        if (term is null) return missing;
        var value = term.Get(run);
        if (value.IsNull) return missing;
        return Numbers.TryConvert(value, out var number) ? number : throw run.Fault(term.At, "a whole number is wanted here");
    }

    protected static long ColumnsOf(Term? term, TemplateRun run) => Math.Max(1, Number(term, run, 1));

    private ValueList Iterate(in Value value, TemplateRun run)
    {
        switch (value.Kind)
        {
            case ValueKind.Array: return value.AsList;
            case ValueKind.Undefined or ValueKind.Null: return Lists.Nothing;
            case ValueKind.String or ValueKind.Html: return Characters(ValueText.Of(value, run), run);
            case ValueKind.Object or ValueKind.Host: return Pairs(value, run);
            default: throw run.Fault(code.Items.At,
                $"{code.Items.Name} is {Operators.NameOf(value)}, which cannot be looped over");
        }
    }

    /// <summary>The characters of a text, each a text.</summary>
    public static ScriptArray Characters(string text, TemplateRun run)
    {
        run.Charge(text.Length * 48L);
        var characters = new ScriptArray(text.Length);
        foreach (var rune in text.EnumerateRunes()) characters.Add(Value.FromString(rune.ToString()));
        return characters;
    }

    /// <summary>The members of an object as objects with a key and a value.</summary>
    public static ScriptArray Pairs(in Value value, TemplateRun run)
    {
        var pairs = new ScriptArray();
        foreach (var name in Members.NamesOf(value, run))
        {
            run.Charge(128);
            Members.TryGet(value, name, run, out var member);
            pairs.Add(Value.FromObject(new ScriptObject { ["key"] = Value.FromString(name), ["value"] = member }));
        }
        return pairs;
    }
}
