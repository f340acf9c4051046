using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using Publisher.Cli.Terminal;
using Publisher.Configuration;
using Publisher.Content;

namespace Publisher.Cli.Commands;

/// <summary>The options by which commands are told of a site: where it is, and what of it to build.</summary>
internal sealed class SiteOptions
{
    public Option<string> Source { get; } = new("--source", "-s")
    {
        Description = "The folder with the site's source (default: the current folder)", HelpName = "DIR",
        DefaultValueFactory = _ => ".",
    };

    /// <summary>The same folder without the option's name, for commands that take no other argument.</summary>
    public Argument<string?> Folder { get; } = new("DIR")
    {
        Description = "The folder with the site's source; any folder of Markdown will do (default: the current folder)",
        Arity = ArgumentArity.ZeroOrOne, DefaultValueFactory = _ => null,
    };

    public Option<string?> BaseUrl { get; } = new("--base-url")
    {
        Description = "The site's address instead of the one in publisher.yml", HelpName = "URL",
    };

    public Option<bool> Drafts { get; } = new("--drafts") { Description = "Include drafts" };

    public Option<bool> Future { get; } = new("--future") { Description = "Include pages dated in the future" };

    public Option<string?> Clock { get; } = new("--clock")
    {
        Description = "Take this for now (2026-11-21, or 2026-11-21T09:30:00Z), for builds that can be repeated",
        HelpName = "TIME",
    };

    public Option<string[]> Set { get; } = new("--set")
    {
        Description = "Override a setting (may be repeated): --set title=Notes --set 'exclude=[drafts]'",
        HelpName = "KEY=VALUE",
        Arity = ArgumentArity.OneOrMore,
    };

    public Option<bool> AllowFeedChanges { get; } = new("--allow-feed-changes")
    {
        Description = "Let feeds tell subscribers other ids, dates or sound files than were published",
    };

    public Option<bool> Strict { get; } = new("--strict") { Description = "Count warnings as errors" };

    public Option<ReportFormat> Format { get; } = FormatOption();

    public Option<bool> Timings { get; } = new("--timings") { Description = "Show how long each step took" };

    public SiteOptions()
    {
        Folder.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: ['-', ..] }]) result.AddError("an option is not a folder");
        });
        Folder.Validators.Add(NeedsName);
        Source.Validators.Add(NeedsName);
        Clock.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && PageDate.Parse(text, TimeZoneInfo.Utc) is null)
                result.AddError(
                    $"'{text}' is no time for --clock: write 2026-11-21, 2026-11-21T09:30 or 2026-11-21T09:30:00+01:00");
        });
        Set.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
                if (token.Value.IndexOf('=') < 1) result.AddError($"'{token.Value}' is no setting: write --set key=value");
        });
    }

    /// <summary>Says no to the empty name, which a script's unset variable gives.</summary>
    public static void NeedsName(SymbolResult result)
    {
        if (result.Tokens is [{ Value: "" }]) result.AddError("an empty name is no folder");
    }

    /// <summary>The source folder as it was given, by name or by position.</summary>
    public string FolderOf(ParseResult parsed) =>
        (parsed.CommandResult.Command.Arguments.Contains(Folder) ? parsed.GetValue(Folder) : null) ?? parsed.GetValue(Source)!;

    /// <param name="zone">What a time without a zone is meant in.</param>
    public TimeProvider ClockOf(ParseResult parsed, TimeZoneInfo zone) => parsed.GetValue(Clock) is { } time
        ? new FixedClock(PageDate.Parse(time, zone)!.Value)
        : TimeProvider.System;

    /// <summary>What these options say of the site's settings; the command line goes over the environment.</summary>
    public BuildOptions BuildOptions(ParseResult parsed, ImmutableArray<SettingsOverride> environment) => new()
    {
        Drafts = parsed.GetValue(Drafts), Future = parsed.GetValue(Future), BaseUrl = parsed.GetValue(BaseUrl),
        AllowsFeedChanges = parsed.CommandResult.Command.Options.Contains(AllowFeedChanges) && parsed.GetValue(AllowFeedChanges),
        Generator = "Publisher " + typeof(SiteOptions).Assembly.GetName().Version!.ToString(3),
        Overrides = [.. environment, .. (parsed.GetValue(Set) ?? []).Select(Override)],
    };

    /// <summary>
    /// Whether this is what the site's own subscribers get, and so a promise to them: as its settings say, for now, and at an
    /// address that others reach.
    /// </summary>
    public bool IsForSubscribers(ParseResult parsed, Settings settings) =>
        parsed.GetValue(BaseUrl) is null && parsed.GetValue(Clock) is null && !parsed.GetValue(Drafts) && !parsed.GetValue(Future)
        && parsed.GetValue(Set) is null or [] && HasAddress(settings);

    public static bool HasAddress(Settings settings) => settings.BaseUrl != new Settings().BaseUrl;

    private static SettingsOverride Override(string setting)
    {
        var (key, value) = (setting[..setting.IndexOf('=')].Trim(), setting[(setting.IndexOf('=') + 1)..]);
        return new SettingsOverride(key, value, "--set " + key);
    }

    private static Option<ReportFormat> FormatOption()
    {
        var option = new Option<ReportFormat>("--format")
        {
            Description = "How problems are reported: text, json, github or msbuild", HelpName = "FORMAT",
            CustomParser = result =>
            {
                var name = result.Tokens[0].Value;
                if (ReportFormats.Parse(name) is { } format) return format;
                result.AddError(
                    $"'{name}' is no format: text, json, github or msbuild{UsageError.Suggest(name, ReportFormats.Names)}");
                return ReportFormat.Text;
            },
        };
        option.CompletionSources.Clear(); // The members of the enumeration are not what is typed.
        option.CompletionSources.Add(_ =>
            ReportFormats.Names.Select(name => new System.CommandLine.Completions.CompletionItem(name)));
        return option;
    }
}
