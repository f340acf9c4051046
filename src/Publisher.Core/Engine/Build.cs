using System.Collections.Concurrent;
using System.Collections.Immutable;
using Publisher.Configuration;
using Publisher.Content;
using Publisher.Diagnostics;
using Publisher.Model;
using Publisher.Rendering.Podcasts;
using Publisher.Rendering;
using Publisher.Rendering.Checks;
using Publisher.Rendering.Routes;
using Publisher.Scriban;
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
    private readonly ImmutableArray<Diagnostic> sourceProblems;
    private readonly Facts facts;
    private readonly Memory? memory;
    private readonly ConcurrentDictionary<SitePath, Rendered> fresh = new();
    private readonly Tools tools;
    private readonly Lazy<SiteCheck> check;
    private readonly ConcurrentDictionary<SitePath, (Stamp Key, TextCheck Check)> checkedTexts = new();
    private Tuple<int, ImmutableArray<Diagnostic>>? soFar;
    private int renders;

    internal Build(
        ImmutableArray<Diagnostic> sourceProblems, Site site, Theme theme, RouteTable routes, Names names, Page[] pages,
        Memory? memory, Tools tools, Timings timings)
    {
        this.sourceProblems = sourceProblems;
        (Site, Theme, Routes, Timings, this.memory, this.tools) = (site, theme, routes, timings, memory, tools);
        Pages = pages;
        facts = new Facts(site, theme, routes, names, pages)
        {
            Templates = tools.Templates, Buffers = tools.Buffers, Markdown = tools.Parser.Markdown, Media = tools.Media,
            RenderFragment = RenderFragment, Fill = Fill,
        };
        // A template in Scriban may call a tag, too, and may be read before any in Liquid.
        LiquidTags.Declare(facts.Tags, tools.Templates.Globals);
        check = new Lazy<SiteCheck>(() => new SiteCheck(site, theme, facts));
    }

    public Site Site { get; }

    public RouteTable Routes { get; }

    public Timings Timings { get; }

    /// <summary>Of everything but rendering, stage by stage, each in file order; for it every page's text is looked at.</summary>
    public ImmutableArray<Diagnostic> Diagnostics
    {
        get
        {
            if (!field.IsDefault) return field;
            Parallel.For(0, Pages.Length, i => _ = FilledText.IsTemplate(Site.Entries[i], Pages[i]) ? null : Pages[i].Body);
            return field = DiagnosticsOf(static page => page.Diagnostics);
        }
    }

    /// <summary>The same of what was looked at until now; the same list again while nothing more was.</summary>
    public ImmutableArray<Diagnostic> DiagnosticsSoFar
    {
        get
        {
            var rendered = Pages.Count(page => page.IsRendered);
            if (soFar is not { } last || last.Item1 != rendered)
                soFar = last = Tuple.Create(rendered, DiagnosticsOf(static page => page.DiagnosticsSoFar));
            return last.Item2;
        }
    }

    public ImmutableArray<SitePath> Paths => Routes.Paths;

    /// <summary>
    /// What is wrong with the templates of the site and its theme, and with texts that are templates, also where no page comes
    /// by it.
    /// </summary>
    public ImmutableArray<Diagnostic> TemplateDiagnostics =>
        field.IsDefault ? field = check.Value.Run(CheckTexts(), !Texts().Any(i => !IsShown(i))) : field;

    /// <summary>What feeds would tell subscribers other than what was published.</summary>
    public ImmutableArray<Diagnostic> FeedDiagnostics => field.IsDefault ? field = LedgerCheck().Run() : field;

    /// <summary>Finds what is wrong with the site's own feeds, once they are rendered.</summary>
    public OwnFeeds OwnFeeds() => new(Site, Pages, new RenderScope(facts, null, records: false));

    /// <summary>What to remember of this build once it is published.</summary>
    public Ledger NextLedger => LedgerCheck().Next();

    /// <summary>What is remembered, with the pages that are announced and were forgotten.</summary>
    public Ledger CompletedLedger => LedgerCheck().Completed();

    private LedgerCheck LedgerCheck() =>
        new(Site, Routes, new WrittenMatter(Site, Pages), new RenderScope(facts, null, records: false));

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
        if (memory is null) return RenderNow(route, null);
        if (fresh.TryGetValue(path, out var done)) return done;
        var last = memory.Rendered.GetValueOrDefault(path);
        if (last is null || last.Route != route || !last.Trace.Holds(facts)) last = RenderNow(route, last);
        memory.Rendered[path] = last;
        memory.Checked.TryRemove(path, out _);
        return fresh[path] = last;
    }

    /// <summary>
    /// What is found in the output at a path, without keeping the output: to check a large site takes time, not memory.
    /// </summary>
    public ImmutableArray<Diagnostic> Check(SitePath path)
    {
        if (Routes.Find(path) is not { } route || route is FileRoute) return [];
        if (memory is null || memory.Rendered.ContainsKey(path)) return Render(path)!.Diagnostics;
        if (memory.Checked.TryGetValue(path, out var last) && last.Route == route && last.Trace.Holds(facts))
            return last.Diagnostics;
        var scope = Run(route, static (_, scope) => scope);
        var now = memory.Checked[path] = new Checked(route, scope.Trace(), [.. scope.Diagnostics.Distinct()]);
        return now.Diagnostics;
    }

    /// <summary>Why an earlier build's output cannot be taken over today.</summary>
    internal IEnumerable<Fact> Why(Rendered earlier) => earlier.Trace.Changed(facts);

    /// <summary>Renders everything, on all processors; outputs come in no order.</summary>
    public void RenderAll(Action<Rendered> each, CancellationToken cancel) =>
        Parallel.ForEach(Paths, new ParallelOptions { CancellationToken = cancel }, path => each(Render(path)!));

    /// <summary>A text that is a template tells what is wrong with it when it is filled in.</summary>
    private ImmutableArray<Diagnostic> DiagnosticsOf(Func<Page, IEnumerable<Diagnostic>> ofPage) =>
    [
        .. sourceProblems, .. Site.Settings.Diagnostics, .. Site.Ledger.Problems, .. Theme.Diagnostics,
        .. Pages.SelectMany((page, i) => FilledText.IsTemplate(Site.Entries[i], page) ? page.Found : ofPage(page)),
        .. Site.Data.SelectMany(file => file.Problems), .. Site.Diagnostics, .. Routes.Diagnostics,
    ];

    private Output Copy(FileRoute route)
    {
        var source = Site.File(route.Source)!;
        return new Output(route.Path, route.Role, source.Length, source.Open);
    }

    private static Output Joined(Route route, byte[] head, RestOfFile rest) => new(
        route.Path, route.Role, head.Length + rest.File.Length - rest.From,
        () => new JoinedStream(head, rest.File.Open(), rest.From));

    private Rendered RenderNow(Route route, Rendered? last) => Run(route, (written, scope) =>
    {
        var broken = scope.HasErrors;
        var output = scope.Rest is { } rest
            ? Joined(route, written.ToArray(), rest)
            : new Output(route.Path, route.Role, written.ToArray());
        return new Rendered(
            route, output, scope.Trace(), [.. scope.Diagnostics.Distinct()], broken, broken ? last?.LastGood : output);
    });

    private T Run<T>(Route route, Func<Utf8Buffer, RenderScope, T> take)
    {
        Interlocked.Increment(ref renders);
        var scope = new RenderScope(facts, route, records: memory is not null);
        var buffer = tools.Buffers.Rent();
        try
        {
            route.Render(scope, buffer);
            return take(buffer, scope);
        }
        finally
        {
            tools.Buffers.Return(buffer);
        }
    }

    private FilledText Fill(Entry entry, Page page)
    {
        var language = entry.Matter.Templating!.Value;
        if (memory?.Texts.GetValueOrDefault(entry.Path) is { } last && last.Holds(page, language, facts)) return last;
        var scope = new RenderScope(facts, null, records: memory is not null) { IsFilling = true };
        // A build that remembers nothing renders all there is: what it parses is checked while it is at hand.
        var text = FilledText.Fill(
            scope, tools.Parser, entry, page, memory is null ? template => Check(entry, page, template) : null);
        if (memory is not null) memory.Texts[entry.Path] = text;
        return text;
    }

    /// <summary>The text of a page that is a template, as that prints it; null when it is none.</summary>
    internal string? Print(SitePath source)
    {
        if (Site.Index.Find(source) is not (>= 0 and var at) || !FilledText.IsTemplate(Site.Entries[at], Pages[at])) return null;
        return FilledText.Print(new RenderScope(facts, null, records: false) { IsFilling = true }, Site.Entries[at], Pages[at]);
    }

    /// <summary>The texts that are templates, of pages that readers may meet.</summary>
    private TextCheck[] CheckTexts()
    {
        var positions = Texts().Where(IsShown).ToArray();
        var found = new TextCheck[positions.Length];
        Parallel.For(0, positions.Length, i =>
        {
            var (entry, page) = (Site.Entries[positions[i]], Pages[positions[i]]);
            var known = memory?.CheckedTexts ?? checkedTexts;
            found[i] = known.TryGetValue(entry.Path, out var last) && last.Key == KeyOf(entry, page) ? last.Check
                : Check(entry, page, FilledText.Parse(new RenderScope(facts, null, records: false), entry, page));
        });
        return found;
    }

    private IEnumerable<int> Texts() =>
        Enumerable.Range(0, Pages.Length).Where(i => FilledText.IsTemplate(Site.Entries[i], Pages[i]));

    private bool IsShown(int page) => SiteIndex.Shown(Site.Entries[page], Site.Settings);

    private TextCheck Check(Entry entry, Page page, Template template)
    {
        var found = check.Value.Check(template);
        (memory?.CheckedTexts ?? checkedTexts)[entry.Path] = (KeyOf(entry, page), found);
        return found;
    }

    private Stamp KeyOf(Entry entry, Page page) =>
        check.Value.Stamp.With(page.Content).With((ulong)entry.Matter.Templating!.Value);

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
