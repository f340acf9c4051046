using Publisher.Model;
using Publisher.Text;

namespace Publisher.Rendering;

public enum ListKind { Home, Section, Term, Terms, Year, All }

/// <summary>Names one of the site's listings: what its page, its further pages and its feeds have in common.</summary>
/// <param name="Name">A section's path, <c>tags/SLUG</c>, a taxonomy's name, or <c>SECTION/YEAR</c>; empty for the home
/// page.</param>
public readonly record struct ListKey(ListKind Kind, string Name)
{
    public static ListKey Home { get; } = new(ListKind.Home, "");

    /// <summary>Every listed page of the site.</summary>
    public static ListKey All { get; } = new(ListKind.All, "");

    /// <summary>The pages in the content's root folder itself.</summary>
    public static ListKey RootPages { get; } = new(ListKind.Section, "");

    public static ListKey Of(Section section) => section.Path.IsRoot ? Home : new(ListKind.Section, section.Path.Value);

    public static ListKey Of(Term term) => new(ListKind.Term, term.Taxonomy + "/" + term.Slug);

    public static ListKey Of(Section section, int year) => new(ListKind.Year, section.Path.Combine(year.ToString()).Value);

    public (string Taxonomy, string Slug) AsTerm => (Name[..Name.IndexOf('/')], Name[(Name.IndexOf('/') + 1)..]);

    public (SitePath Section, int Year) AsYear => (new SitePath(Name).Parent, int.Parse(new SitePath(Name).Name));

    public override string ToString() => Kind switch
    {
        ListKind.Home => "the home page",
        ListKind.Section => $"the listing of {Name}",
        ListKind.Term => $"the page of '{AsTerm.Slug}' in {AsTerm.Taxonomy}",
        ListKind.Terms => $"the list of {Name}",
        ListKind.Year => $"the archive of {Name}",
        _ => "all pages",
    };
}
