using System.Collections.Immutable;

namespace Publisher.Model;

/// <summary>
/// A tag, a category, a series or a person, with the positions of its pages, newest first (a series: oldest first).
/// </summary>
public sealed record Term(string Taxonomy, string Name, string Slug, string Url, ImmutableArray<int> Pages)
{
    /// <summary>The position of the page that was written for a person; -1 without one.</summary>
    public int OwnPage { get; init; } = -1;
}

/// <summary>All terms of one kind, by name.</summary>
public sealed class Taxonomy(string name, ImmutableArray<Term> terms)
{
    private readonly Dictionary<string, Term> bySlug = terms.ToDictionary(term => term.Slug);

    public string Name { get; } = name;

    /// <summary>Sorted by name, without regard to case.</summary>
    public ImmutableArray<Term> Terms { get; } = terms;

    /// <summary>The places of terms that share a page with another one, in path order.</summary>
    public ImmutableArray<TermClash> Clashes { get; init; } = [];

    public Term? Find(string slug) => bySlug.GetValueOrDefault(slug);
}
