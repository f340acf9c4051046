using System.Collections.Immutable;
using Publisher.Configuration;
using Publisher.Text;

namespace Publisher.Content;

/// <summary>
/// The typed front matter of one file, or of a section's <c>cascade</c>: null is "not said here", so that defaults can be laid
/// under it.
/// </summary>
public sealed record Matter
{
    public static Matter None { get; } = new();

    public string? Title { get; init; }

    public Location TitleAt { get; init; }

    public string? Description { get; init; }

    public Location DescriptionAt { get; init; }

    /// <summary>The key that holds the description: other programs have other names for it.</summary>
    public string? DescriptionKey { get; init; }

    public DateTimeOffset? Date { get; init; }

    public DateTimeOffset? Updated { get; init; }

    public DateTimeOffset? Expires { get; init; }

    public ImmutableArray<string>? Tags { get; init; }

    /// <summary>Where each of the tags stands.</summary>
    public ImmutableArray<Location> TagsAt { get; init; } = [];

    public ImmutableArray<string>? Categories { get; init; }

    public ImmutableArray<Location> CategoriesAt { get; init; } = [];

    public ImmutableArray<Person>? Authors { get; init; }

    public ImmutableArray<string>? Aliases { get; init; }

    public Location AliasesAt { get; init; }

    public string? Series { get; init; }

    public Location SeriesAt { get; init; }

    public string? Image { get; init; }

    public string? Lang { get; init; }

    /// <summary>What feeds know the page by, wherever it moves.</summary>
    public string? Id { get; init; }

    public Location IdAt { get; init; }

    /// <summary>Whether feeds announce the page.</summary>
    public bool? Feed { get; init; }

    public string? Slug { get; init; }

    public Location SlugAt { get; init; }

    public string? Permalink { get; init; }

    public Location PermalinkAt { get; init; }

    public string? Layout { get; init; }

    public Location LayoutAt { get; init; }

    public Kind? Kind { get; init; }

    /// <summary>Whether the text is a template, and in which language.</summary>
    public Templating? Templating { get; init; }

    public int? Weight { get; init; }

    public bool? Draft { get; init; }

    public bool? Published { get; init; }

    /// <summary>Defaults for the pages below, on a section's index page.</summary>
    public Matter? Cascade { get; init; }

    /// <summary>Every key that Publisher has no type for.</summary>
    public MappingNode Extra { get; init; } = new(default, []);

    /// <summary>What this says, and where it says nothing, what the defaults say.</summary>
    public Matter Over(Matter defaults) => ReferenceEquals(defaults, None) ? this : this with
    {
        Title = Title ?? defaults.Title, TitleAt = Title is null ? defaults.TitleAt : TitleAt,
        Description = Description ?? defaults.Description,
        DescriptionAt = Description is null ? defaults.DescriptionAt : DescriptionAt, Date = Date ?? defaults.Date,
        Updated = Updated ?? defaults.Updated, Expires = Expires ?? defaults.Expires, Tags = Tags ?? defaults.Tags,
        TagsAt = Tags is null ? defaults.TagsAt : TagsAt, Categories = Categories ?? defaults.Categories,
        CategoriesAt = Categories is null ? defaults.CategoriesAt : CategoriesAt, Authors = Authors ?? defaults.Authors,
        Aliases = Aliases ?? defaults.Aliases,
        AliasesAt = Aliases is null ? defaults.AliasesAt : AliasesAt,
        Series = Series ?? defaults.Series, SeriesAt = Series is null ? defaults.SeriesAt : SeriesAt,
        Image = Image ?? defaults.Image, Lang = Lang ?? defaults.Lang, Feed = Feed ?? defaults.Feed,
        Slug = Slug ?? defaults.Slug, SlugAt = Slug is null ? defaults.SlugAt : SlugAt,
        Permalink = Permalink ?? defaults.Permalink,
        PermalinkAt = Permalink is null ? defaults.PermalinkAt : PermalinkAt, Layout = Layout ?? defaults.Layout,
        LayoutAt = Layout is null ? defaults.LayoutAt : LayoutAt, Kind = Kind ?? defaults.Kind,
        Templating = Templating ?? defaults.Templating,
        Weight = Weight ?? defaults.Weight, Draft = Draft ?? defaults.Draft, Published = Published ?? defaults.Published,
        Extra = Under(Extra, defaults.Extra),
    };

    private static MappingNode Under(MappingNode own, MappingNode defaults) => defaults.Entries.IsEmpty
        ? own
        : own with { Entries = own.Entries.AddRange(defaults.Entries.Where(entry => own.Find(entry.Key.Text) is null)) };
}
