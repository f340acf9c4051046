using System.Collections.Immutable;
using Publisher.Configuration;
using Publisher.Diagnostics;
using Publisher.Model;
using Publisher.Rendering.Routes;
using Publisher.Rendering.Views;
using Publisher.Text;

namespace Publisher.Rendering.Checks;

/// <summary>
/// Compares what the feeds announce with what was published: a change by which subscribers would download again or be told
/// again is a mistake unless it is meant.
/// </summary>
internal sealed class LedgerCheck(Site site, RouteTable routes, RenderScope scope)
{
    private Ledger Published => site.Settings.Ledger;

    /// <summary>What is to be remembered of the pages that are announced now; what was remembered of others stays.</summary>
    public Ledger Next()
    {
        var next = Published.Items.ToBuilder();
        var now = Announced().ToList();
        var ids = now.Select(page => page.Item.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (source, item) in Published.Items)
            if (ids.Contains(item.Id)) next.Remove(source); // it has moved, or is set anew below
        foreach (var (page, item) in now) next[page.Path] = item;
        return new Ledger(next.ToImmutable());
    }

    /// <summary>The same ledger with what it lacks, but for pages that seem to have moved.</summary>
    public Ledger Completed()
    {
        var now = Announced().ToList();
        var gone = Gone(now);
        return new Ledger(Published.Items.AddRange(now
            .Where(page => Published.Find(page.Page.Path) is null && !gone.Exists(other => IsSame(other.Value, page.Item)))
            .Select(page => KeyValuePair.Create(page.Page.Path, page.Item))));
    }

    public ImmutableArray<Diagnostic> Run()
    {
        if (Published.Items.IsEmpty) return [];
        var meant = site.Settings.AllowsFeedChanges;
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        var now = Announced().ToList();
        var gone = Gone(now);
        foreach (var (page, item) in now)
        {
            if (Published.Find(page.Path) is { } old) Compare(page, old, item, meant, found);
            else if (gone.Find(other => IsSame(other.Value, item)) is { Value: not null } moved)
                found.Add(Messages.FeedItemMoved(new Location(page.Path), page.Title, moved.Key, moved.Value.Id, meant));
        }
        return found.ToImmutable();
    }

    private List<KeyValuePair<SitePath, LedgerItem>> Gone(List<(Entry Page, LedgerItem Item)> now)
    {
        var ids = now.Select(page => page.Item.Id).ToHashSet(StringComparer.Ordinal);
        return [.. Published.Items.Where(old => site.Index.Find(old.Key) < 0 && !ids.Contains(old.Value.Id))];
    }

    private static void Compare(
        Entry page, LedgerItem old, LedgerItem now, bool meant, ImmutableArray<Diagnostic>.Builder found)
    {
        var at = page.Matter.IdAt is { Line: > 0 } said ? said : new Location(page.Path);
        if (old.Id != now.Id) found.Add(Messages.FeedIdChanged(at, page.Title, old.Id, now.Id, meant));
        if (old.Enclosure.Length > 0 && old.Enclosure != now.Enclosure)
            found.Add(Messages.FeedEnclosureChanged(new Location(page.Path), page.Title, old.Enclosure, now.Enclosure, meant));
        if (old.Date != now.Date) found.Add(Messages.FeedDateChanged(new Location(page.Path), page.Title, old.Date, now.Date,
            meant));
    }

    /// <summary>Two pages of one instant, or of one sound file, are one page that moved.</summary>
    private static bool IsSame(LedgerItem old, LedgerItem now) =>
        old.Enclosure.Length > 0 ? old.Enclosure == now.Enclosure : old.Date == now.Date;

    /// <summary>Every page that a feed announces or announced when it was new.</summary>
    private IEnumerable<(Entry Page, LedgerItem Item)> Announced() =>
        routes.Paths.Select(routes.Find).OfType<FeedRoute>().Select(route => route.List).Distinct()
            .SelectMany(list => Lists.ForFeed(site, list)).Distinct().Order().Select(at => site.Entries[at])
            .Where(page => page.Status == Status.Published)
            .Select(page => (page, new LedgerItem(FeedItem.IdOf(page, scope), FeedItem.DateOf(page), EnclosureOf(page))));

    /// <summary>A file of the site itself is told without the host, which previews have another of.</summary>
    private string EnclosureOf(Entry page) =>
        page.Kind != Content.Kind.Episode || EpisodeAudio.Of(page, scope) is not { Url: { Length: > 0 } url } ? ""
            : url.StartsWith(site.Settings.BasePath + "/", StringComparison.Ordinal) ? url[site.Settings.BasePath.Length..]
            : url;
}
