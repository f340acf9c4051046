using System.Collections.Immutable;
using Publisher.Configuration;
using Publisher.Content.Podcasts;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Content;

/// <summary>Somebody who wrote a page, is heard in an episode or made it, as front matter tells of them.</summary>
/// <param name="Role">One of the Podcasting 2.0 taxonomy's, or <c>author</c>.</param>
public sealed record Person(string Name, string Role = "host")
{
    /// <summary>Where the name stands.</summary>
    public Location At { get; init; }

    public string? Group { get; init; }

    /// <summary>An address like any other in front matter.</summary>
    public string? Image { get; init; }

    /// <summary>What is theirs elsewhere, their own site first.</summary>
    public ImmutableArray<NamedLink> Links { get; init; } = [];

    public string? Link => Links.IsEmpty ? null : Links[0].Url;

    public bool IsHost => Role.EndsWith("host", StringComparison.OrdinalIgnoreCase);

    public Stamp Stamp => Links.Aggregate(
        Stamp.Of(Name).With(Role).With(Group).With(Image), (stamp, link) => stamp.With(link.Name).With(link.Url));

    public static Stamp StampOf(ImmutableArray<Person> people) =>
        people.Aggregate(new Stamp(1), (stamp, person) => stamp.With(person.Stamp));

    /// <summary>Everybody who wrote a page, and of an episode who is heard in it.</summary>
    /// <param name="show">The front matter of the show's page, whose hosts count where the episode names none.</param>
    public static IEnumerable<Person> In(Matter matter, Kind kind, Func<Matter?> show)
    {
        var authors = matter.Authors ?? [];
        if (kind != Kind.Episode) return authors;
        var hosts = HostsOf(matter);
        return authors.Concat(GuestsOf(matter))
            .Concat(!hosts.IsEmpty ? hosts : show() is { } settings ? Show.HostsOf(settings) : []);
    }

    public static ImmutableArray<Person> GuestsOf(Matter matter) => Of(matter, "guests", "guest", "guest");

    public static ImmutableArray<Person> HostsOf(Matter matter) => Of(matter, "hosts", "host", "host");

    /// <summary>
    /// Who a key names: one text, a mapping with a <c>name</c>, or a list of these; and the flat keys <c>guest</c>,
    /// <c>guest_avatar</c>, <c>guest_website</c>, <c>guest_twitter</c>, <c>guest_2</c>, <c>guest_2_avatar</c>…
    /// </summary>
    public static ImmutableArray<Person> Of(Matter matter, string many, string one, string role)
    {
        // A page's own keys come before its section's, and whom they name replaces whom those name, in whatever spelling.
        var first = matter.Extra.Entries.FirstOrDefault(entry => IsKey(entry.Key.Text, many, one));
        if (first.Value is null) return [];
        var people = Items(matter.Extra.Find(many)).Select(item => Of(item, role));
        if (matter.Extra.Find(one) is var other and not ScalarNode)
            people = people.Concat(Items(other).Select(item => Of(item, role)));
        people = people.Concat(Enumerable.Range(1, 9).Select(i => OfFlat(matter.Extra, one, i, role)));
        return
        [
            .. people.OfType<Person>().Where(person => person.At.File == first.Value.At.File).GroupBy(person => person.Name)
                .Select(told => told.Aggregate((person, more) => person with
                    {
                        Image = person.Image ?? more.Image, Links = person.Links.IsEmpty ? more.Links : person.Links,
                    })),
        ];
    }

    /// <summary>Whether a key names somebody: <c>guests</c>, <c>guest</c>, <c>guest_2</c>.</summary>
    internal static bool IsKey(string key, string many, string one) =>
        key == many || key == one || key.Length > one.Length && key[one.Length] == '_'
            && key.StartsWith(one, StringComparison.Ordinal) && !key.AsSpan(one.Length + 1).ContainsAnyExceptInRange('0', '9');

    private static ImmutableArray<DataNode> Items(DataNode? node) =>
        node switch { null => [], SequenceNode list => list.Items, _ => [node] };

    /// <summary>What names somebody, alone or in a list.</summary>
    internal static ItemShape Shape { get; } = new("text: a name, or a mapping with a 'name', or a list of these", item =>
        (item is MappingNode map ? map.Find("name") : item).IsWords());

    /// <summary>A name, or a mapping that has one among other things.</summary>
    public static Person? Of(DataNode item, string role)
    {
        if (!Shape.Fits(item)) return null;
        var map = item as MappingNode;
        var node = map is null ? item : map.Find("name")!;
        var name = Text(node)!;
        var told = Told(name, node.At, Text(map?.Find("role")) ?? role, word => map?.Find(word));
        return told with { Group = Text(map?.Find("group")) };
    }

