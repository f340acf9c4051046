using Publisher.Scriban.Functions;
using Publisher.Scriban.Running;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Liquid;

/// <summary>Liquid's own filters on lists; no argument is changed, and arrays inside arrays are laid flat.</summary>
internal static class LiquidArrayFilters
{
    public static void AddTo(FunctionGroup group) => group
        // The items without nulls, or without those that lack a property.
        // `{{ page.soups | map: "colour" | compact | size }}` → `0`
        .Add("compact", "list, property?", Compact)
        // All items of one array, then those of another.
        // `{{ "a,b" | split: "," | concat: page.tags | join: "-" }}` → `a-b`
        .Add("concat", "list, other", Concat)
        // The value, or the other one if it is null, false or empty; with `allow_false: true`, false stays.
        // `{{ page.subtitle | default: "none" }}` → `none`
        // `{{ false | default: "none", allow_false: true }}` → `false`
        .Add("default", "value, default?, allow_false?", Default)
        // The place of the first item whose property has the value, from 0.
        // `{{ page.soups | find_index: "name", "Leek" }}` → `2`
        .Add("find_index", "list, property, value?", FindIndex)
        // The first item.
        // `{{ "a,b,c" | split: "," | first }}` → `a`
        .Add("first", "list", static (run, a) => End(run, a[0], last: false))
        // Whether the property of an item has the value.
        // `{{ page.soups | has: "serves", 2 }}` → `true`
        .Add("has", "list, property, value?", Has)
        // The items as one text, with a blank or another text between them.
        // `{{ page.soups | map: "name" | join: ", " }}` → `Lentil, Gazpacho, Leek`
        .Add("join", "list, glue?", Join)
        // The last item.
        // `{{ "a,b,c" | split: "," | last }}` → `c`
        .Add("last", "list", static (run, a) => End(run, a[0], last: true))
        // One property of each item.
        // `{{ page.soups | map: "serves" | join: " " }}` → `4 2 4`
        .Add("map", "list, property", Map)
        // The items whose property has not the value.
        // `{{ page.soups | reject: "hot", true | map: "name" | join: ", " }}` → `Gazpacho`
        .Add("reject", "list, property, value?", static (run, a) => Where(run, a, wanted: false))
        // The items from the last to the first.
        // `{{ "a,b,c" | split: "," | reverse | join: "-" }}` → `c-b-a`
        .Add("reverse", "list", Reverse)
        // How many characters or items there are.
        // `{{ "soup" | size }} {{ page.soups | size }}` → `4 3`
        .Add("size", "value", Size)
        // The items in order, with capitals like small letters.
        // `{{ "b,C,a" | split: "," | sort_natural | join: "-" }}` → `a-b-C`
        .Add("sort_natural", "list, property?", SortNatural)
        // All items together, or one property of each.
        // `{{ page.soups | sum: "serves" }}` → `10`
        .Add("sum", "list, property?", Sum)
        // The items without those that equal an earlier one, or whose property does.
        // `{{ page.soups | map: "serves" | uniq | join: "-" }}` → `4-2`
        .Add("uniq", "list, property?", Uniq);

    /// <summary>
    /// The items whose property has the value, or anything but null and false when no value is given. Null when an item can have
    /// no properties.
    /// </summary>
    internal static Value Where(TemplateRun run, ReadOnlySpan<Value> a, bool wanted)
    {
        var (list, kept) = (LiquidItems.Flat(a[0], run), new ScriptArray());
        for (var i = 0; i < list.Count; i++)
        {
            var item = list.At(i, run);
            if (!LiquidItems.HasMembers(item)) return Value.Null;
            if (Matches(run, item, a) == wanted) kept.Add(item);
        }
        run.Charge(kept.Count * 24L);
        return Value.FromList(kept);
    }

