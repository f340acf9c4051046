using System.Collections.Concurrent;
using System.Collections.Immutable;
using Publisher.Content;
using Publisher.Model;
using Publisher.Rendering.Podcasts;
using Publisher.Sources;
using Publisher.Text;
using Publisher.Themes;

namespace Publisher.Rendering;

/// <summary>
/// Today's answers: for every question a renderer may ask, what the site says and the stamp of it. Answers are computed
/// when first asked, once per build; none is ever invalidated, because each build has its own.
/// </summary>
internal sealed class Facts(Site site, Theme theme, RouteTable routes, Names names, Page[] pages)
{
    private readonly ConcurrentDictionary<Fact, Stamp> stamps = new();
    private readonly ConcurrentDictionary<(ListKey, int, int), ImmutableArray<Entry>> lists = new();
    private readonly ConcurrentDictionary<(int, string), LinkAnswer> links = new();
    private readonly ConcurrentDictionary<SitePath, ImageSize?> sizes = new();
    private readonly ConcurrentDictionary<(string, SitePath), Fragment> fragments = new();
    private readonly ConcurrentDictionary<int, FilledText> texts = new();

    public Site Site => site;

    public Theme Theme => theme;

    public RouteTable Routes => routes;

    public SiteTags Tags => field ??= new SiteTags(theme.Templates.Keys);

    public Names Names => names;

    internal required TemplateSet Templates { get; init; }

    internal required BufferPool Buffers { get; init; }

    internal required MediaFiles Media { get; init; }

    internal required Func<string, Body> Markdown { get; init; }

    /// <summary>Fills in the text of a page that is a template; set by the build as well.</summary>
    internal required Func<Entry, Page, FilledText> Fill { get; init; }

    /// <summary>Renders the shared piece of a section's pages; set by the build, which owns the rendering.</summary>
    internal Func<string, SitePath, Fragment> RenderFragment { get; init; } = (_, _) => Fragment.Empty;

    public Entry? Entry(int slot) =>
        site.Index.Find(names.Pages[slot]) is >= 0 and var at && SiteIndex.Shown(site.Entries[at], site.Settings)
            ? site.Entries[at]
            : null;

    public Page Written(Entry entry) => pages[site.Index.Find(entry.Path)];

    /// <summary>What a page's text comes to, filled in where it is a template.</summary>
    public FilledText Text(Entry entry)
    {
        var page = Written(entry);
        if (!FilledText.IsTemplate(entry, page)) return new FilledText(page, page.Text);
        return texts.TryGetValue(entry.Slot, out var text) ? text : texts.GetOrAdd(entry.Slot, Fill(entry, page));
    }

    /// <summary>One page of a listing (all of it when <paramref name="size"/> is 0), numbered from 1.</summary>
    public ImmutableArray<Entry> List(ListKey key, int number, int size) => lists.GetOrAdd((key, number, size), ask =>
    {
        var positions = Lists.Positions(site, ask.Item1);
        var (from, count) = ask.Item3 == 0 ? (0, positions.Length) : ((ask.Item2 - 1) * ask.Item3, ask.Item3);
        return [.. positions.Skip(from).Take(count).Select(at => site.Entries[at])];
    });

    public int Count(ListKey key) => Lists.Positions(site, key).Length;

    public ImmutableArray<Entry> FeedEntries(ListKey key, int number, int size) =>
        lists.GetOrAdd((key, -number, size), ask =>
            [.. Lists.ForFeed(site, ask.Item1).Skip((number - 1) * size).Take(size).Select(at => site.Entries[at])]);

    public LinkAnswer Link(int from, string target) => links.GetOrAdd((from, target), ask =>
        LinkResolver.Resolve(site, routes, names.Pages[ask.Item1], ask.Item2, entry => Text(entry).Markup.Anchors));

    /// <summary>A file of the content, be it a page's or one that is copied.</summary>
    public SourceFile? Source(SitePath path) =>
        site.File(path) ?? (site.Index.Find(path) is >= 0 and var at ? pages[at].Source : null);

    /// <summary>The files of the content in a folder, pages among them, for suggestions.</summary>
    public IEnumerable<SitePath> SourcesBelow(SitePath folder) => site.Files.Select(file => file.Path)
        .Concat(pages.Select(page => page.Source.Path)).Where(path => path.IsBelow(folder));

    public ImageSize? SizeOf(SitePath source) => sizes.GetOrAdd(source, path =>
    {
        if (!path.HasExtension(ImageSize.Extensions) || site.File(path) is not { } file) return null;
        try
        {
            using var stream = file.Open();
            return ImageSize.Read(stream);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null; // it has gone since the listing, or is closed: copying it will tell
        }
    });

    public MeasuredSound? Sound(SitePath source) => site.File(source) is { } file ? Media.Sound(file) : null;

    public Fragment FragmentOf(string template, SitePath section) =>
        fragments.GetOrAdd((template, section), ask => RenderFragment(ask.Item1, ask.Item2));

    public Stamp StampOf(Fact fact)
    {
        if (fact.Ask is Ask.Field or Ask.Extra or Ask.Body or Ask.Neighbours or Ask.Written or Ask.PublishedId)
            return PageStamp(fact);
        return stamps.TryGetValue(fact, out var stamp) ? stamp : stamps.GetOrAdd(fact, Compute(fact));
    }

