using System.Collections.Immutable;
using Publisher.Text;

namespace Publisher.Configuration;

/// <summary>A value read from YAML or JSON that remembers where it stood, so that every complaint has a line and a column.</summary>
public abstract record DataNode(Location At);

/// <summary>A single value as written. A plain (unquoted) YAML scalar may mean a number, a boolean, a date or null; a quoted one is text.</summary>
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
