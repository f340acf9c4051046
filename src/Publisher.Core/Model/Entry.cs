using System.Collections.Immutable;
using Publisher.Content.Podcasts;
using Publisher.Content.Weeknotes;
using Publisher.Content;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Model;

/// <summary>Why a page is not for readers yet or any more.</summary>
public enum Status { Published, Draft, Future, Expired }

/// <summary>A card in its place in the site: the defaults of its sections laid under it, its kind, its address.</summary>
public sealed class Entry
{
    /// <summary>This path's number for the builder's whole life.</summary>
    public required int Slot { get; init; }

    public required Card Card { get; init; }

    /// <summary>What its sections lay under it.</summary>
    public required Matter Defaults { get; init; }

    /// <summary>What resolving found wrong, kept here so that it stays until it is mended.</summary>
    public ImmutableArray<Diagnostic> Problems { get; init; } = [];

    /// <summary>The front matter with the sections' and the settings' defaults.</summary>
    public required Matter Matter { get; init; }

    public required Kind Kind { get; init; }

    public required string Title { get; init; }

    /// <summary>Below the site's root, without the base path: <c>/posts/a/</c>.</summary>
    public required string Url { get; init; }

    public required SitePath Output { get; init; }

    /// <summary>The folder whose listing has this page.</summary>
    public required SitePath Section { get; init; }

    /// <summary>Whether the page stands for its section (its text heads the listing) instead of being listed.</summary>
    public required bool IsSectionIndex { get; init; }

    /// <summary>The folder whose other files belong to this page; null when it has none of its own.</summary>
    public SitePath? Bundle { get; init; }

    public DateTimeOffset? Date { get; init; }

    /// <summary>Its number among the weeknotes; null of other kinds, and where nothing counts it.</summary>
    public Weeknote? Weeknote { get; init; }

    /// <summary>Of an episode or a weeknote.</summary>
    public int? Season { get; init; }

    /// <summary>Its number among the weeknotes, or its episode's.</summary>
    public int? Number => Kind == Kind.Weeknote ? Weeknote?.First : Episode.NumberOf(Matter, Card.FileSlug);

    /// <summary>Whether its front matter asks for a blogroll, which is an output of its own.</summary>
    public bool HasBlogroll { get; init; }

    public required Status Status { get; init; }

    /// <summary>What it plays, as its front matter tells it.</summary>
    public Audio? Audio => field ??= Episode.AudioOf(Matter, pattern => EntryResolver.Fill(pattern, this));

    public SitePath Path => Card.Path;

    /// <summary>An output of that name that belongs to the page: in its folder, or in the one its file would be.</summary>
    public SitePath Beside(string name) =>
        (Output.Name == "index.html" ? Output.Parent : Output.WithExtension("")).Combine(name);

    public ImmutableArray<string> Tags => Matter.Tags ?? [];

    public ImmutableArray<string> Categories => Matter.Categories ?? [];

    public string? Series => Matter.Series;

    public ImmutableArray<Person> Authors => Matter.Authors ?? [];

    public int Weight => Matter.Weight ?? int.MaxValue;

    /// <summary>Of everything that is known of the page but its body.</summary>
    public Stamp Stamp => Card.Stamp.With(Place).With(Title).With(DefaultsStamp);

    /// <summary>Of what the sections lay under the page that has no part in its place.</summary>
    internal Stamp DefaultsStamp { get; init; }

    /// <summary>Of what decides where this page stands in the site; while it is the same, every index stays good.</summary>
    public required Stamp Place { get; init; }
}
