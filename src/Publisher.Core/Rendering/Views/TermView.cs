using System.Collections.Immutable;
using Publisher.Model;
using Publisher.Scriban;
using Publisher.Scriban.Checks;
using Publisher.Scriban.Values;

namespace Publisher.Rendering.Views;

/// <summary>A tag, category or series as templates see it; its count and pages are asked for only when printed.</summary>
internal sealed class TermView() : View<TermRef>("term",
    Text("name", (term, scope) => Of(term, scope)?.Name ?? term.Slug),
    Text("title", (term, scope) => Of(term, scope)?.Name ?? term.Slug),
    Text("slug", (term, _) => term.Slug),
    Text("url", (term, scope) => scope.Address(term.Url)),
    Text("taxonomy", (term, _) => term.Taxonomy),
    Number("count", (term, scope) => scope.Listings.Count(term.List)),
    Member("pages", (term, scope) => EntryView.Instance.List(scope.Listings.Pages(term.List)), () => EntryView.Instance.Many))
{
    public static TermView Instance { get; } = new();

    /// <summary>The terms that these names mean, in their order, each once however it is written.</summary>
    public Value Named(string taxonomy, IEnumerable<string> names) =>
        List(names.Select(name => TermRef.Named(taxonomy, name)).Distinct());

    /// <summary>A term prints as its name, so that a list of tags is a list of names where a template wants that.</summary>
    public override Value Text(object target, TemplateRun run) =>
        Value.FromString(Of((TermRef)target, run.Scope())?.Name ?? ((TermRef)target).Slug);

    /// <summary>A taxonomy's terms, and below their names the pages of each, as Jekyll has them.</summary>
    public Value Whole(string taxonomy, RenderScope scope) => Value.FromList(new TermList(taxonomy,
        [.. scope.Terms(taxonomy).Terms.Select(term => new TermRef(term.Taxonomy, term.Slug))]));

    public Shape WholeShape => field ??= new ListShape(() => One) { Named = EntryView.Instance.Many };

    /// <summary>In Jekyll a term is a pair: its name and its pages.</summary>
    public override bool TryGetDynamic(object target, TemplateRun run, string name, out Value value)
    {
        value = name == "0" ? Text(target, run) : name == "1" ? Find("pages")!.Get(Of((TermRef)target), run) : default;
        return name is "0" or "1";
    }

    private sealed class TermList(string taxonomy, ImmutableArray<TermRef> terms) : ValueList
    {
        public override int Count => terms.Length;

        public override Value At(int index, TemplateRun run) => Instance.Of(terms[index]);

        public override bool TryGet(string name, TemplateRun run, out Value value)
        {
            var term = TermRef.Named(taxonomy, name);
            var isThere = terms.Contains(term);
            value = isThere ? EntryView.Instance.List(run.Scope().Listings.Pages(term.List)) : default;
            return isThere;
        }
    }

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
