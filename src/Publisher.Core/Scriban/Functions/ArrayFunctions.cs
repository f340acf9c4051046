using System.Runtime.ExceptionServices;
using System.Text;
using Publisher.Scriban.Running;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Functions;

/// <summary><c>array.…</c>: new arrays out of old ones; no argument is changed.</summary>
internal static class ArrayFunctions
{
    public static void AddTo(Globals globals) => new FunctionGroup("array")
        .Add("add", "list, value", Add)
        .Add("add_range", "list1, list2", Concat)
        .Add("any", "list, function, args...", Any)
        .Add("compact", "list", Compact)
        .Add("concat", "list1, list2", Concat)
        .Add("contains", "list, item", Contains)
        .Add("cycle", "list, group?", Cycle)
        .Add("each", "list, function, args...", Each)
        .Add("filter", "list, function, args...", Filter)
        .Add("first", "list", static (run, a) => IndexTerm.ItemAt(a.List(0, run), 0, run))
        .Add("insert_at", "list, index, value", InsertAt)
        .Add("join", "list, delimiter, function?", Join)
        .Add("last", "list", static (run, a) => IndexTerm.ItemAt(a.List(0, run), -1, run))
        .Add("limit", "list, count", Limit)
        .Add("map", "list, member", Map)
        .Add("offset", "list, index", Offset)
        .Add("remove_at", "list, index", RemoveAt)
        .Add("reverse", "list", Reverse)
        .Add("size", "list", static (run, a) => Value.FromInteger(a.List(0, run).Count))
        .Add("sort", "list, member?", Sort)
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
