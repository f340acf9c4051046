using System.CommandLine;
using System.Diagnostics;
using Publisher.Cli.Problems;
using Publisher.Cli.Terminal;
using Publisher.Diagnostics;
using Publisher.Engine;
using Publisher.Stores;
using Publisher.Text;

namespace Publisher.Cli.Commands;

/// <summary><c>publisher build</c>: writes the site to a folder, only what changed.</summary>
internal static class BuildCommand
{
    public static Command Create(Screen screen, CancellationToken cancel)
    {
        var site = new SiteOptions();
        var output = new Option<string?>("--output", "-o")
        {
            Description = "The folder to write to (default: _site in the source folder)", HelpName = "DIR",
        };
        output.Validators.Add(SiteOptions.NeedsName);
        var force = new Option<bool>("--force")
        {
            Description = "Overwrite files in the output folder that something else wrote, and build beside Markdown there",
        };
        var command = new Verb("build", "Build the site into a folder")
        {
            Examples =
            [
                ("build", "builds the site in this folder into _site"),
                ("build -s notes -o /srv/www", "builds the folder 'notes' into /srv/www"),
                ("build --strict --format github", "for a workflow: fails on warnings, shows them in place"),
            ],
        };
        command.Add(site.Folder);
        command.Add("Where", site.Source, output, force);
        command.Add("What", site.BaseUrl, site.Drafts, site.Future, site.Clock, site.Set, site.AllowFeedChanges);
        command.Add("How it is told", site.Strict, site.Format, site.Timings);
        command.SetAction(parsed =>
        {
            var began = Stopwatch.GetTimestamp();
            var workspace = Workspace.Open(site, parsed, cancel, output: parsed.GetValue(output));
            var folder = parsed.GetValue(output) is { } named
                ? Path.GetFullPath(named)
                : Path.Combine(workspace.Root, Workspace.OutputFolder);
            var run = new Run(workspace, new Findings(parsed.GetValue(site.Strict)), screen, began);
            var summary = run.Into(folder, parsed.GetValue(force), cancel);
            workspace.Report(parsed.GetValue(site.Format), screen).Write(run.Findings.InOrder(), summary);
            if (parsed.GetValue(site.Timings)) Measures.WriteTimings(screen, run.Laps, Stopwatch.GetElapsedTime(began));
            return run.Findings.HasErrors ? ExitCode.Problems : ExitCode.Fine;
        });
        return command;
    }

    private sealed class Run(Workspace workspace, Findings findings, Screen screen, long began)
    {
        public Findings Findings => findings;

        public List<(string Step, TimeSpan Took)> Laps { get; } = [("read the folder", Stopwatch.GetElapsedTime(began))];

        public Summary Into(string folder, bool force, CancellationToken cancel)
        {
            using var progress = new ProgressBar(screen);
            progress.Begin($"Reading {Words.Count(workspace.Sources.Files.Length, "file")}");
            var build = workspace.Build(remembers: false, cancel);
            Laps.AddRange(build.Timings.Laps);
            findings.Add(build.Diagnostics);
            var outputs = new CollectedOutputs(build, findings);
            var stored = StoreSummary.Refused();
            if (build.Site.Settings.Diagnostics.FirstOrDefault(problem => problem.Severity == Severity.Error) is { } wrong)
                findings.Add(Messages.NothingBuilt(new Location(wrong.At.File)));
            else
                stored = Write(build, outputs, folder, force, progress, cancel);
            Laps.Add(("check templates", WholeSite.CheckTemplates(build, findings)));
            findings.Add(build.FeedDiagnostics);
            return Tell(build, stored, outputs.Unmade);
        }

        private StoreSummary Write(
            Build build, CollectedOutputs outputs, string folder, bool force, ProgressBar progress, CancellationToken cancel)
        {
            var start = Stopwatch.GetTimestamp();
            progress.Begin("Building", build.Paths.Length);
            var options = workspace.Disk with { TakeOver = force };
            var stored = workspace.Store(folder).Write(outputs, options, progress, cancel);
            findings.Add(stored.Diagnostics);
            Laps.Add(("render and write", Stopwatch.GetElapsedTime(start)));
            return stored;
        }

        private Summary Tell(Build build, StoreSummary stored, int unmade)
        {
            var (pages, files) = Measures.Count(build);
            var took = Stopwatch.GetElapsedTime(began);
            var built = $"Built {Words.Count(pages, "page")} and {Words.Count(files, "file")} in {Words.Time(took)}: "
                + $"{Words.Number(stored.Written)} written, {Words.Number(stored.Unchanged)} unchanged, "
                + $"{Words.Number(stored.Removed)} removed"
                + (unmade > 0 ? $", {Words.Number(unmade)} left as they were because of errors." : ".");
            var refused = stored.Written + stored.Unchanged + stored.Removed == 0 && findings.HasErrors;
            var problems = Measures.Problems(findings);
            var sentence = refused ? $"Nothing was written, because of {problems}."
                : problems.Length == 0 ? built
                : $"{built} {problems}.";
            return new Summary("build", sentence,
            [
                new("pages", pages), new("files", files), new("written", stored.Written), new("unchanged", stored.Unchanged),
                new("removed", stored.Removed), new("unmade", unmade), new("bytes", stored.Bytes), new("errors", findings.Errors),
                new("warnings", findings.Warnings), new("milliseconds", (long)took.TotalMilliseconds),
            ]);
        }
    }
}
