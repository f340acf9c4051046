using System.Text;
using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Running;

/// <summary>The operators between two values, other than the lazy ones.</summary>
internal static class Operators
{
    public static string SignOf(BinaryOperator binary) => binary switch
    {
        BinaryOperator.Coalesce => "??",
        BinaryOperator.CoalesceNot => "?!",
        BinaryOperator.Or => "||",
        BinaryOperator.And => "&&",
        BinaryOperator.Equal => "==",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.Less => "<",
        BinaryOperator.LessEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterEqual => ">=",
        BinaryOperator.Range => "..",
        BinaryOperator.RangeLess => "..<",
        BinaryOperator.ShiftLeft => "<<",
        BinaryOperator.ShiftRight => ">>",
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.Floor => "//",
        BinaryOperator.Modulo => "%",
        BinaryOperator.BitOr => "|",
        BinaryOperator.BitAnd => "&",
        _ => "^",
    };

    public static Value Negate(in Value value) => value.Kind switch
    {
        ValueKind.Integer => value.AsInteger == long.MinValue ? Value.FromBig(-Numbers.ToBig(value))
            : Value.FromInteger(-value.AsInteger),
        ValueKind.Big => Value.FromBig(-value.AsBig),
        ValueKind.Float => Value.FromFloat(-value.AsFloat),
        ValueKind.Double => Value.FromDouble(-value.AsDouble),
        ValueKind.Decimal => Value.FromDecimal(-value.AsDecimal),
        ValueKind.TimeSpan => Value.FromTimeSpan(-value.AsTimeSpan),
        _ => default,
    };

    /// <summary>
    /// Applies an eager operator; faults point at the operator, or at the whole where an operand is of the wrong kind.
    /// </summary>
    public static Value Apply(BinaryOperator binary, in Value left, in Value right, in OperatorSite site, TemplateRun run)
    {
        if (binary is >= BinaryOperator.NotEqual and <= BinaryOperator.GreaterEqual && left.Kind == ValueKind.Array
            && right.Kind == ValueKind.Array)
            return Value.FromBoolean(Comparison.OfArrays(binary, left.AsList, right.AsList, run));
        switch (binary)
        {
            case BinaryOperator.Equal: return Value.FromBoolean(Comparison.Equal(left, right, run));
            case BinaryOperator.NotEqual: return Value.FromBoolean(!Comparison.Equal(left, right, run));
            case BinaryOperator.Less or BinaryOperator.LessEqual or BinaryOperator.Greater or BinaryOperator.GreaterEqual:
                return Value.FromBoolean(Compare(binary, left, right, site, run));
        }
        if (left.IsNumber && right.IsNumber) return OfNumbers(binary, left, right, site, run);
        run.CallAt = site.Whole;
        if (Comparison.IsText(left) || Comparison.IsText(right)) return OfText(binary, left, right, site, run);
        if (left.Kind == ValueKind.Array || right.Kind == ValueKind.Array) return Lists.Apply(binary, left, right, site, run);
        if (left.IsNull || right.IsNull) return Value.Null;
        if (left.Kind == ValueKind.Boolean && right.IsNumber)
            return OfNumbers(binary, Numbers.OfBoolean(left), right, site, run);
        if (right.Kind == ValueKind.Boolean && left.IsNumber)
            return OfNumbers(binary, left, Numbers.OfBoolean(right), site, run);
        return OfTime(binary, left, right) is { IsUndefined: false } time ? time : throw Unfit(binary, left, right, site, run);
    }

    /// <summary>The fault of an operator between values that it does nothing with.</summary>
    public static TemplateFault Unfit(BinaryOperator binary, in Value left, in Value right, in OperatorSite site,
        TemplateRun run) =>
        run.Fault(site.Operator, $"{SignOf(binary)} does not work between {NameOf(left)} and {NameOf(right)}");

    public static string NameOf(in Value value) => value.IsNull ? "null" : value.Type.Name;

    private static bool Compare(BinaryOperator binary, in Value left, in Value right, in OperatorSite site, TemplateRun run)
    {
        if (left.IsNull || right.IsNull) return false;
        if ((left.Kind == ValueKind.Double && double.IsNaN(left.AsDouble))
            || (right.Kind == ValueKind.Double && double.IsNaN(right.AsDouble)))
            return false;
        if (left.Kind == ValueKind.Boolean && right.IsNumber)
            return Comparison.Holds(binary, Numbers.Compare(Numbers.OfBoolean(left), right));
        if (right.Kind == ValueKind.Boolean && left.IsNumber)
            return Comparison.Holds(binary, Numbers.Compare(left, Numbers.OfBoolean(right)));
        if (left.Kind == ValueKind.Boolean || Comparison.Order(left, right, run) is not { } order)
            throw run.Fault(site.Operator, $"{NameOf(left)} and {NameOf(right)} cannot be compared");
        return Comparison.Holds(binary, order);
    }

