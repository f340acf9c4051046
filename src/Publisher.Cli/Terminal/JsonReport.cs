using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Publisher.Text;

namespace Publisher.Cli.Terminal;

/// <summary>One JSON document for programs: every problem, and the summary's numbers.</summary>
/// <param name="source">The source folder, which files are relative to.</param>
public sealed class JsonReport(Screen screen, string source) : IReport
{
    public void Write(ImmutableArray<Finding> findings, Summary summary)
    {
        var buffer = new MemoryStream();
        var options = new JsonWriterOptions
        {
            Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n",
        };
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            json.WriteStartObject();
            json.WriteString("source", source);
            json.WriteStartArray("diagnostics");
            foreach (var finding in findings) Write(json, finding);
            json.WriteEndArray();
            if (!summary.Plan.IsEmpty) WritePlan(json, summary.Plan);
            json.WriteStartObject("summary");
            json.WriteString("command", summary.Command);
            if (summary.Outcome is { } outcome) json.WriteString("outcome", outcome);
            foreach (var (name, value) in summary.Numbers) json.WriteNumber(name, value);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        screen.Output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    private static void Write(Utf8JsonWriter json, Finding finding)
    {
        var problem = finding.Problem;
        json.WriteStartObject();
        json.WriteString("severity", Words.Name(problem.Severity));
        json.WriteString("code", problem.Code);
        WritePlace(json, problem.At);
        json.WriteString("message", problem.Message);
        if (problem.Hint is { } hint) json.WriteString("hint", hint);
        if (finding.Outputs > 1) json.WriteNumber("outputs", finding.Outputs);
        if (!problem.Trail.IsEmpty)
        {
            json.WriteStartArray("trail");
            foreach (var place in problem.Trail)
            {
                json.WriteStartObject();
                WritePlace(json, place);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, Location at)
    {
        if (at.File.IsRoot) return;
        json.WriteString("file", at.File.Value);
        if (at.Line == 0) return;
        json.WriteNumber("line", at.Line);
        json.WriteNumber("column", at.Column);
        json.WriteNumber("length", at.Length);
    }

    private static void WritePlan(Utf8JsonWriter json, ImmutableArray<PlannedStep> plan)
    {
        json.WriteStartArray("plan");
        foreach (var step in plan)
        {
            json.WriteStartObject();
            json.WriteString("path", step.Path);
            json.WriteString("action", step.Action);
            json.WriteString("reason", step.Reason);
            json.WriteNumber("bytes", step.Bytes);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
