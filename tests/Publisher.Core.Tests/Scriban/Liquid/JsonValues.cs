using System.Text.Json;
using Publisher.Scriban;
using Publisher.Scriban.Values;

namespace Publisher.Core.Tests.Scriban.Liquid;

/// <summary>Template values out of JSON, as the real Liquid gets them.</summary>
internal static class JsonValues
{
    public static void Set(TemplateRun run, string json)
    {
        using var document = JsonDocument.Parse(json);
        foreach (var member in document.RootElement.EnumerateObject()) run.Set(member.Name, Of(member.Value));
    }

    private static Value Of(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Null: return Value.Null;
            case JsonValueKind.True or JsonValueKind.False: return Value.FromBoolean(element.GetBoolean());
            case JsonValueKind.String: return Value.FromString(element.GetString());
            case JsonValueKind.Number:
                return element.TryGetInt64(out var number) && !element.GetRawText().Contains('.')
                    ? Value.FromInteger(number) : Value.FromDouble(element.GetDouble());
            case JsonValueKind.Array:
                return Value.FromList(new ScriptArray([.. element.EnumerateArray().Select(Of)]));
            default:
                var made = new ScriptObject();
                foreach (var member in element.EnumerateObject()) made[member.Name] = Of(member.Value);
                return Value.FromObject(made);
        }
    }
}
