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
        var utf8 = Encoding.UTF8.GetBytes(text);
        var places = new Places(file, text, utf8);
        var json = new Utf8JsonReader(utf8, new JsonReaderOptions { AllowTrailingCommas = true });
        var hasSegments = false;
        try
        {
            json.Read();
            if (json.TokenType != JsonTokenType.StartObject) json.Skip();
            else
                while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
                {
                    var isIt = json.ValueTextEquals("segments"u8);
                    json.Read();
                    hasSegments |= isIt && json.TokenType == JsonTokenType.StartArray;
                    if (isIt && json.TokenType == JsonTokenType.StartArray) ReadSegments(ref json, cues, places, problems);
                    else json.Skip();
                }
            if (!hasSegments) problems.Add(Messages.NoSegments(places.At(0)));
        }
        catch (JsonException)
        {
            problems.Add(Messages.BadTranscriptJson(places.At((int)json.BytesConsumed)));
        }
        return cues;
    }

    private static void ReadSegments(ref Utf8JsonReader json, List<Cue> cues, Places places, ICollection<Diagnostic> problems)
    {
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)json.TokenStartIndex;
            if (Read(JsonElement.ParseValue(ref json)) is { } cue) cues.Add(cue);
            else problems.Add(Messages.BadSegment(places.At(start)));
        }
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
        return new Cue(start, Math.Max(start, end), Text(Field(segment, "speaker"))?.Trim() ?? "", body.Replace("\r\n", "\n"));
    }

    private static JsonElement? Field(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    private static double? Seconds(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.Number } number =>
            number.TryGetDouble(out var seconds) && seconds is >= 0 and < 1e7 ? seconds : null,
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

    /// <summary>Turns places in the bytes, each behind the last, into lines and columns.</summary>
    private sealed class Places(SitePath file, string text, byte[] utf8)
    {
        private LineMap? lines;
        private int counted, letters;

        public Location At(int offset)
        {
            letters += Encoding.UTF8.GetCharCount(utf8.AsSpan(counted, offset - counted));
            counted = offset;
            var (line, column) = (lines ??= new LineMap(text)).At(letters);
            return new Location(file, line, column, 1);
        }
    }
}
