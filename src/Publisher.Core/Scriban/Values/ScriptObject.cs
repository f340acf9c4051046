namespace Publisher.Scriban.Values;

/// <summary>
/// An object made by a template (<c>{ a: 1 }</c>) or filled by the host; small ones are searched, large ones hashed.
/// </summary>
public sealed class ScriptObject : ValueObject
{
    private const int HashedFrom = 9;
    private string[] names = [];
    private Value[] values = [];
    private Dictionary<string, int>? index;
    private HashSet<string>? fixedNames;
    private HashSet<string>? hidden;
    private int count;
    private bool frozen;

    public override int Count => count;

    public override IEnumerable<string> Names =>
        hidden is null ? names.Take(count) : names.Take(count).Where(name => !hidden.Contains(name));

    public override bool IsReadOnly => frozen;

    public override bool IsClosed => frozen;

    public Value this[string name]
    {
        get => Find(name) is >= 0 and var at ? values[at] : default;
        set => Set(name, value);
    }

    public override bool TryGet(string name, TemplateRun run, out Value value) => TryGet(name, out value);

    public bool TryGet(string name, out Value value)
    {
        var at = Find(name);
        value = at >= 0 ? values[at] : default;
        return at >= 0;
    }

    public override bool TrySet(string name, in Value value, TemplateRun run)
    {
        if (frozen || fixedNames?.Contains(name) == true) return false;
        Set(name, value);
        return true;
    }

    /// <summary>Forbids every further change.</summary>
    public ScriptObject Freeze()
    {
        frozen = true;
        return this;
    }

    /// <summary>Forbids further changes of one member.</summary>
    public void Fix(string name) => (fixedNames ??= []).Add(name);

    /// <summary>Leaves a member out of <see cref="Names"/>; it can still be read.</summary>
    public void Hide(string name) => (hidden ??= []).Add(name);

    internal (string Name, Value Value) At(int position) => (names[position], values[position]);

    internal void Clear()
    {
        Array.Clear(values, 0, count);
        (count, index, fixedNames) = (0, null, null);
    }

    private void Set(string name, in Value value)
    {
        var at = Find(name);
        if (at >= 0)
        {
            values[at] = value;
            return;
        }
        if (count == names.Length)
        {
            Array.Resize(ref names, Math.Max(4, count * 2));
            Array.Resize(ref values, names.Length);
        }
        (names[count], values[count]) = (name, value);
        count++;
        if (count >= HashedFrom) Hash();
    }

    private void Hash()
    {
        if (index is not null)
        {
            index[names[count - 1]] = count - 1;
            return;
        }
        index = new Dictionary<string, int>(count * 2);
        for (var i = 0; i < count; i++) index[names[i]] = i;
    }

    private int Find(string name)
    {
        if (index is not null) return index.GetValueOrDefault(name, -1);
        for (var i = 0; i < count; i++)
            if (ReferenceEquals(names[i], name) || names[i] == name) return i;
        return -1;
    }
}
