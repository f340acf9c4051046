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
    private readonly List<(SitePath Path, LedgerItem Item)> added, stayed;
    private readonly SiteIndex index;

    /// <param name="stayed">What is announced as what it was before.</param>
    public LedgerMoves(
        SiteIndex index, IEnumerable<KeyValuePair<SitePath, LedgerItem>> gone,
        IEnumerable<(Entry Page, LedgerItem Item)> added, IEnumerable<(Entry Page, LedgerItem Item)> stayed)
    {
        (this.index, this.gone) = (index, new(gone));
        this.added = [.. added.Select(page => (page.Page.Path, page.Item))];
        this.stayed = [.. stayed.Select(page => (page.Page.Path, page.Item))];
        if (this.gone.Count == 0 || this.added.Count == 0) return;
        Match((_, item) => item.Enclosure);
        Match((_, item) => Dated(item, SoundOf(item)));
        Match((path, item) => Dated(item, SlugOf(path)));
        MatchOnly((path, item) => item.IsShow ? "" : Within(SectionOf(path), SlugOf(path)));
        MatchOnly((path, item) => Within(ShowOf(path), SoundOf(item)));
        Shows();
        // By the date alone it may as well be another page, and where there are several, nobody knows which.
        var ofDate = this.added.Concat(this.gone.Select(old => (old.Key, old.Value)))
            .CountBy(page => page.Item2.Date).ToDictionary(StringComparer.Ordinal);
        Match((_, item) => ofDate.GetValueOrDefault(item.Date) == 2 ? item.Date : "", isSure: false);
    }

    /// <summary>What is gone and is announced under no other name.</summary>
    public IEnumerable<KeyValuePair<SitePath, LedgerItem>> Gone => gone;

    public LedgerMove? Find(Entry page) => byNew.GetValueOrDefault(page.Path);

    /// <param name="key">What the same page has before and after; the empty one is like no other.</param>
    private void Match(Func<SitePath, LedgerItem, string> key, bool isSure = true)
    {
        var old = new Dictionary<string, KeyValuePair<SitePath, LedgerItem>>(StringComparer.Ordinal);
        foreach (var page in gone)
            if (key(page.Key, page.Value) is { Length: > 0 } same) old.TryAdd(same, page);
        added.RemoveAll(page => old.Remove(key(page.Path, page.Item), out var from) && Add(page.Path, from, isSure));
    }

    /// <summary>
    /// Whatever the day: of what is gone and of what is announced, one each, for a name that more have says nothing.
    /// </summary>
    private void MatchOnly(Func<SitePath, LedgerItem, string> key)
    {
        var old = gone.CountBy(page => key(page.Key, page.Value)).ToDictionary(StringComparer.Ordinal);
        var now = added.Concat(stayed).CountBy(page => key(page.Path, page.Item)).ToDictionary(StringComparer.Ordinal);
        Match((path, item) => key(path, item) is var same && old.GetValueOrDefault(same) == 1 && now.GetValueOrDefault(same) == 1
            ? same : "");
    }

    private bool Add(SitePath to, KeyValuePair<SitePath, LedgerItem> from, bool isSure)
    {
        byNew.Add(to, new LedgerMove(from.Key, from.Value.Id, isSure));
        return gone.Remove(from.Key);
    }

    /// <summary>A podcast is where its episodes are.</summary>
    private void Shows()
    {
        foreach (var show in added.FindAll(page => page.Item.IsShow))
        {
            var from = byNew.FirstOrDefault(move => move.Key.IsBelow(show.Path.Parent)).Value?.From;
            var old = gone.FirstOrDefault(page => page.Value.IsShow
                && (page.Key.Parent == show.Path.Parent || from?.IsBelow(page.Key.Parent) == true));
            if (old.Value is not null && Add(show.Path, old, isSure: true)) added.Remove(show);
        }
    }

    private static string Within(SitePath folder, string name) => name.Length == 0 ? "" : $"{folder}: {name}";

    private SitePath ShowOf(SitePath path) => SiteIndex.ShowOf(SectionOf(path), index.Section)?.Path ?? SectionOf(path);

    /// <summary>The section that a page, which may be gone, is or was in.</summary>
    private SitePath SectionOf(SitePath path)
    {
        var folder = HasFolder(path) ? path.Parent.Parent : path.Parent;
        while (!folder.IsRoot && index.Section(folder) is null) folder = folder.Parent;
        return folder;
    }

    private static string Dated(LedgerItem item, string name) =>
        item.IsShow || name.Length == 0 ? "" : item.Date + " " + name;

    private static string SoundOf(LedgerItem item) => item.Enclosure[(item.Enclosure.LastIndexOf('/') + 1)..];

    /// <summary>The file's name, or its folder's where it has one for itself, without its day and number.</summary>
    private static string SlugOf(SitePath path) => DayAndNumber().Replace(HasFolder(path) ? path.Parent.Name : path.Stem, "");

    private static bool HasFolder(SitePath path) =>
        path.Stem is "index" or "_index" || path.Name.Equals("README.md", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^(\d{4}-\d{1,2}-\d{1,2}-)?(\d+-)?(?=.)", RegexOptions.CultureInvariant)]
    private static partial Regex DayAndNumber();
}
