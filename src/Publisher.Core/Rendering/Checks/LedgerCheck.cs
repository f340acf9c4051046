using System.Collections.Immutable;
using Publisher.Configuration;
using Publisher.Content;
using Publisher.Diagnostics;
using Publisher.Model;
using Publisher.Rendering.Podcasts;
using Publisher.Rendering.Routes;
using Publisher.Rendering.Views;
using Publisher.Text;

namespace Publisher.Rendering.Checks;

/// <summary>
/// Compares what the feeds announce with what was published: a change by which subscribers would download again or be told
/// again is a mistake unless it is meant.
/// </summary>
internal sealed class LedgerCheck(Site site, RouteTable routes, WrittenMatter written, RenderScope scope)
{
    private Ledger Published => site.Ledger;

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
        if (Published.IsUnreadable) return Published;
        var now = Announced().ToList();
        var old = Remembered(now);
        var moves = Moves(now, old);
        return new Ledger(Published.Items.AddRange(now
            .Where(page => !old.ContainsKey(page.Page) && moves.Find(page.Page) is null)
            .Select(page => KeyValuePair.Create(page.Page.Path, page.Item))));
    }

    public ImmutableArray<Diagnostic> Run()
    {
        if (Published.Items.IsEmpty) return [];
        var meant = site.Settings.AllowsFeedChanges;
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        var now = Announced().ToList();
        var known = Remembered(now);
        var moves = Moves(now, known);
        foreach (var (page, item) in now)
        {
            if (known.TryGetValue(page, out var old)) Compare(page, old, item, meant, found);
            else if (moves.Find(page) is { } move)
                found.Add(move.IsSure
                    ? Messages.FeedItemMoved(new Location(page.Path), page.Title, move.From, move.Id, meant)
                    : Messages.FeedItemMayHaveMoved(new Location(page.Path), page.Title, move.From, move.Id));
        }
        foreach (var (path, show) in moves.Gone.Where(old => old.Value.IsShow))
            if (now.Exists(page => page.Page.Kind == Kind.Episode && page.Page.Path.IsBelow(path.Parent)))
                found.Add(Messages.ShowPageGone(new Location(path), show.Id, meant));
        return found.ToImmutable();
    }

    /// <summary>What is remembered of each page: by its source, or by its id where it has taken that along.</summary>
    private Dictionary<Entry, LedgerItem> Remembered(List<(Entry Page, LedgerItem Item)> now)
    {
        var known = new Dictionary<Entry, LedgerItem>(ReferenceEqualityComparer.Instance);
        var byId = new Dictionary<string, LedgerItem>(StringComparer.Ordinal);
        foreach (var item in Published.Items.Values) byId.TryAdd(item.Id, item);
        foreach (var (page, item) in now)
        {
            if (Published.Find(page.Path) is not { } old) continue;
            known[page] = old;
            byId.Remove(item.Id); // another page of this id is a mistake of its own
        }
        foreach (var (page, item) in now)
            if (!known.ContainsKey(page) && byId.TryGetValue(item.Id, out var old)) known[page] = old;
        return known;
    }

    private LedgerMoves Moves(List<(Entry Page, LedgerItem Item)> now, Dictionary<Entry, LedgerItem> known)
    {
        var ids = now.Select(page => page.Item.Id).ToHashSet(StringComparer.Ordinal);
        return new LedgerMoves(
            site.Index,
            Published.Items.Where(old => site.Index.Find(old.Key) < 0 && !ids.Contains(old.Value.Id)),
            now.Where(page => !known.ContainsKey(page.Page)),
            now.Where(page => known.ContainsKey(page.Page)));
    }

    private void Compare(Entry page, LedgerItem old, LedgerItem now, bool meant, ImmutableArray<Diagnostic>.Builder found)
    {
        if (old.Id != now.Id)
        {
            var at = page.Matter.IdAt is { Line: > 0 } said ? said : new Location(page.Path);
            found.Add(page.IsSectionIndex
                ? Messages.ShowGuidChanged(at, page.Title, old.Id, now.Id, meant)
                : Messages.FeedIdChanged(at, page.Title, old.Id, now.Id, meant));
        }
        if (page.IsSectionIndex) return;
        if (old.Enclosure.Length > 0 && old.Enclosure != now.Enclosure)
            found.Add(Messages.FeedEnclosureChanged(
                written.Place(page, "audio"), page.Title, old.Enclosure, now.Enclosure, meant));
        if (old.Date.Length > 0 && old.Date != now.Date)
            found.Add(Messages.FeedDateChanged(written.Place(page, "date"), page.Title, old.Date, now.Date, meant));
    }

    /// <summary>Every page that a feed announces or announced when it was new, and the page of each podcast.</summary>
    private IEnumerable<(Entry Page, LedgerItem Item)> Announced()
    {
        var feeds = routes.Paths.Select(routes.Find).OfType<FeedRoute>().ToList();
        var shows = feeds.Where(route => route is { IsPodcast: true, List.Kind: ListKind.Section })
            .Select(route => route.List.Name).Distinct(StringComparer.Ordinal)
            .Select(name => ShowView.Of(new SitePath(name), scope)).OfType<ShowItem>()
            .Select(show => (show.Index, new LedgerItem(ShowView.GuidOf(show, scope), "", "")));
        var pages = feeds.Select(route => route.List).Distinct()
            .SelectMany(list => Lists.ForFeed(site, list)).Distinct().Order().Select(at => site.Entries[at])
            .Select(page => (page, new LedgerItem(FeedIdentity.IdOf(page, scope), FeedIdentity.DateOf(page), EnclosureOf(page))));
        return shows.Concat(pages).Where(page => page.Item1.Status == Status.Published);
    }

    /// <summary>A file of the site itself is told without the host, which previews have another of.</summary>
    private string EnclosureOf(Entry page) =>
        page.Kind != Kind.Episode || EpisodeAudio.Of(page, scope) is not { Url: { Length: > 0 } url } ? ""
            : url.StartsWith(site.Settings.BasePath + "/", StringComparison.Ordinal) ? url[site.Settings.BasePath.Length..]
            : url;
}
