using System.Collections.Immutable;
using System.Globalization;
using Publisher.Text;

namespace Publisher.Configuration;

/// <summary>
/// A value read from YAML or JSON that remembers where it stood, so that every complaint has a line and a column.
/// </summary>
public abstract record DataNode(Location At)
{
    /// <summary>
    /// Of the value and of where it stands, so that what was derived from an equal stamp needs no new positions.
    /// </summary>
    public Stamp Stamp() => this switch
    {
        ScalarNode scalar => Here(scalar.IsPlain ? 1u : 2u).With(scalar.Text),
        SequenceNode sequence => sequence.Items.Aggregate(Here(3), (stamp, item) => stamp.With(item.Stamp())),
        MappingNode mapping =>
            mapping.Entries.Aggregate(Here(4), (stamp, entry) => stamp.With(entry.Key.Text).With(entry.Value.Stamp())),
        _ => throw new InvalidOperationException("There is no other kind of node."),
    };

    private Stamp Here(ulong kind) => new Stamp(kind).With((ulong)At.Line).With((ulong)At.Column);
}

/// <summary>
/// A single value as written. A plain (unquoted) YAML scalar may mean a number, a boolean, a date or null; a quoted one is
/// text.
/// </summary>
public sealed record ScalarNode(Location At, string Text, bool IsPlain) : DataNode(At)
{
    public bool IsNull => IsPlain && Text is "" or "~" or "null" or "Null" or "NULL";
}

public sealed record SequenceNode(Location At, ImmutableArray<DataNode> Items) : DataNode(At);

public sealed record MappingNode(Location At, ImmutableArray<KeyValuePair<ScalarNode, DataNode>> Entries) : DataNode(At)
{
    public DataNode? Find(string key)
    {
        foreach (var entry in Entries)
            if (entry.Key.Text == key) return entry.Value;
        return null;
    }
}

public static class DataNodes
{
    /// <summary>
    /// Whether it is words: a number or a flag without quotes is none, though a text could be made of it.
    /// </summary>
    public static bool IsWords(this DataNode? node) => node is ScalarNode { IsNull: false } scalar
        && !string.IsNullOrWhiteSpace(scalar.Text)
        && !(scalar.IsPlain && (Fields.FlagOf(scalar) is not null || IsNumber(scalar.Text)));

    /// <summary>Nobody who is called Nan is one.</summary>
    private static bool IsNumber(string text) => text.AsSpan().ContainsAnyInRange('0', '9')
        && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    /// <summary>Whether nothing is said: neither a text nor anything else.</summary>
    public static bool IsNothing(this DataNode? node) => node is null or ScalarNode { IsNull: true } or ScalarNode { Text: "" };

    /// <summary>What a single value says; null of what is absent, null, or no single value.</summary>
    public static string? TextOrNull(this DataNode? node) => node is ScalarNode { IsNull: false } scalar ? scalar.Text : null;

    /// <summary>The items of a list; what is no list is one of one, and null one of none.</summary>
    public static ImmutableArray<DataNode> Items(this DataNode? node) => node switch
    {
        null or ScalarNode { IsNull: true } => [],
        SequenceNode list => list.Items,
        _ => [node],
    };
}
