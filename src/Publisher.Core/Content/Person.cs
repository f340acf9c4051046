using System.Collections.Immutable;
using Publisher.Configuration;

namespace Publisher.Content;

/// <summary>Somebody who is heard in an episode or made it, by the roles of the Podcasting 2.0 taxonomy.</summary>
public sealed record Person(string Name, string Role = "host", string? Group = null, string? Image = null, string? Link = null)
{
    /// <summary>
    /// Who a key names: one text, a mapping with a <c>name</c>, or a list of these; else the flat keys <c>guest</c>,
    /// <c>guest_avatar</c>, <c>guest_website</c>, <c>guest_twitter</c>, <c>guest_2</c>, <c>guest_2_avatar</c>…
    /// </summary>
    public static ImmutableArray<Person> Of(Matter matter, string many, string one, string role)
    {
        var node = matter.Extra.Find(many);
        var people = (node is SequenceNode list ? list.Items : node is null ? [] : [node])
            .Select(item => Of(item, role)).OfType<Person>().ToImmutableArray();
        return people.Length > 0 ? people : [.. Enumerable.Range(1, 9).Select(i =>
            OfFlat(matter.Extra, one, i, role)).OfType<Person>()];
    }

    private static Person? Of(DataNode item, string role)
    {
        if (item is not MappingNode map) return Text(item) is { } name ? new Person(name, role) : null;
        return Text(map.Find("name")) is { } named
            ? new Person(
                named, Text(map.Find("role")) ?? role, Text(map.Find("group")), First(map, "image", "img", "avatar", "photo"),
                First(map, "url", "href", "website", "link") ?? Profile(map, ""))
            : null;
    }

    private static Person? OfFlat(MappingNode matter, string one, int number, string role)
    {
        var key = number == 1 ? one : $"{one}_{number}";
        if (Text(matter.Find(key)) is not { } name) return null;
        // Both orders are met: guest_2_avatar and guest_avatar_2.
        string[] prefixes = number == 1 ? [$"{one}_{{0}}"] : [$"{key}_{{0}}", $"{one}_{{0}}_{number}"];
        string? Find(params string[] names) =>
            prefixes.SelectMany(prefix => names.Select(word =>
                Text(matter.Find(prefix.Replace("{0}", word))))).FirstOrDefault(text => text is not null);
        return new Person(name, role, null, Find("avatar", "image", "photo"),
            Find("website", "url", "link") ?? (Find("twitter") is { } handle ? "https://twitter.com/" + handle.TrimStart('@')
                : null));
    }

    private static string? Profile(MappingNode map, string prefix) =>
        Text(map.Find(prefix + "twitter")) is { } handle ? "https://twitter.com/" + handle.TrimStart('@') : null;

    private static string? First(MappingNode map, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
            if (Text(map.Find(key)) is { } text) return text;
        return null;
    }

    private static string? Text(DataNode? node) =>
        node is ScalarNode { IsNull: false, Text.Length: > 0 } scalar ? scalar.Text : null;
}
