using System.Buffers;
using System.Text;
using System.Text.Json;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Media;

/// <summary>Transcripts as JSON (Podcasting 2.0, version 1.0.0): a list of <c>segments</c>, with a <c>body</c> each.</summary>
internal static class TranscriptJson
{
    public static List<Cue> Read(SitePath file, string text, ICollection<Diagnostic> problems)
    {
        var cues = new List<Cue>();
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true });
            if (Field(json.RootElement, "segments") is not { ValueKind: JsonValueKind.Array } segments)
            {
                problems.Add(Messages.NoSegments(new Location(file, 1, 1, 1)));
                return cues;
            }
            foreach (var segment in segments.EnumerateArray())
                if (Read(segment) is { } cue) cues.Add(cue);
                else problems.Add(Messages.BadSegment(new Location(file), cues.Count + 1));
        }
        catch (JsonException fault)
        {
            var line = (int)(fault.LineNumber ?? 0) + 1;
            problems.Add(Messages.BadTranscriptJson(new Location(file, line, (int)(fault.BytePositionInLine ?? 0) + 1, 1)));
        }
        return cues;
    }

    public static string Write(IEnumerable<Cue> cues)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, ChapterText.Readable))
        {
            json.WriteStartObject();
            json.WriteString("version", "1.0.0");
            json.WriteStartArray("segments");
            foreach (var cue in cues)
            {
                json.WriteStartObject();
                if (cue.Speaker.Length > 0) json.WriteString("speaker", cue.Speaker);
                json.WriteNumber("startTime", Math.Round(cue.Start, 3));
                json.WriteNumber("endTime", Math.Round(cue.End, 3));
                json.WriteString("body", cue.Text);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static Cue? Read(JsonElement segment)
    {
        if (Seconds(Field(segment, "startTime")) is not { } start || Text(Field(segment, "body")) is not { } body) return null;
        var end = Seconds(Field(segment, "endTime")) ?? start;
        return new Cue(start, Math.Max(start, end), Text(Field(segment, "speaker")) ?? "", body.ReplaceLineEndings("\n"));
    }

    private static JsonElement? Field(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    private static double? Seconds(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetDouble(out var seconds) && seconds is >= 0 and < 1e7 => seconds,
        { ValueKind: JsonValueKind.String } => Timestamp.Seconds(Text(value)),
        _ => null,
    };

    private static string? Text(JsonElement? value)
    {
        if (value is not { ValueKind: JsonValueKind.String } text) return null;
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair (\ud800) is legal JSON, but no text.
            return null;
        }
    }
}
