using System.Globalization;
using Publisher.Scriban.Functions;
using Publisher.Scriban.Running;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Liquid;

/// <summary>What Liquid's loops go over, and the numbers that say how far.</summary>
internal static class LiquidLists
{
    /// <summary>No list is longer; it keeps sums in range.</summary>
    private const long Furthest = int.MaxValue;

    public static void AddTo(FunctionGroup group) => group
        .Add("range", "first, last", static (run, a) => Value.FromList(new LiquidRange(Bound(a[0], run), Bound(a[1], run))))
        .Add("each", "value, offset?, limit?, name?", EachOf)
        .Add("cells", "value, offset, limit", static (run, a) => Part(Each(a[0], run), a[0],
            LeadingInteger(a[1], run), a[2].IsNull ? null : LeadingInteger(a[2], run), run));

    /// <summary>What a loop goes over: a string is one item, an object its pairs, and what is no list nothing.</summary>
    public static Value Each(in Value value, TemplateRun run)
    {
        switch (value.Kind)
        {
            case ValueKind.Array: return value;
            case ValueKind.String or ValueKind.Html:
                return Value.FromList(ValueText.Of(value, run).Length == 0 ? new ScriptArray() : new ScriptArray([value]));
            case ValueKind.Object or ValueKind.Host: return Value.FromList(Pairs(value, run));
            default: return value.IsTrue ? Value.FromList(new ScriptArray()) : Value.Null;
        }
    }

    public static Value Pair(string name, in Value member) => Value.FromList(new ScriptArray([Value.FromString(name), member]));

    /// <summary>The number that text begins with, as Ruby's <c>to_i</c> reads it; 0 for what is no number.</summary>
    public static long LeadingInteger(in Value value, TemplateRun run)
    {
        if (value.IsNumber) return (long)Math.Clamp(Numbers.ToDouble(value), long.MinValue, long.MaxValue);
        if (!Comparison.IsText(value)) return 0;
        var text = ValueText.Of(value, run).AsSpan().Trim();
        var end = text.Length > 0 && text[0] is '-' or '+' ? 1 : 0;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return long.TryParse(text[..end], CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    /// <summary>
    /// The list, or the part of it from an offset; with a name, noted so that a later loop can go on where it ends.
    /// </summary>
    private static Value EachOf(TemplateRun run, ReadOnlySpan<Value> arguments)
    {
        var items = Each(arguments[0], run);
        if (arguments[1].IsNull && arguments[2].IsNull && arguments[3].IsNull) return items;
        var name = arguments[3].IsNull ? null : ValueText.Of(arguments[3], run);
        var continues = arguments[1].IsString && arguments[1].AsString == "continue";
        var from = !continues ? arguments[1].IsNull ? 0 : Integer(arguments[1], run)
            : name is null ? 0 : LiquidState.Of(run).Offsets.GetValueOrDefault(name);
        var part = Part(items, arguments[0], from, arguments[2].IsNull ? null : Integer(arguments[2], run), run);
        if (name is null) return part;
        run.Charge(name.Length * 2L);
        LiquidState.Of(run).Offsets[name] = from + (part.Kind == ValueKind.Array ? part.AsList.Count : 0);
        return part;
    }

    private static Value Part(in Value items, in Value whole, long from, long? limit, TemplateRun run)
    {
        if (items.Kind != ValueKind.Array || Comparison.IsText(whole)) return items;
        var list = items.AsList;
        from = Math.Clamp(from, -Furthest, Furthest);
        var to = limit is { } count ? Math.Clamp(from + Math.Clamp(count, -Furthest, Furthest), 0, list.Count) : list.Count;
        var start = Math.Clamp(from, 0, list.Count);
        return Value.FromList(Lists.Slice(list, start, Math.Max(0, to - start), run));
    }

    private static ScriptArray Pairs(in Value value, TemplateRun run)
    {
        var pairs = new ScriptArray();
        foreach (var name in Members.NamesOf(value, run))
        {
            run.Charge(128);
            Members.TryGet(value, name, run, out var member);
            pairs.Add(Pair(name, member));
        }
        return pairs;
    }

    /// <summary>As Liquid reads a loop's limit and offset: a whole number, or text that is one.</summary>
    private static long Integer(in Value value, TemplateRun run)
    {
        if (value.IsInteger) return value.AsInteger;
        return long.TryParse(LiquidText.InFilter(value, run).Trim(), CultureInfo.InvariantCulture, out var number) ? number
            : throw run.Fault($"{LiquidText.Inspect(value, run)} is not a whole number");
    }

    private static long Bound(in Value value, TemplateRun run) =>
        value.IsNull || Comparison.IsText(value) ? LeadingInteger(value, run) : Integer(value, run);
}
