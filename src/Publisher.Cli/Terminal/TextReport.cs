using System.Collections.Immutable;
using System.Text;
using Publisher.Cli.Problems;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Cli.Terminal;

/// <summary>Problems as people read them: the place, what is wrong, the line in question, what to do about it.</summary>
/// <param name="sourceOf">A source file's text, for code frames; null when there is none.</param>
/// <param name="most">How many problems are shown at most, the worst first.</param>
/// <param name="more">Where the others can be read.</param>
public sealed class TextReport(
    Screen screen, Func<SitePath, string?> sourceOf, int most = 100, string more = "--format json lists them all") : IReport
{
    private readonly Ink ink = new(screen.Colours);
    private readonly CodeFrame frame = new(new Ink(screen.Colours), screen.Width);

    public void Write(ImmutableArray<Finding> findings, Summary summary)
    {
        Write(findings);
        foreach (var step in summary.Plan.Take(summary.MostSteps))
            screen.Output.WriteLine(
                $"{step.Action,-6}  {step.Reason,-7}  {Words.Harmless(step.Path)} ({Words.Bytes(step.Bytes)})");
        if (summary.Plan.Length > summary.MostSteps)
            screen.Output.WriteLine($"… and {Words.Number(summary.Plan.Length - summary.MostSteps)} more");
        screen.Output.WriteLine(summary.Sentence);
    }

    public void Write(ImmutableArray<Finding> findings)
    {
        var shown = findings;
        if (findings.Length > most)
        {
            var worst = findings.Index().OrderByDescending(pair => pair.Item.Problem.Severity).ThenBy(pair => pair.Index)
                .Take(most);
            shown = [.. worst.OrderBy(pair => pair.Index).Select(pair => pair.Item)];
        }
        var text = new StringBuilder();
        foreach (var finding in shown) Write(text, finding);
        if (shown.Length < findings.Length)
            text.Append(ink.Bold($"… and {Words.Number(findings.Length - shown.Length)} more"))
                .Append("; ").Append(more).Append('\n');
        screen.Error.Write(text);
    }

    private void Write(StringBuilder text, Finding finding)
    {
        var problem = finding.Problem;
        if (!problem.At.File.IsRoot) text.Append(ink.Bold(Words.Harmless(problem.At.ToString()))).Append(": ");
        text.Append(ink.Of(problem.Severity, $"{Words.Name(problem.Severity)} {problem.Code}")).Append(": ")
            .Append(Words.Harmless(problem.Message));
        if (finding.Outputs > 1) text.Append(ink.Dim($" (and on {Words.Count(finding.Outputs - 1, "more page")})"));
        text.Append('\n');
        if (problem.Severity > Severity.Note && problem.At.Line > 0 && sourceOf(problem.At.File) is { } source)
            frame.Write(text, source, problem.At, around: problem.Severity == Severity.Error ? 1 : 0);
        if (problem.Hint is { } hint)
            text.Append("  ").Append(ink.Green("hint:")).Append(' ').Append(Words.Harmless(hint)).Append('\n');
        foreach (var place in problem.Trail)
            text.Append("  ").Append(ink.Dim((place.Line == 0 ? "while rendering " : "in ") + Words.Harmless(place.ToString())))
                .Append('\n');
    }
}
