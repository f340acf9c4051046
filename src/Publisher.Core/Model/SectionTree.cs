using System.Collections.Immutable;
using Publisher.Configuration;
using Publisher.Content;
using Publisher.Text;

namespace Publisher.Model;

/// <summary>Makes sections of the content's folders: of which kind each is, and which pages it lists in which order.</summary>
internal static class SectionTree
{
    /// <param name="isInMenus">Whether a folder is listed in the one around it.</param>
    public static Dictionary<SitePath, Section> Of(
        ImmutableArray<Entry> entries, Settings settings, FolderTree folders, Func<SitePath, bool> isInMenus)
    {
        var sections = new Dictionary<SitePath, Section>();
        var pages = new Dictionary<SitePath, List<int>>();
        var indexes = new Dictionary<SitePath, int>();
        foreach (var folder in folders.Sections) pages[BelowContent(folder, settings)] = [];
        for (var i = 0; i < entries.Length; i++)
        {
            if (!SiteIndex.Shown(entries[i], settings)) continue;
            if (entries[i].IsSectionIndex) indexes[entries[i].Section] = i;
            else if (pages.TryGetValue(entries[i].Section, out var list)) list.Add(i);
        }
        var children = pages.Keys.Where(path => !path.IsRoot).ToLookup(path => path.Parent);
        Build(SitePath.Root, 0);
        return sections;

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
                Children = [.. below.Where(child => (child.AllPages.Length > 0 || child.Index >= 0) && isInMenus(child.Path))
                    .Select(child => child.Path)],
                AllPages = allPages, Years = years,
                Seasons = kind.IsDated() && depth == 1
                    ? [.. allPages.Select(i => entries[i].Season).OfType<int>().Distinct().OrderDescending()]
                    : [],
            };
        }
    }

    /// <summary>The newest first; undated ones last, by path.</summary>
    public static IEnumerable<int> ByDate(IEnumerable<int> positions, ImmutableArray<Entry> entries) =>
        positions.OrderByDescending(i => entries[i].Date?.UtcTicks ?? 0).ThenBy(i => entries[i].Date is null ? i : -i);

    private static IEnumerable<int> ByWeight(IEnumerable<int> positions, ImmutableArray<Entry> entries) =>
        positions.OrderBy(i => entries[i].Weight).ThenBy(i => entries[i].Path.Value, StringComparer.OrdinalIgnoreCase)
            .ThenBy(i => i);

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
}
