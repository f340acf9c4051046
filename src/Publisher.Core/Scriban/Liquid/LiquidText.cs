using System.Globalization;
using System.Text;
using Publisher.Scriban.Running;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Liquid;

/// <summary>
/// What values look like as text in Liquid, which is what Ruby's <c>to_s</c>, <c>join</c> and <c>inspect</c> make of them.
/// </summary>
internal static class LiquidText
{
    private const int MaxDepth = 50;

    /// <summary>The text that <c>{{ value }}</c> prints: an array is its items, one after the other.</summary>
    public static string Of(in Value value, TemplateRun run) =>
        LiquidKind.IsArray(value) ? Joined(value.AsList, "", run) : InFilter(value, run);

    /// <summary>
    /// The text a filter sees where it wants text: an array is as <see cref="Inspect(in Value, TemplateRun)"/> says.
    /// </summary>
    public static string InFilter(in Value value, TemplateRun run)
    {
        switch (value.Kind)
        {
            case ValueKind.String: return value.AsString;
            case ValueKind.Undefined or ValueKind.Null: return "";
            case ValueKind.Boolean: return value.AsBoolean ? "true" : "false";
            case ValueKind.Integer: return value.AsInteger.ToString(CultureInfo.InvariantCulture);
            case ValueKind.Float or ValueKind.Double or ValueKind.Decimal: return OfFloat(Numbers.ToDouble(value));
            case ValueKind.Date: return OfDate(value.AsDate);
            case ValueKind.Array when LiquidKind.IsRange(value): return OfRange(value.AsList, run);
            case ValueKind.Array: return Inspect(value, run);
            case ValueKind.Object: return Comparison.IsEmpty(value) ? "" : Inspect(value, run);
            case ValueKind.Host: return InFilter(value.Type.Text(value.Reference!, run), run);
            default: return ValueText.Of(value, run);
        }
    }

    /// <summary>The items' texts with a glue between them; arrays among them are joined with the same glue.</summary>
    public static string Joined(ValueList list, string glue, TemplateRun run)
    {
        var text = new StringBuilder();
        var first = true;
        Join(text, list, glue, ref first, run, 0);
        return text.ToString();
    }

    /// <summary>The text of a floating-point number: <c>1.0</c>, <c>0.1</c>, <c>1.0e+20</c>.</summary>
    public static string OfFloat(double number)
    {
        if (double.IsNaN(number)) return "NaN";
        if (double.IsInfinity(number)) return number > 0 ? "Infinity" : "-Infinity";
        if (number == 0) return double.IsNegative(number) ? "-0.0" : "0.0";
        var (digits, exponent) = Digits(number.ToString("R", CultureInfo.InvariantCulture));
        return (number < 0 ? "-" : "") + Laid(digits, exponent);
    }

    public static string OfDate(DateTimeOffset date) => LiquidDateFormat.Apply(date, "%Y-%m-%d %H:%M:%S %z", null);

    /// <summary>The value as it would be written in Ruby: quoted text, brackets and braces.</summary>
    public static string Inspect(in Value value, TemplateRun run)
    {
        var text = new StringBuilder();
        Inspect(text, value, run, 0);
        return text.ToString();
    }

    private static void Join(StringBuilder text, ValueList list, string glue, ref bool first, TemplateRun run, int depth)
    {
        if (depth > MaxDepth) throw run.Fault("the array is too deep, or holds itself");
        for (var i = 0; i < list.Count; i++)
        {
            var item = list.At(i, run);
            if (LiquidKind.IsArray(item))
            {
                Join(text, item.AsList, glue, ref first, run, depth + 1);
                continue;
            }
            if (!first) text.Append(glue);
            first = false;
            text.Append(InFilter(item, run));
            run.CheckLength(text.Length);
        }
    }

    private static string OfRange(ValueList list, TemplateRun run) => list is LiquidRange range
        ? string.Create(CultureInfo.InvariantCulture, $"{range.First}..{range.Last}")
        : list.Count == 0 ? "" : $"{InFilter(list.At(0, run), run)}..{InFilter(list.At(list.Count - 1, run), run)}";

    /// <summary>The significant digits and the power of ten behind "0.".</summary>
    private static (string Digits, int Exponent) Digits(string text)
    {
        var e = text.IndexOf('E');
        var exponent = e < 0 ? 0 : int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = (e < 0 ? text : text[..e]).TrimStart('-');
        var point = mantissa.IndexOf('.');
        exponent += point < 0 ? mantissa.Length : point;
        var digits = mantissa.Replace(".", "");
        var zeros = digits.Length - digits.TrimStart('0').Length;
        return (digits[zeros..].TrimEnd('0'), exponent - zeros);
    }

    private static string Laid(string digits, int exponent)
    {
        const int leastPlain = -3, mostPlain = 16;
        if (exponent is < leastPlain or > mostPlain)
        {
            var power = Math.Abs(exponent - 1).ToString("d2", CultureInfo.InvariantCulture);
            return $"{digits[0]}.{(digits.Length > 1 ? digits[1..] : "0")}e{(exponent > 0 ? '+' : '-')}{power}";
        }
        if (exponent <= 0) return "0." + new string('0', -exponent) + digits;
        return exponent >= digits.Length ? digits.PadRight(exponent, '0') + ".0" : $"{digits[..exponent]}.{digits[exponent..]}";
    }

    private static void Inspect(StringBuilder text, in Value value, TemplateRun run, int depth)
    {
        if (depth > MaxDepth) throw run.Fault("the value is too deep, or holds itself");
        run.CheckLength(text.Length);
        switch (value.Kind)
        {
            case ValueKind.Undefined or ValueKind.Null: text.Append("nil"); break;
            case ValueKind.String or ValueKind.Html: Quote(text, InFilter(value, run)); break;
            case ValueKind.Array when !LiquidKind.IsRange(value): InspectList(text, value.AsList, run, depth); break;
            case ValueKind.Object: InspectMembers(text, value, run, depth); break;
            default: text.Append(InFilter(value, run)); break;
        }
    }

    private static void InspectList(StringBuilder text, ValueList list, TemplateRun run, int depth)
    {
        text.Append('[');
        for (var i = 0; i < list.Count; i++)
        {
            if (i > 0) text.Append(", ");
            Inspect(text, list.At(i, run), run, depth + 1);
        }
        text.Append(']');
    }

    private static void InspectMembers(StringBuilder text, in Value value, TemplateRun run, int depth)
    {
        text.Append('{');
        var first = true;
        foreach (var name in value.AsObject.Names)
        {
            if (!first) text.Append(", ");
            first = false;
            Quote(text, name);
            text.Append("=>");
            value.AsObject.TryGet(name, run, out var member);
            Inspect(text, member, run, depth + 1);
        }
        text.Append('}');
    }

    private static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            var next = i + 1 < value.Length ? value[i + 1] : '\0';
            if (c is '"' or '\\' || (c == '#' && next is '{' or '$' or '@')) text.Append('\\').Append(c);
            else if (Escapes.IndexOf(c) is >= 0 and var at) text.Append('\\').Append(EscapeLetters[at]);
            else if (char.IsHighSurrogate(c) && char.IsLowSurrogate(next)) text.Append(c).Append(value[++i]);
            else if (IsPrinted(c)) text.Append(c);
            else text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
        }
        text.Append('"');
    }

    private const string Escapes = "\n\r\t\f\v\b\a\u001b", EscapeLetters = "nrtfvbae";

    private static bool IsPrinted(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Control
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator);
}
