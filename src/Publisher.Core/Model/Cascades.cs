using Publisher.Configuration;
using Publisher.Content;
using Publisher.Text;

namespace Publisher.Model;

/// <summary>
/// The defaults that the index pages of a page's folders lay under it, the nearest first: their <c>cascade</c>, and what they say
/// of the pages rather than of themselves, the kind and where sound files lie.
/// </summary>
internal sealed class Cascades
{
    private readonly Dictionary<SitePath, Matter> own = [];
    private readonly Dictionary<SitePath, Matter> combined = [];
    private readonly SitePath root;

    private readonly List<Card> indexes;

    private Cascades(List<Card> indexes, SitePath root)
    {
        this.root = root;
        this.indexes = indexes;
        foreach (var card in indexes)
        {
            var matter = card.Matter.Cascade ?? Matter.None;
            if (card.Matter.Kind is { } kind && matter.Kind is null) matter = matter with { Kind = kind };
            if (card.Matter.Extra.Entries.FirstOrDefault(entry => entry.Key.Text == "audio_url") is { Key: not null } pattern)
                matter = matter with { Extra = matter.Extra with { Entries = [pattern, .. matter.Extra.Entries] } };
            if (!ReferenceEquals(matter, Matter.None)) own[card.Path.Parent] = matter;
        }
    }

    /// <summary>Gives back <paramref name="last"/> when no index page changed.</summary>
    public static Cascades Of(IEnumerable<Card> cards, Settings settings, FolderTree folders, Cascades? last)
    {
        var indexes = cards.Where(card => card.IsIndex && folders.IsSection(card.Path.Parent)).ToList();
        return last is not null && last.root == settings.Content
            && last.indexes.SequenceEqual(indexes, ReferenceEqualityComparer.Instance)
            ? last
            : new Cascades(indexes, settings.Content);
    }

    public Matter For(Card card) => own.Count == 0 ? Matter.None : Of(card.Path.Parent);

    private Matter Of(SitePath folder)
    {
        if (combined.TryGetValue(folder, out var found)) return found;
        var above = folder == root || folder.IsRoot ? Matter.None : Of(folder.Parent);
        return combined[folder] = own.TryGetValue(folder, out var here) ? here.Over(above) : above;
    }
}
