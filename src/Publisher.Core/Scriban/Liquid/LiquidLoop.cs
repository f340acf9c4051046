using Publisher.Scriban.Values;

namespace Publisher.Scriban.Liquid;

/// <summary><c>forloop</c> as a value: what a loop knew of itself when it was asked, and the loop around it.</summary>
internal sealed class LiquidLoop(int index, int length, LiquidLoop? parent, int column = 0) : ValueObject
{
    private static readonly string[] All =
        ["index", "index0", "rindex", "rindex0", "first", "last", "length", "parentloop"];

    public override IEnumerable<string> Names => All;

    public override int Count => All.Length;

    public override bool TryGet(string name, TemplateRun run, out Value value)
    {
        value = name switch
        {
            "index" => Value.FromInteger(index + 1),
            "index0" => Value.FromInteger(index),
            "rindex" => Value.FromInteger(length - index),
            "rindex0" => Value.FromInteger(length - index - 1),
            "first" => Value.FromBoolean(index == 0),
            "last" => Value.FromBoolean(index == length - 1),
            "length" => Value.FromInteger(length),
            "parentloop" => Value.FromObject(parent),
            "col" when column > 0 => Value.FromInteger(column),
            "col0" when column > 0 => Value.FromInteger(column - 1),
            _ => default,
        };
        return !value.IsUndefined;
    }
}