    private Stamp PageStamp(Fact fact)
    {
        if (Entry(fact.Subject) is not { } entry) return Stamp.None;
        switch (fact.Ask)
        {
            case Ask.Body:
                return Text(entry).Markup.Body.Stamp.With(Text(entry).ProblemsStamp);
            case Ask.Written:
                var page = Written(entry);
                return page.Card.Stamp.With(page.Body.Stamp);
            case Ask.Extra:
                return entry.Matter.Extra.Find(names.Texts[fact.Detail])?.Stamp() ?? Stamp.None;
            case Ask.PublishedId:
                return Stamp.Of(site.Ledger.Find(entry.Path)?.Id ?? names.Texts[fact.Detail]);
            case Ask.Neighbours:
                var (previous, next) = site.Index.NeighboursOf(site.Index.Find(entry.Path));
                return new Stamp(1).With(SlotAt(previous)).With(SlotAt(next));
            default:
                return FieldStamps.Of(entry, (Field)fact.Detail, asked => Text(asked).Markup);
        }
    }

    private ulong SlotAt(int position) => position < 0 ? ulong.MaxValue : (ulong)site.Entries[position].Slot;

    private Stamp Compute(Fact fact)
    {
        switch (fact.Ask)
        {
            case Ask.Clock:
                return new Stamp((ulong)site.Settings.Clock.UtcTicks | 1);
            case Ask.Settings:
                return site.Settings.Stamp;
            case Ask.List:
                var (key, number, size) = names.Lists[fact.Subject];
                var entries = number < 0 ? FeedEntries(key, -number, size) : List(key, number, size);
                return entries.Aggregate(new Stamp(1).With((ulong)Count(key)), (stamp, entry) => stamp.With((ulong)entry.Slot));
            case Ask.Section:
                return SectionStamp(new SitePath(names.Texts[fact.Subject]));
            case Ask.Terms:
                return site.Index.Taxonomy(names.Texts[fact.Subject]).Terms
                    .Aggregate(new Stamp(1), (stamp, term) => stamp.With(term.Slug).With(term.Name));
            case Ask.TermName:
                var (taxonomy, slug) = new ListKey(ListKind.Term, names.Texts[fact.Subject]).AsTerm;
                return site.Index.Taxonomy(taxonomy).Find(slug) is { } found
                    ? Stamp.Of(found.Name).With(SlotAt(found.OwnPage))
                    : Stamp.None;
            case Ask.Link:
                var (from, target) = names.Links[fact.Subject];
                return Link(from, target).Stamp;
            case Ask.Template:
                return theme.Templates.GetValueOrDefault(names.Texts[fact.Subject])?.Stamp ?? Stamp.None;
            case Ask.Templates:
                return theme.Templates.Keys.Order(StringComparer.Ordinal)
                    .Aggregate(new Stamp(1), (stamp, name) => stamp.With(name));
            case Ask.Asset:
                return theme.Assets.GetValueOrDefault(names.Texts[fact.Subject])?.Stamp ?? Stamp.None;
            case Ask.ImageSize:
                return SizeOf(new SitePath(names.Texts[fact.Subject])) is { } pixels
                    ? new Stamp(1).With((ulong)pixels.Width).With((ulong)pixels.Height)
                    : Stamp.None;
            case Ask.File:
                return site.File(new SitePath(names.Texts[fact.Subject])) is null ? Stamp.None : new Stamp(1);
            case Ask.Sound:
                return Sound(new SitePath(names.Texts[fact.Subject]))?.Stamp ?? Stamp.None;
            case Ask.Source:
                return Source(new SitePath(names.Texts[fact.Subject])) is { } file
                    // As it was listed: what is read later may be newer, and is then rendered once more.
                    ? new Stamp(1).With(file.Version)
                    : Stamp.None;
            case Ask.Data:
                return site.Data.Aggregate(new Stamp(1), (stamp, file) => stamp.With(file.Name).With(file.Stamp));
            case Ask.KnownKey:
                return site.Index.KnownKeys.BinarySearch(names.Texts[fact.Subject], StringComparer.Ordinal) >= 0
                    ? new Stamp(1)
                    : Stamp.None;
            case Ask.Fragment:
                var (template, section) = names.Fragments[fact.Subject];
                return FragmentOf(template, section).Stamp;
            case Ask.Files:
                return site.FileOutputs
                    .Aggregate(new Stamp(1), (stamp, pair) => stamp.With(pair.Key.Value).With(pair.Value.Value));
            case Ask.Output:
                return routes.FindUrl(names.Texts[fact.Subject]) is null ? Stamp.None : new Stamp(1);
            case Ask.Shape:
                return routes.Stamp;
            default:
                throw new InvalidOperationException($"No answer is known for {fact.Ask}.");
        }
    }

    private Stamp SectionStamp(SitePath path)
    {
        if (site.Index.Section(path) is not { } section) return Stamp.None;
        var stamp = Stamp.Of(section.Url).With((ulong)section.Kind).With(SlotAt(section.Index));
        foreach (var child in section.Children) stamp = stamp.With(child.Value);
        foreach (var year in section.Years) stamp = stamp.With((ulong)year);
        foreach (var season in section.Seasons) stamp = stamp.With((ulong)season + 10_000);
        return stamp;
    }
}
