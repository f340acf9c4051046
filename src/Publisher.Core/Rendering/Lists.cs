using System.Collections.Immutable;
using Publisher.Content.Weeknotes;
using Publisher.Content;
using Publisher.Model;
using Publisher.Text;

namespace Publisher.Rendering;

/// <summary>The positions behind every listing, from the site's indexes alone.</summary>
internal static class Lists
{
    public static ImmutableArray<int> Positions(Site site, ListKey key)
    {
        var index = site.Index;
        switch (key.Kind)
        {
            case ListKind.All:
                return index.Listed;
            case ListKind.Home:
                return Merge(site, index.HomeSections);
            case ListKind.Section:
                return index.Section(new SitePath(key.Name)) is not { } section ? []
                    : section.Kind.IsDated() ? section.AllPages
                    : section.Pages;
            case ListKind.Term:
                var (taxonomy, slug) = key.AsTerm;
                return index.Taxonomy(taxonomy).Find(slug)?.Pages ?? [];
            case ListKind.Year:
                return PartOf(site, key, (entry, year) => entry.Date?.Year == year);
            case ListKind.Season:
                return PartOf(site, key, (entry, season) => entry.Season == season);
            case ListKind.Week:
                return PartOf(site, key, (entry, week) => entry.Date is { } date && Week.Of(date).Number == week);
            default:
                return [];
        }
    }

    private static ImmutableArray<int> PartOf(Site site, ListKey key, Func<Entry, int, bool> belongs)
    {
        var (path, number) = key.AsPart;
        return site.Index.Section(path) is { } section
            ? [.. section.AllPages.Where(at => belongs(site.Entries[at], number))]
            : [];
    }

    /// <summary>What a feed of this listing announces: dated pages only, newest first.</summary>
    public static IEnumerable<int> ForFeed(Site site, ListKey key)
    {
        var positions = key.Kind == ListKind.Home ? Merge(site, site.Index.FeedSections) : Positions(site, key);
        return positions.Where(at => site.Entries[at] is { Date: not null, Matter.Feed: not false })
            .OrderByDescending(at => site.Entries[at].Date!.Value.UtcTicks).ThenByDescending(at => at);
    }

    public static int PageSize(Site site, ListKey key) => key.Kind switch
    {
        ListKind.Home => site.Settings.PageSize,
        ListKind.Section => site.Index.Section(new SitePath(key.Name)) is { } section && !section.Kind.IsDated()
            ? site.Settings.Section(section.Path.Top).PageSize ?? 0
            : site.Settings.Section(new SitePath(key.Name).Top).PageSize ?? site.Settings.PageSize,
        ListKind.Term => site.Settings.TermPageSize,
        _ => 0,
    };

    private static ImmutableArray<int> Merge(Site site, ImmutableArray<string> names)
    {
        var sections = names.Select(name => site.Index.Section(new SitePath(name))).OfType<Section>().ToList();
        if (sections.Count == 1) return sections[0].AllPages;
        return [.. sections.SelectMany(section => section.AllPages).Distinct()
            .OrderByDescending(at => site.Entries[at].Date?.UtcTicks ?? 0).ThenByDescending(at => at)];
    }
}
