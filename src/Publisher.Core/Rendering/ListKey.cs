using Publisher.Model;
using Publisher.Text;

namespace Publisher.Rendering;

public enum ListKind { Home, Section, Term, Terms, Year, Season, Week, All }

/// <summary>Names one of the site's listings: what its page, its further pages and its feeds have in common.</summary>
/// <param name="Name">A section's path, <c>tags/SLUG</c>, a taxonomy's name, or <c>SECTION/YEAR</c>, and the same with a season
/// or a week of the year; empty for the home page.</param>
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

    public static ListKey OfSeason(SitePath section, int season) =>
        new(ListKind.Season, section.Combine(season.ToString()).Value);

    /// <summary>The pages of a section that were written in one week of the year, in every year.</summary>
    public static ListKey OfWeek(SitePath section, int week) => new(ListKind.Week, section.Combine(week.ToString()).Value);

    public (string Taxonomy, string Slug) AsTerm => (Name[..Name.IndexOf('/')], Name[(Name.IndexOf('/') + 1)..]);

    /// <summary>Of a year, a season or a week: the section and which of them it is.</summary>
    public (SitePath Section, int Number) AsPart => (new SitePath(Name).Parent, int.Parse(new SitePath(Name).Name));

    /// <summary>Whether it is a year's or a season's: a page that lists a part of a section.</summary>
    public bool IsArchive => Kind is ListKind.Year or ListKind.Season;

    public override string ToString() => Kind switch
    {
        ListKind.Home => "the home page",
        ListKind.Section => $"the listing of {Name}",
        ListKind.Term => $"the page of '{AsTerm.Slug}' in {AsTerm.Taxonomy}",
        ListKind.Terms => $"the list of {Name}",
        ListKind.Year => $"the archive of {Name}",
        ListKind.Season => $"season {AsPart.Number} of {AsPart.Section}",
        _ => "all pages",
    };
}
