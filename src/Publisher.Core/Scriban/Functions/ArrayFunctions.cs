using System.Runtime.ExceptionServices;
using System.Text;
using Publisher.Scriban.Running;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Functions;

/// <summary><c>array.…</c>: new arrays out of old ones; no argument is changed.</summary>
internal static class ArrayFunctions
{
    public static void AddTo(Globals globals) => new FunctionGroup("array")
        // A new array with one value more.
        // `{{ [1, 2] | array.add 3 }}` → `[1, 2, 3]`
        .Add("add", "list, value", Add)
        // All items of the first array, then those of the second; the same as `array.concat`.
        // `{{ [1] | array.add_range [2, 3] }}` → `[1, 2, 3]`
        .Add("add_range", "list1, list2", Concat)
        // Whether the function gives true for at least one item; further arguments are handed to it.
        // `{{ [1, 5] | array.any @(do; ret $0 > 3; end) }}` → `true`
        // `{{ ["soup", "bread"] | array.any @string.contains "ea" }}` → `true`
        .Add("any", "list, function, args...", Any)
        // The array without its nulls.
        // `{{ [1, null, 2] | array.compact }}` → `[1, 2]`
        .Add("compact", "list", Compact)
        // All items of the first array, then those of the second.
        // `{{ [1] | array.concat [2, 3] }}` → `[1, 2, 3]`
        .Add("concat", "list1, list2", Concat)
        // Whether an item equals the value.
        // `{{ ["hot", "quick"] | array.contains "hot" }}` → `true`
        .Add("contains", "list, item", Contains)
        // At each call the next item, then the first one again. Cycles with a group's name go on by themselves.
        // `{{ for n in 1..5; array.cycle ["odd ", "even "]; end }}` → `odd even odd even odd `
        .Add("cycle", "list, group?", Cycle)
        // What the function gives for each item; further arguments are handed to it.
        // `{{ ["a", "b"] | array.each @string.append "!" }}` → `["a!", "b!"]`
        // `{{ [1, 2] | array.each @(do; ret $0 * 10; end) }}` → `[10, 20]`
        .Add("each", "list, function, args...", Each)
        // The items for which the function gives true.
        // `{{ 1..6 | array.filter @(do; ret $0 % 2 == 0; end) }}` → `[2, 4, 6]`
        .Add("filter", "list, function, args...", Filter)
        // The first item, or null.
        // `{{ ["a", "b", "c"] | array.first }}` → `a`
        .Add("first", "list", static (run, a) => IndexTerm.ItemAt(a.List(0, run), 0, run))
        // A new array with the value at that place. Places count from 0, or from the end if negative.
        // `{{ ["a", "c"] | array.insert_at 1 "b" }}` → `["a", "b", "c"]`
        .Add("insert_at", "list, index, value", InsertAt)
        // The items as one text with the delimiter between them; a function may change each of them first.
        // `{{ ["hot", "quick"] | array.join ", " }}` → `hot, quick`
        // `{{ ["hot", "quick"] | array.join " " @string.upcase }}` → `HOT QUICK`
        .Add("join", "list, delimiter, function?", Join)
        // The last item, or null.
        // `{{ ["a", "b", "c"] | array.last }}` → `c`
        .Add("last", "list", static (run, a) => IndexTerm.ItemAt(a.List(0, run), -1, run))
        // The first so many items.
        // `{{ 1..9 | array.limit 3 }}` → `[1, 2, 3]`
        .Add("limit", "list, count", Limit)
        // One member of each item. Of an object's members, `key` and `value`.
        // `{{ [{ n: "a" }, { n: "b" }] | array.map "n" }}` → `["a", "b"]`
        // `{{ { x: 1, y: 2 } | array.map "key" }}` → `["x", "y"]`
        .Add("map", "list, member", Map)
        // The items without the first so many.
        // `{{ 1..5 | array.offset 3 }}` → `[4, 5]`
        .Add("offset", "list, index", Offset)
        // The array without the item at that place; negative places count from the end.
        // `{{ ["a", "b", "c"] | array.remove_at 0 }}` → `["b", "c"]`
        // `{{ ["a", "b", "c"] | array.remove_at (-1) }}` → `["a", "b"]`
        .Add("remove_at", "list, index", RemoveAt)
        // The items from the last to the first.
        // `{{ [1, 2, 3] | array.reverse }}` → `[3, 2, 1]`
        .Add("reverse", "list", Reverse)
        // How many items there are.
        // `{{ ["a", "b"] | array.size }}` → `2`
        .Add("size", "list", static (run, a) => Value.FromInteger(a.List(0, run).Count))
        // The items in order, by one of their members if it is named. Equal ones stay as they were; null comes first.
        // `{{ [3, 1, 2] | array.sort }}` → `[1, 2, 3]`
        // `{{ [{ n: 2 }, { n: 1 }] | array.sort "n" | array.map "n" }}` → `[1, 2]`
        .Add("sort", "list, member?", Sort)
        // The items without those that equal an earlier one.
        // `{{ ["hot", "quick", "hot"] | array.uniq }}` → `["hot", "quick"]`
        .Add("uniq", "list", static (run, a) => a[0].IsNull ? Value.Null : Value.FromList(Lists.Distinct(a.List(0, run), run)))
        .AddTo(globals);

