using System.CommandLine;
using System.CommandLine.Completions;
using System.Diagnostics;
using Publisher.Cli.Problems;
using Publisher.Cli.Terminal;
using Publisher.Configuration;
using Publisher.Diagnostics;
using Publisher.Engine;
using Publisher.Publishing;
using Publisher.Sources;
using Publisher.Text;

namespace Publisher.Cli.Commands;

/// <summary><c>publisher publish</c>: brings the site to its readers, only what changed, and tells why for each object.</summary>
internal static class PublishCommand
{
    /// <summary>How many steps are listed after the fact; a dry run lists all.</summary>
    private const int MostSteps = 50;

    public static Command Create(Screen screen, CancellationToken cancel)
    {
        var site = new SiteOptions();
        var target = new Argument<string?>("TARGET")
        {
            Description = "One of the targets in publisher.yml; without any there, the folder _site",
            Arity = ArgumentArity.ZeroOrOne,
        };
        target.CompletionSources.Add(context =>
            TargetNames(context.ParseResult.GetValue(site.Source)).Select(name => new CompletionItem(name)));
        var dryRun = new Option<bool>("--dry-run", "-n") { Description = "Show what would be done and why, and do none of it" };
        var yes = new Option<bool>("--yes", "-y") { Description = "Delete what is gone, however much it is" };
        var force = new Option<bool>("--force") { Description = "In a folder, overwrite files that something else wrote" };
        var command = new Verb("publish", "Bring the site to its readers: a folder, or a bucket with its caches")
        {
            Examples =
            [
                ("publish", "publishes to the only target there is"),
                ("publish live --dry-run", "shows what would change there, and why"),
                ("publish live --yes", "even if a great deal is to be deleted"),
            ],
        };
        command.Add(target);
        command.Add("Where", site.Source, dryRun, yes, force);
        command.Add("What", site.BaseUrl, site.Drafts, site.Future, site.Clock, site.Set, site.AllowFeedChanges);
        command.Add("How it is told", site.Strict, site.Format, site.Timings);
        command.SetAction(parsed =>
        {
            var began = Stopwatch.GetTimestamp();
            var workspace = Workspace.Open(site, parsed, cancel);
            var findings = new Findings(parsed.GetValue(site.Strict));
            var run = new Run(workspace, findings, screen, began);
            var options = new PublishOptions
            {
                Clock = TimeProvider.System, Environment = Environment.GetEnvironmentVariable, Id = Guid.NewGuid().ToString("N"),
                SourceFolder = workspace.Root, DryRun = parsed.GetValue(dryRun), Yes = parsed.GetValue(yes),
                SourcesOnly = workspace.SourcesOnly, TakeOver = parsed.GetValue(force),
            };
            var (code, summary) = run.To(
                parsed.GetValue(target), options, settings => site.IsForSubscribers(parsed, settings), cancel);
            workspace.Report(parsed.GetValue(site.Format), screen).Write(findings.InOrder(), summary);
            if (parsed.GetValue(site.Timings)) Measures.WriteTimings(screen, run.Laps, Stopwatch.GetElapsedTime(began));
            return code;
        });
        return command;
    }

    private static IEnumerable<string> TargetNames(string? source)
    {
        var root = Path.GetFullPath(source ?? ".");
        if (!File.Exists(Path.Combine(root, SettingsParser.FileName.Value))) return [];
        var files = new DiskReader(root, []).Refresh(SourceSet.Empty, [SettingsParser.FileName], default);
        return SettingsParser.Parse(files, new BuildOptions(), default).Targets.Entries.Select(entry => entry.Key.Text);
    }

    private sealed class Run(Workspace workspace, Findings findings, Screen screen, long began)
    {
        public List<(string Step, TimeSpan Took)> Laps { get; } = [("read the folder", Stopwatch.GetElapsedTime(began))];

        public (int Code, Summary Summary) To(
            string? name, PublishOptions options, Func<Settings, bool> remembers, CancellationToken cancel)
        {
            using var progress = new ProgressBar(screen);
            progress.Begin($"Reading {Words.Count(workspace.Sources.Files.Length, "file")}");
            // It remembers, for everything is wanted more than once: to be looked at, to be compared, to be sent.
            var build = workspace.Build(remembers: true, cancel);
            Laps.AddRange(build.Timings.Laps);
            findings.Add(build.Diagnostics);
            var settings = build.Site.Settings;
            var target = Choose(settings, name);
            if (target is not null && !SiteOptions.HasAddress(settings))
                findings.Add(Messages.NoBaseUrl(new Location(settings.File), settings.BaseUrl,
                    isPublic: target is S3Target or FolderTarget { IsLive: true }));
            Laps.Add(("render", WholeSite.Render(build, "Building", findings, progress, cancel, gates: false)));
            findings.Add(build.FeedDiagnostics);
            if (target is null || findings.HasErrors) return (ExitCode.Problems, Refusal(target));
            options = options with { BasePath = settings.BasePath + "/", Hub = HubOf(build) };
            var start = Stopwatch.GetTimestamp();
            var result = Publish.RunAsync(build, target, options, new Steps(progress), cancel).GetAwaiter().GetResult();
            Laps.Add(("compare and send", Stopwatch.GetElapsedTime(start)));
            findings.Add(result.Diagnostics);
            if (CodeOf(result.Outcome) is ExitCode.Fine or ExitCode.CacheNotTold && !options.DryRun && remembers(settings))
                LedgerFile.Write(workspace, build.Site.Ledger, build.NextLedger, findings);
            return (CodeOf(result.Outcome), Tell(target, result, build.Paths.Length));
        }

