using System.Collections.Immutable;
using Publisher.Configuration;

namespace Publisher.Content;

/// <summary>An address with the words that stand for it: where to give money, where else somebody is, a licence.</summary>
public sealed record NamedLink(string Name, string Url)
{
    /// <summary>
    /// Of texts, mappings with <c>url</c> and a name, or names with addresses: <c>{ Apple: https://… }</c>.
    /// </summary>
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
        return links.ToImmutable();
    }

    internal static bool IsAddress(string text) => text.Contains("://", StringComparison.Ordinal);
}
