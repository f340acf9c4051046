using System.Text.Encodings.Web;
using System.Text.Json;
using Publisher.Rendering.Views;
using Publisher.Scriban;
using Publisher.Scriban.Values;

namespace Publisher.Rendering;

/// <summary>
/// Writes a template's value as JSON that may stand inside a script element, where &lt;, &gt; and &amp; are escaped; in an output
/// that is JSON itself they need not be.
/// </summary>
internal static class Json
{
    private const int Deepest = 32;
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(in Value value, TemplateRun run)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, IsJson(run) ? Plain : default)) Write(writer, value, run, 0);
        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static bool IsJson(TemplateRun run) => run.Scope().Route?.Path.HasExtension(".json") == true;

    private static void Write(Utf8JsonWriter writer, in Value value, TemplateRun run, int depth)
    {
        if (depth > Deepest) throw run.Fault("the value is nested too deeply for JSON", null);
        switch (value.Kind)
        {
            case ValueKind.Undefined or ValueKind.Null:
                writer.WriteNullValue();
                break;
            case ValueKind.Boolean:
                writer.WriteBooleanValue(value.AsBoolean);
                break;
            case ValueKind.Integer:
                writer.WriteNumberValue(value.AsInteger);
                break;
            case ValueKind.Double when double.IsFinite(value.AsDouble):
                writer.WriteNumberValue(value.AsDouble);
                break;
            case ValueKind.Date:
                writer.WriteStringValue(value.AsDate);
                break;
            case ValueKind.Array:
                writer.WriteStartArray();
                for (var i = 0; i < value.AsList.Count; i++) Write(writer, value.AsList.At(i, run), run, depth + 1);
                writer.WriteEndArray();
                break;
            case ValueKind.Object:
                writer.WriteStartObject();
                foreach (var name in value.AsObject.Names)
                    if (value.AsObject.TryGet(name, run, out var item)) WriteMember(writer, name, item, run, depth);
                writer.WriteEndObject();
                break;
            case ValueKind.Host:
                writer.WriteStartObject();
                foreach (var name in value.Type.DynamicNames(value.Reference!, run))
                    if (value.Type.TryGetDynamic(value.Reference!, run, name, out var member))
                        WriteMember(writer, name, member, run, depth);
                writer.WriteEndObject();
                break;
            default:
                writer.WriteStringValue(ValueText.Of(value, run));
                break;
        }
    }

    private static void WriteMember(Utf8JsonWriter writer, string name, in Value value, TemplateRun run, int depth)
    {
        writer.WritePropertyName(name);
        Write(writer, value, run, depth + 1);
    }
}
