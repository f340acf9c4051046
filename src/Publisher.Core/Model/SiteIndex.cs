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
    private readonly Dictionary<SitePath, Section> sections;
    private readonly (int Previous, int Next)[] neighbours;

    internal SiteIndex(ImmutableArray<Entry> entries, Settings settings, FolderTree folders)
    {
        for (var i = 0; i < entries.Length; i++) byPath[entries[i].Path] = i;
        Listed = [.. SectionTree.ByDate(
            Enumerable.Range(0, entries.Length).Where(i => !entries[i].IsSectionIndex && Shown(entries[i], settings)), entries)];
        var taxonomies = new Taxonomies(entries, Listed);
        Tags = taxonomies.Of("tags", entry => entry.Tags);
        Categories = taxonomies.Of("categories", entry => entry.Categories);
        Series = taxonomies.Of("series", entry => entry.Series is { } series ? [series] : []);
        sections = SectionTree.Of(entries, settings, folders, IsInMenus);
        if (settings.People) People = taxonomies.People(entry => PeopleOf(entry, entries), settings);
        CountFaults = CountFault.In(entries, CountOf);
        neighbours = ReadingOrder.Neighbours(entries, sections);
        KnownKeys = [.. entries.SelectMany(entry => entry.Matter.Extra.Entries)
            .Select(extra => extra.Key.Text).Distinct().Order(StringComparer.Ordinal)];
        HomeSections = settings.HomeSections.IsEmpty ? DatedTopSections() : settings.HomeSections;
        FeedSections = settings.Feeds.SiteSections.IsEmpty ? DatedTopSections() : settings.Feeds.SiteSections;
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

    /// <summary>Weeknotes count with those in the folders around theirs.</summary>
    private SitePath CountOf(SitePath folder)
    {
        while (Section(folder.Parent) is { Kind: Kind.Weeknote, Path.IsRoot: false } above) folder = above.Path;
        return folder;
    }

    private ImmutableArray<string> DatedTopSections() =>
        [.. Root.Children.Where(path => sections[path].Kind.IsDated()).Select(path => path.Value)];
}
