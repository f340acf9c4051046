using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Publisher.Cli.Problems;

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
            foreach (var finding in findings)
                ProblemJson.Write(json, finding.Problem, atEnd: () =>
                {
                    if (finding.Outputs > 1) json.WriteNumber("outputs", finding.Outputs);
                });
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
