using Publisher.Scriban.Functions;
using Publisher.Scriban.Running;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Liquid;

/// <summary>
/// Jekyll's filters on lists. Its where, find and sort stand in for Liquid's own, as they do in a Jekyll site: they compare by
/// text, take numbers in text as numbers, and read properties behind dots.
/// </summary>
internal static class LiquidJekyllFilters
{
    public static void AddTo(FunctionGroup group) => group
        // The items as a list in a sentence, with "and" or another word before the last.
        // `{{ page.soups | map: "name" | array_to_sentence_string }}` → `Lentil, Gazpacho, and Leek`
        // `{{ "a,b" | split: "," | array_to_sentence_string: "or" }}` → `a or b`
        .Add("array_to_sentence_string", "list, connector?", ToSentence)
        // The first item whose property has the value.
        // `{% assign soup = page.soups | find: "serves", 2 %}{{ soup.name }}` → `Gazpacho`
        .Add("find", "list, property, value?", Find)
        // The items by a property: groups with `name`, `items` and `size`.
        // `{% assign groups = page.soups | group_by: "serves" %}{{ groups[0].name }}: {{ groups[0].size }}` → `4: 2`
        .Add("group_by", "list, property", GroupBy)
        // The value as Ruby would show it to its author, escaped for HTML.
        // `{{ "hot,quick" | split: "," | inspect }}` → `[&quot;hot&quot;, &quot;quick&quot;]`
        .Add("inspect", "value", static (run, a) =>
            Arguments.Made(run, LiquidMarkupFilters.XmlEscaped(LiquidText.Inspect(a[0], run))))
        // The value as JSON.
        // `{{ page.soups[1] | jsonify }}` → `{"name":"Gazpacho","serves":2,"hot":false}`
        .Add("jsonify", "value", static (run, a) => Arguments.Made(run, LiquidJson.Of(a[0], run)))
        // The items without the last one, or the last so many.
        // `{{ "a,b,c" | split: "," | pop | join: "-" }}` → `a-b`
        .Add("pop", "list, count?", static (run, a) => Without(run, a, fromEnd: true))
        // The items and one more.
        // `{{ "a,b" | split: "," | push: "c" | join: "-" }}` → `a-b-c`
        .Add("push", "list, item", Push)
        // An item, or so many, drawn at random, the same ones at each build.
        // `{{ "a,b,c" | split: "," | sample: 2 | size }}` → `2`
        .Add("sample", "list, count?", Sample)
        // The items without the first one, or the first so many.
        // `{{ "a,b,c" | split: "," | shift | join: "-" }}` → `b-c`
        .Add("shift", "list, count?", static (run, a) => Without(run, a, fromEnd: false))
        // The items in order, by a property if one is named; `"last"` puts those without it at the end.
        // `{{ page.soups | sort: "name" | map: "name" | join: ", " }}` → `Gazpacho, Leek, Lentil`
        .Add("sort", "list, property?, nils?", Sort)
        // One item, then the others.
        // `{{ "a,b" | split: "," | unshift: "c" | join: "-" }}` → `c-a-b`
        .Add("unshift", "list, item", Unshift)
        // The items whose property has the value.
        // `{{ page.soups | where: "serves", 4 | map: "name" | join: ", " }}` → `Lentil, Leek`
        .Add("where", "list, property, value?", Where);

    /// <summary>An item's property as Jekyll's filters see it: dots reach into it, and text that is a number is one.</summary>
    internal static Value PropertyOf(in Value item, string property, TemplateRun run)
    {
        run.Step();
        if (!property.Contains('.')) return Numeric(LiquidItems.MemberOf(item, Value.FromString(property), run), run);
        var value = item;
        foreach (var part in property.TrimEnd('.').Split('.'))
            value = LiquidItems.HasMembers(value) ? LiquidItems.MemberOf(value, Value.FromString(part), run) : Value.False;
        return Numeric(value, run);
    }

    private static Value Numeric(in Value value, TemplateRun run)
    {
        if (!LiquidKind.IsText(value)) return value;
        var text = LiquidText.InFilter(value, run).AsSpan().Trim(LiquidSpace.All);
        if (text.Length == 0 || !(char.IsAsciiDigit(text[0]) || text[0] is '-' or '.')) return value;
        var digits = text[0] == '-' ? text[1..] : text;
        if (digits.Length == 0) return value;
        var isInteger = digits.IndexOfAnyExceptInRange('0', '9') < 0;
        if (isInteger) return Value.FromBig(LiquidNumber.Leading(text.ToString(), run));
        var isFraction = digits.Length > 1 && digits.IndexOfAnyExcept("0123456789.") < 0 && digits.Count('.') == 1;
        return isFraction ? Value.FromDouble(double.Parse(text, System.Globalization.CultureInfo.InvariantCulture)) : value;
    }

