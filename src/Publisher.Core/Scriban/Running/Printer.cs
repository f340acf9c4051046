using System.Buffers.Text;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Running;

/// <summary>Prints values as UTF-8, making strings only for the kinds that are rarely printed.</summary>
internal static class Printer
{
    public static void Write(TemplateRun run, in Value value, Escape escape)
    {
        switch (value.Kind)
        {
            case ValueKind.Undefined or ValueKind.Null:
                break;
            case ValueKind.String:
                WriteText(run, value.AsString, escape);
                break;
            case ValueKind.Html:
                WriteHtml(run, value);
                break;
            case ValueKind.Boolean:
                run.Output.Write(value.AsBoolean ? "true"u8 : "false"u8);
                break;
            case ValueKind.Integer:
                Utf8Formatter.TryFormat(value.AsInteger, run.Output.GetSpan(20), out var length);
                run.Output.Advance(length);
                break;
            case ValueKind.Host:
                var text = value.Type.Text(value.Reference!, run);
                if (text.Kind == ValueKind.Host) WriteText(run, value.Type.Name, escape);
                else Write(run, text, escape);
                break;
            default:
                WriteText(run, ValueText.Of(value, run), escape);
                break;
        }
    }

    private static void WriteText(TemplateRun run, string text, Escape escape)
    {
        if (escape == Escape.Html) HtmlText.Write(run.Output, text);
        else run.Output.Write(text);
        run.CheckOutput();
    }

    private static void WriteHtml(TemplateRun run, in Value value)
    {
        switch (value.Reference)
        {
            case string text: run.Output.Write(text); break;
            case byte[]: run.Output.Write(value.HtmlBytes); break;
            default: ((IHtml)value.Reference!).WriteTo(run.Output, run); break;
        }
        run.CheckOutput();
    }
}
