using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Publisher.Configuration;
using Publisher.Content;
using Publisher.Diagnostics;
using Publisher.Sources;
using Publisher.Text;

namespace Publisher.Model;

/// <summary>
/// The whole site as its cards say it, with nothing rendered: entries in path order and the indexes over them. Assembling
/// equal cards again gives back the last site.
/// </summary>
public sealed class Site
{
    private Site() { }

    public required Settings Settings { get; init; }

    /// <summary>What was published before: identities that may not change.</summary>
    public required Ledger Ledger { get; init; }

    /// <summary>Every page, shown or not, ordered by source path.</summary>
    public required ImmutableArray<Entry> Entries { get; init; }

    public required SiteIndex Index { get; init; }

    /// <summary>The content's other files: copied as they are.</summary>
    public required ImmutableArray<SourceFile> Files { get; init; }

    public required ImmutableArray<DataFile> Data { get; init; }

    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    private FolderTree Folders { get; init; } = null!;

    private Cascades Cascades { get; init; } = null!;

    /// <summary>Where each shown content file is copied to, by source path.</summary>
    public required SortedDictionary<SitePath, SitePath> FileOutputs { get; init; }

    /// <summary>
    /// Of all that places pages and files in the site; while it is the same, so are the indexes and the routes.
    /// </summary>
    public Stamp Shape { get; private init; }

    /// <summary>A content file that is copied, by its source path.</summary>
    public SourceFile? File(SitePath path) =>
        FirstFrom(path.Value) is var at && at < Files.Length && Files[at].Path == path ? Files[at] : null;

    /// <summary>The content files of a folder, without those of the folders in it.</summary>
    public IEnumerable<SourceFile> FilesIn(SitePath folder)
    {
        var start = folder.IsRoot ? "" : folder.Value + "/";
        for (var at = FirstFrom(start); at < Files.Length && Files[at].Path.IsBelow(folder); at++)
            if (!Files[at].Path.Value.AsSpan(start.Length).Contains('/')) yield return Files[at];
    }

    /// <summary>How many of the files come before a path.</summary>
    private int FirstFrom(string path)
    {
        int low = 0, high = Files.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(Files[middle].Path.Value, path) < 0) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <summary>The copy of a content file; null when it is not copied.</summary>
    public SitePath? OutputOfFile(SitePath source) => FileOutputs.TryGetValue(source, out var output) ? output : null;

    public static Site Assemble(
        Settings settings, Ledger ledger, ImmutableArray<Card> cards, ImmutableArray<SourceFile> files,
        ImmutableArray<DataFile> data, Slots<SitePath> slots, Site? last)
    {
        var sameSettings = last is not null && last.Settings.Stamp == settings.Stamp;
        var sameClock = sameSettings && last!.Settings.Clock == settings.Clock;
        var sameFiles = last is not null && last.Files.AsSpan().SequenceEqual(files.AsSpan());
        var sameData = last is not null && last.Data.AsSpan().SequenceEqual(data.AsSpan());
        var sameLedger = last is not null && ReferenceEquals(last.Ledger, ledger);
        if (sameClock && sameFiles && sameData && sameLedger && SameCards(last!, cards)) return last!;

        var folders = sameSettings && SamePaths(last!, cards)
            ? last!.Folders
            : new FolderTree(cards, settings.Content, settings.IsPlainFolder);
        if (last is not null && folders.SameAs(last.Folders)) folders = last.Folders;
        var cascades = Cascades.Of(cards, settings, folders, last?.Cascades);
        var resolver = new EntryResolver(settings, folders);
        var sameResolver = sameSettings && ReferenceEquals(folders, last!.Folders);
        var entries = new Entry[cards.Length];
        var unresolved = new List<(int At, int Slot, Matter Defaults)>();
        var next = 0;
        for (var i = 0; i < cards.Length; i++)
        {
            var defaults = cascades.For(cards[i]);
            var entry = sameResolver ? last!.EntryOf(cards[i], defaults, ref next) : null;
            if (entry is null || EntryResolver.StatusOf(entry.Matter, entry.Date, settings.Clock) != entry.Status)
                unresolved.Add((i, slots.Of(cards[i].Path), defaults));
            else entries[i] = entry;
        }
        Parallel.ForEach(unresolved, ask => entries[ask.At] = resolver.Resolve(cards[ask.At], ask.Defaults, ask.Slot));
        var shape = Stamp.Of("shape").With(settings.Stamp);
        var problems = UnknownKinds(settings).ToList();
        foreach (var entry in entries)
        {
            problems.AddRange(entry.Problems);
            shape = shape.With((ulong)entry.Slot).With(entry.Place);
        }
        foreach (var file in files) shape = shape.With(file.Path.Value);
        var all = ImmutableCollectionsMarshal.AsImmutableArray(entries);
        var sameShape = last is not null && last.Shape == shape;
        var index = sameShape ? last!.Index : new SiteIndex(all, settings, folders);
        ReportClashes(index, all, problems);
        problems.AddRange(UnknownSections(settings, index));
        foreach (var fault in index.CountFaults) problems.Add(fault.Tell(all));
        return new Site
        {
            Settings = settings, Ledger = ledger, Entries = all, Index = index,
            FileOutputs = sameShape ? last!.FileOutputs : PlaceFiles(files, all, settings),
            Files = sameFiles ? last!.Files : files, Data = sameData ? last!.Data : data,
            // What a section's defaults have wrong is found at each page below, and told once.
            Diagnostics = [.. problems.Distinct()], Folders = folders, Cascades = cascades, Shape = shape,
        };
    }