    /// <summary>
    /// Without a value, which Jekyll does not allow, Liquid's own meaning: the items whose property is not null or false.
    /// </summary>
    private static Value Where(TemplateRun run, ReadOnlySpan<Value> a)
    {
        if (a[2].IsUndefined) return LiquidArrayFilters.Where(run, a, wanted: true);
        if (!a[1].IsTrue || LiquidKind.IsArray(a[2]) || IsObject(a[2])) return a[0];
        if (LiquidItems.OrValues(a[0], run) is not { } list) return a[0];
        var (property, wanted, kept) = (LiquidText.InFilter(a[1], run), LiquidText.InFilter(a[2], run), new ScriptArray());
        for (var i = 0; i < list.Count; i++)
        {
            var item = list.At(i, run);
            if (Matches(PropertyOf(item, property, run), a[2], wanted, run)) kept.Add(item);
        }
        run.Charge(kept.Count * 24L);
        return Value.FromList(kept);
    }

    private static Value Find(TemplateRun run, ReadOnlySpan<Value> a)
    {
        if (a[2].IsUndefined)
        {
            var flat = LiquidItems.Flat(a[0], run);
            return LiquidArrayFilters.Find(run, a, flat) is >= 0 and var index ? flat.At(index, run) : Value.Null;
        }
        if (!a[1].IsTrue || LiquidKind.IsArray(a[2]) || IsObject(a[2])) return a[0];
        if (LiquidItems.OrValues(a[0], run) is not { } list) return a[0];
        var (property, wanted) = (LiquidText.InFilter(a[1], run), LiquidText.InFilter(a[2], run));
        for (var i = 0; i < list.Count; i++)
        {
            var item = list.At(i, run);
            if (Matches(PropertyOf(item, property, run), a[2], wanted, run)) return item.IsTrue ? item : Value.Null;
        }
        return Value.Null;
    }

    private static bool IsObject(in Value value) => LiquidKind.IsHash(value) && !Comparison.IsEmpty(value);

    /// <summary>Whether the property prints as the text that is wanted, or an item of it does.</summary>
    private static bool Matches(in Value property, in Value target, string wanted, TemplateRun run)
    {
        if (target.IsNull) return property.IsNull;
        if (property.IsString) return property.AsString == wanted;
        if (LiquidKind.IsHash(property))
        {
            foreach (var pair in Items(LiquidItems.Pairs(property, run), run))
                if (LiquidText.InFilter(pair, run) == wanted) return true;
            return false;
        }
        if (property.Kind != ValueKind.Array) return !property.IsNull && LiquidText.InFilter(property, run) == wanted;
        foreach (var item in Items(property.AsList, run))
            if (LiquidText.InFilter(item, run) == wanted) return true;
        return false;
    }

    private static IEnumerable<Value> Items(ValueList list, TemplateRun run)
    {
        for (var i = 0; i < list.Count; i++) yield return list.At(i, run);
    }

    /// <summary>Objects of <c>name</c>, <c>items</c> and <c>size</c>, in order of first appearance.</summary>
    private static Value GroupBy(TemplateRun run, ReadOnlySpan<Value> a)
    {
        var list = LiquidKind.IsHash(a[0]) ? LiquidItems.Pairs(a[0], run) : a[0].Kind == ValueKind.Array ? a[0].AsList : null;
        if (list is null) return a[0];
        var (property, groups) = (LiquidText.InFilter(a[1], run), new LiquidGroups(run));
        for (var i = 0; i < list.Count; i++)
        {
            var item = list.At(i, run);
            groups.Add(Value.FromString(LiquidText.InFilter(PropertyOf(item, property, run), run)), item);
        }
        return groups.ToValue();
    }

    private static Value Sort(TemplateRun run, ReadOnlySpan<Value> a)
    {
        var nils = a[2].IsUndefined ? "first" : LiquidText.InFilter(a[2], run);
        if (!a[1].IsNull && nils is not ("first" or "last"))
            throw run.Fault($"sort does not know '{nils}'", "null is sorted 'first' or 'last'");
        var list = LiquidKind.IsHash(a[0]) ? LiquidItems.Pairs(a[0], run) : a[0].Kind == ValueKind.Array ? a[0].AsList
            : throw run.Fault($"{LiquidKind.NameOf(a[0])} cannot be sorted");
        var property = a[1].IsNull ? null : LiquidText.InFilter(a[1], run);
        var keyed = new (Value Key, Value Item)[list.Count];
        for (var i = 0; i < keyed.Length; i++)
        {
            var item = list.At(i, run);
            keyed[i] = (property is null ? item : PropertyOf(item, property, run), item);
        }
        LiquidSort.Sort(keyed, (in (Value Key, Value) x, in (Value Key, Value) y) =>
            property is null ? StrictOrder(x.Key, y.Key, run) : Order(x.Key, y.Key, nils == "first" ? -1 : 1, run), run);
        return LiquidArrayFilters.Items(keyed);
    }

