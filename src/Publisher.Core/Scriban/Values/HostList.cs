using System.Collections.Immutable;

namespace Publisher.Scriban.Values;

/// <summary>A host's list of objects of one type, read in place.</summary>
public sealed class HostList<T>(ObjectType type, ImmutableArray<T> items) : ValueList where T : class
{
    public override int Count => items.Length;

    public override Value At(int index, TemplateRun run) => Value.FromHost(type, items[index]);
}
