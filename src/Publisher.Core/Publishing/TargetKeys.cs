using System.Collections.Immutable;
using System.Globalization;
using Publisher.Configuration;
using Publisher.Diagnostics;

namespace Publisher.Publishing;

/// <summary>
/// Takes typed values out of a mapping and complains about the rest: what was asked for is what is known, so no second list
/// of keys can fall behind.
/// </summary>
internal sealed class TargetKeys(MappingNode mapping, ICollection<Diagnostic> problems)
{
    private readonly List<string> known = [];

    public string? Text(string key)
    {
        if (Find(key) is not { } node) return null;
        if (node is ScalarNode { IsNull: false, Text.Length: > 0 } scalar) return scalar.Text;
        return Wrong<string>(key, node, "a text");
    }

    public bool? Flag(string key)
    {
        if (Find(key) is not { } node) return null;
        return node is ScalarNode { Text: "true" or "false" } scalar
            ? scalar.Text == "true"
            : Wrong<bool?>(key, node, "true or false");
    }

    public int? Number(string key)
    {
        if (Find(key) is not { } node) return null;
        var text = (node as ScalarNode)?.Text;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : Wrong<int?>(key, node, "a whole number");
    }

    public Uri? Url(string key)
    {
        if (Find(key) is not { } node) return null;
        return Uri.TryCreate((node as ScalarNode)?.Text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url
            : Wrong<Uri>(key, node, "an address that begins with http:// or https://");
    }

    public string? OneOf(string key, params string[] choices)
    {
        if (Find(key) is not { } node) return null;
        var text = (node as ScalarNode)?.Text;
        var found = choices.FirstOrDefault(choice => choice.Equals(text, StringComparison.OrdinalIgnoreCase));
        return found ?? Wrong<string>(key, node, string.Join(" or ", choices.Select(choice => $"'{choice}'")));
    }

    public MappingNode? Map(string key)
    {
        if (Find(key) is not { } node) return null;
        return node as MappingNode ?? Wrong<MappingNode>(key, node, "a mapping");
    }

    /// <summary>A list; a single value counts as a list of one.</summary>
    public ImmutableArray<DataNode> List(string key) => Find(key) switch
    {
        null => [],
        SequenceNode sequence => sequence.Items,
        { } one => [one],
    };

    /// <summary>A mapping of texts, in the order in which they are written.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Texts(string key)
    {
        if (Map(key) is not { } map) return [];
        var texts = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        foreach (var (name, value) in map.Entries)
        {
            if (value is ScalarNode { IsNull: false } scalar) texts.Add(new(name.Text, scalar.Text));
            else Wrong<string>($"{key}: {name.Text}", value, "a text");
        }
        return texts.ToImmutable();
    }

    /// <summary>Warns about every key that nobody asked for.</summary>
    public void ReportOthers()
    {
        foreach (var (key, _) in mapping.Entries)
            if (!known.Contains(key.Text)) problems.Add(Messages.UnknownTargetKey(key.At, key.Text, known));
    }

    private DataNode? Find(string key)
    {
        known.Add(key);
        return mapping.Find(key);
    }

    private T? Wrong<T>(string key, DataNode node, string wanted)
    {
        problems.Add(Messages.WrongTargetValue(node.At, key, wanted));
        return default;
    }
}
