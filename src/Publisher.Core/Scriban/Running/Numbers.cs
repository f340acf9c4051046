using System.Globalization;
using System.Numerics;
using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Running;

/// <summary>
/// Arithmetic on all kinds of numbers: the result has the wider kind of the two, and integers grow instead of overflowing.
/// </summary>
internal static class Numbers
{
    /// <summary>The result; undefined where the operator has none for these numbers (a division by zero).</summary>
    public static Value Apply(BinaryOperator binary, in Value left, in Value right)
    {
        var rank = left.Kind > right.Kind ? left.Kind : right.Kind;
        return rank switch
        {
            ValueKind.Integer => Integers(binary, left.AsInteger, right.AsInteger),
            ValueKind.Big => Bigs(binary, ToBig(left), ToBig(right)),
            _ when binary is BinaryOperator.BitOr or BinaryOperator.BitAnd => default,
            ValueKind.Float when binary == BinaryOperator.Floor =>
                Value.FromFloat(MathF.Truncate(ToFloat(left) / ToFloat(right))),
            ValueKind.Float => Value.FromFloat((float)Doubles(binary, ToFloat(left), ToFloat(right))),
            ValueKind.Double => Value.FromDouble(Doubles(binary, ToDouble(left), ToDouble(right))),
            _ => Decimals(binary, left, right),
        };
    }

    public static double ToDouble(in Value value) => value.Kind switch
    {
        ValueKind.Integer => value.AsInteger,
        ValueKind.Big => (double)value.AsBig,
        ValueKind.Float => value.AsFloat,
        ValueKind.Double => value.AsDouble,
        ValueKind.Decimal => (double)value.AsDecimal,
        _ => double.NaN,
    };

    public static int Compare(in Value left, in Value right)
    {
        if (left.IsInteger && right.IsInteger) return left.AsInteger.CompareTo(right.AsInteger);
        var rank = left.Kind > right.Kind ? left.Kind : right.Kind;
        if (rank == ValueKind.Big) return ToBig(left).CompareTo(ToBig(right));
        if (rank == ValueKind.Decimal && TryDecimal(left, out var a) && TryDecimal(right, out var b)) return a.CompareTo(b);
        if (rank == ValueKind.Float) return ToFloat(left).CompareTo(ToFloat(right));
        return ToDouble(left).CompareTo(ToDouble(right));
    }

    public static BigInteger ToBig(in Value value) => value.Kind == ValueKind.Big ? value.AsBig : value.AsInteger;

    /// <summary>What a boolean counts as beside a number.</summary>
    public static Value OfBoolean(in Value value) => Value.FromInteger(value.AsBoolean ? 1 : 0);

    /// <summary>A whole number out of any number, fractions cut off; false when it does not fit or is none.</summary>
    public static bool TryInteger(in Value value, out long integer)
    {
        integer = value.IsInteger ? value.AsInteger : 0;
        if (value.IsInteger) return true;
        if (value.Kind is not (ValueKind.Float or ValueKind.Double or ValueKind.Decimal)) return false;
        var number = Math.Truncate(ToDouble(value));
        if (!(number >= long.MinValue && number < 9.2e18)) return false;
        integer = (long)number;
        return true;
    }

    /// <summary>
    /// A whole number out of what the reference converts to one: fractions to the nearest, halves to the even one, null to zero,
    /// true to one, and text that is a number.
    /// </summary>
    public static bool TryConvert(in Value value, out long integer)
    {
        integer = value.Kind switch
        {
            ValueKind.Integer => value.AsInteger,
            ValueKind.Boolean => value.AsBoolean ? 1 : 0,
            _ => 0,
        };
        return value.Kind switch
        {
            ValueKind.Undefined or ValueKind.Null or ValueKind.Boolean or ValueKind.Integer => true,
            ValueKind.Float or ValueKind.Double or ValueKind.Decimal =>
                TryInteger(Value.FromDouble(Math.Round(ToDouble(value))), out integer),
            ValueKind.String => long.TryParse(value.AsString, CultureInfo.InvariantCulture, out integer),
            _ => false,
        };
    }

    private static float ToFloat(in Value value) => value.Kind == ValueKind.Float ? value.AsFloat : (float)ToDouble(value);

