using System.Collections.Concurrent;
using System.Collections.Immutable;
using Publisher.Content;
using Publisher.Diagnostics;
using Publisher.Model;
using Publisher.Rendering;
using Publisher.Rendering.Routes;
using Publisher.Stores;
using Publisher.Text;
using Publisher.Themes;

namespace Publisher.Engine;

/// <summary>
/// One state of the site: every output is known, none is rendered before it is wanted. What an earlier build rendered is
/// taken over when each question it asked has the same answer today.
/// </summary>
public sealed class Build : IOutputs
{
    private readonly Facts facts;
    private readonly ConcurrentDictionary<SitePath, Rendered>? remembered;
    private readonly ConcurrentDictionary<SitePath, Rendered> fresh = new();
    private readonly Tools tools;
    private int renders;

    internal Build(
        Site site, Theme theme, RouteTable routes, Names names, Page[] pages,
        ConcurrentDictionary<SitePath, Rendered>? remembered, Tools tools, Timings timings,
        ImmutableArray<Diagnostic> sourceProblems)
    {
        (Site, Theme, Routes, Timings, this.remembered, this.tools) = (site, theme, routes, timings, remembered, tools);
        Pages = pages;
        facts = new Facts(site, theme, routes, names, pages)
        {
            Templates = tools.Templates, Buffers = tools.Buffers, Markdown = tools.Markdown, RenderFragment = RenderFragment,
        };
        Diagnostics =
        [
            .. sourceProblems, .. site.Settings.Diagnostics, .. theme.Diagnostics, .. pages.SelectMany(page => page.Diagnostics),
            .. site.Data.SelectMany(file => file.Problems),
            .. site.Diagnostics, .. routes.Diagnostics,
        ];
    }

    public Site Site { get; }

    public RouteTable Routes { get; }

    public Timings Timings { get; }

    /// <summary>Of everything but rendering, stage by stage, each in file order.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    public ImmutableArray<SitePath> Paths => Routes.Paths;

    /// <summary>What cannot be understood in the templates of the site and its theme, also in those that no page uses.</summary>
    public ImmutableArray<Diagnostic> TemplateDiagnostics =>
    [
        .. Theme.Templates.Keys.Order(StringComparer.Ordinal).Where(name => name.Contains(".sbn-", StringComparison.Ordinal))
            .SelectMany(name => tools.Templates.Parse(Theme.Templates[name], name).Diagnostics),
    ];

    /// <summary>How many outputs this build had to render so far.</summary>
    public int Renders => renders;

    internal Theme Theme { get; }

    /// <summary>One for each of the site's entries, in the same order.</summary>
    internal Page[] Pages { get; }

    internal DataFile? Data(SitePath path) => Site.Data.FirstOrDefault(file => file.Source.Path == path);

    public Output Want(SitePath path) => Render(path)?.Output ?? throw new ArgumentException($"The site has no output {path}.");

    /// <summary>
    /// The output at a path with what was found in it; null when the site has none there. Safe from many threads.
    /// </summary>
    public Rendered? Render(SitePath path)
    {
        if (Routes.Find(path) is not { } route) return null;
        if (route is FileRoute file) return new Rendered(route, Copy(file), Trace.Nothing, [], false, null);
        if (remembered is null) return RenderNow(route, null);
        if (fresh.TryGetValue(path, out var done)) return done;
        var last = remembered.GetValueOrDefault(path);
        if (last is null || last.Route != route || !last.Trace.Holds(facts)) last = RenderNow(route, last);
        remembered[path] = last;
        return fresh[path] = last;
    }

    /// <summary>Why an earlier build's output cannot be taken over today.</summary>
    internal IEnumerable<Fact> Why(Rendered earlier) => earlier.Trace.Changed(facts);

    /// <summary>Renders everything, on all processors; outputs come in no order.</summary>
    public void RenderAll(Action<Rendered> each, CancellationToken cancel) =>
        Parallel.ForEach(Paths, new ParallelOptions { CancellationToken = cancel }, path => each(Render(path)!));

    private Output Copy(FileRoute route)
    {
        var source = Site.File(route.Source)!;
        return new Output(route.Path, route.Role, source.Length, source.Open);
    }

    private Rendered RenderNow(Route route, Rendered? last)
    {
        Interlocked.Increment(ref renders);
        var scope = new RenderScope(facts, route, records: remembered is not null);
        var buffer = tools.Buffers.Rent();
        try
        {
            route.Render(scope, buffer);
            var broken = scope.HasErrors;
            var output = new Output(route.Path, route.Role, buffer.ToArray());
            return new Rendered(
                route, output, scope.Trace(), [.. scope.Diagnostics.Distinct()], broken, broken ? last?.LastGood : output);
        }
        finally
        {
            tools.Buffers.Return(buffer);
        }
    }

    private Fragment RenderFragment(string template, SitePath section)
    {
        var scope = new RenderScope(facts, null, records: true);
        var buffer = new Utf8Buffer();
        PageRenderer.RenderFragment(scope, buffer, template, section);
        var html = buffer.ToArray();
        var stamp = Stamp.Of(html);
        foreach (var problem in scope.Diagnostics) stamp = stamp.With(problem.ToString());
        return new Fragment(html, stamp, scope.Diagnostics);
    }
}
