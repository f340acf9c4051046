namespace Publisher.Scriban.Values;

/// <summary>
/// A sequence that a template can loop over and index. Hosts derive from it to show their own lists without copying them.
/// </summary>
public abstract class ValueList
{
    public abstract int Count { get; }

    /// <summary>The item at an index from 0 to <see cref="Count"/> - 1.</summary>
    public abstract Value At(int index, TemplateRun run);

    /// <summary>A member that the list has beside its items and what every list has.</summary>
    public virtual bool TryGet(string name, TemplateRun run, out Value value)
    {
        value = default;
        return false;
    }

    /// <summary>"range", "array"…: what <c>object.kind</c> says.</summary>
    public virtual string KindName => "array";
}
