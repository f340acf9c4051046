using System.Collections.Immutable;
using System.Globalization;
using Publisher.Cli.Problems;
using Publisher.Diagnostics;

namespace Publisher.Cli.Terminal;

/// <summary>
/// Problems as workflow commands, which GitHub shows beside the changed lines:
/// https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
/// </summary>
/// <param name="prefix">The source folder below the current one, with its '/'; empty when it is that.</param>
public sealed class GitHubReport(Screen screen, string prefix) : IReport
{
    public void Write(ImmutableArray<Finding> findings, Summary summary)
    {
        foreach (var finding in findings) screen.Output.WriteLine(Command(finding));
        screen.Output.WriteLine(summary.Sentence);
    }

    private string Command(Finding finding)
    {
        var problem = finding.Problem;
        var properties = new List<string>();
        if (!problem.At.File.IsRoot) properties.Add("file=" + Property(prefix + problem.At.File.Value));
        if (problem.At.Line > 0)
        {
            properties.Add("line=" + Number(problem.At.Line));
            if (problem.At.Column > 0) properties.Add("col=" + Number(problem.At.Column));
            if (problem.At.Length > 0) properties.Add("endColumn=" + Number(problem.At.Column + problem.At.Length));
        }
        properties.Add("title=" + Property(problem.Code));
        var name = problem.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "notice" };
        var message = problem.Hint is { } hint ? $"{problem.Message} ({hint})" : problem.Message;
        return $"::{name} {string.Join(',', properties)}::{Data(message)}";
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Data(string text) => text.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");

    private static string Property(string text) => Data(text).Replace(":", "%3A").Replace(",", "%2C");
}
