using System.Collections.Immutable;
using Publisher.Configuration;
using Publisher.Content;
using Publisher.Text;

namespace Publisher.Model;

/// <summary>
/// Everything that depends on where pages stand (their dates, tags, folders, addresses) and on nothing else of them. It
/// holds positions in the site's entries, and is carried over for as long as no page changes its place.
/// </summary>
public sealed class SiteIndex
{
    private readonly Dictionary<SitePath, int> byPath = [];
    private readonly Dictionary<SitePath, Section> sections = [];
    private readonly (int Previous, int Next)[] neighbours;

    internal SiteIndex(ImmutableArray<Entry> entries, Settings settings, FolderTree folders)
    {
        for (var i = 0; i < entries.Length; i++) byPath[entries[i].Path] = i;
        Listed = [.. ByDate(
            Enumerable.Range(0, entries.Length).Where(i => !entries[i].IsSectionIndex && Shown(entries[i], settings)), entries)];
        Tags = TaxonomyOf("tags", entries, entry => entry.Tags);
        Categories = TaxonomyOf("categories", entries, entry => entry.Categories);
        Series = TaxonomyOf("series", entries, entry => entry.Series is { } series ? [series] : []);
        BuildSections(entries, settings, folders);
        if (settings.People) People = PeopleOf(entries, settings);
        CountFaults = CountFault.In(entries, CountOf);
        neighbours = Neighbours(entries);
        KnownKeys = [.. entries.SelectMany(entry => entry.Matter.Extra.Entries)
            .Select(extra => extra.Key.Text).Distinct().Order(StringComparer.Ordinal)];
        HomeSections = settings.HomeSections.IsEmpty ? DatedTopSections(entries) : settings.HomeSections;
        FeedSections = settings.Feeds.SiteSections.IsEmpty ? DatedTopSections(entries) : settings.Feeds.SiteSections;
    }

    /// <summary>All shown pages that are not section indexes, newest first, undated ones last by path.</summary>
    public ImmutableArray<int> Listed { get; }

    public Taxonomy Tags { get; }

    public Taxonomy Categories { get; }

    public Taxonomy Series { get; }

    /// <summary>Who wrote pages, and who is heard in episodes; nobody where people have no pages.</summary>
    public Taxonomy People { get; } = new("people", []);

    /// <summary>
    /// Every front-matter key of any page that Publisher has no type for: what templates may ask without it being a mistake.
    /// </summary>
    public ImmutableArray<string> KnownKeys { get; }

    /// <summary>The top folders whose pages the home page lists.</summary>
    public ImmutableArray<string> HomeSections { get; }

    public ImmutableArray<string> FeedSections { get; }

    /// <summary>What is odd about the numbers of weeknotes, in path order.</summary>
    public ImmutableArray<CountFault> CountFaults { get; }

    public IEnumerable<Section> Sections => sections.Values;

    public Section Root => sections[SitePath.Root];

    /// <summary>-1 when no such page.</summary>
    public int Find(SitePath path) => byPath.GetValueOrDefault(path, -1);

    public Section? Section(SitePath path) => sections.GetValueOrDefault(path);

    /// <summary>
    /// The podcast that a section belongs to: the outermost section of episodes that has an index page, so that a folder of a
    /// season may have one as well.
    /// </summary>
    /// <param name="find">A section by its path: where what is asked is recorded, by way of that.</param>
    public static Section? ShowOf(SitePath section, Func<SitePath, Section?> find)
    {
        var show = (Section?)null;
        for (var path = section; !path.IsRoot; path = path.Parent)
            if (find(path) is { Kind: Kind.Episode, Index: >= 0 } found) show = found;
        return show;
    }

    /// <summary>
    /// Whether a folder holds the pages of a taxonomy's terms (<c>tags/docker.md</c>) and is no section of its own.
    /// </summary>
    public bool IsTaxonomy(SitePath folder) =>
        folder.Value is "tags" or "categories" or "series" or "people" && !Taxonomy(folder.Value).Terms.IsEmpty;

    /// <summary>Whoever writes pages about people wants them to be found; texts about tags are found by the tags.</summary>
    private bool IsInMenus(SitePath folder) => folder.Value == "people" || !IsTaxonomy(folder);

    public Taxonomy Taxonomy(string name) =>
        name switch { "tags" => Tags, "categories" => Categories, "people" => People, _ => Series };

    /// <summary>The page before (older, or earlier in reading order) and the one after; -1 at the ends.</summary>
    public (int Previous, int Next) NeighboursOf(int position) => neighbours[position];