    private static Value OfNumbers(BinaryOperator binary, in Value left, in Value right, in OperatorSite site, TemplateRun run)
    {
        if (binary is BinaryOperator.Range or BinaryOperator.RangeLess) return Range(left, right, binary, site, run);
        var number = Numbers.Apply(binary, left, right);
        if (!number.IsUndefined) return number;
        if (binary is BinaryOperator.BitOr or BinaryOperator.BitAnd) throw Unfit(binary, left, right, site, run);
        throw run.Fault(site.Operator, Numbers.ToDouble(right) == 0 ? "this divides by zero"
            : "the result is too large a number");
    }

    private static Value OfText(BinaryOperator binary, in Value left, in Value right, in OperatorSite site, TemplateRun run)
    {
        if (binary == BinaryOperator.Add) return Join(left, right, site.Escape, run);
        if (binary == BinaryOperator.Multiply)
        {
            var (text, times) = Comparison.IsText(right) ? (right, left) : (left, right);
            if (!Numbers.TryConvert(times, out var count))
                throw run.Fault(Comparison.IsText(right) ? site.Whole : site.Right,
                    "text can be multiplied only by a whole number");
            return Repeat(ValueText.Of(text, run), count, run);
        }
        throw run.Fault(site.Operator, $"{SignOf(binary)} does not work on text");
    }

    private static Value Repeat(string text, long count, TemplateRun run)
    {
        if (count <= 0 || text.Length == 0) return Value.FromString("");
        run.CheckLength(count > int.MaxValue ? long.MaxValue : text.Length * count);
        run.Charge(text.Length * count * 2);
        return Value.FromString(new StringBuilder(text.Length * (int)count).Insert(0, text, (int)count).ToString());
    }

    /// <summary>
    /// Joins two values as text. In an escaping template markup stays markup, and what is joined to it is escaped.
    /// </summary>
    public static Value Join(in Value left, in Value right, Escape escape, TemplateRun run)
    {
        var (a, b) = (ValueText.Of(left, run), ValueText.Of(right, run));
        var html = escape == Escape.Html && (left.Kind == ValueKind.Html || right.Kind == ValueKind.Html);
        if (html)
        {
            if (left.Kind != ValueKind.Html) a = HtmlText.Escape(a);
            if (right.Kind != ValueKind.Html) b = HtmlText.Escape(b);
        }
        run.CheckLength((long)a.Length + b.Length);
        run.Charge((a.Length + b.Length) * 2L);
        return html ? Value.FromHtml(a + b) : Value.FromString(a + b);
    }

    private static Value OfTime(BinaryOperator binary, in Value left, in Value right)
    {
        try
        {
            return (binary, left.Kind, right.Kind) switch
            {
                (BinaryOperator.Subtract, ValueKind.Date, ValueKind.Date) => Value.FromTimeSpan(left.AsDate - right.AsDate),
                (BinaryOperator.Add, ValueKind.Date, ValueKind.TimeSpan) => Value.FromDate(left.AsDate + right.AsTimeSpan),
                (BinaryOperator.Subtract, ValueKind.Date, ValueKind.TimeSpan) => Value.FromDate(left.AsDate - right.AsTimeSpan),
                (BinaryOperator.Add, ValueKind.TimeSpan, ValueKind.TimeSpan) =>
                    Value.FromTimeSpan(left.AsTimeSpan + right.AsTimeSpan),
                (BinaryOperator.Subtract, ValueKind.TimeSpan, ValueKind.TimeSpan) =>
                    Value.FromTimeSpan(left.AsTimeSpan - right.AsTimeSpan),
                (BinaryOperator.Multiply, ValueKind.TimeSpan, _) when right.IsNumber =>
                    Value.FromTimeSpan(left.AsTimeSpan * Numbers.ToDouble(right)),
                (BinaryOperator.Divide, ValueKind.TimeSpan, _) when right.IsNumber =>
                    Value.FromTimeSpan(left.AsTimeSpan / Numbers.ToDouble(right)),
                _ => default,
            };
        }
        catch (Exception fault) when (fault is OverflowException or ArgumentException)
        {
            return default;
        }
    }

    private static Value Range(in Value left, in Value right, BinaryOperator binary, in OperatorSite site, TemplateRun run)
    {
        if (!left.IsInteger || !right.IsInteger) throw run.Fault(site.Operator, "a range goes between two whole numbers");
        var (first, last) = (left.AsInteger, right.AsInteger);
        var inclusive = binary == BinaryOperator.Range;
        if (RangeList.Length(first, last, inclusive) < 0) throw run.Limit(site.Whole, "a range is too long", int.MaxValue);
        return Value.FromList(new RangeList(first, last, inclusive));
    }
}

/// <summary>Where an operator and its operands stand, for its faults, and whether its template escapes.</summary>
internal readonly record struct OperatorSite(Span Whole, Span Operator, Span Right, Escape Escape);
