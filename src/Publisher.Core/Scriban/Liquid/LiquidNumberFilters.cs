using Publisher.Scriban.Functions;
using Publisher.Scriban.Running;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Liquid;

/// <summary>Liquid's arithmetic: text that begins with a number counts as it, everything else as 0.</summary>
internal static class LiquidNumberFilters
{
    public static void AddTo(FunctionGroup group) => group
        // The number without its sign.
        // `{{ -5 | abs }}` → `5`
        .Add("abs", "number", static (run, a) => LiquidNumber.Of(a[0], run).Abs().ToValue(run))
        // The number, or the other one if that is greater.
        // `{{ 3 | at_least: 5 }}` → `5`
        .Add("at_least", "number, minimum", static (run, a) => Bounded(run, a, least: true))
        // The number, or the other one if that is smaller.
        // `{{ 9 | at_most: 5 }}` → `5`
        .Add("at_most", "number, maximum", static (run, a) => Bounded(run, a, least: false))
        // The next whole number upwards.
        // `{{ 1.2 | ceil }}` → `2`
        .Add("ceil", "number", static (run, a) => Value.FromBig(Finite(run, a).Ceiling()))
        // The quotient; a whole number when divided by one.
        // `{{ 20 | divided_by: 7 }} {{ 20 | divided_by: 8.0 }}` → `2 2.5`
        .Add("divided_by", "number, divisor", DividedBy)
        // The next whole number downwards.
        // `{{ 1.8 | floor }}` → `1`
        .Add("floor", "number", static (run, a) => Value.FromBig(Finite(run, a).Floor()))
        // The number less another.
        // `{{ 5 | minus: 2 }}` → `3`
        .Add("minus", "number, other", static (run, a) => (Number(run, a, 0) - Number(run, a, 1)).ToValue(run))
        // What is left after dividing.
        // `{{ 11 | modulo: 4 }}` → `3`
        .Add("modulo", "number, divisor", Modulo)
        // The sum of both.
        // `{{ 5 | plus: 2 }}` → `7`
        .Add("plus", "number, other", static (run, a) => (Number(run, a, 0) + Number(run, a, 1)).ToValue(run))
        // The nearest whole number, or the nearest with so many digits behind the point.
        // `{{ 1.256 | round: 2 }} {{ 2.5 | round }}` → `1.26 3`
        .Add("round", "number, digits?", Round)
        // The product of both.
        // `{{ 4 | times: 2.5 }}` → `10.0`
        .Add("times", "number, other", static (run, a) => (Number(run, a, 0) * Number(run, a, 1)).ToValue(run))
        // The whole number that the value is or says.
        // `{{ "12.7" | to_integer }}` → `12`
        .Add("to_integer", "value", ToInteger);

    private static LiquidNumber Number(TemplateRun run, ReadOnlySpan<Value> a, int index) => LiquidNumber.Of(a[index], run);

    private static LiquidNumber Finite(TemplateRun run, ReadOnlySpan<Value> a)
    {
        var number = LiquidNumber.Of(a[0], run);
        return number.IsBeyond ? throw run.Fault($"{LiquidText.OfFloat(number.ToDouble())} has no whole number") : number;
    }

    /// <summary>A fraction divided by zero is infinite; a whole number is a fault.</summary>
    private static Value DividedBy(TemplateRun run, ReadOnlySpan<Value> a)
    {
        var (number, divisor) = (LiquidNumber.Of(a[0], run), LiquidNumber.Of(a[1], run));
        if (divisor.IsZero && !divisor.IsFraction && !number.IsFraction) throw run.Fault("this divides by zero");
        return (number / divisor).ToValue(run);
    }

    private static Value Modulo(TemplateRun run, ReadOnlySpan<Value> a)
    {
        var (number, divisor) = (LiquidNumber.Of(a[0], run), LiquidNumber.Of(a[1], run));
        if (divisor.IsZero && !double.IsNaN(number.ToDouble())) throw run.Fault("this divides by zero");
        return (number % divisor).ToValue(run);
    }

    private static Value Bounded(TemplateRun run, ReadOnlySpan<Value> a, bool least)
    {
        var (number, bound) = (LiquidNumber.Of(a[0], run), LiquidNumber.Of(a[1], run));
        var order = bound.CompareTo(number);
        return (least ? order > 0 : order < 0) ? bound.ToValue(run) : number.ToValue(run);
    }

    private static Value Round(TemplateRun run, ReadOnlySpan<Value> a)
    {
        var number = LiquidNumber.Of(a[0], run);
        var places = LiquidNumber.Of(a[1], run);
        if (places.IsBeyond || places.Abs().CompareTo(LiquidNumber.FromInteger(int.MaxValue)) > 0)
            throw run.Fault("so many digits cannot be rounded to");
        var count = (int)places.ToDouble();
        return (count > 0 ? number : Finite(run, a)).Round(count).ToValue(run);
    }

    /// <summary>Jekyll's: cut off, not rounded; true is 1, and a date is its seconds since 1970.</summary>
    private static Value ToInteger(TemplateRun run, ReadOnlySpan<Value> a)
    {
        var value = a[0];
        switch (value.Kind)
        {
            case ValueKind.Undefined or ValueKind.Null: return Value.FromInteger(0);
            case ValueKind.Boolean: return Value.FromInteger(value.AsBoolean ? 1 : 0);
            case ValueKind.Integer or ValueKind.Big: return value;
            case ValueKind.String or ValueKind.Html:
                return Value.FromBig(LiquidNumber.Leading(LiquidText.InFilter(value, run), run));
            case ValueKind.Float or ValueKind.Double or ValueKind.Decimal:
                Finite(run, a);
                return Value.FromBig(new System.Numerics.BigInteger(Numbers.ToDouble(value)));
            case ValueKind.Date: return Value.FromInteger(value.AsDate.ToUnixTimeSeconds());
            default: throw run.Fault($"{LiquidKind.NameOf(value)} is no whole number");
        }
    }
}
