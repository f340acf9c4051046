using System.Globalization;
using System.Text;
using Publisher.Scriban.Running;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Liquid;

/// <summary>What Liquid prints: lists without anything between their items, objects and fractions as Ruby writes them.</summary>
internal static class LiquidPrint
{
    private const int MaxDepth = 50;

    /// <summary>The value itself where it prints alike in both languages, else its text.</summary>
    public static Value Printed(in Value value, TemplateRun run) => value.Kind switch
    {
        ValueKind.Float or ValueKind.Double or ValueKind.Decimal or ValueKind.Date or ValueKind.Array or ValueKind.Object
            or ValueKind.Function => Value.FromString(Text(value, run)),
        ValueKind.Host when value.Type.Text(value.Reference!, run) is { Kind: not ValueKind.Host } text => Printed(text, run),
        _ => value,
    };

    public static string Text(in Value value, TemplateRun run)
    {
        switch (value.Kind)
        {
            case ValueKind.Array or ValueKind.Object:
                var text = new StringBuilder();
                Append(text, value, run, 0);
                return text.ToString();
            case ValueKind.Float: return OfFloat(value.AsFloat);
            case ValueKind.Double: return OfFloat(value.AsDouble);
            case ValueKind.Decimal: return OfFloat((double)value.AsDecimal);
            case ValueKind.Date: return OfDate(value.AsDate);
            case ValueKind.Function: return "";
            default: return ValueText.Of(value, run);
        }
    }

    /// <summary>As Ruby's <c>Float#to_s</c>: always with a fraction, with an exponent where it is very large or small.</summary>
    public static string OfFloat(double number)
    {
        if (double.IsNaN(number)) return "NaN";
        if (double.IsInfinity(number)) return number > 0 ? "Infinity" : "-Infinity";
        if (number == 0) return double.IsNegative(number) ? "-0.0" : "0.0";
        var digits = number.ToString("E16", CultureInfo.InvariantCulture);
        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        var exponent = int.Parse(digits.AsSpan(digits.IndexOf('E') + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var sign = number < 0 ? "-" : "";
        var significant = Significant(shortest);
        if (exponent is >= -4 and < 16) return sign + Plain(significant, exponent);
        var fraction = significant.Length > 1 ? significant[1..] : "0";
        return $"{sign}{significant[0]}.{fraction}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}";
    }

    public static string Inspect(in Value value, TemplateRun run)
    {
        var text = new StringBuilder();
        AppendInspected(text, value, run, 0);
        return text.ToString();
    }

    private static string OfDate(DateTimeOffset date) => date.ToString("yyyy-MM-dd HH:mm:ss ", CultureInfo.InvariantCulture)
        + date.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);

    private static string Significant(string shortest)
    {
        var end = shortest.IndexOf('E');
        var digits = new StringBuilder();
        foreach (var c in end < 0 ? shortest : shortest[..end])
            if (char.IsAsciiDigit(c)) digits.Append(c);
        return digits.ToString().Trim('0') is { Length: > 0 } significant ? significant : "0";
    }

    private static string Plain(string significant, int exponent)
    {
        if (exponent < 0) return "0." + new string('0', -exponent - 1) + significant;
        if (significant.Length <= exponent + 1) return significant + new string('0', exponent + 1 - significant.Length) + ".0";
        return significant[..(exponent + 1)] + "." + significant[(exponent + 1)..];
    }

    private static void Append(StringBuilder text, in Value value, TemplateRun run, int depth)
    {
        run.CheckLength(text.Length);
        if (value.Kind == ValueKind.Object) AppendInspected(text, value, run, depth);
        else if (value.Kind != ValueKind.Array || depth > MaxDepth) text.Append(Text(value, run));
        else if (value.AsList.KindName == "range") AppendRange(text, value.AsList, run);
        else
            for (var i = 0; i < value.AsList.Count; i++)
            {
                run.Step();
                Append(text, value.AsList.At(i, run), run, depth + 1);
            }
    }

    private static void AppendRange(StringBuilder text, ValueList list, TemplateRun run)
    {
        if (list is LiquidRange range) text.Append(CultureInfo.InvariantCulture, $"{range.First}..{range.Last}");
        else if (list.Count > 0) text.Append(Text(list.At(0, run), run)).Append("..").Append(Text(list.At(list.Count - 1, run), run));
    }

    private static void AppendInspected(StringBuilder text, in Value value, TemplateRun run, int depth)
    {
        run.CheckLength(text.Length);
        if (depth > MaxDepth)
        {
            text.Append("...");
            return;
        }
        switch (value.Kind)
        {
            case ValueKind.Undefined or ValueKind.Null: text.Append("nil"); break;
            case ValueKind.String or ValueKind.Html: AppendQuoted(text, ValueText.Of(value, run)); break;
            case ValueKind.Array when value.AsList.KindName == "range": AppendRange(text, value.AsList, run); break;
            case ValueKind.Array:
                text.Append('[');
                for (var i = 0; i < value.AsList.Count; i++)
                {
                    run.Step();
                    if (i > 0) text.Append(", ");
                    AppendInspected(text, value.AsList.At(i, run), run, depth + 1);
                }
                text.Append(']');
                break;
            case ValueKind.Object: AppendObject(text, value, run, depth); break;
            default: text.Append(Text(value, run)); break;
        }
    }

    private static void AppendObject(StringBuilder text, in Value value, TemplateRun run, int depth)
    {
        if (value.AsObject is LiquidLoop)
        {
            text.Append("Liquid::ForloopDrop");
            return;
        }
        var first = true;
        text.Append('{');
        foreach (var name in value.AsObject.Names)
        {
            run.Step();
            if (!first) text.Append(", ");
            first = false;
            AppendQuoted(text, name);
            text.Append("=>");
            Members.TryGet(value, name, run, out var member);
            AppendInspected(text, member, run, depth + 1);
        }
        text.Append('}');
    }

    private static void AppendQuoted(StringBuilder text, string value)
    {
        text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            var next = i + 1 < value.Length ? value[i + 1] : '\0';
            text.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\f' => "\\f",
                '\v' => "\\v",
                '\b' => "\\b",
                '\a' => "\\a",
                '\u001b' => "\\e",
                '#' when next is '{' or '$' or '@' => "\\#",
                _ => c < ' ' || c == '\u007f' ? $"\\x{(int)c:X2}" : c.ToString(),
            });
        }
        text.Append('"');
    }
}