    private static int StrictOrder(in Value left, in Value right, TemplateRun run) => LiquidOrder.Order(left, right, run)
        ?? throw run.Fault($"{LiquidKind.NameOf(left)} and {LiquidKind.NameOf(right)} cannot be compared");

    private static int Order(in Value left, in Value right, int nils, TemplateRun run)
    {
        if (left.IsNull != right.IsNull) return left.IsNull ? nils : -nils;
        return LiquidOrder.Order(left, right, run)
            ?? LiquidOrder.OrderOfText(LiquidText.InFilter(left, run), LiquidText.InFilter(right, run));
    }

    private static Value Push(TemplateRun run, ReadOnlySpan<Value> a)
    {
        if (!LiquidKind.IsArray(a[0])) return a[0];
        var list = Lists.Copy(a[0].AsList, run, 1);
        list.Add(a[1]);
        return Value.FromList(list);
    }

    private static Value Unshift(TemplateRun run, ReadOnlySpan<Value> a) => !LiquidKind.IsArray(a[0]) ? a[0]
        : Value.FromList(Lists.Concatenate(new ScriptArray([a[1]]), a[0].AsList, run));

    private static Value Without(TemplateRun run, ReadOnlySpan<Value> a, bool fromEnd)
    {
        if (!LiquidKind.IsArray(a[0])) return a[0];
        var count = CountOf(a[1], run);
        var list = a[0].AsList;
        return Value.FromList(Lists.Slice(list, fromEnd ? 0 : count, Math.Max(0, list.Count - count), run));
    }

    private static long CountOf(in Value value, TemplateRun run)
    {
        var count = value.IsUndefined ? 1 : LiquidInteger.Of(value, run);
        return count < 0 ? throw run.Fault("a number of items must not be negative") : count;
    }

    /// <summary>Drawn from the run's numbers, so that the same page draws the same items in every build.</summary>
    private static Value Sample(TemplateRun run, ReadOnlySpan<Value> a)
    {
        if (!LiquidKind.IsArray(a[0])) return a[0];
        var drawn = Lists.Copy(a[0].AsList, run);
        var count = LiquidKind.IsInteger(a[1]) || a[1].IsString && long.TryParse(a[1].AsString, out _) ? CountOf(a[1], run) : 1;
        var most = (int)Math.Min(count, drawn.Count);
        for (var i = 0; i < most; i++)
        {
            var other = run.Random.Next(i, drawn.Count);
            var item = drawn[other];
            drawn.Set(other, drawn[i]);
            drawn.Set(i, item);
        }
        if (count == 1) return most == 0 ? Value.Null : drawn[0];
        return Value.FromList(Lists.Slice(drawn, 0, most, run));
    }

    /// <summary>"a, b, and c". Text and objects are accepted as far as they happen to work in Jekyll.</summary>
    private static Value ToSentence(TemplateRun run, ReadOnlySpan<Value> a)
    {
        var connector = a[1].IsUndefined ? "and" : LiquidText.InFilter(a[1], run);
        var list = LiquidKind.IsArray(a[0]) ? a[0].AsList
            : LiquidKind.IsText(a[0]) ? Letters(LiquidText.InFilter(a[0], run))
            : throw run.Fault($"an array is wanted here, not {LiquidKind.NameOf(a[0])}");
        var texts = Items(list, run).Select(item => LiquidText.InFilter(item, run)).ToArray();
        switch (texts.Length)
        {
            case 0: return Value.FromString("");
            case 1: return Value.FromString(texts[0]);
            case 2: return Arguments.Made(run, $"{texts[0]} {connector} {texts[1]}");
        }
        if (!LiquidKind.IsArray(a[0])) throw run.Fault("an array is wanted here, not text");
        var before = LiquidText.Joined(Lists.Slice(list, 0, list.Count - 1, run), ", ", run);
        return Arguments.Made(run, $"{before}, {connector} {texts[^1]}");
    }

    private static ScriptArray Letters(string text)
    {
        var letters = new ScriptArray();
        foreach (var letter in LiquidCharacters.Each(text)) letters.Add(Value.FromString(letter));
        return letters;
    }
}
