using System.Collections.Immutable;
using System.Text;
using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Running;

internal sealed class BlockStep(Step[] steps) : Step
{
    public override Flow Run(TemplateRun run)
    {
        foreach (var step in steps)
        {
            var flow = step.Run(run);
            if (flow != Flow.Next) return flow;
        }
        return Flow.Next;
    }
}

internal sealed class NothingStep : Step
{
    public static NothingStep Instance { get; } = new();

    public override Flow Run(TemplateRun run) => Flow.Next;
}

/// <summary>Static text, encoded once.</summary>
internal sealed class TextStep(byte[] text) : Step
{
    public override Flow Run(TemplateRun run)
    {
        run.Output.Write(text);
        return Flow.Next;
    }
}

internal sealed class WriteStep(Term term, Escape escape) : Step
{
    public override Flow Run(TemplateRun run)
    {
        run.CallAt = term.At;
        term.Write(run, escape);
        return Flow.Next;
    }
}

/// <summary>Prints, and repeats the white space before the code on every further line of what it printed.</summary>
internal sealed class IndentedStep(Step inner, string indent) : Step
{
    public override Flow Run(TemplateRun run)
    {
        var from = run.Output.Length;
        var flow = inner.Run(run);
        var printed = run.Output.Written[from..];
        var breaks = printed.Length == 0 ? 0 : printed[..^1].Count((byte)'\n');
        if (breaks == 0) return flow;
        run.Charge(printed.Length + (long)breaks * indent.Length);
        var text = Encoding.UTF8.GetString(printed);
        run.Output.Truncate(from);
        run.Output.Write(text[..^1].Replace("\n", "\n" + indent));
        run.Output.Write(text.AsSpan(text.Length - 1));
        return flow;
    }
}

internal sealed class AssignStep(Term target, Term value) : Step
{
    public override Flow Run(TemplateRun run)
    {
        var assigned = value.Get(run);
        target.Set(run, assigned.IsUndefined ? Value.Null : assigned);
        return Flow.Next;
    }
}

internal sealed class CompoundAssignStep(Term target, BinaryOperator binary, OperatorSite site, Term value) : Step
{
    private readonly OperatorSite site = site;

    public override Flow Run(TemplateRun run)
    {
        var before = target.Get(run);
        var after = Operators.Apply(binary, before, value.Get(run), site, run);
        target.Set(run, after);
        return Flow.Next;
    }
}

/// <summary><c>target ??= value</c>: the value is asked for only where the target is null.</summary>
internal sealed class CoalesceAssignStep(Term target, Term value) : Step
{
    public override Flow Run(TemplateRun run)
    {
        if (!target.GetOptional(run).IsNull) return Flow.Next;
        var assigned = value.Get(run);
        target.Set(run, assigned.IsUndefined ? Value.Null : assigned);
        return Flow.Next;
    }
}

internal sealed class IfStep(Term test, Step then, Step? otherwise) : Step
{
    public override Flow Run(TemplateRun run) =>
        test.Get(run).IsTrue ? then.Run(run) : otherwise?.Run(run) ?? Flow.Next;
}

internal sealed class CaseStep(Term value, ImmutableArray<(Term[] Values, Step Body)> whens, Step? otherwise) : Step
{
    public override Flow Run(TemplateRun run)
    {
        var sought = value.Get(run);
        foreach (var (values, body) in whens)
            foreach (var candidate in values)
                if (Comparison.Equal(sought, candidate.Get(run), run)) return body.Run(run);
        return otherwise?.Run(run) ?? Flow.Next;
    }
}

internal sealed class FlowStep(Flow flow) : Step
{
    public override Flow Run(TemplateRun run) => flow;
}

internal sealed class ReturnStep(Term? value) : Step
{
    public override Flow Run(TemplateRun run)
    {
        run.Returned = value?.GetUncalled(run) ?? default;
        return Flow.Return;
    }
}

internal sealed class CaptureStep(Term target, Step body, Escape escape) : Step
{
    public override Flow Run(TemplateRun run)
    {
        var from = run.Output.Length;
        var flow = body.Run(run);
        run.CallAt = target.At;
        target.Set(run, Include.TakeOutput(run, from, escape));
        return flow;
    }
}

internal sealed class ReadOnlyStep(Term target) : Step
{
    public override Flow Run(TemplateRun run)
    {
        if (target is GlobalTerm global) run.MakeReadOnly(global.Name, global.Slot);
        return Flow.Next;
    }
}

internal sealed class ImportStep(Term source) : Step
{
    public override Flow Run(TemplateRun run)
    {
        var value = source.Get(run);
        if (value.Kind is not (ValueKind.Object or ValueKind.Host))
            throw run.Fault(source.At, $"{source.Name} is {Operators.NameOf(value)}; only an object can be imported");
        foreach (var name in Members.NamesOf(value, run).ToList())
        {
            Members.TryGet(value, name, run, out var member);
            if (run.TopScope is { Kind: ValueKind.Object } scope) scope.AsObject.TrySet(name, member, run);
            else run.TrySetByName(name, member);
        }
        return Flow.Next;
    }
}

internal sealed class WithStep(Term target, Step body) : Step
{
    public override Flow Run(TemplateRun run)
    {
        var value = target.Get(run);
        if (value.Kind is not (ValueKind.Object or ValueKind.Host))
            throw run.Fault(target.At, $"{target.Name} is {Operators.NameOf(value)}; with needs an object");
        run.PushScope(value, ownsAssignments: true);
        var flow = body.Run(run);
        run.PopScope();
        return flow;
    }
}

internal sealed class WrapStep(Term call, Escape escape) : Step
{
    public override Flow Run(TemplateRun run)
    {
        call.Write(run, escape);
        run.PendingWrap = null;
        return Flow.Next;
    }
}

internal sealed class FunctionStep(Term target, ScriptFunction function) : Step
{
    private readonly Value value = Value.FromFunction(function);

    public override Flow Run(TemplateRun run)
    {
        target.Set(run, value);
        return Flow.Next;
    }
}