    /// <summary>Settings are read without knowing which kinds there are.</summary>
    private static IEnumerable<Diagnostic> UnknownKinds(Settings settings) =>
        settings.Sections.Values.Where(section => section.Kind is not null && Kinds.Parse(section.Kind) is null)
            .OrderBy(section => section.KindAt.Line)
            .Select(section => Messages.UnknownValue(section.KindAt, "kind", section.Kind!, Kinds.Names));

    /// <summary>Of a section that is not there, nothing is listed.</summary>
    private static IEnumerable<Diagnostic> UnknownSections(Settings settings, SiteIndex index) =>
        from list in new[] { (In: "feeds", Key: "site_sections"), (In: "home", Key: "sections") }
        from named in (settings.Written.Find(list.In) as MappingNode)?.Find(list.Key).Items() ?? []
        where named is ScalarNode { Text: var text } && index.Section(new SitePath(text)) is null
        select Messages.NoSuchSection(
            named.At, list.Key, ((ScalarNode)named).Text, index.Sections.Select(section => section.Path.Value));

    /// <summary>The index knows which terms clash; where they stand today, the entries know.</summary>
    private static void ReportClashes(SiteIndex index, ImmutableArray<Entry> entries, List<Diagnostic> problems)
    {
        foreach (var clash in index.Tags.Clashes) Report(index.Tags, clash, MatterOf(clash).TagsAt[clash.Place]);
        foreach (var clash in index.Categories.Clashes)
            Report(index.Categories, clash, MatterOf(clash).CategoriesAt[clash.Place]);
        foreach (var clash in index.People.Clashes)
            Report(index.People, clash, index.PeopleOf(entries[clash.Entry], entries).ElementAt(clash.Place).At);
        foreach (var clash in index.Series.Clashes) Report(index.Series, clash, MatterOf(clash).SeriesAt);

        Matter MatterOf(TermClash clash) => entries[clash.Entry].Matter;

        void Report(Taxonomy taxonomy, TermClash clash, Location at) => problems.Add(
            Messages.TermsShareAddress(at, clash.Name, clash.First, $"/{taxonomy.Name}/{Slug.OrNumbers(clash.Name)}/"));
    }

    /// <summary>A bundle's files go beside their page's output, all others where they stand.</summary>
    private static SortedDictionary<SitePath, SitePath> PlaceFiles(
        ImmutableArray<SourceFile> files, ImmutableArray<Entry> entries, Settings settings)
    {
        var bundles = entries.Where(entry => entry.Bundle is not null).GroupBy(entry => entry.Bundle!.Value)
            .ToDictionary(group => group.Key, group => group.First());
        var placed = new SortedDictionary<SitePath, SitePath>();
        foreach (var file in files)
        {
            Entry? owner = null;
            for (var at = file.Path.Parent; bundles.Count > 0 && !at.IsRoot && owner is null; at = at.Parent)
                owner = bundles.GetValueOrDefault(at);
            if (owner is null) placed[file.Path] = settings.Content.IsRoot ? file.Path : file.Path.Below(settings.Content);
            else if (SiteIndex.Shown(owner, settings))
                placed[file.Path] = owner.Beside(file.Path.Below(owner.Bundle!.Value).Value);
        }
        return placed;
    }

    private static bool SameCards(Site last, ImmutableArray<Card> cards)
    {
        if (last.Entries.Length != cards.Length) return false;
        for (var i = 0; i < cards.Length; i++)
            if (!ReferenceEquals(last.Entries[i].Card, cards[i])) return false;
        return true;
    }

    private static bool SamePaths(Site last, ImmutableArray<Card> cards)
    {
        if (last.Entries.Length != cards.Length) return false;
        for (var i = 0; i < cards.Length; i++)
            if (!ReferenceEquals(last.Entries[i].Card, cards[i]) && last.Entries[i].Path != cards[i].Path) return false;
        return true;
    }

    /// <summary>
    /// The entry made of this very card and these very defaults; cards are asked for in path order, which entries are in as well.
    /// </summary>
    private Entry? EntryOf(Card card, Matter defaults, ref int next)
    {
        while (next < Entries.Length && !ReferenceEquals(Entries[next].Card, card) && Entries[next].Path.CompareTo(card.Path) < 0)
            next++;
        return next < Entries.Length
            && ReferenceEquals(Entries[next].Card, card) && ReferenceEquals(Entries[next].Defaults, defaults)
            ? Entries[next++]
            : null;
    }
}
