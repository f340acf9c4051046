using System.Collections.Immutable;
using Publisher.Configuration;
using Publisher.Content;
using Publisher.Text;

namespace Publisher.Model;

/// <summary>Gathers pages by what they name: tags, categories, series and people.</summary>
/// <param name="listed">The positions of the pages that count, in the order in which each term shall have them.</param>
internal sealed class Taxonomies(ImmutableArray<Entry> entries, ImmutableArray<int> listed)
{
    public Taxonomy Of(string name, Func<Entry, ImmutableArray<string>> termsOf)
    {
        var bySlug = new Dictionary<string, (Spellings Spellings, List<int> Pages)>();
        var slugs = new Dictionary<string, string>();
        foreach (var i in listed)
        {
            var terms = termsOf(entries[i]);
            for (var k = 0; k < terms.Length; k++)
            {
                if (!slugs.TryGetValue(terms[k], out var slug)) slugs[terms[k]] = slug = Slug.OrNumbers(terms[k]);
                if (!bySlug.TryGetValue(slug, out var found)) bySlug[slug] = found = (new Spellings(), []);
                if (found.Pages.Count == 0 || found.Pages[^1] != i) found.Pages.Add(i);
                found.Spellings.Add(terms[k], i, k);
            }
        }
        return new Taxonomy(name, ByName(bySlug.Select(pair => new Term(
            name, pair.Value.Spellings.First, pair.Key, $"/{name}/{pair.Key}/",
            name == "series" ? [.. Enumerable.Reverse(pair.Value.Pages)] : [.. pair.Value.Pages]))))
        {
            Clashes = [.. bySlug.Values.SelectMany(found => found.Spellings.Clashes()).Order()],
        };
    }

    /// <summary>
    /// Those who are named on pages, and those who only have a page of their own: in the folder <c>people</c>, as terms' pages
    /// are in that of their taxonomy.
    /// </summary>
    public Taxonomy People(Func<Entry, IEnumerable<Person>> peopleOf, Settings settings)
    {
        var named = Of("people", entry => [.. peopleOf(entry).Select(person => person.Name)]);
        var terms = named.Terms.ToDictionary(term => term.Url);
        for (var i = 0; i < entries.Length; i++)
        {
            if (entries[i] is not { Section.Value: "people", IsSectionIndex: false }) continue;
            if (entries[i].Kind.IsDated() || !SiteIndex.Shown(entries[i], settings)) continue;
            var url = entries[i].Url;
            if (terms.TryGetValue(url, out var term)) terms[url] = term with { OwnPage = i };
            else if (url.Split('/') is ["", "people", var slug, ""])
                terms[url] = new Term("people", entries[i].Title, slug, url, []) { OwnPage = i };
        }
        return new Taxonomy("people", ByName(terms.Values)) { Clashes = named.Clashes };
    }

    private static ImmutableArray<Term> ByName(IEnumerable<Term> terms) =>
        [.. terms.OrderBy(term => term.Name, StringComparer.OrdinalIgnoreCase).ThenBy(term => term.Slug, StringComparer.Ordinal)];
}
