using Publisher.Scriban.Values;

namespace Publisher.Scriban.Liquid;

/// <summary>Collects items by name for group_by and group_by_exp.</summary>
internal sealed class LiquidGroups(TemplateRun run)
{
    private readonly Dictionary<Value, ScriptArray> byName = new(LiquidOrder.Identity(run));
    private readonly List<Value> names = [];

    public void Add(in Value name, in Value item)
    {
        run.Charge(48);
        if (!byName.TryGetValue(name, out var items))
        {
            run.Charge(200);
            names.Add(name);
            byName[name] = items = new ScriptArray();
        }
        items.Add(item);
    }

    /// <summary>Objects of <c>name</c>, <c>items</c> and <c>size</c>, in order of first appearance.</summary>
    public Value ToValue()
    {
        var groups = new ScriptArray(names.Count);
        foreach (var name in names)
        {
            groups.Add(Value.FromObject(new ScriptObject
            {
                ["name"] = name,
                ["items"] = Value.FromList(byName[name]),
                ["size"] = Value.FromInteger(byName[name].Count),
            }));
        }
        return Value.FromList(groups);
    }
}
