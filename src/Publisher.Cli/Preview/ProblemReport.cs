using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Publisher.Cli.Problems;
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
        var distinct = problems.DistinctBy(problem => (problem.At, problem.Code, problem.Message)).ToArray();
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteNumber("errors", distinct.Count(problem => problem.Severity == Severity.Error));
        json.WriteNumber("warnings", distinct.Count(problem => problem.Severity == Severity.Warning));
        json.WriteStartArray("list");
        foreach (var problem in distinct.OrderByDescending(problem => problem.Severity).Take(MostProblems))
            ProblemJson.Write(json, problem, at => WriteLink(json, at), () => WriteFrame(json, site, problem.At));
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>Where a click on a place leads: to the file in the author's editor.</summary>
    private void WriteLink(Utf8JsonWriter json, Location at)
    {
        var file = Path.Join(root, at.File.Value).Replace('\\', '/');
        if (editorLink is null || !File.Exists(file)) return;
        var path = string.Join('/', file.Split('/').Select(Uri.EscapeDataString));
        json.WriteString("link", editorLink.Replace("{file}", path.TrimStart('/'), StringComparison.Ordinal)
            .Replace("{line}", Math.Max(1, at.Line).ToString(), StringComparison.Ordinal)
            .Replace("{column}", Math.Max(1, at.Column).ToString(), StringComparison.Ordinal));
    }

    private static void WriteFrame(Utf8JsonWriter json, ISite site, Location at)
    {
        if (at.Line == 0 || site.SourceOf(at.File) is not { } bytes) return;
        if (SourceExcerpt.Of(Encoding.UTF8.GetString(bytes.Span), at, LinesAround) is not { } excerpt) return;
        json.WriteStartObject("frame");
        json.WriteNumber("first", excerpt.First);
        json.WriteStartArray("lines");
        foreach (var line in excerpt.Lines) json.WriteStringValue(line.Length > LongestLine ? line[..LongestLine] + "…" : line);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