    private static Value Add(TemplateRun run, ReadOnlySpan<Value> a)
    {
        var list = Lists.Copy(a.List(0, run), run, 1);
        list.Add(a[1]);
        return Value.FromList(list);
    }

    private static Value Concat(TemplateRun run, ReadOnlySpan<Value> a) =>
        a[0].IsNull && a[1].IsNull ? Value.Null : Value.FromList(Lists.Concatenate(a.List(0, run), a.List(1, run), run));

    private static Value Any(TemplateRun run, ReadOnlySpan<Value> a)
    {
        var (list, function) = (a.List(0, run), a.FunctionAt(1, run));
        for (var i = 0; i < list.Count; i++)
            if (CallOn(run, function, list.At(i, run), a[2..]).IsTrue) return Value.True;
        return Value.False;
    }

    private static Value Compact(TemplateRun run, ReadOnlySpan<Value> a)
    {
        if (a[0].IsNull) return Value.Null;
        var (list, kept) = (a.List(0, run), new ScriptArray());
        run.CheckLength(list.Count);
        run.Charge(list.Count * 24L);
        for (var i = 0; i < list.Count; i++)
            if (list.At(i, run) is { IsNull: false } item) kept.Add(item);
        return Value.FromList(kept);
    }

    private static Value Contains(TemplateRun run, ReadOnlySpan<Value> a)
    {
        var list = a.List(0, run);
        run.Charge(list.Count);
        for (var i = 0; i < list.Count; i++)
            if (Comparison.Same(list.At(i, run), a[1], run)) return Value.True;
        return Value.False;
    }

    private static Value Cycle(TemplateRun run, ReadOnlySpan<Value> a)
    {
        if (a[0].IsNull) return Value.Null;
        var list = a.List(0, run);
        var group = "cycle:" + (a[1].IsNull ? Joined(run, list, ",") : ValueText.Of(a[1], run));
        if (list.Count == 0) return Value.Null;
        var next = run.FunctionState.TryGetValue(group, out var state) ? (int)state % list.Count : 0;
        run.Charge(group.Length * 2L);
        run.FunctionState[group] = next + 1;
        return list.At(next, run);
    }

    private static Value Each(TemplateRun run, ReadOnlySpan<Value> a)
    {
        if (a[0].IsNull) return Value.Null;
        var (list, function, made) = (a.List(0, run), a.FunctionAt(1, run), new ScriptArray());
        for (var i = 0; i < list.Count; i++) made.Add(CallOn(run, function, list.At(i, run), a[2..]));
        return Value.FromList(made);
    }

    private static Value Filter(TemplateRun run, ReadOnlySpan<Value> a)
    {
        if (a[0].IsNull) return Value.Null;
        var (list, function, kept) = (a.List(0, run), a.FunctionAt(1, run), new ScriptArray());
        for (var i = 0; i < list.Count; i++)
        {
            var item = list.At(i, run);
            if (CallOn(run, function, item, a[2..]).IsTrue) kept.Add(item);
        }
        return Value.FromList(kept);
    }

    private static Value CallOn(TemplateRun run, Function function, in Value item, ReadOnlySpan<Value> more)
    {
        run.Step();
        run.Charge(32);
        return more.Length == 0 ? run.Call(function, item) : run.Call(function, [item, .. more]);
    }

    private static Value InsertAt(TemplateRun run, ReadOnlySpan<Value> a)
    {
        var (list, index) = (a.List(0, run), a.Integer(1, run));
        index = Math.Max(0, index);
        run.CheckLength(index);
        run.CheckLength(list.Count);
        var made = Lists.Slice(list, 0, index, run);
        run.Charge((Math.Max(0, index - made.Count) + list.Count) * 24);
        made.Set((int)index, a[2]);
        for (var i = (int)index; i < list.Count; i++) made.Add(list.At(i, run));
        return Value.FromList(made);
    }

