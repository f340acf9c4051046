using System.Diagnostics;
using System.Text;
using Publisher.Cli.Preview;
using Publisher.Configuration;
using Publisher.Engine;
using Publisher.Sources;
using Publisher.Text;

namespace Publisher.Cli.Commands;

/// <summary>
/// A site's source folder as the preview sees it: looks again where it is told to, and builds what has changed.
/// </summary>
internal sealed class WatchedSource(Workspace workspace) : ISiteSource
{
    private readonly string? ownBaseUrl = workspace.Options.BaseUrl;
    private SourceSet sources = workspace.Sources;
    private SourceFile? settingsFile;
    private Builder? builder;
    private WatchedSite? last;

    /// <summary>Where the preview listens; set before the first look. Absolute links in the preview lead there.</summary>
    public Uri Origin { get; set; } = new("http://127.0.0.1/");

    /// <summary>Where the site's home page is in the preview.</summary>
    public Uri Url => new(Origin, SettingsOf(sources).BasePath + "/");

    /// <summary>How long each step of the last look took.</summary>
    public IReadOnlyList<(string Step, TimeSpan Took)> Laps { get; private set; } = [];

    public int PageCount => last is null ? 0 : Measures.Count(last.Build).Pages;

    /// <summary>That this week has no weeknote yet, on the days on which people write them; null otherwise.</summary>
    public string? Reminder
    {
        get
        {
            if (last is not { Build.Site: var site }) return null;
            return WeeknoteReminder.For(site, TimeZoneInfo.ConvertTime(workspace.Clock.GetUtcNow(), site.Settings.TimeZone));
        }
    }

    public ISite Advance(ChangeHint hint, CancellationToken cancel)
    {
        var began = Stopwatch.GetTimestamp();
        var next = last is null || hint.Everything
            ? workspace.Reader.Read(sources, cancel)
            : workspace.Reader.Refresh(sources, hint.Paths, cancel);
        if (last is not null && next.IsSameAs(sources)) return last;
        var looked = Stopwatch.GetElapsedTime(began);
        var build = BuilderFor(next).Advance(next, cancel);
        Laps = [("look", looked), .. build.Timings.Laps];
        sources = next;
        return last = new WatchedSite(build, next, workspace.BuiltIn, last);
    }

    public string? TextOf(SitePath path) => last?.SourceOf(path) is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : null;

    /// <summary>
    /// A builder keeps its options for life, so a changed base path, which stands in the preview's own base URL, needs a new
    /// one.
    /// </summary>
    private Builder BuilderFor(SourceSet next)
    {
        var file = next.Find(SettingsParser.FileName);
        if (builder is not null && ReferenceEquals(file, settingsFile)) return builder;
        settingsFile = file;
        var baseUrl = ownBaseUrl ?? new Uri(Origin, SettingsOf(next).BasePath + "/").AbsoluteUri;
        if (builder is not null && last!.Build.Site.Settings.BaseUrl == baseUrl) return builder;
        return builder = new Builder(
            workspace.BuiltIn, workspace.Options with { BaseUrl = baseUrl }, workspace.Clock, remembers: true);
    }

    private Settings SettingsOf(SourceSet set) => SettingsParser.Parse(set, workspace.Options, default);
}
