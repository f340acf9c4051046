using Publisher.Scriban.Running;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Liquid;

/// <summary>What conditions ask: which value is less, what contains what, and what is blank.</summary>
internal static class LiquidConditions
{
    /// <summary>Less than zero, zero or more; null where Liquid answers no comparison of the two with true.</summary>
    public static int? Order(in Value left, in Value right, TemplateRun run)
    {
        if (!HasOrder(left) || !HasOrder(right)) return null;
        if (left.IsNumber == right.IsNumber && Comparison.IsText(left) == Comparison.IsText(right))
            return LiquidOrder.Order(left, right, run);
        throw run.Fault($"{LiquidKind.NameOf(left)} and {LiquidKind.NameOf(right)} cannot be compared");
    }

    public static bool Contains(in Value whole, in Value part, TemplateRun run)
    {
        if (!whole.IsTrue || !part.IsTrue) return false;
        switch (whole.Kind)
        {
            case ValueKind.String or ValueKind.Html:
                return ValueText.Of(whole, run).Contains(LiquidText.InFilter(part, run), StringComparison.Ordinal);
            case ValueKind.Array:
                var list = whole.AsList;
                if (list is LiquidRange range)
                    return part.IsNumber && Numbers.ToDouble(part) >= range.First && Numbers.ToDouble(part) <= range.Last;
                for (var i = 0; i < list.Count; i++)
                {
                    run.Step();
                    if (LiquidOrder.Equal(list.At(i, run), part, run)) return true;
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
}
