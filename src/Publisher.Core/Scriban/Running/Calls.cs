using Publisher.Diagnostics;
using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Running;

/// <summary>Calls functions of both kinds, having checked that the arguments fit the parameters.</summary>
internal static class Calls
{
    /// <summary>A call with no arguments: what a function's bare name means.</summary>
    public static Value InvokePlain(Function function, TemplateRun run, Span at)
    {
        if (function.Signature.Required > 0) throw WrongCount(function, run, 0, Behind(at), null);
        var start = run.StackTop;
        var value = InvokeStacked(function, run, start, 0, [], at);
        run.PopTo(start);
        return value;
    }

    /// <summary>A call from a function of the host.</summary>
    public static Value Invoke(Function function, ReadOnlySpan<Value> arguments, TemplateRun run, Span at)
    {
        var start = run.StackTop;
        foreach (var argument in arguments) run.Push(argument);
        var value = InvokeStacked(function, run, start, arguments.Length, [], at);
        run.PopTo(start);
        return value;
    }

    /// <summary>
    /// A call whose arguments are on the stack from <paramref name="start"/>: first the positional, then the named.
    /// </summary>
    public static Value InvokeStacked(Function function, TemplateRun run, int start, int positional, string[] names, Span at,
        CallTerm? call = null)
    {
        if (function is ScriptFunction script) return script.Run(run, start, positional, names, at, call);
        var signature = function.Signature;
        if (names.Length > 0)
        {
            var arranged = Arrange(function, run, start, positional, names, at, call);
            return Pass(function, arranged, run, at, call);
        }
        if (positional < signature.Required || (positional > signature.Parameters.Length && !signature.Variadic))
            throw WrongCount(function, run, positional, at, call);
        run.DefineFrom(start + signature.Required);
        for (var i = positional; i < signature.Fixed; i++) run.Push(default);
        return Pass(function, run.StackFrom(start), run, at, call);
    }

    /// <summary>
    /// The fault of a call with too few or too many arguments: it points at the argument that is too many, or behind the call,
    /// where one is missing.
    /// </summary>
    public static TemplateFault WrongCount(Function function, TemplateRun run, int given, Span at, CallTerm? call)
    {
        var signature = function.Signature;
        var place = call is null ? at
            : given > signature.Parameters.Length && !signature.Variadic ? call.LastArgument : Behind(call.At);
        return run.Fault(Messages.WrongArguments(run.LocationOf(place), function.Name, signature.ToString(),
            Problem(signature, given)));
    }

    /// <summary>Where an argument that is missing would stand.</summary>
    public static Span Behind(Span call) => new(call.End, call.End + 1);

    public static string Problem(Signature signature, int given)
    {
        var wanted = signature.Variadic ? $"at least {signature.Required}"
            : signature.Required == signature.Parameters.Length ? $"{signature.Required}"
            : $"{signature.Required} to {signature.Parameters.Length}";
        return $"{given} given where {wanted} {(wanted == "1" ? "is" : "are")} wanted";
    }

    private static Value Pass(Function function, ReadOnlySpan<Value> arguments, TemplateRun run, Span at, CallTerm? call)
    {
        (run.CallAt, run.CallInTemplate, run.Callee) = (at, call, function);
        return function.Invoke(run, arguments);
    }

    /// <summary>
    /// Puts named arguments in their parameters' places, and those named after a variadic parameter behind it.
    /// </summary>
    private static Value[] Arrange(Function function, TemplateRun run, int start, int positional, string[] names, Span at,
        CallTerm? call)
    {
        var signature = function.Signature;
        var given = run.StackFrom(start);
        var arranged = new List<Value>(given[..positional].ToArray());
        if (positional > signature.Parameters.Length && !signature.Variadic)
            throw WrongCount(function, run, positional, at, call);
        while (arranged.Count < signature.Fixed) arranged.Add(default);
        for (var i = 0; i < names.Length; i++)
        {
            var place = signature.Parameters.IndexOf(names[i]);
            if (place < 0)
                throw run.Fault(Messages.UnknownArgument(run.LocationOf(at), function.Name, names[i], signature.Parameters));
            if (signature.Variadic && place == signature.Parameters.Length - 1)
            {
                arranged.Add(given[positional + i]);
                continue;
            }
            if (place < positional)
                throw run.Fault(Messages.WrongArguments(run.LocationOf(at), function.Name, signature.ToString(),
                    $"{names[i]} is given twice"));
            arranged[place] = given[positional + i].IsUndefined ? Value.Null : given[positional + i];
        }
        for (var i = positional; i < signature.Required; i++)
        {
            if (!arranged[i].IsUndefined) continue;
            var place = run.LocationOf(call is null ? at : Behind(call.At));
            throw run.Fault(Messages.WrongArguments(place, function.Name, signature.ToString(),
                $"{signature.Parameters[i]} is missing"));
        }
        return [.. arranged];
    }
}
