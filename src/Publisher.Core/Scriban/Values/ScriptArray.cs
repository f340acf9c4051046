namespace Publisher.Scriban.Values;

/// <summary>An array made by a template; it can also carry named members, as JavaScript's can.</summary>
public sealed class ScriptArray : ValueList
{
    private readonly List<Value> items;

    public ScriptArray() => items = [];

    public ScriptArray(int capacity) => items = new List<Value>(capacity);

    public ScriptArray(ReadOnlySpan<Value> values)
    {
        items = new List<Value>(values.Length);
        items.AddRange(values);
    }

    public override int Count => items.Count;

    /// <summary>The members beside the items; null until one is set.</summary>
    public ScriptObject? Members { get; private set; }

    public Value this[int index] => items[index];

    public override Value At(int index, TemplateRun run) => items[index];

    public override bool TryGet(string name, TemplateRun run, out Value value)
    {
        value = default;
        return Members is not null && Members.TryGet(name, out value);
    }

    public void Add(in Value value) => items.Add(value);

    /// <summary>Sets an item; the array grows, filled with null, as far as it must.</summary>
    public void Set(int index, in Value value)
    {
        while (items.Count <= index) items.Add(Value.Null);
        items[index] = value;
    }

    public void SetMember(string name, in Value value) => (Members ??= new ScriptObject())[name] = value;

    public void Sort(Comparison<Value> comparison)
    {
        var sorted = items.Order(Comparer<Value>.Create(comparison)).ToList();
        items.Clear();
        items.AddRange(sorted);
    }
}
