namespace Publisher.Scriban.Values;

/// <summary>
/// A bag of named values that keeps its order; hosts derive from it to show data whose names only the user knows.
/// </summary>
public abstract class ValueObject
{
    /// <summary>The names, in order.</summary>
    public abstract IEnumerable<string> Names { get; }

    public abstract int Count { get; }

    /// <summary>Whether templates may set members.</summary>
    public virtual bool IsReadOnly => true;

    /// <summary>Whether the members are all there can ever be, so that asking for another is a mistake.</summary>
    public virtual bool IsClosed => false;

    /// <summary>What a call of the object calls, as <c>date "2024-12-31"</c> does; null where it cannot be called.</summary>
    public virtual Function? AsFunction => null;

    public abstract bool TryGet(string name, TemplateRun run, out Value value);

    /// <summary>Sets a member; false when it is read-only.</summary>
    public virtual bool TrySet(string name, in Value value, TemplateRun run) => false;
}
