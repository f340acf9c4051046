using System.Collections.Immutable;
using Publisher.Cli.Preview;
using Publisher.Cli.Problems;
using Publisher.Cli.Terminal;
using Publisher.Diagnostics;
using Publisher.Sources;

namespace Publisher.Cli.Commands;

/// <summary>
/// What a running preview says on the terminal: where it is, one line for each change, problems when they come and when
/// they go.
/// </summary>
/// <param name="timings">Whether to tell what the time of each change went to.</param>
internal sealed class WatchLog(Screen screen, WatchedSource source, bool timings)
{
    private const int MostProblems = 20;
    private readonly Lock turn = new();
    private bool reminded;
    private ImmutableHashSet<Diagnostic> known = ImmutableHashSet.Create<Diagnostic>(SameProblem.Instance);

    public void Write(PreviewEvent happened)
    {
        lock (turn)
        {
            switch (happened)
            {
                case PreviewEvent.Listening listening:
                    if (listening.TakenPort is { } taken) screen.Output.WriteLine($"Port {taken} is taken.");
                    screen.Output.WriteLine($"Listening on {source.Url} (Ctrl+C ends it)");
                    break;
                case PreviewEvent.Refreshed refreshed:
                    screen.Output.WriteLine(Line(refreshed));
                    if (timings) screen.Error.WriteLine(Steps(refreshed));
                    WriteProblems(refreshed.Problems);
                    Remind();
                    break;
                case PreviewEvent.Checked checkedAll:
                    WriteProblems(checkedAll.Problems);
                    break;
                case PreviewEvent.Polling polling:
                    screen.Error.WriteLine($"Looking once a second: {Words.Harmless(polling.Reason)}");
                    break;
                case PreviewEvent.Failed failed when UnreadableException.In(failed.Error) is { } unreadable:
                    new TextReport(screen, source.TextOf).Write([new Finding(unreadable.Problem, 1)]);
                    break;
                case PreviewEvent.Failed { Error: IOException or UnauthorizedAccessException } failed:
                    screen.Error.WriteLine(
                        $"The site could not be read: {Words.Harmless(failed.Error.Message)} The next change looks again.");
                    break;
                case PreviewEvent.Failed failed:
                    BugReport.Write(failed.Error, ["watch"], screen);
                    break;
            }
        }
    }

    private void Remind()
    {
        if (reminded || source.Reminder is not { } line) return;
        screen.Output.WriteLine(line);
        reminded = true;
    }

    private string Line(PreviewEvent.Refreshed refreshed)
    {
        var files = refreshed.Hint.Paths;
        var time = Words.Time(refreshed.Total);
        return files.Length switch
        {
            0 => $"Read {Words.Count(source.PageCount, "page")} in {time}",
            1 => $"{Words.Harmless(files[0].Value)} changed: {time}",
            _ => $"{Words.Harmless(files[^1].Value)} and {Words.Number(files.Length - 1)} more changed: {time}",
        };
    }

    private string Steps(PreviewEvent.Refreshed refreshed)
    {
        var steps = source.Laps.Append(("render and tell", refreshed.Total - refreshed.Advance));
        return "  " + string.Join(", ", steps.Select(lap => $"{lap.Item1} {Words.Time(lap.Item2)}"));
    }

    private void WriteProblems(ImmutableArray<Diagnostic> problems)
    {
        var now = known.Clear().Union(problems.Where(problem => problem.Severity > Severity.Note));
        var fresh = now.Except(known);
        if (!fresh.IsEmpty)
        {
            var findings = new Findings(strict: false);
            findings.Add(fresh);
            new TextReport(screen, source.TextOf, MostProblems, "publisher check lists them all").Write(findings.InOrder());
        }
        if (now.IsEmpty && !known.IsEmpty) screen.Output.WriteLine("All mended.");
        else if (!now.IsEmpty && now.Count < known.Count && fresh.IsEmpty)
            screen.Output.WriteLine($"{Words.Count(now.Count, "problem")} left.");
        known = now;
    }

    /// <summary>
    /// A problem that stays the same while its page is edited above it moves to other lines; that is not worth telling again.
    /// </summary>
    private sealed class SameProblem : IEqualityComparer<Diagnostic>
    {
        public static readonly SameProblem Instance = new();

        public bool Equals(Diagnostic? one, Diagnostic? other) =>
            one?.At.File == other?.At.File && one?.Code == other?.Code && one?.Message == other?.Message;

        public int GetHashCode(Diagnostic problem) => HashCode.Combine(problem.At.File, problem.Code, problem.Message);
    }
}
