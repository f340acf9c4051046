using Publisher.Scriban.Running;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Functions;

/// <summary>Reads the arguments of built-in functions as the kinds they want, with faults that name the argument.</summary>
internal static class Arguments
{
    /// <summary>The argument as text; empty when it is null.</summary>
    public static string Text(this ReadOnlySpan<Value> arguments, int index, TemplateRun run)
    {
        var text = ValueText.Of(arguments[index], run);
        run.Work(text.Length);
        return text;
    }

    public static string? TextOrNull(this ReadOnlySpan<Value> arguments, int index, TemplateRun run) =>
        arguments[index].IsNull ? null : ValueText.Of(arguments[index], run);

    public static long Integer(this ReadOnlySpan<Value> arguments, int index, TemplateRun run, long missing = 0)
    {
        var value = arguments[index];
        if (value.IsNull) return missing;
        if (Numbers.TryInteger(value, out var number)) return number;
        if (value.IsString && long.TryParse(value.AsString, System.Globalization.CultureInfo.InvariantCulture, out number))
            return number;
        throw run.Fault($"argument {index + 1} must be a whole number, not {Operators.NameOf(value)}");
    }

    public static double Double(this ReadOnlySpan<Value> arguments, int index, TemplateRun run)
    {
        var value = arguments[index];
        return value.IsNumber ? Numbers.ToDouble(value)
            : throw run.Fault($"argument {index + 1} must be a number, not {Operators.NameOf(value)}");
    }

    public static Function FunctionAt(this ReadOnlySpan<Value> arguments, int index, TemplateRun run) =>
        arguments[index].Kind == ValueKind.Function ? arguments[index].AsFunction
            : throw run.Fault($"argument {index + 1} must be a function, not {Operators.NameOf(arguments[index])}",
                "write @ before its name");

    /// <summary>The argument as a list: the members of an object are its pairs, any other single value is one item.</summary>
    public static ValueList List(this ReadOnlySpan<Value> arguments, int index, TemplateRun run) =>
        arguments[index].Kind == ValueKind.Object ? ForStep.Pairs(arguments[index], run) : Lists.Of(arguments[index]);

    /// <summary>A string result, counted against the limits.</summary>
    public static Value Made(TemplateRun run, string text)
    {
        run.CheckLength(text.Length);
        run.Charge(text.Length * 2L);
        return Value.FromString(text);
    }
}
