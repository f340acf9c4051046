using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Cli.Preview;

/// <summary>
/// Writes problems for the browser's panel: with their place, a code frame, and where a click on the place leads.
/// </summary>
internal sealed class ProblemReport(string root, string? editorLink)
{
    private const int MostProblems = 100, LinesAround = 2, LongestLine = 400;

    /// <summary>
    /// A JSON object: <c>errors</c> and <c>warnings</c> (how many there are), and the <c>list</c>, errors first.
    /// </summary>
    public ReadOnlyMemory<byte> Write(ISite site, ImmutableArray<Diagnostic> problems)
    {
        var distinct = problems.Distinct().ToArray();
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteNumber("errors", distinct.Count(problem => problem.Severity == Severity.Error));
        json.WriteNumber("warnings", distinct.Count(problem => problem.Severity == Severity.Warning));
        json.WriteStartArray("list");
        foreach (var problem in distinct.OrderByDescending(problem => problem.Severity).Take(MostProblems))
            Write(json, site, problem);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private void Write(Utf8JsonWriter json, ISite site, Diagnostic problem)
    {
        json.WriteStartObject();
        json.WriteString("severity", NameOf(problem.Severity));
        json.WriteString("code", problem.Code);
        json.WriteString("message", problem.Message);
        if (problem.Hint is { } hint) json.WriteString("hint", hint);
        WritePlace(json, problem.At);
        WriteFrame(json, site, problem.At);
        json.WriteStartArray("trail");
        foreach (var place in problem.Trail)
        {
            json.WriteStartObject();
            WritePlace(json, place);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string NameOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    private void WritePlace(Utf8JsonWriter json, Location at)
    {
        if (at.File.IsRoot) return;
        json.WriteString("at", at.ToString());
        var file = Path.Join(root, at.File.Value).Replace('\\', '/');
        if (editorLink is null || !File.Exists(file)) return;
        var path = string.Join('/', file.Split('/').Select(Uri.EscapeDataString));
        json.WriteString("link", editorLink.Replace("{file}", path.TrimStart('/'), StringComparison.Ordinal)
            .Replace("{line}", Math.Max(1, at.Line).ToString(), StringComparison.Ordinal)
            .Replace("{column}", Math.Max(1, at.Column).ToString(), StringComparison.Ordinal));
    }

    /// <summary>The lines around the place, and where in its line it begins and how far it goes.</summary>
    private static void WriteFrame(Utf8JsonWriter json, ISite site, Location at)
    {
        if (at.Line == 0 || site.SourceOf(at.File) is not { } bytes) return;
        var lines = Encoding.UTF8.GetString(bytes.Span).TrimStart('\uFEFF').Split('\n');
        if (at.Line > lines.Length) return;
        var first = Math.Max(1, at.Line - LinesAround);
        json.WriteStartObject("frame");
        json.WriteNumber("first", first);
        json.WriteNumber("line", at.Line);
        json.WriteNumber("column", at.Column);
        json.WriteNumber("length", Math.Max(1, at.Length));
        json.WriteStartArray("lines");
        foreach (var line in lines[(first - 1)..Math.Min(lines.Length, at.Line + LinesAround)])
            json.WriteStringValue(line.Length > LongestLine ? line[..LongestLine] + "…" : line.TrimEnd('\r'));
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
