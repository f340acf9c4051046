using System.Globalization;
using System.Numerics;
using Publisher.Scriban.Values;

namespace Publisher.Scriban;

/// <summary>
/// Reads the numbers of the language's source: integers of any size, hexadecimal, binary, and the three kinds of fractions.
/// </summary>
internal static class NumberReader
{
    /// <summary>Longer numbers than anybody means; it keeps reading them fast.</summary>
    private const int MaxDigits = 1000;

    /// <summary>The number; undefined when it cannot be held.</summary>
    public static Value Read(string text, bool integer)
    {
        if (text.Length > MaxDigits) return default;
        return integer ? ReadInteger(text) : ReadFraction(text);
    }

    private static Value ReadInteger(string text)
    {
        if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)) return ReadRadix(text.AsSpan(2), 16);
        if (text.StartsWith("0b", StringComparison.OrdinalIgnoreCase)) return ReadRadix(text.AsSpan(2), 2);
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var small)) return Value.FromInteger(small);
        var exponent = text.AsSpan().IndexOfAny('e', 'E');
        if (exponent < 0) return Value.FromBig(BigInteger.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture));
        if (!int.TryParse(text.AsSpan(exponent + 1).TrimStart('+'), NumberStyles.None, CultureInfo.InvariantCulture,
            out var power) || power > MaxDigits - exponent)
            return default;
        return Value.FromBig(BigInteger.Parse(text.AsSpan(0, exponent), NumberStyles.None,
            CultureInfo.InvariantCulture) * BigInteger.Pow(10, power));
    }

    /// <summary>
    /// As the reference does, digits that fill 32 or 64 bits are a signed number unless an "u" follows: 0xFFFFFFFF is -1.
    /// </summary>
    private static Value ReadRadix(ReadOnlySpan<char> text, int radix)
    {
        if (radix == 2 && text.Contains('.')) return ReadBinaryFraction(text);
        var digits = text.TrimEnd("uU");
        if (digits.Length == 0 || digits.Length > MaxDigits * 3 / 4) return default;
        var value = BigInteger.Zero;
        foreach (var digit in digits)
            value = value * radix + (char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10);
        if (digits.Length < text.Length || value > ulong.MaxValue) return Value.FromBig(value);
        return Value.FromInteger(value <= uint.MaxValue ? unchecked((int)(uint)value) : unchecked((long)(ulong)value));
    }

    private static Value ReadBinaryFraction(ReadOnlySpan<char> text)
    {
        var digits = text.TrimEnd("fFdD");
        var (value, scale) = (0.0, 1.0);
        var point = digits.IndexOf('.');
        for (var i = 0; i < digits.Length; i++)
        {
            if (i == point) continue;
            value = value * 2 + (digits[i] - '0');
            if (i > point) scale *= 2;
        }
        return text[^1] is 'f' or 'F' ? Value.FromFloat((float)(value / scale)) : Value.FromDouble(value / scale);
    }

    private static Value ReadFraction(string text)
    {
        var digits = text.AsSpan().TrimEnd("fFdDmM");
        var invariant = CultureInfo.InvariantCulture;
        return text[^1] switch
        {
            'f' or 'F' => float.TryParse(digits, NumberStyles.Float, invariant, out var single)
                ? Value.FromFloat(single) : default,
            'm' or 'M' => decimal.TryParse(digits, NumberStyles.Float, invariant, out var exact)
                ? Value.FromDecimal(exact) : default,
            _ => double.TryParse(digits, NumberStyles.Float, invariant, out var number) ? Value.FromDouble(number) : default,
        };
    }
}
