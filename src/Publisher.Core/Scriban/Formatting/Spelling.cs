using System.Globalization;
using System.Text;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Formatting;

/// <summary>Writes constants, names and text in the way that the lexer reads them back.</summary>
internal static class Spelling
{
    public static string Of(in Value value) => value.Kind switch
    {
        ValueKind.Undefined or ValueKind.Null => "null",
        ValueKind.Boolean => value.AsBoolean ? "true" : "false",
        ValueKind.Integer => value.AsInteger.ToString(CultureInfo.InvariantCulture),
        ValueKind.Big => value.AsBig.ToString(CultureInfo.InvariantCulture),
        ValueKind.Float => Finite(value.AsFloat, value.AsFloat.ToString(CultureInfo.InvariantCulture), "1e99") + "f",
        ValueKind.Double => OfDouble(value.AsDouble),
        ValueKind.Decimal => value.AsDecimal.ToString(CultureInfo.InvariantCulture) + "m",
        ValueKind.String => OfText(value.AsString),
        _ => value.Reference is string text ? OfText(text) : "null",
    };

    /// <summary>Whether the number is written with a sign, which binds it to what stands before it.</summary>
    public static bool IsNegative(in Value value) => value.IsNumber && Of(value)[0] is '-' or '(';

    /// <summary>Whether a name can be written as it is; Liquid's can hold hyphens.</summary>
    public static bool IsPlainName(string name) =>
        Lexer.IsName(name) && name is not ("true" or "false" or "null" or "this" or "do" or "func");

    /// <summary>The nearest name that can be written.</summary>
    public static string PlainName(string name)
    {
        if (IsPlainName(name)) return name;
        var plain = new StringBuilder(name.Length);
        foreach (var c in name) plain.Append(Lexer.IsName("_" + c) ? c : '_');
        return IsPlainName(plain.ToString()) ? plain.ToString() : "_" + plain;
    }

    /// <summary>The nearest name where it can be nothing but a name: of an argument, or a parameter.</summary>
    public static string NameAlone(string name) =>
        Lexer.IsName(name) ? name : Lexer.IsName("_" + name) ? "$" + name : PlainName(name);

    public static string OfText(string text)
    {
        var verbatim = text.Contains('\\') && !text.Contains('`') && !text.Any(NeedsEscape);
        if (verbatim) return $"`{text}`";
        var quote = text.Contains('"') && !text.Contains('\'') ? '\'' : '"';
        var made = new StringBuilder(text.Length + 2).Append(quote);
        foreach (var c in text) AppendEscaped(made, c, quote);
        return made.Append(quote).ToString();
    }

    /// <summary>Text between the expressions of an interpolated string.</summary>
    public static void AppendInterpolated(StringBuilder made, string text)
    {
        foreach (var c in text)
        {
            if (c == '{') made.Append("\\{");
            else AppendEscaped(made, c, '"');
        }
    }

    /// <summary>Static text, where braces that would open a block are inside an escape block.</summary>
    public static string OfStaticText(string text, bool codeFollows)
    {
        var whole = codeFollows ? text + "{{" : text;
        var first = Lexer.NextBlock(whole, 0, out _);
        if (first < 0 || first == text.Length) return text;
        var (start, end) = (first, first);
        for (var at = first; at >= 0 && at < text.Length; at = Lexer.NextBlock(whole, end, out _))
        {
            end = at + 1;
            while (end < text.Length && text[end] is '{' or '%') end++;
            var line = text.IndexOf('\n', end);
            var close = text.LastIndexOf("}}", (line < 0 ? text.Length : line) - 1, StringComparison.Ordinal);
            end = Math.Max(end, close + 2);
        }
        var inside = text[start..end];
        var percents = "%";
        while ((inside + "}" + percents + "}").IndexOf("}" + percents + "}", StringComparison.Ordinal) != inside.Length)
            percents += "%";
        return $"{text[..start]}{{{percents}{{{inside}}}{percents}}}{text[end..]}";
    }

    private static string OfDouble(double number)
    {
        if (double.IsNaN(number)) return "(0.0 / 0.0)";
        var text = Finite(number, number.ToString(CultureInfo.InvariantCulture), "1.0e999");
        if (text.Contains('.')) return text;
        var exponent = text.IndexOf('E');
        return exponent < 0 ? text + ".0" : text.Insert(exponent, ".0");
    }

    private static string Finite(double number, string text, string infinity) =>
        double.IsInfinity(number) ? (number < 0 ? "-" : "") + infinity : text;

    private static bool NeedsEscape(char c) => char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' or '\uFEFF';

    private static void AppendEscaped(StringBuilder made, char c, char quote)
    {
        if (c == quote || c == '\\') made.Append('\\').Append(c);
        else if (c == '\n') made.Append("\\n");
        else if (c == '\r') made.Append("\\r");
        else if (c == '\t') made.Append("\\t");
        else if (NeedsEscape(c) && !char.IsSurrogate(c)) made.Append("\\u").Append(((int)c).ToString("x4"));
        else made.Append(c);
    }
}
