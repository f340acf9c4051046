using Publisher.Scriban.Running;
using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Functions;

/// <summary><c>math.…</c>: arithmetic as functions, for pipes, with what the operators do with null and text.</summary>
internal static class MathFunctions
{
    public static void AddTo(Globals globals) => new FunctionGroup("math")
        // The number without its sign.
        // `{{ -5 | math.abs }}` → `5`
        .Add("abs", "value", static (run, a) =>
            Number(run, a) is { IsNull: false } x && Numbers.Compare(x, Value.FromInteger(0)) < 0 ? Operators.Negate(x) : a[0])
        // The next whole number upwards.
        // `{{ 1.2 | math.ceil }}` → `2`
        .Add("ceil", "value", static (run, a) => Whole(run, a, Math.Ceiling, Math.Ceiling))
        // The quotient; rounded down to a whole number when divided by one.
        // `{{ 20 | math.divided_by 7 }}` → `2`
        // `{{ 20 | math.divided_by 8.0 }}` → `2.5`
        .Add("divided_by", "value, divisor", DividedBy)
        // The next whole number downwards.
        // `{{ -1.2 | math.floor }}` → `-2`
        .Add("floor", "value", static (run, a) => Whole(run, a, Math.Floor, Math.Floor))
        // The number by a format of .NET, as a culture writes it: `N2`, `P0`, `D3`, `0.00`, `x`.
        // `{{ 1234.5 | math.format "N2" }}` → `1,234.50`
        // `{{ 1234.5 | math.format "N1" "de" }}` → `1.234,5`
        // `{{ 7 | math.format "D3" }}` → `007`
        .Add("format", "value, format, culture?", static (run, a) =>
            Formats.Number(run, Number(run, a), a.Text(1, run), a.TextOrNull(2, run)))
        // Whether the value is a number.
        // `{{ 1 | math.is_number }} {{ "1" | math.is_number }}` → `true false`
        .Add("is_number", "value", static (_, a) => Value.FromBoolean(a[0].IsNumber))
        // The number less another.
        // `{{ 5 | math.minus 2 }}` → `3`
        .Add("minus", "value, with", static (run, a) => Apply(run, BinaryOperator.Subtract, a))
        // What is left after dividing.
        // `{{ 11 | math.modulo 4 }}` → `3`
        .Add("modulo", "value, with", static (run, a) => Apply(run, BinaryOperator.Modulo, a))
        // The sum of both.
        // `{{ 5 | math.plus 2 }}` → `7`
        .Add("plus", "value, with", static (run, a) => Apply(run, BinaryOperator.Add, a))
        // A whole number, at least the first and below the second. In a site it is the same at each build.
        // `{{ n = math.random 1 7; n >= 1 && n < 7 }}` → `true`
        .Add("random", "minValue, maxValue", Random)
        // The nearest number with so many digits behind the point, or the nearest whole one; a half goes to the even one.
        // `{{ 1.256 | math.round 2 }} {{ 2.5 | math.round }} {{ 3.5 | math.round }}` → `1.26 2 4`
        .Add("round", "value, precision?", Round)
        // The product of both.
        // `{{ 4 | math.times 2.5 }}` → `10`
        .Add("times", "value, with", static (run, a) => Apply(run, BinaryOperator.Multiply, a))
        // An identifier of 36 characters. In a site it is the same at each build.
        // `{{ math.uuid | string.size }}` → `36`
        .Add("uuid", "", Uuid)
        .AddTo(globals);

    private static Value Number(TemplateRun run, ReadOnlySpan<Value> a) =>
        a[0].IsNull || a[0].IsNumber ? a[0] : throw Arguments.Unfit(run, 0, a[0], "a number");

    private static Value NumberOrZero(TemplateRun run, ReadOnlySpan<Value> a) =>
        Number(run, a) is { IsNull: false } number ? number : Value.FromInteger(0);

    private static Value Apply(TemplateRun run, BinaryOperator binary, ReadOnlySpan<Value> a)
    {
        var at = run.CallAt;
        return Operators.Apply(binary, a[0], a[1], new OperatorSite(at, at, at, Escape.None), run);
    }

    private static Value Whole(TemplateRun run, ReadOnlySpan<Value> a, Func<double, double> round,
        Func<decimal, decimal> roundExactly)
    {
        var value = NumberOrZero(run, a);
        return value.Kind switch
        {
            ValueKind.Float => Value.FromFloat((float)round(value.AsFloat)),
            ValueKind.Double => Value.FromDouble(round(value.AsDouble)),
            ValueKind.Decimal => Value.FromDecimal(roundExactly(value.AsDecimal)),
            _ => value,
        };
    }

    private static Value DividedBy(TemplateRun run, ReadOnlySpan<Value> a)
    {
        var result = Apply(run, BinaryOperator.Divide, [NumberOrZero(run, a), a[1]]);
        if (result.IsNull || a[1].Kind is not (ValueKind.Integer or ValueKind.Big)) return result;
        var floor = Whole(run, [result], Math.Floor, Math.Floor);
        return Numbers.TryInteger(floor, out var whole) ? Value.FromInteger(whole) : floor;
    }

    private static Value Round(TemplateRun run, ReadOnlySpan<Value> a)
    {
        var value = NumberOrZero(run, a);
        var digits = (int)Math.Clamp(a.Integer(1, run), 0, 15);
        return value.Kind switch
        {
            ValueKind.Float => Value.FromFloat(MathF.Round(value.AsFloat, Math.Min(digits, 6))),
            ValueKind.Double => Value.FromDouble(Math.Round(value.AsDouble, digits)),
            ValueKind.Decimal => Value.FromDecimal(Math.Round(value.AsDecimal, digits)),
            _ => value,
        };
    }

    private static Value Random(TemplateRun run, ReadOnlySpan<Value> a)
    {
        var (least, most) = (a.Integer(0, run), a.Integer(1, run));
        if (least > most) throw run.Fault($"the least value {least} is more than the greatest {most}");
        return Value.FromInteger(run.Random.NextInt64(least, most));
    }

    private static Value Uuid(TemplateRun run, ReadOnlySpan<Value> a)
    {
        Span<byte> bytes = stackalloc byte[16];
        run.Random.NextBytes(bytes);
        bytes[6] = (byte)(bytes[6] & 0x0F | 0x40);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return Value.FromString(new Guid(bytes, bigEndian: true).ToString());
    }
}