    /// <summary>Whose pages list an entry: who wrote it, and who is heard in an episode.</summary>
    internal IEnumerable<Person> PeopleOf(Entry entry, ImmutableArray<Entry> entries)
    {
        return entry.Kind.IsDated() ? Person.In(entry.Matter, entry.Kind, Show) : [];

        Matter? Show() => ShowOf(entry.Section, Section) is { } show ? entries[show.Index].Matter : null;
    }

    /// <summary>Whether readers may meet the page: published, or asked for, or in a preview, which marks it.</summary>
    public static bool Shown(Entry entry, Settings settings) => settings.Preview || entry.Status switch
    {
        Status.Published => true,
        Status.Draft => settings.Drafts,
        Status.Future => settings.Future,
        _ => false,
    };

    private static IEnumerable<int> ByDate(IEnumerable<int> positions, ImmutableArray<Entry> entries) =>
        positions.OrderByDescending(i => entries[i].Date?.UtcTicks ?? 0).ThenBy(i => entries[i].Date is null ? i : -i);

    private static IEnumerable<int> ByWeight(IEnumerable<int> positions, ImmutableArray<Entry> entries) =>
        positions.OrderBy(i => entries[i].Weight).ThenBy(i => entries[i].Path.Value, StringComparer.OrdinalIgnoreCase)
            .ThenBy(i => i);

    private void BuildSections(ImmutableArray<Entry> entries, Settings settings, FolderTree folders)
    {
        var pages = new Dictionary<SitePath, List<int>>();
        var indexes = new Dictionary<SitePath, int>();
        foreach (var folder in folders.Sections) pages[BelowContent(folder, settings)] = [];
        for (var i = 0; i < entries.Length; i++)
        {
            if (!Shown(entries[i], settings)) continue;
            if (entries[i].IsSectionIndex) indexes[entries[i].Section] = i;
            else if (pages.TryGetValue(entries[i].Section, out var list)) list.Add(i);
        }
        var children = pages.Keys.Where(path => !path.IsRoot).ToLookup(path => path.Parent);
        Build(SitePath.Root, 0);

        Section Build(SitePath path, int depth)
        {
            var index = indexes.GetValueOrDefault(path, -1);
            var kind = SectionKind(path, index, pages[path], entries, settings);
            var below = children[path]
                .OrderBy(child => indexes.TryGetValue(child, out var at) ? entries[at].Weight : int.MaxValue)
                .ThenBy(child => child.Value, StringComparer.OrdinalIgnoreCase).Select(child => Build(child, depth + 1)).ToList();
            var own = (kind.IsDated() ? ByDate(pages[path], entries) : ByWeight(pages[path], entries)).ToImmutableArray();
            var all = own.Concat(below.SelectMany(child => child.AllPages));
            if (kind.IsDated() && below.Count > 0) all = ByDate(all, entries);
            var allPages = all.ToImmutableArray();
            var archives = kind.IsDated() && !path.IsRoot && (settings.Section(path.Top).Archives ?? settings.Archives);
            var years = archives
                ? allPages.Select(i => entries[i].Date?.Year ?? 0).Where(year => year > 0).Distinct().ToImmutableArray()
                : [];
            return sections[path] = new Section
            {
                Path = path, Url = index >= 0 ? entries[index].Url : UrlOf(path),
                Kind = kind, Depth = depth, Index = index, Pages = own,
                Children = [.. below.Where(child => (child.AllPages.Length > 0 || child.Index >= 0) && IsInMenus(child.Path))
                    .Select(child => child.Path)],
                AllPages = allPages, Years = years,
                Seasons = kind.IsDated() && depth == 1
                    ? [.. allPages.Select(i => entries[i].Season).OfType<int>().Distinct().OrderDescending()]
                    : [],
            };
        }
    }

    /// <summary>Weeknotes count with those in the folders around theirs.</summary>
    private SitePath CountOf(SitePath folder)
    {
        while (Section(folder.Parent) is { Kind: Kind.Weeknote, Path.IsRoot: false } above) folder = above.Path;
        return folder;
    }

    private static SitePath BelowContent(SitePath folder, Settings settings) =>
        folder == settings.Content ? SitePath.Root : folder.Below(settings.Content);

    private static string UrlOf(SitePath path) =>
        path.IsRoot ? "/" : "/"
            + string.Join('/', path.Value.Split('/').Select(name => Slug.OrNumbers(name))) + "/";