    private static Value Integers(BinaryOperator binary, long left, long right)
    {
        switch (binary)
        {
            case BinaryOperator.Add:
                var sum = unchecked(left + right);
                return ((left ^ sum) & (right ^ sum)) < 0 ? Value.FromBig((BigInteger)left + right) : Value.FromInteger(sum);
            case BinaryOperator.Subtract:
                var difference = unchecked(left - right);
                return ((left ^ right) & (left ^ difference)) < 0 ? Value.FromBig((BigInteger)left - right)
                    : Value.FromInteger(difference);
            case BinaryOperator.Multiply:
                var high = Math.BigMul(left, right, out var low);
                return high == low >> 63 ? Value.FromInteger(low) : Value.FromBig((BigInteger)left * right);
            case BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight or BinaryOperator.Power:
                return Bigs(binary, left, right);
            case BinaryOperator.BitOr: return Value.FromInteger(left | right);
            case BinaryOperator.BitAnd: return Value.FromInteger(left & right);
        }
        if (right == 0) return default;
        if (right == -1) return Bigs(binary, left, right);
        return binary switch
        {
            BinaryOperator.Divide =>
                left % right == 0 ? Value.FromInteger(left / right) : Value.FromDouble((double)left / right),
            BinaryOperator.Floor => Value.FromInteger(left / right),
            BinaryOperator.Modulo => Value.FromInteger(left % right),
            _ => default,
        };
    }

    private static Value Bigs(BinaryOperator binary, in BigInteger left, in BigInteger right)
    {
        const int maxShift = 4096;
        switch (binary)
        {
            case BinaryOperator.Add: return Value.FromBig(left + right);
            case BinaryOperator.Subtract: return Value.FromBig(left - right);
            case BinaryOperator.Multiply:
                return left.GetBitLength() + right.GetBitLength() > 1 << 16 ? default : Value.FromBig(left * right);
            case BinaryOperator.ShiftLeft:
                return BigInteger.Abs(right) > maxShift ? default : Value.FromBig(left << (int)right);
            case BinaryOperator.ShiftRight:
                return BigInteger.Abs(right) > maxShift ? default : Value.FromBig(left >> (int)right);
            case BinaryOperator.Power:
                if (right < 0) return Value.FromDouble(Math.Pow((double)left, (double)right));
                return right > maxShift || left.GetBitLength() * (long)right > 1 << 16 ? default
                    : Value.FromBig(BigInteger.Pow(left, (int)right));
            case BinaryOperator.BitOr: return Value.FromBig(left | right);
            case BinaryOperator.BitAnd: return Value.FromBig(left & right);
        }
        if (right.IsZero) return default;
        var quotient = BigInteger.DivRem(left, right, out var rest);
        return binary switch
        {
            BinaryOperator.Divide => rest.IsZero ? Value.FromBig(quotient) : Value.FromDouble((double)left / (double)right),
            BinaryOperator.Floor => Value.FromBig(quotient),
            BinaryOperator.Modulo => Value.FromBig(rest),
            _ => default,
        };
    }

    private static double Doubles(BinaryOperator binary, double left, double right) => binary switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract => left - right,
        BinaryOperator.Multiply => left * right,
        BinaryOperator.Divide => left / right,
        BinaryOperator.Floor => Math.Round(left / right),
        BinaryOperator.Modulo => left % right,
        BinaryOperator.Power => Math.Pow(left, right),
        BinaryOperator.ShiftLeft => left * Math.Pow(2, right),
        BinaryOperator.ShiftRight => left / Math.Pow(2, right),
        _ => double.NaN,
    };

    private static Value Decimals(BinaryOperator binary, in Value left, in Value right)
    {
        if (!TryDecimal(left, out var a) || !TryDecimal(right, out var b))
            return Value.FromDouble(Doubles(binary, ToDouble(left), ToDouble(right)));
        if (b == 0 && binary is BinaryOperator.Divide or BinaryOperator.Floor or BinaryOperator.Modulo) return default;
        try
        {
            return binary switch
            {
                BinaryOperator.Add => Value.FromDecimal(a + b),
                BinaryOperator.Subtract => Value.FromDecimal(a - b),
                BinaryOperator.Multiply => Value.FromDecimal(a * b),
                BinaryOperator.Divide => Value.FromDecimal(a / b),
                BinaryOperator.Floor => Value.FromDecimal(Math.Round(a / b)),
                BinaryOperator.Modulo => Value.FromDecimal(a % b),
                _ => Value.FromDouble(Doubles(binary, (double)a, (double)b)),
            };
        }
        catch (OverflowException)
        {
            return Value.FromDouble(Doubles(binary, (double)a, (double)b));
        }
    }

    private static bool TryDecimal(in Value value, out decimal result)
    {
        if (value.Kind == ValueKind.Decimal)
        {
            result = value.AsDecimal;
            return true;
        }
        var number = ToDouble(value);
        result = Math.Abs(number) < 7.9e28 ? value.IsInteger ? value.AsInteger : (decimal)number : 0;
        return Math.Abs(number) < 7.9e28;
    }
}
