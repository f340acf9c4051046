using System.Collections.Immutable;
using System.Globalization;
using Publisher.Cli.Problems;
using Publisher.Diagnostics;

namespace Publisher.Cli.Terminal;

/// <summary>
/// Problems as MSBuild and Visual Studio recognise them, one line each: <c>file(line,column): error CODE: message</c>
/// (https://learn.microsoft.com/visualstudio/msbuild/msbuild-diagnostic-format-for-tasks).
/// </summary>
/// <param name="prefix">The source folder below the current one, with its '/'; empty when it is that.</param>
public sealed class MsBuildReport(Screen screen, string prefix) : IReport
{
    public void Write(ImmutableArray<Finding> findings, Summary summary)
    {
        foreach (var finding in findings) screen.Output.WriteLine(Line(finding.Problem));
        screen.Output.WriteLine(summary.Sentence);
    }

    private string Line(Diagnostic problem)
    {
        var at = problem.At;
        var place = at.File.IsRoot ? "publisher" : Words.Harmless(prefix + at.File.Value);
        if (at.Line > 0) place += string.Create(CultureInfo.InvariantCulture, $"({at.Line},{Math.Max(1, at.Column)})");
        // The format knows errors and warnings only; what is a note to people is a message without a category,
        // which tools pass over.
        var hint = problem.Hint is null ? "" : $" ({Words.Harmless(problem.Hint)})";
        var category = problem.Severity == Severity.Note ? "info" : Words.Name(problem.Severity);
        return $"{place}: {category} {problem.Code}: {Words.Harmless(problem.Message)}{hint}";
    }
}
