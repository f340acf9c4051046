using System.Text.RegularExpressions;
using Publisher.Configuration;
using Publisher.Model;
using Publisher.Text;

namespace Publisher.Rendering.Checks;

/// <summary>A page that is gone and seems to be another one now.</summary>
/// <param name="IsSure">Whether more than its date speaks for it.</param>
internal sealed record LedgerMove(SitePath From, string Id, bool IsSure);

/// <summary>Finds under which name what was published and is gone is announced now; each page that is gone, once.</summary>
internal sealed partial class LedgerMoves
{
    private readonly Dictionary<SitePath, LedgerMove> byNew = [];
    private readonly Dictionary<SitePath, LedgerItem> gone;
    private readonly List<(SitePath Path, LedgerItem Item)> added;

    public LedgerMoves(
        IEnumerable<KeyValuePair<SitePath, LedgerItem>> gone, IEnumerable<(Entry Page, LedgerItem Item)> added)
    {
        (this.gone, this.added) = (new(gone), [.. added.Select(page => (page.Page.Path, page.Item))]);
        if (this.gone.Count == 0 || this.added.Count == 0) return;
        Match((_, item) => item.Enclosure);
        Match((_, item) => Dated(item, item.Enclosure[(item.Enclosure.LastIndexOf('/') + 1)..]));
        Match((path, item) => Dated(item, SlugOf(path)));
        Shows();
        // By the date alone it may as well be another page, and where there are several, nobody knows which.
        var ofDate = this.added.Concat(this.gone.Select(old => (old.Key, old.Value)))
            .CountBy(page => page.Item2.Date).ToDictionary(StringComparer.Ordinal);
        Match((_, item) => ofDate.GetValueOrDefault(item.Date) == 2 ? item.Date : "", isSure: false);
    }

    public LedgerMove? Find(Entry page) => byNew.GetValueOrDefault(page.Path);

    /// <param name="key">What the same page has before and after; the empty one is like no other.</param>
    private void Match(Func<SitePath, LedgerItem, string> key, bool isSure = true)
    {
        var old = new Dictionary<string, KeyValuePair<SitePath, LedgerItem>>(StringComparer.Ordinal);
        foreach (var page in gone)
            if (key(page.Key, page.Value) is { Length: > 0 } same) old.TryAdd(same, page);
        added.RemoveAll(page => old.Remove(key(page.Path, page.Item), out var from) && Add(page.Path, from, isSure));
    }

    private bool Add(SitePath to, KeyValuePair<SitePath, LedgerItem> from, bool isSure)
    {
        byNew.Add(to, new LedgerMove(from.Key, from.Value.Id, isSure));
        return gone.Remove(from.Key);
    }

    /// <summary>A podcast is where its episodes are.</summary>
    private void Shows()
    {
        foreach (var show in added.FindAll(page => page.Item.Date.Length == 0))
        {
            var from = byNew.FirstOrDefault(move => move.Key.IsBelow(show.Path.Parent)).Value?.From;
            var old = gone.FirstOrDefault(page => page.Value.Date.Length == 0 && from?.IsBelow(page.Key.Parent) == true);
            if (old.Value is not null && Add(show.Path, old, isSure: true)) added.Remove(show);
        }
    }

    private static string Dated(LedgerItem item, string name) =>
        item.Date.Length == 0 || name.Length == 0 ? "" : item.Date + " " + name;

    /// <summary>The file's name, or its folder's where it has one for itself, without its day and number.</summary>
    private static string SlugOf(SitePath path)
    {
        var isIndex = path.Stem is "index" or "_index" || path.Name.Equals("README.md", StringComparison.OrdinalIgnoreCase);
        return DayAndNumber().Replace(isIndex ? path.Parent.Name : path.Stem, "");
    }

    [GeneratedRegex(@"^(\d{4}-\d{1,2}-\d{1,2}-)?(\d+-)?(?=.)", RegexOptions.CultureInvariant)]
    private static partial Regex DayAndNumber();
}
