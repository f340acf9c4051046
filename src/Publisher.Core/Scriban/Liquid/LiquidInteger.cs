using System.Globalization;
using System.Numerics;
using Publisher.Scriban.Running;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Liquid;

/// <summary>
/// Reads a whole number where a filter insists on one: the number itself, or text that is one all through (12, -3, 1_000,
/// 0x1f).
/// </summary>
internal static class LiquidInteger
{
    private const int MaxDigits = 2000;

    /// <summary>The number, at most as large as a 64-bit one; a fault for anything else.</summary>
    public static long Of(in Value value, TemplateRun run)
    {
        var number = LiquidKind.IsInteger(value) ? Numbers.ToBig(value) : Parse(LiquidText.InFilter(value, run), run);
        return number is { } found ? (long)BigInteger.Clamp(found, long.MinValue, long.MaxValue)
            : throw run.Fault($"a whole number is wanted here, not {LiquidText.Inspect(value, run)}");
    }

    /// <summary>Digits with single underscores between them; null when there is none.</summary>
    public static BigInteger? Digits(string text, ref int at, int radix, TemplateRun run)
    {
        var from = at;
        var digits = new System.Text.StringBuilder();
        for (; at < text.Length; at++)
        {
            if (text[at] == '_' && at > from && at + 1 < text.Length && DigitOf(text[at + 1]) < radix && text[at - 1] != '_')
                continue;
            if (DigitOf(text[at]) >= radix) break;
            digits.Append(text[at]);
        }
        if (digits.Length > MaxDigits) throw run.Fault("the number has too many digits");
        if (digits.Length == 0) return null;
        if (radix == 10) return BigInteger.Parse(digits.ToString(), CultureInfo.InvariantCulture);
        var number = BigInteger.Zero;
        foreach (var digit in digits.ToString()) number = number * radix + DigitOf(digit);
        return number;
    }

    private static BigInteger? Parse(string text, TemplateRun run)
    {
        text = text.Trim(LiquidSpace.All);
        var at = 0;
        var minus = text is ['-', ..];
        if (text is ['-' or '+', ..]) at++;
        var radix = 10;
        if (at + 1 < text.Length && text[at] == '0')
        {
            radix = char.ToLowerInvariant(text[at + 1]) switch { 'x' => 16, 'b' => 2, 'o' => 8, 'd' => 10, _ => 0 };
            at += radix == 0 ? text[at + 1] == '_' ? 2 : 1 : 2;
            if (radix == 0) radix = 8;
        }
        if (Digits(text, ref at, radix, run) is not { } number || at != text.Length) return null;
        return minus ? -number : number;
    }

    private static int DigitOf(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'z' => c - 'a' + 10,
        >= 'A' and <= 'Z' => c - 'A' + 10,
        _ => int.MaxValue,
    };
}
