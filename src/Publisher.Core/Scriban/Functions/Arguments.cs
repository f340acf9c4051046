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
        return Numbers.TryConvert(value, out var number) ? number : throw Unfit(run, index, value, "a whole number");
    }

    public static double Double(this ReadOnlySpan<Value> arguments, int index, TemplateRun run)
    {
        var value = arguments[index];
        if (value.IsNull) return 0;
        return value.IsNumber ? Numbers.ToDouble(value) : throw Unfit(run, index, value, "a number");
    }

    public static Function FunctionAt(this ReadOnlySpan<Value> arguments, int index, TemplateRun run) =>
        arguments[index].Kind == ValueKind.Function ? arguments[index].AsFunction
            : throw Unfit(run, index, arguments[index], "a function", "write @ before its name");

    /// <summary>The argument as a list: of an object its members as pairs, of text its characters.</summary>
    public static ValueList List(this ReadOnlySpan<Value> arguments, int index, TemplateRun run) =>
        ListOrNull(arguments[index], run) ?? throw Unfit(run, index, arguments[index], "an array");

    /// <summary>As <see cref="List"/>, with any other single value as a list of it.</summary>
    public static ValueList AnyList(this ReadOnlySpan<Value> arguments, int index, TemplateRun run) =>
        ListOrNull(arguments[index], run) ?? Lists.Of(arguments[index]);

    private static ValueList? ListOrNull(in Value value, TemplateRun run) => value.Kind switch
    {
        ValueKind.Array or ValueKind.Undefined or ValueKind.Null => Lists.Of(value),
        ValueKind.Object or ValueKind.Host => ForStep.Pairs(value, run),
        ValueKind.String or ValueKind.Html => ForStep.Characters(ValueText.Of(value, run), run),
        _ => null,
    };

    /// <summary>The fault of an argument of the wrong kind, which points at the argument.</summary>
    public static TemplateFault Unfit(TemplateRun run, int index, in Value value, string wanted, string? hint = null) =>
        run.Fault(run.ArgumentAt(index), $"argument {index + 1} must be {wanted}, not {Operators.NameOf(value)}", hint);

    /// <summary>A string result, counted against the limits.</summary>
    public static Value Made(TemplateRun run, string text)
    {
        run.CheckLength(text.Length);
        run.Charge(text.Length * 2L);
        return Value.FromString(text);
    }
}