    /// <summary>The index of the first item that <see cref="Where"/> would keep; -1 when there is none.</summary>
    internal static int Find(TemplateRun run, ReadOnlySpan<Value> a, ValueList list)
    {
        for (var i = 0; i < list.Count; i++)
        {
            var item = list.At(i, run);
            if (!LiquidItems.HasMembers(item)) return -1;
            if (Matches(run, item, a)) return i;
        }
        return -1;
    }

    private static bool Matches(TemplateRun run, in Value item, ReadOnlySpan<Value> a)
    {
        run.Step();
        var value = LiquidItems.MemberOf(item, a[1], run);
        return a[2].IsNull ? value.IsTrue : LiquidOrder.Equal(value, a[2], run);
    }

    private static Value FindIndex(TemplateRun run, ReadOnlySpan<Value> a) =>
        Find(run, a, LiquidItems.Flat(a[0], run)) is >= 0 and var index ? Value.FromInteger(index) : Value.Null;

    private static Value Has(TemplateRun run, ReadOnlySpan<Value> a)
    {
        var list = LiquidItems.Flat(a[0], run);
        var found = Find(run, a, list) >= 0;
        return !found && list.Count > 0 && !LiquidItems.HasMembers(list.At(0, run)) ? Value.Null : Value.FromBoolean(found);
    }

    private static Value Compact(TemplateRun run, ReadOnlySpan<Value> a)
    {
        var (list, kept) = (LiquidItems.Flat(a[0], run), new ScriptArray());
        for (var i = 0; i < list.Count; i++)
        {
            var item = list.At(i, run);
            if (!a[1].IsNull && !LiquidItems.HasMembers(item)) return Value.Null;
            if (!(a[1].IsNull ? item : LiquidItems.MemberOf(item, a[1], run)).IsNull) kept.Add(item);
        }
        run.Charge(kept.Count * 24L);
        return Value.FromList(kept);
    }

    private static Value Concat(TemplateRun run, ReadOnlySpan<Value> a) => LiquidKind.IsArray(a[1])
        ? Value.FromList(Lists.Concatenate(LiquidItems.Flat(a[0], run), a[1].AsList, run))
        : throw run.Fault($"concat wants an array as its argument, not {LiquidKind.NameOf(a[1])}");

    private static Value Default(TemplateRun run, ReadOnlySpan<Value> a)
    {
        var missing = a[2].IsTrue ? a[0].IsNull : !a[0].IsTrue;
        var isEmpty = !LiquidKind.IsRange(a[0]) && Comparison.IsEmptyValue(a[0], run);
        return !missing && !isEmpty ? a[0] : a[1].IsUndefined ? Value.FromString("") : a[1];
    }

    private static Value End(TemplateRun run, in Value value, bool last)
    {
        if (LiquidKind.IsHash(value) && !last) return End(run, Value.FromList(LiquidItems.Pairs(value, run)), last);
        if (value.Kind != ValueKind.Array || value.AsList.Count == 0) return Value.Null;
        return value.AsList.At(last ? value.AsList.Count - 1 : 0, run);
    }

    private static Value Join(TemplateRun run, ReadOnlySpan<Value> a) => Arguments.Made(run,
        LiquidText.Joined(LiquidItems.Flat(a[0], run), a[1].IsUndefined ? " " : LiquidText.InFilter(a[1], run), run));

    private static Value Map(TemplateRun run, ReadOnlySpan<Value> a)
    {
        var list = LiquidItems.Flat(a[0], run);
        run.CheckLength(list.Count);
        run.Charge(list.Count * 24L);
        var made = new ScriptArray(list.Count);
        var itself = a[1].IsString && a[1].AsString == "to_liquid";
        for (var i = 0; i < list.Count; i++)
        {
            var item = list.At(i, run);
            made.Add(itself ? item : LiquidItems.HasMembers(item) ? LiquidItems.MemberOf(item, a[1], run) : Value.Null);
        }
        return Value.FromList(made);
    }

