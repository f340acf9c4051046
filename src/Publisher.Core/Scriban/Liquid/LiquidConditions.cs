using Publisher.Scriban.Running;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Liquid;

/// <summary>Which values Liquid takes for equal, and which for less: text never equals a number.</summary>
internal static class LiquidConditions
{
    private const int MaxDepth = 50;

    public static bool Equal(in Value left, in Value right, TemplateRun run, int depth = 0)
    {
        if (left.IsNull || right.IsNull) return left.IsNull && right.IsNull;
        if (left.IsNumber && right.IsNumber) return Numbers.Compare(left, right) == 0;
        if (Comparison.IsText(left) && Comparison.IsText(right)) return ValueText.Of(left, run) == ValueText.Of(right, run);
        if (left.Kind != right.Kind) return false;
        return left.Kind switch
        {
            ValueKind.Boolean => left.AsBoolean == right.AsBoolean,
            ValueKind.Date or ValueKind.TimeSpan => left.Bits == right.Bits,
            ValueKind.Array => SameItems(left.AsList, right.AsList, run, depth),
            ValueKind.Object => SameMembers(left, right, run, depth),
            ValueKind.Host => ReferenceEquals(left.Reference, right.Reference) || left.Reference!.Equals(right.Reference),
            _ => ReferenceEquals(left.Reference, right.Reference),
        };
    }

    /// <summary>Less than zero, zero or more; null where Liquid answers no comparison of the two with true.</summary>
    public static int? Order(in Value left, in Value right, TemplateRun run)
    {
        if (!HasOrder(left) || !HasOrder(right)) return null;
        if (left.IsNumber && right.IsNumber)
            return double.IsNaN(Numbers.ToDouble(left)) || double.IsNaN(Numbers.ToDouble(right)) ? null : Numbers.Compare(left, right);
        if (Comparison.IsText(left) && Comparison.IsText(right))
            return string.CompareOrdinal(ValueText.Of(left, run), ValueText.Of(right, run));
        if (left.Kind == ValueKind.Date && right.Kind == ValueKind.Date) return left.Bits.CompareTo(right.Bits);
        throw run.Fault($"{Operators.NameOf(left)} and {Operators.NameOf(right)} cannot be compared");
    }

    public static bool Contains(in Value whole, in Value part, TemplateRun run)
    {
        if (!whole.IsTrue || !part.IsTrue) return false;
        switch (whole.Kind)
        {
            case ValueKind.String or ValueKind.Html:
                return ValueText.Of(whole, run).Contains(LiquidText.Of(part, run), StringComparison.Ordinal);
            case ValueKind.Array:
                var list = whole.AsList;
                if (list is LiquidRange range)
                    return part.IsNumber && Numbers.ToDouble(part) >= range.First && Numbers.ToDouble(part) <= range.Last;
                for (var i = 0; i < list.Count; i++)
                {
                    run.Step();
                    if (Equal(list.At(i, run), part, run)) return true;
                }
                return false;
            case ValueKind.Object or ValueKind.Host:
                return Comparison.IsText(part) && Members.NamesOf(whole, run).Contains(ValueText.Of(part, run));
            default:
                return false;
        }
    }

    /// <summary>Whether there is nothing to be seen: null, false, white space, or a list or object with nothing in it.</summary>
    public static bool IsBlank(in Value value, TemplateRun run) => !value.IsTrue
        || (Comparison.IsText(value) ? string.IsNullOrWhiteSpace(ValueText.Of(value, run)) : Comparison.IsEmptyValue(value, run));

    private static bool HasOrder(in Value value) => value.IsNumber || Comparison.IsText(value) || value.Kind == ValueKind.Date;

    private static bool SameItems(ValueList left, ValueList right, TemplateRun run, int depth)
    {
        if (ReferenceEquals(left, right)) return true;
        if (left.Count != right.Count || depth > MaxDepth || left.KindName != right.KindName) return false;
        for (var i = 0; i < left.Count; i++)
        {
            run.Step();
            if (!Equal(left.At(i, run), right.At(i, run), run, depth + 1)) return false;
        }
        return true;
    }

    private static bool SameMembers(in Value left, in Value right, TemplateRun run, int depth)
    {
        if (ReferenceEquals(left.Reference, right.Reference)) return true;
        if (left.AsObject.Count != right.AsObject.Count || depth > MaxDepth) return false;
        foreach (var name in left.AsObject.Names)
        {
            run.Step();
            left.AsObject.TryGet(name, run, out var one);
            if (!right.AsObject.TryGet(name, run, out var other) || !Equal(one, other, run, depth + 1)) return false;
        }
        return true;
    }
}
