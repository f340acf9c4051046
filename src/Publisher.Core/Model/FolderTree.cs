using Publisher.Content;
using Publisher.Text;

namespace Publisher.Model;

/// <summary>
/// Which folders are sections. A folder with an index page and no other page below it is a page with its own files (a
/// bundle), unless it is the root, is written <c>_index</c>, or is a top folder whose name says what it holds.
/// </summary>
internal sealed class FolderTree
{
    private readonly HashSet<SitePath> sections = [];
    private readonly SitePath root;

    public FolderTree(IEnumerable<Card> cards, SitePath root, bool isPlainFolder)
    {
        this.root = root;
        IsPlainFolder = isPlainFolder;
        sections.Add(root);
        foreach (var card in cards)
        {
            var folder = card.Path.Parent;
            var own = !card.IsIndex || card.Path.Stem == "_index"
                || (folder.Parent == root && Kinds.OfFolder(folder.Name) is not null);
            for (var at = own ? folder : folder.Parent; at != root && !at.IsRoot && sections.Add(at); at = at.Parent) { }
        }
    }

    /// <summary>Whether the site is a folder of Markdown without settings: then its pages are documentation.</summary>
    public bool IsPlainFolder { get; }

    public bool SameAs(FolderTree other) =>
        ReferenceEquals(this, other)
            || (root == other.root && IsPlainFolder == other.IsPlainFolder && sections.SetEquals(other.sections));

    public bool IsSection(SitePath folder) => folder == root || sections.Contains(folder);

    public IEnumerable<SitePath> Sections => sections;
}
