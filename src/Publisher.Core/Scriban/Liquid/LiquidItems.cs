using Publisher.Scriban.Running;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Liquid;

/// <summary>What filters loop over, and the members of what they find there.</summary>
internal static class LiquidItems
{
    private const int MaxDepth = 50;

    /// <summary>
    /// The items as Liquid's own filters see them: arrays inside arrays are laid flat, an object is one item, nothing is none.
    /// </summary>
    public static ValueList Flat(in Value value, TemplateRun run)
    {
        if (!LiquidKind.IsArray(value)) return Lists.Of(value);
        var (list, nested) = (value.AsList, false);
        for (var i = 0; i < list.Count && !nested; i++) nested = LiquidKind.IsArray(list.At(i, run));
        if (!nested) return list;
        var flat = new ScriptArray(list.Count);
        Flatten(flat, list, run, 0);
        return flat;
    }

    /// <summary>
    /// The items as Jekyll's filters see them: an array's or a range's, or an object's values; null for what has none.
    /// </summary>
    public static ValueList? OrValues(in Value value, TemplateRun run)
    {
        if (value.Kind == ValueKind.Array) return value.AsList;
        if (!LiquidKind.IsHash(value)) return null;
        var values = new ScriptArray(value.AsObject.Count);
        foreach (var name in value.AsObject.Names)
        {
            value.AsObject.TryGet(name, run, out var member);
            values.Add(member);
        }
        run.Charge(values.Count * 24L);
        return values;
    }

    /// <summary>An object's members as arrays of two.</summary>
    public static ScriptArray Pairs(in Value value, TemplateRun run)
    {
        var pairs = new ScriptArray(value.AsObject.Count);
        foreach (var name in value.AsObject.Names)
        {
            value.AsObject.TryGet(name, run, out var member);
            pairs.Add(Value.FromList(new ScriptArray([Value.FromString(name), member])));
        }
        run.Charge(pairs.Count * 72L);
        return pairs;
    }

    /// <summary>Whether <c>value[…]</c> means something for this kind of value.</summary>
    public static bool HasMembers(in Value value) => value.Kind is ValueKind.Object or ValueKind.Host or ValueKind.Array
        or ValueKind.String or ValueKind.Html or ValueKind.Integer or ValueKind.Big && !LiquidKind.IsRange(value);

    /// <summary><c>item[property]</c>; a fault where Ruby has no such index.</summary>
    public static Value MemberOf(in Value item, in Value property, TemplateRun run)
    {
        switch (item.Kind)
        {
            case ValueKind.Object or ValueKind.Host:
                if (!LiquidKind.IsText(property)) return Value.Null;
                Members.TryGet(item, LiquidText.InFilter(property, run), run, out var member);
                return member.IsUndefined ? Value.Null : member;
            case ValueKind.String or ValueKind.Html: return PartOf(LiquidText.InFilter(item, run), property, run);
            case ValueKind.Array when property.IsNumber && !LiquidKind.IsRange(item):
                var index = IndexIn(item.AsList.Count, property);
                return index < 0 ? Value.Null : item.AsList.At(index, run);
            case ValueKind.Integer or ValueKind.Big when property.IsNumber && Numbers.TryInteger(property, out var bit):
                var isZero = bit < 0 || (Numbers.ToBig(item) >> (int)Math.Min(bit, 1 << 20)).IsEven;
                return Value.FromInteger(isZero ? 0 : 1);
            default: throw run.Fault($"{LiquidKind.NameOf(item)} has no property {LiquidText.Inspect(property, run)}");
        }
    }

    /// <summary>The text itself where it holds the one asked for; the character at a number.</summary>
    private static Value PartOf(string text, in Value property, TemplateRun run)
    {
        if (LiquidKind.IsText(property))
        {
            var part = LiquidText.InFilter(property, run);
            return text.Contains(part, StringComparison.Ordinal) ? Value.FromString(part) : Value.Null;
        }
        if (!property.IsNumber) throw run.Fault($"text has no property {LiquidText.Inspect(property, run)}");
        var index = IndexIn(LiquidCharacters.Count(text), property);
        return index < 0 ? Value.Null : Value.FromString(LiquidCharacters.Slice(text, index, 1));
    }

    private static int IndexIn(int count, in Value property)
    {
        if (!Numbers.TryInteger(property, out var index)) return -1;
        if (index < 0) index += count;
        return index < 0 || index >= count ? -1 : (int)index;
    }

    private static void Flatten(ScriptArray flat, ValueList list, TemplateRun run, int depth)
    {
        if (depth > MaxDepth) throw run.Fault("the array is too deep, or holds itself");
        run.CheckLength((long)flat.Count + list.Count);
        run.Charge(list.Count * 24L);
        for (var i = 0; i < list.Count; i++)
        {
            run.Step();
            var item = list.At(i, run);
            if (LiquidKind.IsArray(item)) Flatten(flat, item.AsList, run, depth + 1);
            else flat.Add(item);
        }
    }
}
