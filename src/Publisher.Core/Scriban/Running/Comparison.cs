using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Running;

/// <summary>Which values are equal, and which comes first.</summary>
internal static class Comparison
{
    private const int MaxDepth = 50;

    public static bool Equal(in Value left, in Value right, TemplateRun run, int depth = 0)
    {
        if (left.IsInteger && right.IsInteger) return left.AsInteger == right.AsInteger;
        if (left.IsString && right.IsString) return SameText(left.AsString, right.AsString, run);
        if (left.IsNull || right.IsNull) return left.IsNull && right.IsNull;
        if (left.IsNumber && right.IsNumber) return Numbers.Compare(left, right) == 0;
        if (left.Kind == ValueKind.Boolean && right.IsNumber) return Numbers.Compare(Numbers.OfBoolean(left), right) == 0;
        if (right.Kind == ValueKind.Boolean && left.IsNumber) return Numbers.Compare(left, Numbers.OfBoolean(right)) == 0;
        if (IsEmpty(left)) return IsEmptyValue(right, run);
        if (IsEmpty(right)) return IsEmptyValue(left, run);
        if (IsText(left) || IsText(right)) return ValueText.Of(left, run) == ValueText.Of(right, run);
        if (left.Kind != right.Kind) return false;
        return left.Kind switch
        {
            ValueKind.Boolean or ValueKind.Date or ValueKind.TimeSpan => left.Bits == right.Bits,
            ValueKind.Array => SameItems(left.AsList, right.AsList, run, depth),
            ValueKind.Host => ReferenceEquals(left.Reference, right.Reference) || left.Reference!.Equals(right.Reference),
            _ => ReferenceEquals(left.Reference, right.Reference),
        };
    }

    /// <summary>
    /// Equal without any conversion: what <c>array.contains</c> and <c>array.uniq</c> go by. 1 is neither "1" nor 1.0.
    /// </summary>
    public static bool Same(in Value left, in Value right, TemplateRun run) =>
        (left.Kind == right.Kind || (left.IsNull && right.IsNull) || (IsText(left) && IsText(right)))
        && Equal(left, right, run);

    /// <summary>Less than zero, zero or more than zero; null when the two have no order.</summary>
    public static int? Order(in Value left, in Value right, TemplateRun run)
    {
        if (left.IsNumber && right.IsNumber) return Numbers.Compare(left, right);
        if (left.IsNull || right.IsNull) return null;
        if (IsText(left) || IsText(right)) return OrderOfText(left, right, run);
        if (left.Kind != right.Kind) return null;
        return left.Kind switch
        {
            ValueKind.Boolean or ValueKind.Date or ValueKind.TimeSpan => left.Bits.CompareTo(right.Bits),
            ValueKind.Array => OrderOfItems(left.AsList, right.AsList, run, 0),
            _ => null,
        };
    }

    /// <summary>
    /// Two arrays by an operator, as the reference compares them: by length where that differs, else the operator must hold for
    /// each pair of items.
    /// </summary>
    public static bool OfArrays(BinaryOperator binary, ValueList left, ValueList right, TemplateRun run, int depth = 0)
    {
        if (left.Count != right.Count || left.Count == 0) return Holds(binary, left.Count.CompareTo(right.Count));
        for (var i = 0; i < left.Count; i++)
        {
            run.Step();
            var (a, b) = (left.At(i, run), right.At(i, run));
            var holds = a.Kind == ValueKind.Array && b.Kind == ValueKind.Array && depth < MaxDepth
                ? OfArrays(binary, a.AsList, b.AsList, run, depth + 1)
                : binary == BinaryOperator.NotEqual ? !Equal(a, b, run)
                : Order(a, b, run) is { } order && Holds(binary, order);
            if (!holds) return false;
        }
        return true;
    }

    public static bool Holds(BinaryOperator binary, int order) => binary switch
    {
        BinaryOperator.NotEqual => order != 0,
        BinaryOperator.Less => order < 0,
        BinaryOperator.LessEqual => order <= 0,
        BinaryOperator.Greater => order > 0,
        BinaryOperator.GreaterEqual => order >= 0,
        _ => order == 0,
    };

    /// <summary>
    /// A total order for sorting: null first, then numbers, then the rest by kind and by text without regard to case.
    /// </summary>
    public static int Sort(in Value left, in Value right, TemplateRun run)
    {
        if (left.IsNull || right.IsNull) return (left.IsNull ? 0 : 1) - (right.IsNull ? 0 : 1);
        if (left.IsString && right.IsString)
        {
            run.Work(Math.Min(left.AsString.Length, right.AsString.Length) * 4L);
            var byLetter = string.Compare(left.AsString, right.AsString, StringComparison.OrdinalIgnoreCase);
            return byLetter != 0 ? byLetter : -string.CompareOrdinal(left.AsString, right.AsString);
        }
        if (Order(left, right, run) is { } order) return order;
        return left.Kind.CompareTo(right.Kind);
    }

    public static bool IsText(in Value value) => value.Kind is ValueKind.String or ValueKind.Html;

    /// <summary>Whether the value is the special <c>empty</c>.</summary>
    public static bool IsEmpty(in Value value) => ReferenceEquals(value.Reference, Functions.BuiltIns.Empty);

    public static bool IsEmptyValue(in Value value, TemplateRun run) => value.Kind switch
    {
        ValueKind.String => value.AsString.Length == 0,
        ValueKind.Html => ValueText.Of(value, run).Length == 0,
        ValueKind.Array => value.AsList.Count == 0,
        ValueKind.Object => value.AsObject.Count == 0,
        _ => false,
    };

    private static int OrderOfText(in Value left, in Value right, TemplateRun run)
    {
        var (a, b) = (ValueText.Of(left, run), ValueText.Of(right, run));
        run.Work(Math.Min(a.Length, b.Length));
        return string.CompareOrdinal(a, b);
    }

    private static bool SameText(string left, string right, TemplateRun run)
    {
        if (left.Length != right.Length) return false;
        run.Work(left.Length);
        return left == right;
    }

    private static bool SameItems(ValueList left, ValueList right, TemplateRun run, int depth)
    {
        if (ReferenceEquals(left, right)) return true;
        if (left.Count != right.Count || depth > MaxDepth) return false;
        for (var i = 0; i < left.Count; i++)
        {
            run.Step();
            if (!Equal(left.At(i, run), right.At(i, run), run, depth + 1)) return false;
        }
        return true;
    }

    private static int? OrderOfItems(ValueList left, ValueList right, TemplateRun run, int depth)
    {
        for (var i = 0; i < Math.Min(left.Count, right.Count); i++)
        {
            run.Step();
            var (a, b) = (left.At(i, run), right.At(i, run));
            var order = a.Kind == ValueKind.Array && b.Kind == ValueKind.Array
                ? depth > MaxDepth ? null : OrderOfItems(a.AsList, b.AsList, run, depth + 1)
                : Order(a, b, run);
            if (order != 0) return order;
        }
        return left.Count.CompareTo(right.Count);
    }
}