    /// <summary>What the section's index, its settings or its folder's name says; else what most of its pages are.</summary>
    private static Kind SectionKind(SitePath path, int index, List<int> pages, ImmutableArray<Entry> entries, Settings settings)
    {
        if (path.IsRoot)
            return settings.IsPlainFolder || (pages.Count > 0 && pages.All(i => entries[i].Kind == Kind.Doc))
                ? Kind.Doc
                : Kind.Page;
        if (Kinds.Parse(settings.Section(path.Top).Kind) is { } set) return set;
        if (index >= 0 && entries[index].Kind != Kind.Page) return entries[index].Kind;
        if (pages.Count > 0)
            return pages.GroupBy(i => entries[i].Kind).OrderByDescending(group => group.Count()).ThenBy(group => group.Key)
                .First().Key;
        for (var at = path; !at.IsRoot; at = at.Parent)
            if (Kinds.OfFolder(at.Name) is { } named) return named;
        return index >= 0 ? entries[index].Kind : Kind.Page;
    }

    private ImmutableArray<string> DatedTopSections(ImmutableArray<Entry> entries) =>
        [.. Root.Children.Where(path => sections[path].Kind.IsDated()).Select(path => path.Value)];

    private Taxonomy TaxonomyOf(string name, ImmutableArray<Entry> entries, Func<Entry, ImmutableArray<string>> termsOf)
    {
        var bySlug = new Dictionary<string, (Spellings Spellings, List<int> Pages)>();
        var slugs = new Dictionary<string, string>();
        foreach (var i in Listed)
        {
            var terms = termsOf(entries[i]);
            for (var k = 0; k < terms.Length; k++)
            {
                if (!slugs.TryGetValue(terms[k], out var slug)) slugs[terms[k]] = slug = Slug.OrNumbers(terms[k]);
                if (!bySlug.TryGetValue(slug, out var found)) bySlug[slug] = found = (new Spellings(), []);
                if (found.Pages.Count == 0 || found.Pages[^1] != i) found.Pages.Add(i);
                found.Spellings.Add(terms[k], i, k);
            }
        }
        return new Taxonomy(name, ByName(bySlug.Select(pair => new Term(
            name, pair.Value.Spellings.First, pair.Key, $"/{name}/{pair.Key}/",
            name == "series" ? [.. Enumerable.Reverse(pair.Value.Pages)] : [.. pair.Value.Pages]))))
        {
            Clashes = [.. bySlug.Values.SelectMany(found => found.Spellings.Clashes()).Order()],
        };
    }

    private static ImmutableArray<Term> ByName(IEnumerable<Term> terms) =>
        [.. terms.OrderBy(term => term.Name, StringComparer.OrdinalIgnoreCase).ThenBy(term => term.Slug, StringComparer.Ordinal)];

    /// <summary>
    /// Those who are named on pages, and those who only have a page of their own: in the folder <c>people</c>, as terms' pages
    /// are in that of their taxonomy.
    /// </summary>
    private Taxonomy PeopleOf(ImmutableArray<Entry> entries, Settings settings)
    {
        var named = TaxonomyOf("people", entries, entry => [.. PeopleOf(entry, entries).Select(person => person.Name)]);
        var terms = named.Terms.ToDictionary(term => term.Url);
        for (var i = 0; i < entries.Length; i++)
        {
            if (entries[i] is not { Section.Value: "people", IsSectionIndex: false }) continue;
            if (entries[i].Kind.IsDated() || !Shown(entries[i], settings)) continue;
            var url = entries[i].Url;
            if (terms.TryGetValue(url, out var term)) terms[url] = term with { OwnPage = i };
            else if (url.Split('/') is ["", "people", var slug, ""])
                terms[url] = new Term("people", entries[i].Title, slug, url, []) { OwnPage = i };
        }
        return new Taxonomy("people", ByName(terms.Values)) { Clashes = named.Clashes };
    }

    private (int, int)[] Neighbours(ImmutableArray<Entry> entries)
    {
        var found = new (int Previous, int Next)[entries.Length];
        Array.Fill(found, (-1, -1));
        foreach (var section in sections.Values)
            if (section.Kind.IsDated()) Chain([.. section.Pages.Where(i => entries[i].Date is not null).Reverse()]);
        foreach (var top in Root.Children.Select(path => sections[path]).Where(top => !top.Kind.IsDated()))
            Chain(ReadingOrder(top));
        if (Root.Kind == Kind.Doc) Chain(ReadingOrder(Root));
        return found;

        void Chain(List<int> order)
        {
            for (var k = 0; k < order.Count; k++)
                found[order[k]] = (k > 0 ? order[k - 1] : -1, k + 1 < order.Count ? order[k + 1] : -1);
        }
    }

    /// <summary>The index page, the pages, then each child section the same way: how one would read a manual.</summary>
    private List<int> ReadingOrder(Section section)
    {
        var order = new List<int>();
        Walk(section);
        return order;

        void Walk(Section at)
        {
            if (at.Index >= 0) order.Add(at.Index);
            if (!at.Kind.IsDated()) order.AddRange(at.Pages);
            foreach (var child in at.Children)
                if (!sections[child].Kind.IsDated()) Walk(sections[child]);
        }
    }
}
