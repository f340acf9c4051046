using System.Diagnostics;
using Publisher.Cli.Problems;
using Publisher.Cli.Terminal;
using Publisher.Engine;

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
        findings.Add(build.FeedDiagnostics);
        return Stopwatch.GetElapsedTime(start);
    }

    /// <returns>How long it took.</returns>
    public static TimeSpan Render(Build build, string doing, Findings findings, ProgressBar progress, CancellationToken cancel)
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
        findings.Add(feeds.Diagnostics);
        return Stopwatch.GetElapsedTime(start);
    }
}
