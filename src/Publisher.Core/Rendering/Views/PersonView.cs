using Publisher.Content;
using Publisher.Model;
using Publisher.Scriban;
using Publisher.Scriban.Values;

namespace Publisher.Rendering.Views;

/// <summary>A person as the page names them.</summary>
internal sealed record PersonItem(Entry Page, Person Person);

/// <summary>A guest or host as templates see them; they print as their name.</summary>
internal sealed class PersonView() : View<PersonItem>("person",
    Text("name", (at, _) => at.Person.Name),
    Text("role", (at, _) => at.Person.Role),
    Text("group", (at, _) => at.Person.Group),
    Text("image", (at, scope) => at.Person.Image is { } image ? EntryView.AddressOf(at.Page, image, scope) : null),
    Text("link", (at, _) => at.Person.Link))
{
    public static PersonView Instance { get; } = new();

    public Value Listed(Entry page, IEnumerable<Person> people) => List(people.Select(person => new PersonItem(page, person)));

    public override Value Text(object target, TemplateRun run) => Value.FromString(((PersonItem)target).Person.Name);
}
