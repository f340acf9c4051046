using Publisher.Model;
using Publisher.Scriban;
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

    /// <summary>A term prints as its name, so that a list of tags is a list of names where a template wants that.</summary>
    public override Value Text(object target, TemplateRun run) =>
        Value.FromString(Of((TermRef)target, run.Scope())?.Name ?? ((TermRef)target).Slug);

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
