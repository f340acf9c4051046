using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Running;

/// <summary>What operators do with arrays, and how other values are read as lists.</summary>
internal static class Lists
{
    public static Value Apply(BinaryOperator binary, in Value left, in Value right, in OperatorSite site, TemplateRun run)
    {
        switch (binary)
        {
            case BinaryOperator.Add or BinaryOperator.BitOr or BinaryOperator.BitAnd:
                return OfTwo(binary, OperandOf(left, site.Whole, run), OperandOf(right, site.Right, run), run);
            case BinaryOperator.Multiply when left.Kind != right.Kind:
                return left.Kind == ValueKind.Array
                    ? Value.FromList(Repeat(left.AsList, CountOf(right, site.Right, site, run), run))
                    : Value.FromList(Repeat(right.AsList, CountOf(left, site.Whole, site, run), run));
            case BinaryOperator.Divide or BinaryOperator.Floor or BinaryOperator.Modulo:
                var list = OperandOf(left, site.Whole, run);
                var count = CountOf(right, site.Right, site, run);
                if (count == 0) throw run.Fault(site.Right, "this divides by zero");
                return Value.FromList(binary == BinaryOperator.Modulo ? Every(list, count, run)
                    : Slice(list, 0, list.Count / count, run));
            case BinaryOperator.ShiftLeft:
                var longer = Copy(OperandOf(left, site.Whole, run), run, 1);
                longer.Add(right);
                return Value.FromList(longer);
            case BinaryOperator.ShiftRight:
                var after = OperandOf(right, site.Right, run);
                var joined = new ScriptArray([left]);
                AddAll(joined, after, run);
                return Value.FromList(joined);
            default:
                throw Operators.Unfit(binary, left, right, site, run);
        }
    }

    private static Value OfTwo(BinaryOperator binary, ValueList left, ValueList right, TemplateRun run) =>
        Value.FromList(binary switch
        {
            BinaryOperator.Add => Concatenate(left, right, run),
            BinaryOperator.BitOr => Distinct(Concatenate(left, right, run), run),
            _ => Common(left, right, run),
        });

    /// <summary>An operand that must be an array; null is an empty one.</summary>
    private static ValueList OperandOf(in Value value, Span at, TemplateRun run) =>
        value.Kind == ValueKind.Array || value.IsNull ? Of(value)
            : throw run.Fault(at, $"an array is wanted here, not {Operators.NameOf(value)}", "put it in brackets: [ ]");

    private static long CountOf(in Value value, Span at, in OperatorSite site, TemplateRun run)
    {
        if (!Numbers.TryConvert(value, out var count))
            throw run.Fault(site.Operator, $"a whole number is wanted beside an array, not {Operators.NameOf(value)}");
        return count >= 0 ? count : throw run.Fault(at, "the number beside an array must not be negative");
    }

    /// <summary>The value as a list: arrays are themselves, null is nothing, anything else one item.</summary>
    public static ValueList Of(in Value value) => value.Kind switch
    {
        ValueKind.Array => value.AsList,
        ValueKind.Undefined or ValueKind.Null => Nothing,
        _ => new ScriptArray([value]),
    };

    public static ValueList Nothing { get; } = new RangeList(0, 0, false);

    public static ScriptArray Copy(ValueList list, TemplateRun run, int more = 0)
    {
        run.CheckLength(list.Count + more);
        run.Charge(list.Count * 24L);
        var copy = new ScriptArray(list.Count + more);
        for (var i = 0; i < list.Count; i++) copy.Add(list.At(i, run));
        return copy;
    }

    public static void AddAll(ScriptArray target, ValueList list, TemplateRun run)
    {
        run.CheckLength((long)target.Count + list.Count);
        run.Charge(list.Count * 24L);
        for (var i = 0; i < list.Count; i++) target.Add(list.At(i, run));
    }

    public static ScriptArray Concatenate(ValueList left, ValueList right, TemplateRun run)
    {
        var both = Copy(left, run, right.Count);
        AddAll(both, right, run);
        return both;
    }

    public static ScriptArray Slice(ValueList list, long from, long count, TemplateRun run)
    {
        from = Math.Clamp(from, 0, list.Count);
        var to = (int)Math.Min(list.Count, from + Math.Max(0, count));
        run.CheckLength(to - from);
        run.Charge((to - from) * 24L);
        var slice = new ScriptArray(to - (int)from);
        for (var i = (int)from; i < to; i++) slice.Add(list.At(i, run));
        return slice;
    }

    /// <summary>Each value once, in order of first appearance.</summary>
    public static ScriptArray Distinct(ValueList list, TemplateRun run)
    {
        run.CheckLength(list.Count);
        run.Charge(list.Count * 100L);
        var distinct = new ScriptArray();
        var seen = new HashSet<Value>(new Equality(run));
        for (var i = 0; i < list.Count; i++)
        {
            var item = list.At(i, run);
            if (seen.Add(item)) distinct.Add(item);
        }
        return distinct;
    }

    private static ScriptArray Common(ValueList left, ValueList right, TemplateRun run)
    {
        run.CheckLength((long)left.Count + right.Count);
        run.Charge(((long)left.Count + right.Count) * 100);
        var wanted = new HashSet<Value>(new Equality(run));
        for (var i = 0; i < right.Count; i++) wanted.Add(right.At(i, run));
        var common = new ScriptArray();
        for (var i = 0; i < left.Count; i++)
            if (wanted.Remove(left.At(i, run))) common.Add(left.At(i, run));
        return common;
    }

    private static ScriptArray Repeat(ValueList list, long count, TemplateRun run)
    {
        run.CheckLength(count > int.MaxValue ? long.MaxValue : list.Count * count);
        var all = new ScriptArray();
        for (var i = 0; i < count && list.Count > 0; i++) AddAll(all, list, run);
        return all;
    }

    private static ScriptArray Every(ValueList list, long step, TemplateRun run)
    {
        run.CheckLength(list.Count);
        var some = new ScriptArray();
        for (long i = 0; i < list.Count; i += step) some.Add(list.At((int)i, run));
        run.Charge(some.Count * 24L);
        return some;
    }

    private sealed class Equality(TemplateRun run) : IEqualityComparer<Value>
    {
        public bool Equals(Value left, Value right)
        {
            if (left.Kind == ValueKind.Array) run.Step();
            return Comparison.Same(left, right, run);
        }

        /// <summary>Of the first items that are no arrays, as an array can hold itself.</summary>
        private int HashOfItems(ValueList list)
        {
            var hash = list.Count;
            for (var i = 0; i < Math.Min(list.Count, 4); i++)
                if (list.At(i, run) is { Kind: not ValueKind.Array } item) hash = hash * 31 + GetHashCode(item);
            return hash;
        }

        public int GetHashCode(Value value) => value.Kind switch
        {
            ValueKind.String or ValueKind.Html => ValueText.Of(value, run).GetHashCode(),
            ValueKind.Integer or ValueKind.Double or ValueKind.Float => Numbers.ToDouble(value).GetHashCode(),
            ValueKind.Big or ValueKind.Decimal => Numbers.ToDouble(value).GetHashCode(),
            ValueKind.Undefined or ValueKind.Null => 0,
            ValueKind.Host => value.Reference!.GetHashCode(),
            ValueKind.Array => HashOfItems(value.AsList),
            ValueKind.Object or ValueKind.Function =>
                System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(value.Reference),
            ValueKind.Date or ValueKind.TimeSpan => value.Bits.GetHashCode(),
            _ => (int)value.Kind,
        };
    }
}
