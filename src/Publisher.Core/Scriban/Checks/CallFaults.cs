using Publisher.Diagnostics;
using Publisher.Scriban.Running;
using Publisher.Scriban.Values;
using Publisher.Text;

namespace Publisher.Scriban.Checks;

/// <summary>A function as far as its calls can be checked.</summary>
/// <param name="IsScript">Whether a template defines it: it then takes no second value for a name in silence.</param>
internal sealed record Callable(string Name, Signature Signature, bool IsScript);

/// <summary>Where the faults of a call point: its function's name, its last argument, and what is behind it.</summary>
internal sealed record CallPlace(Location Name, Location LastArgument, Location Behind);

/// <summary>Whether arguments fit a function's parameters, in the words in which the running call would say it.</summary>
internal static class CallFaults
{
    public static Diagnostic? Of(Callable function, CallPlace at, int positional, IReadOnlyList<string> names)
    {
        var signature = function.Signature;
        if (positional > signature.Parameters.Length && !signature.Variadic)
            return Wrong(at.LastArgument, Calls.Problem(signature, positional));
        if (names.Count == 0 && positional < signature.Required)
            return Wrong(at.Behind, Calls.Problem(signature, positional));
        var given = new HashSet<string>();
        foreach (var name in names)
        {
            var place = signature.Parameters.IndexOf(name);
            if (place < 0) return Messages.UnknownArgument(at.Name, function.Name, name, signature.Parameters);
            var takesMore = signature.Variadic && place == signature.Parameters.Length - 1;
            if (place < positional && (function.IsScript || !takesMore))
                return Wrong(at.Name, $"{name} is given twice");
            given.Add(name);
        }
        for (var i = positional; i < signature.Required; i++)
        {
            if (given.Contains(signature.Parameters[i])) continue;
            return Wrong(at.Behind, function.IsScript
                ? Calls.Problem(signature, positional + names.Count) : $"{signature.Parameters[i]} is missing");
        }
        return null;

        Diagnostic Wrong(Location place, string problem) =>
            Messages.WrongArguments(place, function.Name, signature.ToString(), problem);
    }
}
