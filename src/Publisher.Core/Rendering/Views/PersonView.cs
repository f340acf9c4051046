using Publisher.Content;
using Publisher.Model;
using Publisher.Scriban;
using Publisher.Scriban.Values;

namespace Publisher.Rendering.Views;

/// <summary>A person as a page names them; where no page does, as the site knows them.</summary>
/// <param name="Page">Where they are named: what is said of them is beside it.</param>
internal sealed record PersonItem(Person Person, Entry? Page)
{
    public const string People = "people";

    public TermRef Term { get; init; } = TermRef.Named(People, Person.Name);
}

/// <summary>
/// An author, guest or host as templates see them; they print as their name. What the page that names them does not say, the
/// page that was written for them may.
/// </summary>
internal sealed class PersonView() : View<PersonItem>("person",
    Text("name", (at, _) => at.Person.Name),
    Text("title", (at, scope) =>
        OwnPage(at, scope) is { } own ? scope.Read(own, Field.Title).Title : at.Person.Name),
    Text("slug", (at, _) => at.Term.Slug),
    Text("role", (at, _) => at.Person.Role),
    Text("group", (at, _) => at.Person.Group),
    Text("url", (at, scope) => TermOf(at, scope) is null ? null : scope.Address(at.Term.Url)),
    Text("permalink", (at, scope) => TermOf(at, scope) is null ? null : scope.Absolute(at.Term.Url)),
    Text("image", (at, scope) =>
        Tellings(at, scope).Select(told => ImageOf(told, scope)).FirstOrDefault(image => image is not null)),
    Text("link", (at, scope) => LinksOf(at, scope).FirstOrDefault()?.Url),
    Member("links", (at, scope) => Links.List(LinksOf(at, scope)), () => Links!.Many),
    Text("description", (at, scope) =>
        OwnPage(at, scope) is { } own ? scope.Read(own, Field.Description).Matter.Description : null),
    Number("count", (at, scope) => scope.Listings.Count(at.Term.List)),
    Member("pages", (at, scope) => EntryView.Instance.List(scope.Listings.Pages(at.Term.List)), () => EntryView.Instance.Many),
    Member("episodes", (at, scope) => EntryView.Instance.List(scope.Listings.Pages(at.Term.List)
        .Where(page => scope.Read(page, Field.Kind).Kind == Content.Kind.Episode)), () => EntryView.Instance.Many))
{
    public static PersonView Instance { get; } = new();

    private static readonly View<NamedLink> Links = new("link",
        View<NamedLink>.Text("name", (link, _) => link.Name), View<NamedLink>.Text("title", (link, _) => link.Name),
        View<NamedLink>.Text("url", (link, _) => link.Url));

    public Value Listed(Entry page, IEnumerable<Person> people) => List(people.Select(person => new PersonItem(person, page)));

    /// <summary>Everybody who wrote a page, and of an episode who is heard in it.</summary>
    public Value Of(Entry page, RenderScope scope) => List(In(page, scope));

    /// <summary>Everybody who has a page.</summary>
    public Value All(RenderScope scope) => List(scope.Terms(PersonItem.People).Terms.Select(Known));

    public Value Of(TermRef term, RenderScope scope) =>
        scope.TermName(term.Taxonomy, term.Slug) is { } known ? Of(Known(known)) : Value.Null;

    /// <summary>Pages looked at for a picture and links: each page of a long list of somebody's would look at all.</summary>
    private const int Newest = 20;

    public override Value Text(object target, TemplateRun run) => Value.FromString(((PersonItem)target).Person.Name);

    private static PersonItem Known(Term term) =>
        new(new Person(term.Name, ""), null) { Term = new TermRef(term.Taxonomy, term.Slug) };

    private static IEnumerable<PersonItem> In(Entry page, RenderScope scope)
    {
        var show = (ShowItem?)null;
        var kind = scope.Read(page, Field.Kind).Kind;
        var asked = kind == Content.Kind.Episode ? Field.All : Field.Authors;
        var people = Person.In(scope.Read(page, asked).Matter, kind, () =>
            (show = ShowView.Of(scope.Read(page, Field.Section).Section, scope))?.Index.Matter);
        foreach (var person in people.DistinctBy(person => (Publisher.Text.Slug.OrNumbers(person.Name), person.Role == "author")))
            yield return new PersonItem(person, show?.Index is { } index && person.At.File == index.Path ? index : page);
    }

    private static Term? TermOf(PersonItem at, RenderScope scope) => scope.TermName(PersonItem.People, at.Term.Slug);

    private static Entry? OwnPage(PersonItem at, RenderScope scope) =>
        TermOf(at, scope) is { OwnPage: >= 0 and var position } ? scope.At(position) : null;

    /// <summary>
    /// What is told of somebody, the nearest first: here, on the page written for them, and, where nobody is named here, on the
    /// newest pages that name them.
    /// </summary>
    private static IEnumerable<PersonItem> Tellings(PersonItem at, RenderScope scope)
    {
        if (at.Page is not null) yield return at;
        if (OwnPage(at, scope) is { } own)
            yield return new PersonItem(Person.OfOwnPage(scope.Read(own, Field.All).Matter, at.Person.Name), own);
        if (at.Page is not null) yield break;
        foreach (var page in scope.Listings.Pages(at.Term.List, number: 1, size: Newest))
            foreach (var person in In(page, scope))
                if (person.Term == at.Term) yield return person;
    }

    /// <summary>
    /// A file that is not there is no picture: some sites' front matter has names that only their own layouts understood.
    /// </summary>
    private static string? ImageOf(PersonItem at, RenderScope scope)
    {
        if (at.Person.Image is not { } image) return null;
        var isDead = !image.StartsWith('/') && scope.Link(at.Page!, image).Fault == LinkFault.Dead;
        return isDead ? null : scope.Address(at.Page!, image);
    }

    /// <summary>All that pages tell of somebody together, where neither this page nor their own tells it.</summary>
    private static IEnumerable<NamedLink> LinksOf(PersonItem at, RenderScope scope)
    {
        var told = Tellings(at, scope).Select(told => told.Person.Links).Where(links => !links.IsEmpty);
        var isEnough = at.Page is not null || OwnPage(at, scope) is not null;
        return (isEnough ? told.Take(1) : told).SelectMany(links => links).DistinctBy(link => link.Url);
    }
}
