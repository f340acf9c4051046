using System.Text;
using Publisher.Scriban.Running;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Liquid;

/// <summary>Values as JSON in one line without spaces, as Jekyll's <c>jsonify</c> writes them.</summary>
internal static class LiquidJson
{
    private const int MaxDepth = 50;

    public static string Of(in Value value, TemplateRun run)
    {
        var text = new StringBuilder();
        Write(text, value, run, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, in Value value, TemplateRun run, int depth)
    {
        if (depth > MaxDepth) throw run.Fault("the value is too deep, or holds itself");
        run.CheckLength(text.Length);
        switch (value.Kind)
        {
            case ValueKind.Undefined or ValueKind.Null or ValueKind.Function: text.Append("null"); break;
            case ValueKind.Float or ValueKind.Double or ValueKind.Decimal:
                if (!double.IsFinite(Numbers.ToDouble(value))) throw run.Fault("JSON has no such number");
                text.Append(LiquidText.InFilter(value, run));
                break;
            case ValueKind.Boolean or ValueKind.Integer or ValueKind.Big: text.Append(LiquidText.InFilter(value, run)); break;
            case ValueKind.Array when LiquidKind.IsArray(value): WriteList(text, value.AsList, run, depth); break;
            case ValueKind.Host when LiquidKind.StandsForText(value, run): Quote(text, LiquidText.InFilter(value, run)); break;
            case ValueKind.Object or ValueKind.Host: WriteMembers(text, value, run, depth); break;
            default: Quote(text, LiquidText.InFilter(value, run)); break;
        }
    }

    private static void WriteList(StringBuilder text, ValueList list, TemplateRun run, int depth)
    {
        text.Append('[');
        for (var i = 0; i < list.Count; i++)
        {
            if (i > 0) text.Append(',');
            Write(text, list.At(i, run), run, depth + 1);
        }
        text.Append(']');
    }

    private static void WriteMembers(StringBuilder text, in Value value, TemplateRun run, int depth)
    {
        text.Append('{');
        var first = true;
        foreach (var name in Members.NamesOf(value, run))
        {
            if (!first) text.Append(',');
            first = false;
            Members.TryGet(value, name, run, out var member);
            Quote(text, name);
            text.Append(':');
            Write(text, member, run, depth + 1);
        }
        text.Append('}');
    }

    private static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            switch (c)
            {
                case '"' or '\\': text.Append('\\').Append(c); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                case '\f': text.Append("\\f"); break;
                case '\b': text.Append("\\b"); break;
                case < ' ': text.Append("\\u").Append(((int)c).ToString("x4")); break;
                default: text.Append(c); break;
            }
        }
        text.Append('"');
    }
}