        private static HubSettings? HubOf(Build build) => build.Site.Settings is { WebSub.Length: > 0 } settings
            ? new(new Uri(settings.WebSub), settings.WebSubAt, settings.BaseUrl, [.. build.Routes.Feeds])
            : null;

        /// <summary>Null where the settings do not give a target that can be used; then the findings say so.</summary>
        private TargetSettings? Choose(Settings settings, string? name)
        {
            var entries = settings.Targets.Entries;
            if (entries.IsEmpty && name is null)
                return new FolderTarget(Workspace.OutputFolder, new Location(settings.File), Workspace.OutputFolder);
            var names = entries.Select(entry => entry.Key.Text).ToArray();
            var all = names.Length > 0 ? $"publisher.yml has {string.Join(", ", names)}" : "publisher.yml has no targets";
            if (name is null && names.Length > 1) throw new UsageException($"there is more than one target, so name one: {all}");
            name ??= names[0];
            if (settings.Targets.Find(name) is not { } node)
                throw new UsageException($"there is no target '{name}': {all}{UsageError.Suggest(name, names)}");
            var problems = new List<Diagnostic>();
            var target = TargetSettingsParser.Parse(name, node, problems);
            findings.Add(problems);
            return target;
        }

        private Summary Refusal(TargetSettings? target)
        {
            var where = target is null ? "" : $" to {target.Name}";
            return new Summary("publish", $"Nothing was published{where}, because of {Measures.Problems(findings)}.",
                [new("errors", findings.Errors), new("warnings", findings.Warnings)]) { Outcome = "problems" };
        }

        private Summary Tell(TargetSettings target, PublishResult result, int outputs)
        {
            int written = result.Plan.Writes.Count(), deleted = result.Plan.Deletes.Count(), unchanged = outputs - written;
            var counts = $"{Words.Number(written)} written, {Words.Number(deleted)} deleted, {Words.Number(unchanged)} unchanged";
            var took = Stopwatch.GetElapsedTime(began);
            var sentence = result.Outcome switch
            {
                PublishOutcome.Published =>
                    $"Published to {target.Name} in {Words.Time(took)}: {counts}; "
                    + $"{Words.Bytes(result.BytesSent)} sent{Purged(result)}.",
                PublishOutcome.NothingToDo =>
                    $"Nothing to do: {target.Name} holds all {Words.Count(outputs, "file")} as they are.",
                PublishOutcome.Planned => $"Would publish to {target.Name}: {counts}. Nothing was done.",
                PublishOutcome.CacheNotTold =>
                    $"Published to {target.Name} in {Words.Time(took)}: {counts}; but a cache may serve old pages.",
                PublishOutcome.Refused or PublishOutcome.LostRace => $"Nothing was published to {target.Name}.",
                _ => $"Publishing to {target.Name} failed. What was written stays, and the next publish goes on.",
            };
            var steps = result.Plan.Changes.Select(step => new PlannedStep(
                step.Path.Value, step.Reason == PlanReason.Gone ? "delete" : "write",
                step.Reason.ToString().ToLowerInvariant(), step.Length));
            return new Summary("publish", sentence,
            [
                new("written", written), new("deleted", deleted), new("unchanged", unchanged), new("bytesSent", result.BytesSent),
                new("purged", result.Purged), new("errors", findings.Errors), new("warnings", findings.Warnings),
                new("milliseconds", (long)took.TotalMilliseconds),
            ])
            {
                Outcome = NameOf(result.Outcome), Plan = [.. steps],
                MostSteps = result.Outcome == PublishOutcome.Planned ? int.MaxValue : MostSteps,
            };
        }

        private static string Purged(PublishResult result) =>
            result.Purged == 0 ? "" : $", {Words.Count(result.Purged, "address", "addresses")} purged";

        private static int CodeOf(PublishOutcome outcome) => outcome switch
        {
            PublishOutcome.Published or PublishOutcome.NothingToDo or PublishOutcome.Planned => ExitCode.Fine,
            PublishOutcome.Refused => ExitCode.Refused,
            PublishOutcome.LostRace => ExitCode.LostRace,
            PublishOutcome.CacheNotTold => ExitCode.CacheNotTold,
            _ => ExitCode.TargetFailed,
        };

        private static string NameOf(PublishOutcome outcome) => outcome switch
        {
            PublishOutcome.Published => "published",
            PublishOutcome.NothingToDo => "nothing-to-do",
            PublishOutcome.Planned => "planned",
            PublishOutcome.Refused => "refused",
            PublishOutcome.LostRace => "lost-race",
            PublishOutcome.CacheNotTold => "cache-not-told",
            _ => "failed",
        };
    }

    private sealed class Steps(ProgressBar bar) : IProgress<PublishProgress>
    {
        private PublishPhase? phase;

        public void Report(PublishProgress value)
        {
            lock (bar)
            {
                if (phase != value.Phase) bar.Begin((phase = value.Phase).ToString()!, value.Total);
            }
            bar.Report(value.Done);
        }
    }
}
