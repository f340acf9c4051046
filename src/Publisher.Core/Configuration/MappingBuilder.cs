using System.Collections.Immutable;
using Publisher.Diagnostics;

namespace Publisher.Configuration;

/// <summary>
/// Gathers the entries of a mapping: a key written twice is reported and its last value wins, in the place of the first.
/// </summary>
internal sealed class MappingBuilder(ICollection<Diagnostic> problems)
{
    // Below this many entries, comparing the keys is cheaper than keeping a dictionary of them.
    private const int Small = 12;

    private readonly ImmutableArray<KeyValuePair<ScalarNode, DataNode>>.Builder entries =
        ImmutableArray.CreateBuilder<KeyValuePair<ScalarNode, DataNode>>(8);

    private Dictionary<string, int>? places;

    public void Set(ScalarNode key, DataNode value)
    {
        var place = PlaceOf(key.Text);
        if (place >= 0)
        {
            problems.Add(Messages.DuplicateKey(key.At, key.Text, entries[place].Key.At.Line));
            entries[place] = new(key, value);
            return;
        }
        Add(key, value);
    }

    /// <summary>Adds what a merge key (<c>&lt;&lt;</c>) brings: keys that the mapping has itself stay as they are.</summary>
    public void Merge(MappingNode other)
    {
        foreach (var (key, value) in other.Entries)
            if (PlaceOf(key.Text) < 0) Add(key, value);
    }

    public ImmutableArray<KeyValuePair<ScalarNode, DataNode>> ToEntries() => entries.DrainToImmutable();

    private void Add(ScalarNode key, DataNode value)
    {
        places?.Add(key.Text, entries.Count);
        entries.Add(new(key, value));
    }

    private int PlaceOf(string key)
    {
        if (places is null && entries.Count >= Small)
        {
            places = new(StringComparer.Ordinal);
            for (var i = 0; i < entries.Count; i++) places.Add(entries[i].Key.Text, i);
        }
        if (places is not null) return places.GetValueOrDefault(key, -1);
        for (var i = 0; i < entries.Count; i++)
            if (entries[i].Key.Text == key) return i;
        return -1;
    }
}
