using System.Collections.Immutable;
using Publisher.Configuration;
using Publisher.Content;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Model;

/// <summary>A blog that somebody reads and recommends; what is not said of it is empty.</summary>
public sealed record BlogrollEntry(string Title, string Url, string Feed, string Description, string Group)
{
    public Location UrlAt { get; init; }

    public Location FeedAt { get; init; }
}

/// <summary>Reads a blogroll: a page's front matter has the list itself, or the name of the data file that has it.</summary>
internal static class Blogroll
{
    public const string Key = "blogroll";

    private static readonly string[] Keys = ["title", "url", "feed", "description", "group"];

    /// <summary>Whether front matter asks for one.</summary>
    public static bool IsWanted(DataNode? node) => node is SequenceNode || NameOf(node) is not null;

    /// <summary>The data file that has the list; <c>blogroll: true</c> means the one of that name.</summary>
    public static string? NameOf(DataNode? node) => node switch
    {
        ScalarNode { IsPlain: true, Text: "true" } => Key,
        ScalarNode { IsPlain: true, Text: "false" } or ScalarNode { Text: "" } or ScalarNode { IsNull: true } => null,
        ScalarNode name => name.Text,
        _ => null,
    };

    public static ImmutableArray<BlogrollEntry> OfData(
        string name, Location at, ImmutableArray<DataFile> data, ICollection<Diagnostic>? problems)
    {
        if (data.FirstOrDefault(file => file.Name == name)?.Content is SequenceNode list) return Of(list, problems);
        problems?.Add(Messages.NoBlogroll(at, name, data.Select(file => file.Name)));
        return [];
    }

    /// <summary>Its entries, those of one group together, at the place of the group's first.</summary>
    public static ImmutableArray<BlogrollEntry> Of(DataNode? node, ICollection<Diagnostic>? problems)
    {
        var entries = new List<BlogrollEntry>();
        foreach (var item in (node as SequenceNode)?.Items ?? [])
        {
            var entry = new BlogrollEntry(
                Text(item, "title"), Address(item, "url"), Address(item, "feed"), Text(item, "description"), Text(item, "group"))
            {
                UrlAt = At(item, "url"), FeedAt = At(item, "feed"),
            };
            if (entry.Title.Length > 0 && entry.Url.Length + entry.Feed.Length > 0) entries.Add(entry);
            // A value of the wrong type is told of for itself, and so is an address that is left out.
            else if (!Keys.Any(key => (item as MappingNode)?.Find(key) is { } and not ScalarNode)
                && (entry.Title.Length == 0 || Text(item, "url").Length + Text(item, "feed").Length == 0))
                problems?.Add(Messages.BlogrollEntry(item.At));
            foreach (var key in Keys)
            {
                if ((item as MappingNode)?.Find(key) is not { } value) continue;
                if (value is not ScalarNode) problems?.Add(Messages.WrongType(value.At, key, "text"));
                else if (key is "url" or "feed")
                    foreach (var fault in NamedLink.Scripts(value)) problems?.Add(fault);
            }
        }
        return [.. entries.GroupBy(entry => entry.Group).SelectMany(group => group)];
    }

    private static string Address(DataNode item, string key) =>
        Text(item, key) is var url && !Urls.IsScript(url) ? url : "";

    private static Location At(DataNode item, string key) => (item as MappingNode)?.Find(key)?.At ?? item.At;

    private static string Text(DataNode item, string key) =>
        (item as MappingNode)?.Find(key).TextOrNull()?.Trim() ?? "";
}
