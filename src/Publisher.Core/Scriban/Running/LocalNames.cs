namespace Publisher.Scriban.Running;

/// <summary>The local names of a template or function, numbered when it was compiled.</summary>
internal sealed class LocalNames
{
    private readonly Dictionary<string, int> indexes = [];

    public int Count => indexes.Count;

    public int Add(string name)
    {
        if (!indexes.TryGetValue(name, out var index)) indexes[name] = index = indexes.Count;
        return index;
    }

    public int IndexOf(string name) => indexes.GetValueOrDefault(name, -1);
}
