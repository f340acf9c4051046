using System.Collections.Immutable;
using Publisher.Diagnostics;
using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Running;

/// <summary>
/// A function written in a template. A simple one reads its arguments through <c>$</c> and shares its caller's names; one with
/// parameters has an object of its own, in which its parameters and assignments live.
/// </summary>
internal sealed class ScriptFunction(Template template, string name, LocalNames locals, bool parametric, bool inline) : Function
{
    private Signature signature = new(["arguments"], 0, Variadic: true);
    private Term?[] defaults = [];

    public Step? Body { get; set; }

    /// <summary>Whether the body reads <c>$</c>, which in a function with parameters has their values.</summary>
    public bool ReadsArguments { get; init; }

    public Term? Result { get; set; }

    public override string Name => name;

    public override Signature Signature => signature;

    public void SetParameters(ImmutableArray<Parameter> parameters, Term?[] values)
    {
        var required = parameters.Count(parameter => parameter.Default is null && !parameter.Variadic);
        signature = new Signature([.. parameters.Select(parameter => parameter.Name)], required,
            parameters is [.., { Variadic: true }]);
        defaults = values;
    }

    public override Value Invoke(TemplateRun run, ReadOnlySpan<Value> arguments)
    {
        var start = run.StackTop;
        foreach (var argument in arguments) run.Push(argument);
        var value = Run(run, start, arguments.Length, [], run.CallAt);
        run.PopTo(start);
        return value;
    }

    public Value Run(TemplateRun run, int start, int positional, string[] names, Span at, CallTerm? call = null)
    {
        run.Step(at);
        if (!parametric) return RunFrame(run, start, positional, names, at);
        var scope = Bind(run, start, positional, names, at, call);
        run.PushScope(Value.FromObject(scope), ownsAssignments: true);
        var result = RunFrame(run, start, positional, names, at, scope);
        run.PopScope();
        return result;
    }

    private Value RunFrame(TemplateRun run, int start, int positional, string[] names, Span at, ScriptObject? scope = null)
    {
        run.PushFrame(template, locals, start, positional, names, at);
        if (scope is not null) FillDefaults(run, scope);
        if (scope is not null && ReadsArguments) run.CurrentFrame.Arguments = ValuesIn(scope);
        var result = default(Value);
        if (inline) result = Result!.Get(run);
        else if (Body!.Run(run) == Flow.Return)
        {
            result = run.Returned;
            run.Returned = default;
        }
        run.PopFrame();
        return result;
    }

    private ScriptObject Bind(TemplateRun run, int start, int positional, string[] names, Span at, CallTerm? call)
    {
        run.Charge(128);
        var scope = new ScriptObject();
        var parameters = signature.Parameters;
        if (positional > parameters.Length && !signature.Variadic) throw Calls.WrongCount(this, run, positional, at, call);
        for (var i = 0; i < Math.Min(positional, signature.Fixed); i++)
            scope[parameters[i]] = NotUndefined(run.StackAt(start + i));
        for (var i = 0; i < names.Length; i++)
        {
            var place = parameters.IndexOf(names[i]);
            if (place < 0) throw run.Fault(Messages.UnknownArgument(run.LocationOf(at), name, names[i], parameters));
            if (place < positional) throw Wrong(run, at, $"{names[i]} is given twice");
            scope[names[i]] = NotUndefined(run.StackAt(start + positional + i));
        }
        if (signature.Variadic)
        {
            var rest = new ScriptArray();
            for (var i = signature.Fixed; i < positional; i++) rest.Add(run.StackAt(start + i));
            scope[parameters[^1]] = Value.FromList(rest);
        }
        for (var i = 0; i < signature.Fixed; i++)
            if (defaults[i] is null && !scope.TryGet(parameters[i], out _))
                throw Calls.WrongCount(this, run, positional + names.Length, at, call);
        return scope;
    }

    private void FillDefaults(TemplateRun run, ScriptObject scope)
    {
        for (var i = 0; i < signature.Fixed; i++)
            if (defaults[i] is { } value && !scope.TryGet(signature.Parameters[i], out _))
                scope[signature.Parameters[i]] = NotUndefined(value.Get(run));
    }

    /// <summary>The values of the parameters in order, the variadic one's as an array in the array.</summary>
    private ScriptArray ValuesIn(ScriptObject scope)
    {
        var values = new ScriptArray(signature.Parameters.Length);
        foreach (var parameter in signature.Parameters)
        {
            values.Add(scope[parameter]);
            values.SetMember(parameter, scope[parameter]);
        }
        return values;
    }

    private TemplateFault Wrong(TemplateRun run, Span at, string problem) =>
        run.Fault(Messages.WrongArguments(run.LocationOf(at), name, signature.ToString(), problem));

    private static Value NotUndefined(in Value value) => value.IsUndefined ? Value.Null : value;
}
