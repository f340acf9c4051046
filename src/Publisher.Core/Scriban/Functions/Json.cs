using System.Buffers;
using System.Text;
using System.Text.Json;
using Publisher.Scriban.Running;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Functions;

/// <summary>Values from JSON and JSON from values.</summary>
internal static class Json
{
    private const int MaxDepth = 64;

    public static Value Read(TemplateRun run, string json)
    {
        run.Charge(json.Length * 8L);
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), new JsonReaderOptions { MaxDepth = MaxDepth });
            reader.Read();
            var value = ReadValue(ref reader);
            while (reader.Read()) { }
            return value;
        }
        catch (JsonException fault)
        {
            throw run.Fault($"this is not JSON: line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}");
        }
    }

    public static string Write(TemplateRun run, in Value value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer)) WriteValue(run, writer, value, 0, buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static Value ReadValue(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new ScriptObject();
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var name = reader.GetString()!;
                    reader.Read();
                    members[name] = ReadValue(ref reader);
                }
                return Value.FromObject(members);
            case JsonTokenType.StartArray:
                var items = new ScriptArray();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Add(ReadValue(ref reader));
                return Value.FromList(items);
            case JsonTokenType.String: return Value.FromString(reader.GetString());
            case JsonTokenType.Number: return reader.TryGetInt64(out var integer) ? Value.FromInteger(integer)
                : Value.FromDouble(reader.GetDouble());
            case JsonTokenType.True: return Value.True;
            case JsonTokenType.False: return Value.False;
            default: return Value.Null;
        }
    }

    private static void WriteValue(TemplateRun run, Utf8JsonWriter writer, in Value value, int depth,
        ArrayBufferWriter<byte> buffer)
    {
        if (depth > MaxDepth) throw run.Fault("the value is too deep, or holds itself");
        run.CheckLength(buffer.WrittenCount + writer.BytesPending);
        switch (value.Kind)
        {
            case ValueKind.Undefined or ValueKind.Null: writer.WriteNullValue(); break;
            case ValueKind.Boolean: writer.WriteBooleanValue(value.AsBoolean); break;
            case ValueKind.Integer: writer.WriteNumberValue(value.AsInteger); break;
            case ValueKind.Double when double.IsFinite(value.AsDouble): writer.WriteNumberValue(value.AsDouble); break;
            case ValueKind.Float when float.IsFinite(value.AsFloat): writer.WriteNumberValue(value.AsFloat); break;
            case ValueKind.Decimal: writer.WriteNumberValue(value.AsDecimal); break;
            case ValueKind.Big: writer.WriteRawValue(ValueText.Of(value, run)); break;
            case ValueKind.Date: writer.WriteStringValue(value.AsDate); break;
            case ValueKind.Function: writer.WriteNullValue(); break;
            case ValueKind.Array:
                writer.WriteStartArray();
                for (var i = 0; i < value.AsList.Count; i++) WriteValue(run, writer, value.AsList.At(i, run), depth + 1, buffer);
                writer.WriteEndArray();
                break;
            case ValueKind.Object or ValueKind.Host:
                writer.WriteStartObject();
                foreach (var name in Members.NamesOf(value, run))
                {
                    Members.TryGet(value, name, run, out var member);
                    writer.WritePropertyName(name);
                    WriteValue(run, writer, member, depth + 1, buffer);
                }
                writer.WriteEndObject();
                break;
            default: writer.WriteStringValue(ValueText.Of(value, run)); break;
        }
    }
}
