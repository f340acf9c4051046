using Publisher.Scriban.Running;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Liquid;

/// <summary>Ruby's <c>==</c>, <c>eql?</c> and <c>&lt;=&gt;</c> between values.</summary>
internal static class LiquidOrder
{
    private const int MaxDepth = 50;

    /// <summary>Whether two values are equal; 1 and 1.0 are.</summary>
    public static bool Equal(in Value left, in Value right, TemplateRun run) => Same(left, right, run, strict: false, 0);

    /// <summary>Whether two values are the same and of the same kind; 1 and 1.0 are not.</summary>
    public static bool Same(in Value left, in Value right, TemplateRun run) => Same(left, right, run, strict: true, 0);

    /// <summary>Less than zero, zero or more than zero; null when the two have no order.</summary>
    public static int? Order(in Value left, in Value right, TemplateRun run, int depth = 0)
    {
        if (left.IsNumber && right.IsNumber) return OrderOfNumbers(left, right);
        if (LiquidKind.StandsForText(left, run) && LiquidKind.StandsForText(right, run))
            return OrderOfText(LiquidText.InFilter(left, run), LiquidText.InFilter(right, run));
        if (left.Kind == ValueKind.Date && right.Kind == ValueKind.Date) return left.Bits.CompareTo(right.Bits);
        if (LiquidKind.IsArray(left) && LiquidKind.IsArray(right))
            return OrderOfItems(left.AsList, right.AsList, run, depth);
        return Equal(left, right, run) ? 0 : null;
    }

    /// <summary>The order of the characters' numbers, which .NET's own order of UTF-16 is not.</summary>
    public static int OrderOfText(string left, string right)
    {
        var same = left.AsSpan().CommonPrefixLength(right);
        if (same == left.Length || same == right.Length) return left.Length.CompareTo(right.Length);
        var (a, b) = (left[same], right[same]);
        var byUnit = a.CompareTo(b);
        return char.IsSurrogate(a) != char.IsSurrogate(b) ? (char.IsSurrogate(a) ? 1 : -1) : byUnit;
    }

    /// <summary>Tells values apart as <see cref="Same(in Value, in Value, TemplateRun)"/>, in sets and dictionaries.</summary>
    public static IEqualityComparer<Value> Identity(TemplateRun run) => new Comparer(run);

    private static int? OrderOfNumbers(in Value left, in Value right)
    {
        if (LiquidKind.IsFloat(left) && double.IsNaN(Numbers.ToDouble(left))) return null;
        if (LiquidKind.IsFloat(right) && double.IsNaN(Numbers.ToDouble(right))) return null;
        return Numbers.Compare(left, right);
    }

    private static int? OrderOfItems(ValueList left, ValueList right, TemplateRun run, int depth)
    {
        if (depth > MaxDepth) return null;
        for (var i = 0; i < Math.Min(left.Count, right.Count); i++)
        {
            run.Step();
            var order = Order(left.At(i, run), right.At(i, run), run, depth + 1);
            if (order != 0) return order;
        }
        return left.Count.CompareTo(right.Count);
    }

    private static bool Same(in Value left, in Value right, TemplateRun run, bool strict, int depth)
    {
        if (left.IsNull || right.IsNull) return left.IsNull && right.IsNull;
        if (left.IsNumber && right.IsNumber)
            return Numbers.Compare(left, right) == 0 && (!strict || LiquidKind.IsFloat(left) == LiquidKind.IsFloat(right));
        if (LiquidKind.StandsForText(left, run) && LiquidKind.StandsForText(right, run))
            return LiquidText.InFilter(left, run) == LiquidText.InFilter(right, run);
        if (left.Kind != right.Kind || depth > MaxDepth) return false;
        return left.Kind switch
        {
            ValueKind.Boolean or ValueKind.Date or ValueKind.TimeSpan => left.Bits == right.Bits,
            ValueKind.Array => LiquidKind.IsRange(left) == LiquidKind.IsRange(right)
                && SameItems(left.AsList, right.AsList, run, strict, depth),
            ValueKind.Object => SameMembers(left.AsObject, right.AsObject, run, strict, depth),
            ValueKind.Host => left.Reference!.Equals(right.Reference),
            _ => ReferenceEquals(left.Reference, right.Reference),
        };
    }

    private static bool SameItems(ValueList left, ValueList right, TemplateRun run, bool strict, int depth)
    {
        if (ReferenceEquals(left, right)) return true;
        if (left.Count != right.Count) return false;
        for (var i = 0; i < left.Count; i++)
        {
            run.Step();
            if (!Same(left.At(i, run), right.At(i, run), run, strict, depth + 1)) return false;
        }
        return true;
    }

    private static bool SameMembers(ValueObject left, ValueObject right, TemplateRun run, bool strict, int depth)
    {
        if (ReferenceEquals(left, right)) return true;
        if (left.Count != right.Count) return false;
        foreach (var name in left.Names)
        {
            run.Step();
            left.TryGet(name, run, out var mine);
            if (!right.TryGet(name, run, out var other) || !Same(mine, other, run, strict, depth + 1)) return false;
        }
        return true;
    }

    private sealed class Comparer(TemplateRun run) : IEqualityComparer<Value>
    {
        public bool Equals(Value left, Value right) => Same(left, right, run);

        public int GetHashCode(Value value) => value.Kind switch
        {
            ValueKind.String or ValueKind.Html => LiquidText.InFilter(value, run).GetHashCode(),
            >= ValueKind.Integer and <= ValueKind.Decimal => Numbers.ToDouble(value).GetHashCode(),
            ValueKind.Undefined or ValueKind.Null => 0,
            ValueKind.Host when LiquidKind.StandsForText(value, run) => LiquidText.InFilter(value, run).GetHashCode(),
            ValueKind.Host => value.Reference!.GetHashCode(),
            ValueKind.Array => HashOfItems(value.AsList),
            ValueKind.Object => HashOfMembers(value.AsObject),
            ValueKind.Function => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(value.Reference),
            _ => value.Bits.GetHashCode(),
        };

        /// <summary>Of the first items that hold no others, as an array can hold itself.</summary>
        private int HashOfItems(ValueList list)
        {
            var hash = list.Count;
            for (var i = 0; i < Math.Min(list.Count, 4); i++)
                if (list.At(i, run) is { Kind: < ValueKind.Array } item) hash = hash * 31 + GetHashCode(item);
            return hash;
        }

        private int HashOfMembers(ValueObject value)
        {
            var hash = value.Count;
            foreach (var name in value.Names.Order(StringComparer.Ordinal).Take(4))
                if (value.TryGet(name, run, out var member) && member.Kind < ValueKind.Array)
                    hash = hash * 31 + GetHashCode(member);
            return hash;
        }
    }
}
