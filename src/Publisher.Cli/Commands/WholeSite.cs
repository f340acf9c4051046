using System.Diagnostics;
using Publisher.Cli.Problems;
using Publisher.Cli.Terminal;
using Publisher.Diagnostics;
using Publisher.Engine;
using Publisher.Feeds;

namespace Publisher.Cli.Commands;

/// <summary>
/// Goes through a whole site to learn what is wrong with it and its feeds, without keeping or writing what it makes.
/// </summary>
internal static class WholeSite
{
    /// <returns>How long it took.</returns>
    public static TimeSpan CheckTemplates(Build build, Findings findings)
    {
        var start = Stopwatch.GetTimestamp();
        findings.Add(build.TemplateDiagnostics);
        return Stopwatch.GetElapsedTime(start);
    }

    /// <param name="gates">
    /// Whether what a directory would refuse in a feed is an error. A page that waits to be published is not held up by a podcast
    /// without artwork; a feed that nobody can read is an error everywhere.
    /// </param>
    /// <returns>How long it took.</returns>
    public static TimeSpan Render(
        Build build, string doing, Findings findings, ProgressBar progress, CancellationToken cancel, bool gates = true)
    {
        progress.Begin(doing, build.Paths.Length);
        var start = Stopwatch.GetTimestamp();
        var done = 0;
        var feeds = build.OwnFeeds();
        build.RenderAll(rendered =>
        {
            findings.Add(rendered.Diagnostics, rendered.Route.Path);
            if (!rendered.Broken) feeds.Look(rendered.Route, rendered.Output);
            progress.Report(Interlocked.Increment(ref done));
        }, cancel);
        findings.Add([.. feeds.Diagnostics.Select(problem =>
            gates || FeedReader.IsUnreadable(problem) || problem.Severity < Severity.Error
                ? problem
                : problem with { Severity = Severity.Warning })]);
        return Stopwatch.GetElapsedTime(start);
    }
}
