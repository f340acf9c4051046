using System.Globalization;
using System.Text;

namespace Publisher.Scriban.Values;

/// <summary>What values look like as text: printed, joined to strings, and inside printed arrays and objects.</summary>
public static class ValueText
{
    private const int MaxDepth = 20;

    /// <summary>The text of a value as it is printed, before any escaping; null is empty.</summary>
    public static string Of(in Value value, TemplateRun run)
    {
        switch (value.Kind)
        {
            case ValueKind.String: return value.AsString;
            case ValueKind.Undefined or ValueKind.Null: return "";
            case ValueKind.Boolean: return value.AsBoolean ? "true" : "false";
            case ValueKind.Integer: return value.AsInteger.ToString(CultureInfo.InvariantCulture);
            case ValueKind.Html: return OfHtml(value, run);
            default:
                var text = new StringBuilder();
                Append(text, value, run, 0);
                return text.ToString();
        }
    }

    private static string OfHtml(in Value value, TemplateRun run)
    {
        switch (value.Reference)
        {
            case string text: return text;
            case byte[]:
                run.Charge(value.HtmlBytes.Length * 2L);
                return Encoding.UTF8.GetString(value.HtmlBytes);
            default:
                var start = run.Output.Length;
                ((IHtml)value.Reference!).WriteTo(run.Output, run);
                var html = Encoding.UTF8.GetString(run.Output.Written[start..]);
                run.Output.Truncate(start);
                run.Charge(html.Length);
                return html;
        }
    }

    internal static void Append(StringBuilder text, in Value value, TemplateRun run, int depth)
    {
        switch (value.Kind)
        {
            case ValueKind.Undefined or ValueKind.Null:
                if (depth > 0) text.Append("null");
                break;
            case ValueKind.String or ValueKind.Html:
                if (depth == 0) text.Append(Of(value, run));
                else AppendQuoted(text, Of(value, run));
                break;
            case ValueKind.Boolean or ValueKind.Integer: text.Append(Of(value, run)); break;
            case ValueKind.Big: text.Append(value.AsBig.ToString(CultureInfo.InvariantCulture)); break;
            case ValueKind.Float: text.Append(value.AsFloat.ToString(CultureInfo.InvariantCulture)); break;
            case ValueKind.Double: text.Append(value.AsDouble.ToString(CultureInfo.InvariantCulture)); break;
            case ValueKind.Decimal: text.Append(value.AsDecimal.ToString(CultureInfo.InvariantCulture)); break;
            case ValueKind.Date: text.Append(run.DateText(value.AsDate)); break;
            case ValueKind.TimeSpan: text.Append(value.AsTimeSpan.ToString("c", CultureInfo.InvariantCulture)); break;
            case ValueKind.Array: AppendList(text, value.AsList, run, depth); break;
            case ValueKind.Object when ReferenceEquals(value.Reference, Functions.BuiltIns.Empty):
                if (depth > 0) text.Append("null");
                break;
            case ValueKind.Object: AppendObject(text, value.AsObject, run, depth); break;
            case ValueKind.Host: Append(text, value.Type.Text(value.Reference!, run), run, depth); break;
            default: text.Append(value.AsFunction is Running.ScriptFunction script ? script.Name : "<function>"); break;
        }
    }

    private static void AppendList(StringBuilder text, ValueList list, TemplateRun run, int depth)
    {
        text.Append('[');
        for (var i = 0; i < list.Count; i++)
        {
            if (i > 0) text.Append(", ");
            AppendInner(text, list.At(i, run), run, depth);
        }
        text.Append(']');
    }

    private static void AppendObject(StringBuilder text, ValueObject value, TemplateRun run, int depth)
    {
        text.Append('{');
        var first = true;
        foreach (var name in value.Names)
        {
            if (!first) text.Append(", ");
            first = false;
            text.Append(name).Append(": ");
            value.TryGet(name, run, out var member);
            AppendInner(text, member, run, depth);
        }
        text.Append('}');
    }

    private static void AppendInner(StringBuilder text, in Value value, TemplateRun run, int depth)
    {
        if (depth >= MaxDepth) text.Append("...");
        else Append(text, value, run, depth + 1);
        run.CheckLength(text.Length);
    }

    internal static void AppendQuoted(StringBuilder text, string value)
    {
        text.Append('"');
        AppendEscaped(text, value);
        text.Append('"');
    }

    /// <summary>The text as it would stand between double quotes in a template.</summary>
    internal static void AppendEscaped(StringBuilder text, string value)
    {
        foreach (var c in value)
        {
            switch (c)
            {
                case '"': text.Append("\\\""); break;
                case '\\': text.Append("\\\\"); break;
                case '\a': text.Append("\\a"); break;
                case '\b': text.Append("\\b"); break;
                case '\f': text.Append("\\f"); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                case '\v': text.Append("\\v"); break;
                case < ' ': text.Append(CultureInfo.InvariantCulture, $"\\x{(int)c:x2}"); break;
                default: text.Append(c); break;
            }
        }
    }
}
