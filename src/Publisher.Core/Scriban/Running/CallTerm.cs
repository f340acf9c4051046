using Publisher.Diagnostics;
using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Running;

/// <summary>One argument of a call, compiled.</summary>
internal readonly record struct ArgumentCode(Term Value, string? Name, bool Spread);

/// <summary>A call: evaluates the arguments onto the run's stack and passes them from there.</summary>
internal sealed class CallTerm : Term
{
    private readonly Term target;
    private readonly ArgumentCode[] arguments;
    private readonly bool plain;
    private readonly string[] names;
    private (Step Body, Template Template)? wrapped;

    public CallTerm(Span at, Term target, ArgumentCode[] arguments) : base(at)
    {
        this.target = target;
        this.arguments = arguments;
        names = [.. arguments.Where(argument => argument.Name is not null).Select(argument => argument.Name!)];
        plain = names.Length == 0 && !Array.Exists(arguments, argument => argument.Spread);
    }

    public override string Name => target.Name;

    /// <summary>Where its last argument stands.</summary>
    public Span LastArgument => arguments.Length > 0 ? arguments[^1].Value.At : target.At;

    /// <summary>Where the argument for a parameter stands; the function's name where that cannot be told.</summary>
    public Span ArgumentAt(int parameter, string name)
    {
        foreach (var argument in arguments)
        {
            if (argument.Spread) break;
            if (argument.Name is null ? parameter-- == 0 : argument.Name == name) return argument.Value.At;
        }
        return target.At;
    }

    /// <summary>Gives the call a block that the function may run; only while it is compiled.</summary>
    public void Wrap(Step body, Template template) => wrapped = (body, template);

    public override Value Get(TemplateRun run)
    {
        var callee = target.GetUncalled(run);
        var function = callee.Kind == ValueKind.Function ? callee.AsFunction
            : (callee.Kind == ValueKind.Object ? callee.AsObject.AsFunction : null) ?? throw NotAFunction(callee, run);
        var start = run.StackTop;
        if (plain)
        {
            foreach (var argument in arguments) run.Push(argument.Value.Get(run));
            OfferBlock(run);
            var result = Calls.InvokeStacked(function, run, start, arguments.Length, [], target.At, this);
            run.PopTo(start);
            return result;
        }
        var positional = PushAll(run);
        OfferBlock(run);
        var value = Calls.InvokeStacked(function, run, start, positional, names, target.At, this);
        run.PopTo(start);
        return value;
    }

    private void OfferBlock(TemplateRun run)
    {
        if (wrapped is { } block) run.PendingWrap = WrappedCode.In(run, block.Body, block.Template);
    }

    /// <summary>Pushes the positional arguments, then the named ones; returns how many are positional.</summary>
    private int PushAll(TemplateRun run)
    {
        var start = run.StackTop;
        foreach (var argument in arguments)
        {
            if (argument.Name is not null) continue;
            var value = argument.Value.Get(run);
            if (!argument.Spread)
            {
                run.Push(value);
                continue;
            }
            if (value.Kind != ValueKind.Array) throw run.Fault(argument.Value.At, "only an array can be spread over arguments");
            run.CheckLength(value.AsList.Count);
            run.Charge(value.AsList.Count * 24L);
            for (var i = 0; i < value.AsList.Count; i++) run.Push(value.AsList.At(i, run));
        }
        var positional = run.StackTop - start;
        foreach (var argument in arguments)
            if (argument.Name is not null) run.Push(argument.Value.Get(run));
        return positional;
    }

    private TemplateFault NotAFunction(in Value callee, TemplateRun run)
    {
        var at = run.LocationOf(target.At);
        return callee.IsNull && target is GlobalTerm
            ? run.Fault(Messages.UnknownFunction(at, target.Name, run.KnownNames(), run.Globals.MemberNamed(target.Name)))
            : run.Fault(Messages.NotAFunction(at, target.Name));
    }
}
