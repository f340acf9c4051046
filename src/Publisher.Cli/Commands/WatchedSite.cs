using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Publisher.Cli.Preview;
using Publisher.Diagnostics;
using Publisher.Engine;
using Publisher.Model;
using Publisher.Rendering.Routes;
using Publisher.Sources;
using Publisher.Text;

namespace Publisher.Cli.Commands;

/// <summary>One build as the preview sees it.</summary>
internal sealed class WatchedSite(Build build, SourceSet sources, SourceSet builtIn, WatchedSite? last) : ISite
{
    public Build Build => build;

    public string BasePath { get; } = Uri.UnescapeDataString(build.Site.Settings.BasePath);

    public ImmutableArray<Diagnostic> Problems => build.DiagnosticsSoFar;

    public ImmutableArray<SitePath> Paths => build.Paths;

    public IReadOnlyDictionary<SitePath, string> Statuses { get; } = StatusesOf(build, last?.Statuses);

    public Preview.Rendered? Render(SitePath output)
    {
        if (build.Render(output) is not { } rendered) return null;
        return new Preview.Rendered(rendered.LastGood ?? rendered.Output)
        {
            Problems = rendered.Diagnostics, Broken = rendered.Broken, Source = SourceFileOf(rendered.Route),
            Status = Statuses.GetValueOrDefault(output),
        };
    }

    public ImmutableArray<Diagnostic> Check(SitePath output) => build.Check(output);

    public ImmutableArray<Diagnostic> TemplateProblems => build.TemplateDiagnostics;

    public SitePath? OutputOf(SitePath source)
    {
        if (build.Site.Index.Find(source) is not (>= 0 and var at)) return null;
        var output = build.Site.Entries[at].Output;
        return build.Routes.Find(output) is null ? null : output;
    }

    public ReadOnlyMemory<byte>? SourceOf(SitePath source) => (sources.Find(source) ?? builtIn.Find(source))?.Read([]);

    private SitePath? SourceFileOf(Rendering.Route route) => route switch
    {
        PageRoute page => page.Source,
        AliasRoute alias => alias.Source,
        FileRoute file => file.Source,
        ListingRoute { Index: { } index } => index,
        ListingRoute { List.Kind: Rendering.ListKind.Home } => IndexOf(SitePath.Root),
        ListingRoute { List: { Kind: Rendering.ListKind.Section } list } => IndexOf(new SitePath(list.Name)),
        _ => null,
    };

    private SitePath? IndexOf(SitePath section) =>
        build.Site.Index.Section(section) is { Index: >= 0 and var at } ? build.Site.Entries[at].Path : null;

    private static IReadOnlyDictionary<SitePath, string> StatusesOf(Build build, IReadOnlyDictionary<SitePath, string>? last)
    {
        var now = new Dictionary<SitePath, string>();
        foreach (var entry in build.Site.Entries)
            if (entry.Status != Status.Published) now[entry.Output] = NameOf(entry);
        var same = last is not null && last.Count == now.Count && now.All(pair => last.GetValueOrDefault(pair.Key) == pair.Value);
        return same ? last! : now.ToFrozenDictionary();
    }

    private static string NameOf(Entry entry) => entry.Status switch
    {
        Status.Draft => "draft",
        Status.Future => entry.Date!.Value.ToString("'scheduled for 'd MMMM yyyy", CultureInfo.InvariantCulture),
        _ => "expired",
    };
}
