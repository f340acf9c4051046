using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Configuration;

/// <summary>
/// Reads JSON (RFC 8259, with comments and trailing commas) with the exact place of every value. Never throws: a fault is
/// a diagnostic, and what was read before it is returned.
/// </summary>
public static class JsonReader
{
    // How deep values may nest is judged here, where it can be said in the words that YAML has for it.
    private static readonly JsonReaderOptions Options =
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = int.MaxValue };

    private static readonly JsonReaderOptions Strict = new() { MaxDepth = int.MaxValue };

    /// <param name="strict">Whether comments and trailing commas are faults, as other programs have it.</param>
    public static DataNode? Read(
        SitePath file, string text, int firstLine, ICollection<Diagnostic> problems, bool strict = false)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            problems.Add(Messages.BadJson(new Location(file, firstLine, 1, 1), "there is nothing in it"));
            return null;
        }
        var position = new Position(file, firstLine);
        var reading = new Reading(Encoding.UTF8.GetBytes(text), position, problems, strict ? Strict : Options);
        if (!reading.Next()) return null;
        var root = reading.ReadValue();
        // Asking once more makes the reader complain about text after the value.
        reading.Next();
        return root;
    }

    /// <summary>
    /// The value at the head of a text that goes on as something else; <paramref name="end"/> is where it ends, and -1 when a
    /// fault keeps that from being known.
    /// </summary>
    public static DataNode? ReadHead(SitePath file, string text, ICollection<Diagnostic> problems, out int end)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var reading = new Reading(utf8, new Position(file, 1), problems, Options);
        var root = reading.Next() ? reading.ReadValue() : null;
        end = reading.HasEnded ? -1 : Encoding.UTF8.GetCharCount(utf8, 0, reading.Consumed);
        return root;
    }

    private ref struct Reading(
        ReadOnlySpan<byte> utf8, Position position, ICollection<Diagnostic> problems, JsonReaderOptions options)
    {
        private readonly ReadOnlySpan<byte> utf8 = utf8;
        private Utf8JsonReader json = new(utf8, options);

        /// <summary>Whether the text is over, or cannot be read any further.</summary>
        public bool HasEnded { get; private set; }

        public readonly int Consumed => (int)json.BytesConsumed;

        public bool Next()
        {
            if (HasEnded) return false;
            try
            {
                HasEnded = !json.Read();
            }
            catch (JsonException fault)
            {
                HasEnded = true;
                var line = (int)(fault.LineNumber ?? 0) + 1;
                problems.Add(Messages.BadJson(
                    position.OnLine(utf8, line, (int)(fault.BytePositionInLine ?? 0)), Brief(fault.Message)));
            }
            return !HasEnded;
        }

        public DataNode ReadValue()
        {
            var at = Here();
            if (json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray
                && json.CurrentDepth >= YamlReader.MaxDepth)
            {
                problems.Add(Messages.DataTooDeep(at, YamlReader.MaxDepth));
                HasEnded = true;
                return new ScalarNode(at, "", true);
            }
            switch (json.TokenType)
            {
                case JsonTokenType.StartObject: return ReadObject(at);
                case JsonTokenType.StartArray: return ReadArray(at);
                case JsonTokenType.String: return new ScalarNode(at, Text(at), false);
                default: return new ScalarNode(at, Encoding.UTF8.GetString(json.ValueSpan), true);
            }
        }

        private MappingNode ReadObject(Location at)
        {
            var mapping = new MappingBuilder(problems);
            while (Next() && json.TokenType == JsonTokenType.PropertyName)
            {
                var where = Here();
                var key = new ScalarNode(where, Text(where), false);
                if (!Next()) break;
                mapping.Set(key, ReadValue());
            }
            return new MappingNode(at, mapping.ToEntries());
        }

        private SequenceNode ReadArray(Location at)
        {
            var items = ImmutableArray.CreateBuilder<DataNode>();
            while (Next() && json.TokenType != JsonTokenType.EndArray) items.Add(ReadValue());
            return new SequenceNode(at, items.DrainToImmutable());
        }

        private string Text(Location at)
        {
            try
            {
                return json.GetString() ?? "";
            }
            catch (InvalidOperationException)
            {
                // Half a surrogate pair (\ud800) is legal JSON, but no text.
                problems.Add(Messages.BadJson(at, "this string holds half of a surrogate pair"));
                return Encoding.UTF8.GetString(json.ValueSpan);
            }
        }

        private Location Here()
        {
            var start = (int)json.TokenStartIndex;
            return position.At(utf8, start) with
            {
                Length = json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? 1
                    : Encoding.UTF8.GetCharCount(
                        utf8[start..Math.Min((int)json.BytesConsumed, utf8.Length)].TrimEnd(": \t\r\n"u8)),
            };
        }

        private static string Brief(string message)
        {
            var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
            return (end < 0 ? message : message[..end]).TrimEnd('.');
        }
    }

    /// <summary>Follows the reader through the text, counting lines and UTF-16 columns as it goes.</summary>
    private sealed class Position(SitePath file, int firstLine)
    {
        private int offset, line, column = 1;

        public Location At(ReadOnlySpan<byte> utf8, int target)
        {
            foreach (var one in utf8[offset..target])
            {
                if (one == '\n') (line, column) = (line + 1, 1);
                else column += one < 0x80 || one is >= 0xC0 and < 0xF0 ? 1 : one >= 0xF0 ? 2 : 0;
            }
            offset = target;
            return new Location(file, firstLine + line, column, 1);
        }

        public Location OnLine(ReadOnlySpan<byte> utf8, int number, int bytes)
        {
            var start = 0;
            for (var i = 1; i < number && utf8[start..].IndexOf((byte)'\n') is var end and >= 0; i++) start += end + 1;
            var before = utf8.Slice(start, Math.Min(bytes, utf8.Length - start));
            return new Location(file, firstLine + number - 1, Encoding.UTF8.GetCharCount(before) + 1, 1);
        }
    }
}
