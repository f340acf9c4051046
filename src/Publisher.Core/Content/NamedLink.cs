using System.Collections.Immutable;
using Publisher.Configuration;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Content;

/// <summary>An address with the words that stand for it: where to give money, where else somebody is, a licence.</summary>
public sealed record NamedLink(string Name, string Url)
{
    /// <summary>An address, alone or under a name.</summary>
    internal static ItemShape Shape { get; } =
        new("an address like https://example.org, or a mapping with 'url' or { Name: address }", Leads);

    /// <summary>
    /// Of texts, mappings with <c>url</c> and a name, or names with addresses: <c>{ Apple: https://… }</c>.
    /// </summary>
    /// <remarks>An address that would run a script is left out: whoever reads the front matter tells of it.</remarks>
    /// <param name="name">The key that has the name, beside <c>name</c> and <c>title</c>.</param>
    public static ImmutableArray<NamedLink> ListOf(IEnumerable<DataNode> items, string name)
    {
        var links = ImmutableArray.CreateBuilder<NamedLink>();
        foreach (var item in items)
        {
            if (item is ScalarNode text)
                links.Add(IsAddress(text.Text) ? new NamedLink("", text.Text) : new NamedLink(text.Text, ""));
            else if (item is MappingNode map)
            {
                if (map.Find("url") is ScalarNode url)
                    links.Add(new NamedLink(((map.Find(name) ?? map.Find("name") ?? map.Find("title")) as ScalarNode)?.Text
                        ?? "", url.Text));
                else
                    foreach (var (label, value) in map.Entries)
                        if (value is ScalarNode address) links.Add(new NamedLink(label.Text, address.Text));
            }
        }
        links.RemoveAll(link => Urls.IsScript(link.Url));
        return links.ToImmutable();
    }

    /// <summary>The addresses in a value that would run a script, each told of.</summary>
    internal static IEnumerable<Diagnostic> Scripts(DataNode? node) => node switch
    {
        ScalarNode scalar => Urls.IsScript(scalar.Text) ? [Messages.ScriptAddress(scalar.At, scalar.Text)] : [],
        SequenceNode list => list.Items.SelectMany(Scripts),
        MappingNode map => map.Entries.Where(entry => entry.Key.Text is not ("name" or "title" or "text"))
            .SelectMany(entry => Scripts(entry.Value)),
        _ => [],
    };

    private static bool Leads(DataNode item) => item switch
    {
        ScalarNode text => IsAddress(text.Text),
        MappingNode map when map.Find("url") is { } url => url.IsWords(),
        MappingNode map => !map.Entries.IsEmpty && map.Entries.All(entry =>
            entry.Value is ScalarNode { Text: var url } && (url.StartsWith('/') || Urls.IsExternal(url))),
        _ => false,
    };

    internal static bool IsAddress(string text) => text.Contains("://", StringComparison.Ordinal);
}
