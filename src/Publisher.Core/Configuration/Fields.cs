using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Publisher.Diagnostics;

namespace Publisher.Configuration;

/// <summary>
/// Reads the known keys of a mapping by type, and reports what does not fit: a wrong type where it stands, an unknown key
/// with the nearest known one. A value that does not fit counts as absent.
/// </summary>
public sealed partial class Fields(MappingNode mapping, string what, ICollection<Diagnostic> problems)
{
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    public MappingNode Mapping { get; } = mapping;

    /// <summary>The node of a key, which becomes a known one; null when absent or null.</summary>
    public DataNode? Node(string key)
    {
        known.Add(key);
        return Mapping.Find(key) is { } node and not ScalarNode { IsNull: true } ? node : null;
    }

    public string? Text(string key) => Node(key) switch
    {
        null => null,
        ScalarNode scalar => scalar.Text,
        var node => Refuse<string>(node, key, "text"),
    };

    /// <summary>A text of words, which a number is not.</summary>
    public string? Words(string key) => Node(key) switch
    {
        null or ScalarNode { Text: "" } => null,
        ScalarNode scalar when scalar.IsWords() => scalar.Text,
        var node => Refuse<string>(node, key, "text (in quotes, if it is meant so)"),
    };

    /// <summary>A language's code; an empty text counts as absent.</summary>
    public string? Language(string key) => Node(key) switch
    {
        null or ScalarNode { Text: "" } => null,
        ScalarNode scalar when LanguageCode().IsMatch(scalar.Text) => scalar.Text,
        var node => Refuse<string>(node, key, "text: a language code, such as en or pt-BR"),
    };

    public bool? Flag(string key) => Node(key) switch
    {
        null => null,
        var node => FlagOf(node) ?? RefuseValue<bool>(node, key, "true or false"),
    };

    /// <summary>What a flag says; null of what is none.</summary>
    public static bool? FlagOf(DataNode? node) => node switch
    {
        ScalarNode { Text: "true" or "True" or "TRUE" or "yes" or "Yes" or "on" } => true,
        ScalarNode { Text: "false" or "False" or "FALSE" or "no" or "No" or "off" } => false,
        _ => null,
    };

    public int? Whole(string key, int least = int.MinValue) => Node(key) switch
    {
        null => null,
        ScalarNode scalar
            when int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least => number,
        var node => RefuseValue<int>(node, key, least > int.MinValue ? $"a whole number from {least}" : "a whole number"),
    };

    /// <summary>A list of texts; one text alone counts as a list of one.</summary>
    public ImmutableArray<string>? Texts(string key)
    {
        switch (Node(key))
        {
            case null:
                return null;
            case ScalarNode scalar:
                return [scalar.Text];
            case SequenceNode sequence:
                var texts = ImmutableArray.CreateBuilder<string>(sequence.Items.Length);
                foreach (var item in sequence.Items)
                {
                    if (item is ScalarNode { IsNull: false } scalar) texts.Add(scalar.Text);
                    else if (item is not ScalarNode) problems.Add(Messages.WrongType(item.At, key, "a list of texts"));
                }
                return texts.ToImmutable();
            case var node:
                problems.Add(Messages.WrongType(node.At, key, "a text or a list of texts"));
                return null;
        }
    }

    public MappingNode? Map(string key) => Node(key) switch
    {
        null => null,
        MappingNode map => map,
        var node => Refuse<MappingNode>(node, key, "a mapping (indented 'key: value' lines)"),
    };

    public ImmutableArray<DataNode> Items(string key) => Node(key).Items();

    /// <summary>A list's items, or the one there is, as far as each is what was expected.</summary>
    internal ImmutableArray<DataNode> Items(string key, ItemShape shape) => Items(key).RemoveAll(item =>
    {
        if (item.IsNothing() || shape.Fits(item)) return false;
        problems.Add(Messages.WrongType(item.At, key, shape.Words));
        return true;
    });

    /// <summary>The entries whose keys nobody asked for.</summary>
    public IEnumerable<KeyValuePair<ScalarNode, DataNode>> Rest() =>
        Mapping.Entries.Where(entry => !known.Contains(entry.Key.Text));

    public void WarnUnknown()
    {
        foreach (var (key, _) in Rest()) problems.Add(Messages.UnknownKey(key.At, key.Text, what, known));
    }

    /// <summary>The shape of BCP 47, not its registry.</summary>
    [GeneratedRegex("^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageCode();

    private T? Refuse<T>(DataNode node, string key, string expected) where T : class
    {
        problems.Add(Messages.WrongType(node.At, key, expected));
        return null;
    }

    private T? RefuseValue<T>(DataNode node, string key, string expected) where T : struct
    {
        problems.Add(Messages.WrongType(node.At, key, expected));
        return null;
    }
}
