using Publisher.Model;
using Publisher.Scriban.Values;

namespace Publisher.Rendering.Views;

/// <summary>A tag, category or series as templates see it; its count and pages are asked for only when printed.</summary>
internal sealed class TermView() : View<TermRef>("term",
    Text("name", (term, scope) => Of(term, scope)?.Name ?? term.Slug),
    Text("title", (term, scope) => Of(term, scope)?.Name ?? term.Slug),
    Text("slug", (term, _) => term.Slug),
    Text("url", (term, scope) => scope.Address(term.Url)),
    Text("taxonomy", (term, _) => term.Taxonomy),
    Number("count", (term, scope) => scope.Count(term.List)),
    Member("pages", (term, scope) => EntryView.Instance.List(scope.List(term.List)), () => EntryView.Instance.Many))
{
    public static TermView Instance { get; } = new();

    /// <summary>The terms that these names mean, in their order.</summary>
    public Value Named(string taxonomy, IEnumerable<string> names) => List(names.Select(name => TermRef.Named(taxonomy, name)));

    private static Term? Of(TermRef term, RenderScope scope) => scope.TermName(term.Taxonomy, term.Slug);
}

/// <summary>Names a term, whatever pages it has today.</summary>
internal sealed record TermRef(string Taxonomy, string Slug)
{
    public string Url => $"/{Taxonomy}/{Slug}/";

    public ListKey List => new(ListKind.Term, Taxonomy + "/" + Slug);

    public static TermRef Named(string taxonomy, string name) =>
        new(taxonomy, Publisher.Text.Slug.OrNumbers(name));
}