    private static Value Join(TemplateRun run, ReadOnlySpan<Value> a)
    {
        if (a[0].IsNull) return Value.FromString("");
        var (list, delimiter) = (a.List(0, run), a.Text(1, run));
        if (a[2].IsNull) return Arguments.Made(run, Joined(run, list, delimiter));
        var function = a.FunctionAt(2, run);
        var text = new StringBuilder();
        for (var i = 0; i < list.Count; i++)
        {
            if (i > 0) text.Append(delimiter);
            text.Append(ValueText.Of(CallOn(run, function, Value.FromString(ValueText.Of(list.At(i, run), run)), []), run));
            run.CheckLength(text.Length);
        }
        return Arguments.Made(run, text.ToString());
    }

    private static string Joined(TemplateRun run, ValueList list, string delimiter)
    {
        var text = new StringBuilder();
        for (var i = 0; i < list.Count; i++)
        {
            if (i > 0) text.Append(delimiter);
            text.Append(ValueText.Of(list.At(i, run), run));
            run.CheckLength(text.Length);
        }
        return text.ToString();
    }

    private static Value Limit(TemplateRun run, ReadOnlySpan<Value> a) =>
        a[0].IsNull ? Value.Null : Value.FromList(Lists.Slice(a.List(0, run), 0, a.Integer(1, run), run));

    private static Value Offset(TemplateRun run, ReadOnlySpan<Value> a) =>
        a[0].IsNull ? Value.Null : Value.FromList(Lists.Slice(a.List(0, run), a.Integer(1, run), int.MaxValue, run));

    private static Value Map(TemplateRun run, ReadOnlySpan<Value> a)
    {
        var (list, name) = (a.AnyList(0, run), a.Text(1, run));
        run.CheckLength(list.Count);
        run.Charge(list.Count * 24L);
        var made = new ScriptArray(list.Count);
        for (var i = 0; i < list.Count; i++)
            if (Members.TryGet(list.At(i, run), name, run, out var value)) made.Add(value);
        return Value.FromList(made);
    }

    private static Value MemberOf(in Value item, string name, TemplateRun run)
    {
        Members.TryGet(item, name, run, out var value);
        return value;
    }

    private static Value RemoveAt(TemplateRun run, ReadOnlySpan<Value> a)
    {
        var (list, index) = (a.List(0, run), a.Integer(1, run));
        if (index < 0) index += list.Count;
        if (index < 0 || index >= list.Count) return Value.FromList(Lists.Copy(list, run));
        run.CheckLength(list.Count);
        var made = Lists.Slice(list, 0, index, run);
        for (var i = (int)index + 1; i < list.Count; i++) made.Add(list.At(i, run));
        run.Charge(list.Count * 24L);
        return Value.FromList(made);
    }

    private static Value Reverse(TemplateRun run, ReadOnlySpan<Value> a)
    {
        var list = a.List(0, run);
        run.CheckLength(list.Count);
        run.Charge(list.Count * 24L);
        var made = new ScriptArray(list.Count);
        for (var i = list.Count - 1; i >= 0; i--) made.Add(list.At(i, run));
        return Value.FromList(made);
    }

    private static Value Sort(TemplateRun run, ReadOnlySpan<Value> a)
    {
        var (list, name) = (a.AnyList(0, run), a.TextOrNull(1, run));
        run.CheckLength(list.Count);
        run.Charge(list.Count * 96L);
        var keyed = new (Value Key, Value Item)[list.Count];
        for (var i = 0; i < keyed.Length; i++)
        {
            var item = list.At(i, run);
            keyed[i] = (string.IsNullOrEmpty(name) ? item : MemberOf(item, name, run), item);
        }
        var order = Comparer<(Value Key, Value Item)>.Create((x, y) => Comparison.Sort(x.Key, y.Key, run));
        try
        {
            var sorted = new ScriptArray(keyed.Length);
            foreach (var (_, item) in keyed.Order(order)) sorted.Add(item);
            return Value.FromList(sorted);
        }
        catch (InvalidOperationException wrapped) when (wrapped.InnerException is { } fault)
        {
            // What a comparison throws comes out of the sorting in a wrapping of its own.
            ExceptionDispatchInfo.Throw(fault);
            throw;
        }
    }
}
