using System.Collections.Immutable;
using Publisher.Configuration;
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
    /// Who a key names: one text, a mapping with a <c>name</c>, or a list of these; else the flat keys <c>guest</c>,
    /// <c>guest_avatar</c>, <c>guest_website</c>, <c>guest_twitter</c>, <c>guest_2</c>, <c>guest_2_avatar</c>…
    /// </summary>
    public static ImmutableArray<Person> Of(Matter matter, string many, string one, string role)
    {
        var keys = matter.Extra.Entries;
        if (!keys.Any(key => key.Key.Text.StartsWith(one, StringComparison.Ordinal))) return [];
        var node = matter.Extra.Find(many) ?? (matter.Extra.Find(one) is var single and not ScalarNode ? single : null);
        var people = (node is SequenceNode list ? list.Items : node is null ? [] : [node])
            .Select(item => Of(item, role)).OfType<Person>().ToImmutableArray();
        return people.Length > 0 ? people : [.. Enumerable.Range(1, 9).Select(i =>
            OfFlat(matter.Extra, one, i, role)).OfType<Person>()];
    }

    /// <summary>A name, or a mapping that has one among other things.</summary>
    public static Person? Of(DataNode item, string role)
    {
        var map = item as MappingNode;
        if ((map is null ? item : map.Find("name")) is not ScalarNode node || Text(node) is not { } name) return null;
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
        return matter.Find(key) is ScalarNode node && Text(node) is { } name
            ? Told(name, node.At, role, word =>
                matter.Find($"{key}_{word}") ?? (number > 1 ? matter.Find($"{one}_{word}_{number}") : null))
            : null;
    }

    /// <param name="find">What is said under a word: <c>avatar</c>, <c>twitter</c>.</param>
    private static Person Told(string name, Location at, string role, Func<string, DataNode?> find)
    {
        var links = ImmutableArray.CreateBuilder<NamedLink>();
        if (First(find, "website", "url", "href", "link") is { } site) links.Add(new NamedLink(NameOf(site), site));
        foreach (var (word, title, address) in Profiles)
            if (Text(find(word)) is { } profile
                && (NamedLink.IsAddress(profile) ? profile : address(profile.TrimStart('@'))) is { } url)
                links.Add(new NamedLink(title, url));
        var node = find("links");
        foreach (var link in NamedLink.ListOf(node is SequenceNode list ? list.Items : node is null ? [] : [node], "title"))
            if (link.Url.Length > 0) links.Add(link.Name.Length > 0 ? link : new NamedLink(NameOf(link.Url), link.Url));
        return new Person(name, role)
        {
            At = at, Image = First(find, "image", "avatar", "photo", "img"),
            Links = [.. links.DistinctBy(link => link.Url)],
        };
    }

    /// <summary>Where people are at home, and how the name they have there becomes an address.</summary>
    private static readonly ImmutableArray<(string Word, string Title, Func<string, string?> Address)> Profiles =
    [
        ("mastodon", "Mastodon", name => name.Split('@', 2) is [var user, var host] ? $"https://{host}/@{user}" : null),
        ("bluesky", "Bluesky", name => "https://bsky.app/profile/" + name),
        ("github", "GitHub", name => "https://github.com/" + name),
        ("twitter", "Twitter", name => "https://twitter.com/" + name),
    ];

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
