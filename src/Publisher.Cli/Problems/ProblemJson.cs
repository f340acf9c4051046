using System.Text.Json;
using Publisher.Cli.Terminal;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Cli.Problems;

/// <summary>A problem as JSON, one form for programs that read a report and for the browser's panel.</summary>
internal static class ProblemJson
{
    /// <param name="atPlace">Adds to what is said of each place: the problem's own, and those of its trail.</param>
    /// <param name="atEnd">Adds to what is said of the problem.</param>
    public static void Write(
        Utf8JsonWriter json, Diagnostic problem, Action<Location>? atPlace = null, Action? atEnd = null)
    {
        json.WriteStartObject();
        json.WriteString("severity", Words.Name(problem.Severity));
        json.WriteString("code", problem.Code);
        WritePlace(json, problem.At, atPlace);
        json.WriteString("message", problem.Message);
        if (problem.Hint is { } hint) json.WriteString("hint", hint);
        atEnd?.Invoke();
        if (!problem.Trail.IsEmpty)
        {
            json.WriteStartArray("trail");
            foreach (var place in problem.Trail)
            {
                json.WriteStartObject();
                WritePlace(json, place, atPlace);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, Location at, Action<Location>? more)
    {
        if (at.File.IsRoot) return;
        json.WriteString("file", at.File.Value);
        if (at.Line > 0)
        {
            json.WriteNumber("line", at.Line);
            json.WriteNumber("column", at.Column);
            json.WriteNumber("length", at.Length);
        }
        more?.Invoke(at);
    }
}