    /// <summary>What the page that was written for a person tells of them.</summary>
    public static Person OfOwnPage(Matter matter, string name) =>
        Told(name, default, "", matter.Extra.Find) with { Image = matter.Image };

    private static Person? OfFlat(MappingNode matter, string one, int number, string role)
    {
        var key = number == 1 ? one : $"{one}_{number}";
        // Both orders are met: guest_2_avatar and guest_avatar_2.
        return matter.Find(key) is ScalarNode node && Shape.Fits(node)
            ? Told(node.Text.Trim(), node.At, role, word =>
                matter.Find($"{key}_{word}") ?? (number > 1 ? matter.Find($"{one}_{word}_{number}") : null))
            : null;
    }

    /// <param name="find">What is said under a word: <c>avatar</c>, <c>twitter</c>.</param>
    private static Person Told(string name, Location at, string role, Func<string, DataNode?> find)
    {
        var links = ImmutableArray.CreateBuilder<NamedLink>();
        if (First(find, Sites) is { } site && Leads(site)) links.Add(new NamedLink(NameOf(site), site));
        foreach (var (word, title, address) in Profiles)
            if (Text(find(word)) is { } profile && !Urls.IsScript(profile)
                && (NamedLink.IsAddress(profile) ? profile : address(profile.TrimStart('@'))) is { } url)
                links.Add(new NamedLink(title, url));
        var node = find("links");
        foreach (var link in NamedLink.ListOf(node is SequenceNode list ? list.Items : node is null ? [] : [node], "title"))
            if (link.Url.Length > 0) links.Add(link.Name.Length > 0 ? link : new NamedLink(NameOf(link.Url), link.Url));
        return new Person(name, role)
        {
            At = at, Image = First(find, Pictures) is { } image && !Urls.IsScript(image) ? image : null,
            Links = [.. links.DistinctBy(link => link.Url)],
        };
    }

    private static readonly string[] Sites = ["website", "url", "href", "link"], Pictures = ["image", "avatar", "photo", "img"];

    /// <summary>
    /// What is wrong with what somebody is told of with: a value that is no text, and an address that would run a script.
    /// </summary>
    internal static IEnumerable<Diagnostic> Faults(DataNode item)
    {
        foreach (var (key, value) in (item as MappingNode)?.Entries ?? [])
        {
            if (key.Text is "role" or "group" && value is not ScalarNode)
                yield return Messages.WrongType(value.At, key.Text, "text");
            foreach (var fault in Faults(key.Text, key.Text, value)) yield return fault;
        }
    }

    /// <param name="word">What of the key says what it is about.</param>
    internal static IEnumerable<Diagnostic> Faults(string key, string word, DataNode value)
    {
        if (word == "links") return NamedLink.Scripts(value);
        if (!Sites.Contains(word) && !Pictures.Contains(word) && !Profiles.Any(profile => profile.Word == word)) return [];
        if (value is not ScalarNode) return [Messages.WrongType(value.At, key, "text")];
        if (Text(value) is not { } text || Urls.IsScript(text)) return NamedLink.Scripts(value);
        var expected = Sites.Contains(word) && !Leads(text) ? "an address like https://example.org"
            : word == "mastodon" && !NamedLink.IsAddress(text) && text.TrimStart('@').Split('@').Length != 2
                ? "a name with its server, like @ada@social.example, or an address"
            : null;
        // Without it the page is as good: it only lacks a link.
        return expected is null ? [] : [Messages.WrongType(value.At, key, expected) with { Severity = Severity.Warning }];
    }

    /// <summary>Where people are at home, and how the name they have there becomes an address.</summary>
    private static readonly ImmutableArray<(string Word, string Title, Func<string, string?> Address)> Profiles =
    [
        ("mastodon", "Mastodon", name => name.Split('@', 2) is [var user, var host] ? $"https://{host}/@{user}" : null),
        ("bluesky", "Bluesky", name => "https://bsky.app/profile/" + name),
        ("github", "GitHub", name => "https://github.com/" + name),
        ("twitter", "Twitter", name => "https://twitter.com/" + name),
    ];

    /// <summary>Whether it is the address of a page.</summary>
    private static bool Leads(string url) => !Urls.IsScript(url) && (Urls.IsExternal(url) || url.StartsWith('/'));

    /// <summary>An address as readers say it: without its scheme.</summary>
    private static string NameOf(string url) =>
        url[(url.IndexOf("://", StringComparison.Ordinal) is >= 0 and var at ? at + 3 : 0)..].TrimEnd('/');

    private static string? First(Func<string, DataNode?> find, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (Text(find(word)) is { } text) return text;
        return null;
    }

    private static string? Text(DataNode? node) =>
        node.TextOrNull()?.Trim() is { Length: > 0 } text ? text : null;
}