    private static Value Reverse(TemplateRun run, ReadOnlySpan<Value> a)
    {
        var list = LiquidItems.Flat(a[0], run);
        run.CheckLength(list.Count);
        run.Charge(list.Count * 24L);
        var made = new ScriptArray(list.Count);
        for (var i = list.Count - 1; i >= 0; i--) made.Add(list.At(i, run));
        return Value.FromList(made);
    }

    /// <summary>Characters, items or members; of a whole number, the bytes it takes in Ruby.</summary>
    private static Value Size(TemplateRun run, ReadOnlySpan<Value> a) => Value.FromInteger(a[0].Kind switch
    {
        ValueKind.String or ValueKind.Html => LiquidCharacters.Count(LiquidText.InFilter(a[0], run)),
        ValueKind.Array => a[0].AsList.Count,
        ValueKind.Object => a[0].AsObject.Count,
        ValueKind.Integer => 8,
        ValueKind.Big => System.Numerics.BigInteger.Abs(a[0].AsBig).GetByteCount(isUnsigned: true),
        _ => 0,
    });

    /// <summary>By letters without regard to the case of A to Z, null last.</summary>
    private static Value SortNatural(TemplateRun run, ReadOnlySpan<Value> a)
    {
        var list = LiquidItems.Flat(a[0], run);
        var keyed = new (string? Key, Value Item)[list.Count];
        for (var i = 0; i < keyed.Length && !a[1].IsNull; i++)
            if (!LiquidItems.HasMembers(list.At(i, run))) return Value.Null;
        for (var i = 0; i < keyed.Length; i++)
        {
            var item = list.At(i, run);
            var key = a[1].IsNull || keyed.Length == 1 ? item : LiquidItems.MemberOf(item, a[1], run);
            keyed[i] = (key.IsNull ? null : Lowered(LiquidText.InFilter(key, run)), item);
        }
        LiquidSort.Sort(keyed, static (in (string? Key, Value) x, in (string? Key, Value) y) =>
            x.Key is null || y.Key is null ? (x.Key is null ? 1 : 0) - (y.Key is null ? 1 : 0)
                : LiquidOrder.OrderOfText(x.Key, y.Key), run);
        return Items(keyed);
    }

    private static Value Sum(TemplateRun run, ReadOnlySpan<Value> a)
    {
        var list = LiquidItems.Flat(a[0], run);
        var sum = LiquidNumber.FromInteger(0);
        for (var i = 0; i < list.Count; i++)
        {
            run.Step();
            var item = list.At(i, run);
            if (!a[1].IsNull) item = LiquidItems.HasMembers(item) ? LiquidItems.MemberOf(item, a[1], run) : Value.Null;
            var parts = LiquidItems.Flat(item, run);
            for (var j = 0; j < parts.Count; j++) sum += LiquidNumber.Of(parts.At(j, run), run);
        }
        return sum.ToValue(run);
    }

    private static Value Uniq(TemplateRun run, ReadOnlySpan<Value> a)
    {
        var (list, kept) = (LiquidItems.Flat(a[0], run), new ScriptArray());
        if (list.Count < 2) return Value.FromList(Lists.Copy(list, run));
        var seen = new HashSet<Value>(LiquidOrder.Identity(run));
        for (var i = 0; i < list.Count; i++)
        {
            run.Step();
            var item = list.At(i, run);
            if (!a[1].IsNull && !LiquidItems.HasMembers(item)) return Value.Null;
            if (seen.Add(a[1].IsNull ? item : LiquidItems.MemberOf(item, a[1], run))) kept.Add(item);
        }
        run.Charge(list.Count * 48L);
        return Value.FromList(kept);
    }

    private static string Lowered(string text) => string.Create(text.Length, text, static (made, text) =>
    {
        for (var i = 0; i < text.Length; i++) made[i] = char.IsAsciiLetterUpper(text[i]) ? (char)(text[i] | 0x20) : text[i];
    });

    internal static Value Items<TKey>((TKey Key, Value Item)[] keyed)
    {
        var items = new ScriptArray(keyed.Length);
        foreach (var (_, item) in keyed) items.Add(item);
        return Value.FromList(items);
    }
}
