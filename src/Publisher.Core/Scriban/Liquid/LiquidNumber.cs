using System.Globalization;
using System.Numerics;
using Publisher.Scriban.Running;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Liquid;

/// <summary>
/// What Liquid calculates with: whole numbers of any size, and decimal fractions that are exact, so that 0.1 plus 0.2 is 0.3.
/// </summary>
internal readonly struct LiquidNumber
{
    private const int MaxDigits = 2000, DivisionDigits = 40, MaxBits = 1 << 16;

    private readonly BigInteger digits;
    private readonly int scale;

    /// <summary>The infinite, no number, or the zero below zero, which digits cannot tell.</summary>
    private readonly double beyond;

    private LiquidNumber(BigInteger digits, int scale, bool isFraction)
    {
        this.digits = digits;
        this.scale = scale;
        IsFraction = isFraction;
    }

    private LiquidNumber(double beyond)
    {
        this.beyond = beyond;
        IsFraction = true;
    }

    /// <summary>Whether it is of the fractional kind, whatever its value is: 1.0 is.</summary>
    public bool IsFraction { get; }

    /// <summary>Whether it is infinite or no number.</summary>
    public bool IsBeyond => beyond != 0;

    public bool IsZero => digits.IsZero && !IsBeyond;

    private bool IsNegative => digits.Sign < 0 || double.IsNegative(beyond);

    public static LiquidNumber FromInteger(BigInteger integer) => new(integer, 0, false);

    /// <summary>The number a filter makes of a value: text is read as far as it goes, what is no number is 0.</summary>
    public static LiquidNumber Of(in Value value, TemplateRun run)
    {
        if (LiquidKind.IsInteger(value)) return FromInteger(Numbers.ToBig(value));
        if (LiquidKind.IsFloat(value)) return FromDouble(Numbers.ToDouble(value));
        return LiquidKind.IsText(value) ? FromText(LiquidText.InFilter(value, run), run) : default;
    }

    public Value ToValue(TemplateRun run)
    {
        if (IsFraction) return Value.FromDouble(ToDouble());
        if (digits.GetBitLength() > MaxBits) throw run.Fault("the result is too large a number");
        return Value.FromBig(digits);
    }

    public double ToDouble() => digits.IsZero ? beyond
        : double.Parse($"{digits}E{-scale}", NumberStyles.Float, CultureInfo.InvariantCulture);

    public LiquidNumber Abs() => IsBeyond ? new LiquidNumber(Math.Abs(beyond)) : new(BigInteger.Abs(digits), scale, IsFraction);

    /// <summary>The order of two numbers; none is neither more nor less than what is no number.</summary>
    public int CompareTo(in LiquidNumber other)
    {
        if (double.IsNaN(beyond) || double.IsNaN(other.beyond)) return 0;
        if (IsBeyond || other.IsBeyond) return ToDouble().CompareTo(other.ToDouble());
        var (a, b, _) = Aligned(this, other);
        return a.CompareTo(b);
    }

    public static LiquidNumber operator +(in LiquidNumber left, in LiquidNumber right)
    {
        if (left.IsBeyond || right.IsBeyond) return FromDouble(left.ToDouble() + right.ToDouble());
        var (a, b, scale) = Aligned(left, right);
        if (left.IsZero && right.IsZero && left.IsNegative && right.IsNegative) return new(-0.0);
        return new(a + b, scale, left.IsFraction || right.IsFraction);
    }

    public static LiquidNumber operator -(in LiquidNumber left, in LiquidNumber right)
    {
        if (left.IsBeyond || right.IsBeyond) return FromDouble(left.ToDouble() - right.ToDouble());
        var (a, b, scale) = Aligned(left, right);
        return new(a - b, scale, left.IsFraction || right.IsFraction);
    }

    public static LiquidNumber operator *(in LiquidNumber left, in LiquidNumber right) =>
        left.IsBeyond || right.IsBeyond ? FromDouble(left.ToDouble() * right.ToDouble())
            : IsLost(left, right) ? new(-0.0)
            : new(left.digits * right.digits, left.scale + right.scale, left.IsFraction || right.IsFraction);

    /// <summary>Whole numbers divide to the next lower whole number, by anything but zero.</summary>
    public static LiquidNumber operator /(in LiquidNumber left, in LiquidNumber right)
    {
        if (left.IsBeyond || right.IsBeyond || right.IsZero) return FromDouble(left.ToDouble() / right.ToDouble());
        if (!left.IsFraction && !right.IsFraction) return FromInteger(FloorDivide(left.digits, right.digits));
        if (IsLost(left, right)) return new(-0.0);
        var more = Math.Max(0, DivisionDigits + DigitsOf(right.digits) - DigitsOf(left.digits));
        var quotient = left.digits * BigInteger.Pow(10, more) / right.digits;
        return new(quotient, left.scale - right.scale + more, true);
    }

    /// <summary>The rest has the sign of the divisor, which is not zero.</summary>
    public static LiquidNumber operator %(in LiquidNumber left, in LiquidNumber right)
    {
        if (left.IsBeyond || right.IsBeyond) return FromDouble(double.NaN);
        var (a, b, scale) = Aligned(left, right);
        return new(a - b * FloorDivide(a, b), scale, left.IsFraction || right.IsFraction);
    }

    public BigInteger Floor() => FloorDivide(digits, BigInteger.Pow(10, scale));

    public BigInteger Ceiling() => -FloorDivide(-digits, BigInteger.Pow(10, scale));

    /// <summary>
    /// Rounds halves away from zero, to so many digits behind the point, or before it when they are negative. Whole from no
    /// digits down.
    /// </summary>
    public LiquidNumber Round(int places)
    {
        if (IsBeyond || (places >= scale && places > 0)) return this;
        if (places >= scale) return FromInteger(digits);
        if ((long)scale - places > MaxDigits) return new(BigInteger.Zero, 0, places > 0);
        var unit = BigInteger.Pow(10, scale - places);
        var half = BigInteger.Abs(digits) * 2 + unit;
        var rounded = half / (unit * 2) * digits.Sign;
        if (rounded.IsZero && IsNegative && places > 0) return new(-0.0);
        return places > 0 ? new(rounded, places, true) : FromInteger(rounded * BigInteger.Pow(10, -places));
    }

    /// <summary>The whole number a text begins with, as far as it goes: "12 apples" is 12, "apples" is 0.</summary>
    public static BigInteger Leading(string text, TemplateRun run)
    {
        var at = 0;
        while (at < text.Length && LiquidSpace.Is(text[at])) at++;
        var minus = at < text.Length && text[at] == '-';
        if (at < text.Length && text[at] is '-' or '+') at++;
        return LiquidInteger.Digits(text, ref at, 10, run) is { } number ? minus ? -number : number : BigInteger.Zero;
    }

    private static LiquidNumber FromText(string text, TemplateRun run)
    {
        var trimmed = text.AsSpan().Trim(LiquidSpace.All);
        var point = trimmed.IndexOf('.');
        var minus = trimmed is ['-', ..] ? 1 : 0;
        var isFraction = point > minus && point + 1 < trimmed.Length && AllDigits(trimmed[minus..point])
            && AllDigits(trimmed[(point + 1)..]);
        if (!isFraction) return FromInteger(Leading(text, run));
        if (trimmed.Length > MaxDigits) throw run.Fault("the number has too many digits");
        var digits = BigInteger.Parse(string.Concat(trimmed[..point], trimmed[(point + 1)..]), CultureInfo.InvariantCulture);
        return digits.IsZero && minus > 0 ? new(-0.0) : new(digits, trimmed.Length - point - 1, true);
    }

    private static bool AllDigits(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>Whether a product or quotient is the zero below zero.</summary>
    private static bool IsLost(in LiquidNumber left, in LiquidNumber right) => left.IsNegative != right.IsNegative
        && (left.IsFraction || right.IsFraction) && (left.IsZero || right.IsZero);

    private static LiquidNumber FromDouble(double number)
    {
        if (!double.IsFinite(number) || number == 0) return new(number);
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        var e = text.IndexOf('E');
        var exponent = e < 0 ? 0 : int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = e < 0 ? text : text[..e];
        var point = mantissa.IndexOf('.');
        var scale = (point < 0 ? 0 : mantissa.Length - point - 1) - exponent;
        var digits = BigInteger.Parse(mantissa.Replace(".", ""), CultureInfo.InvariantCulture);
        return scale < 0 ? new(digits * BigInteger.Pow(10, -scale), 0, true) : new(digits, scale, true);
    }

    private static (BigInteger, BigInteger, int Scale) Aligned(in LiquidNumber left, in LiquidNumber right)
    {
        var scale = Math.Max(left.scale, right.scale);
        return (left.digits * BigInteger.Pow(10, scale - left.scale), right.digits * BigInteger.Pow(10, scale - right.scale),
            scale);
    }

    private static BigInteger FloorDivide(in BigInteger left, in BigInteger right)
    {
        var quotient = BigInteger.DivRem(left, right, out var rest);
        return !rest.IsZero && (rest.Sign < 0) != (right.Sign < 0) ? quotient - 1 : quotient;
    }

    private static int DigitsOf(in BigInteger number) => (int)(number.GetBitLength() * 0.30103) + 1;
}
