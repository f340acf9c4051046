using System.CommandLine;
using System.Diagnostics;
using Publisher.Cli.Problems;
using Publisher.Cli.Terminal;
using Publisher.Diagnostics;
using Publisher.Engine;
using Publisher.Publishing;

namespace Publisher.Cli.Commands;

/// <summary><c>publisher check</c>: everything a build would report, writing nothing; or what is wrong with feeds.</summary>
internal static class CheckCommand
{
    public static Command Create(Screen screen, CancellationToken cancel)
    {
        var site = new SiteOptions();
        var feeds = new Option<string[]>("--feeds")
        {
            Description = "Check these feeds (RSS, Atom or JSON Feed; - is the standard input), and no site", HelpName = "FILE",
            Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = true,
        };
        var fix = new Option<bool>("--fix")
        {
            Description = "Write what can be known into front matter: sizes and lengths of sound files, mistyped words",
        };
        var command = new Verb("check", "Report everything that is wrong with the site, writing nothing")
        {
            Examples =
            [
                ("check", "checks every page, link, anchor and template"),
                ("check --drafts --future", "also those that are not published yet"),
                ("check --format json", "for an editor or a script"),
                ("check --fix", "puts right what the sound files and the other episodes prove wrong"),
                ("check --feeds feed.xml", "whether podcast players and feed readers take a feed, wherever it is from"),
            ],
        };
        command.Add(site.Folder);
        command.Add("Where", site.Source);
        command.Add("What", site.BaseUrl, site.Drafts, site.Future, site.Clock, site.Set, site.AllowFeedChanges, feeds, fix);
        command.Add("How it is told", site.Strict, site.Format, site.Timings);
        command.SetAction(parsed =>
        {
            var began = Stopwatch.GetTimestamp();
            var findings = new Findings(parsed.GetValue(site.Strict));
            if (parsed.GetValue(feeds) is { Length: > 0 } files)
            {
                if (parsed.GetValue(site.Folder) is { } folder)
                    throw new UsageException($"--feeds checks no site, but '{folder}' is named before it");
                if (parsed.GetValue(fix)) throw new UsageException("--fix writes into a site, and --feeds checks none");
                return new FeedCheck(files, site.ClockOf(parsed, TimeZoneInfo.Utc))
                    .Run(findings, parsed.GetValue(site.Format), screen);
            }
            var workspace = Workspace.Open(site, parsed, cancel);
            var laps = new List<(string, TimeSpan)> { ("read the folder", Stopwatch.GetElapsedTime(began)) };
            var written = 0;
            if (parsed.GetValue(fix))
            {
                var found = new Findings(strict: false);
                var (build, _) = Check(workspace, found, screen, [], cancel);
                var mending = new Mending(workspace, findings);
                written = mending.Mend(found);
                if (site.IsForSubscribers(parsed, build.Site.Settings)) written += mending.Complete(build);
                if (written > 0) workspace = Workspace.Open(site, parsed, cancel);
            }
            var (_, summary) = Check(workspace, findings, screen, laps, cancel);
            if (parsed.GetValue(fix)) summary = WithFixes(summary, written);
            workspace.Report(parsed.GetValue(site.Format), screen).Write(findings.InOrder(), summary);
            if (parsed.GetValue(site.Timings)) Measures.WriteTimings(screen, laps, Stopwatch.GetElapsedTime(began));
            return findings.HasErrors ? ExitCode.Problems : ExitCode.Fine;
        });
        return command;
    }

    private static (Build Build, Summary Summary) Check(
        Workspace workspace, Findings findings, Screen screen, List<(string, TimeSpan)> laps, CancellationToken cancel)
    {
        using var progress = new ProgressBar(screen);
        progress.Begin($"Reading {Words.Count(workspace.Sources.Files.Length, "file")}");
        var build = workspace.Build(remembers: false, cancel);
        laps.AddRange(build.Timings.Laps);
        findings.Add(build.Diagnostics);
        var problems = new List<Diagnostic>();
        foreach (var (name, target) in build.Site.Settings.Targets.Entries)
            TargetSettingsParser.Parse(name.Text, target, problems);
        findings.Add(problems);
        laps.Add(("render", WholeSite.Render(build, "Checking", findings, progress, cancel)));
        laps.Add(("check templates", WholeSite.CheckTemplates(build, findings)));
        findings.Add(build.FeedDiagnostics);
        var (pages, files) = Measures.Count(build);
        var found = Measures.Problems(findings) is { Length: > 0 } some ? some : "nothing is wrong";
        return (build, new Summary("check", $"Checked {Words.Count(pages, "page")}: {found}.",
            [new("pages", pages), new("files", files), new("errors", findings.Errors), new("warnings", findings.Warnings)]));
    }

    private static Summary WithFixes(Summary summary, int written) => summary with
    {
        Sentence = (written == 0 ? "There was nothing to fix. " : $"Fixed {Words.Count(written, "value")}. ") + summary.Sentence,
        Numbers = [.. summary.Numbers, new("fixed", written)],
    };
}
