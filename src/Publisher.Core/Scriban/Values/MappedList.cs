using System.Collections.Immutable;

namespace Publisher.Scriban.Values;

/// <summary>A host's list of anything, each item made a value when it is asked for.</summary>
public sealed class MappedList<T>(ImmutableArray<T> items, Func<T, TemplateRun, Value> map) : ValueList
{
    public override int Count => items.Length;

    public override Value At(int index, TemplateRun run) => map(items[index], run);
}
