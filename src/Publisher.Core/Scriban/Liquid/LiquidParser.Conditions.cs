using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;
using static Publisher.Scriban.Liquid.LiquidNodes;

namespace Publisher.Scriban.Liquid;

/// <summary>Conditions: comparisons, joined by <c>and</c> and <c>or</c> from right to left.</summary>
internal sealed partial class LiquidParser
{
    private Expression ParseCondition(Markup markup)
    {
        var tests = new List<Expression> { ParseComparison(markup) };
        var signs = new List<MarkupToken>();
        while (markup.IsWord("and") || markup.IsWord("or"))
        {
            signs.Add(markup.Next());
            tests.Add(ParseComparison(markup));
        }
        ExpectEnd(markup, "and, or, or the end of the tag");
        return Join(tests, signs);
    }

    /// <summary>
    /// The tests from the right: a run of the same word as it is read anywhere, with all that follows it as one.
    /// </summary>
    private static Expression Join(List<Expression> tests, List<MarkupToken> signs)
    {
        Expression? rest = null;
        for (var last = signs.Count - 1; last >= 0;)
        {
            var first = last;
            while (first > 0 && signs[first - 1].Text == signs[last].Text) first--;
            var sign = signs[last].Text == "and" ? BinaryOperator.And : BinaryOperator.Or;
            if (rest is not null && sign == BinaryOperator.And) rest = new Parenthesized(rest.At, rest);
            var joined = tests[first];
            for (var i = first; i < last; i++) joined = Operation(sign, signs[i].At, joined, tests[i + 1]);
            rest = Operation(sign, signs[last].At, joined, rest ?? tests[last + 1]);
            last = first - 1;
        }
        return rest ?? tests[0];
    }

    private enum Special { None, Empty, Blank }

    private Expression ParseComparison(Markup markup)
    {
        var left = ParseOperand(markup, out var leftSpecial);
        var sign = markup.Current;
        var contains = markup.IsWord("contains");
        if (sign.Kind is not (>= MarkupKind.Equal and <= MarkupKind.GreaterEqual) && !contains) return left;
        markup.Next();
        var right = ParseOperand(markup, out var rightSpecial);
        if (contains) return Tag(sign.At, "contains", left, right);
        if (sign.Kind is MarkupKind.Equal or MarkupKind.NotEqual)
        {
            return leftSpecial != Special.None ? EqualSpecial(sign, leftSpecial, right)
                : rightSpecial != Special.None ? EqualSpecial(sign, rightSpecial, left)
                : Equal(sign, left, right);
        }
        if (leftSpecial != Special.None || rightSpecial != Special.None) return new Literal(sign.At, Value.False);
        return IsNumber(left) && IsNumber(right) ? Operation(OperatorOf(sign.Kind), sign.At, left, right)
            : Tag(sign.At, FunctionOf(sign.Kind), left, right);
    }

    private Expression ParseOperand(Markup markup, out Special special)
    {
        special = markup.Following.Kind is MarkupKind.Dot or MarkupKind.OpenBracket ? Special.None
            : markup.IsWord("empty") ? Special.Empty : markup.IsWord("blank") ? Special.Blank : Special.None;
        return ParseValue(markup);
    }

    private static Expression EqualSpecial(MarkupToken sign, Special special, Expression value)
    {
        if (special == Special.Empty)
            return Operation(OperatorOf(sign.Kind), sign.At, value, new GlobalName(sign.At, "empty"));
        Expression test = Tag(sign.At, "blank", value);
        return sign.Kind == MarkupKind.Equal ? test : Not(test);
    }

    private static Expression Equal(MarkupToken sign, Expression left, Expression right)
    {
        if (MeanTheSame(left, right)) return Operation(OperatorOf(sign.Kind), sign.At, left, right);
        Expression test = Tag(sign.At, "equal", left, right);
        return sign.Kind == MarkupKind.Equal ? test : Not(test);
    }

    /// <summary>
    /// Whether Scriban's <c>==</c> answers as Liquid's does: it takes a number for the same as its digits in a string.
    /// </summary>
    private static bool MeanTheSame(Expression left, Expression right) =>
        left is Literal { Value.IsNull: true } || right is Literal { Value.IsNull: true }
        || IsPlainText(left) || IsPlainText(right)
        || (IsNumber(left) && IsNumber(right))
        || (KnownOf(left), KnownOf(right)) is (Known.Text, Known.Text) or (Known.Truth, Known.Truth);

    /// <summary>Whether it is text that no number, date, list or truth prints as.</summary>
    private static bool IsPlainText(Expression expression)
    {
        if (expression is not Literal { Value: { Kind: ValueKind.String } text }) return false;
        var value = text.AsString;
        return value.Length == 0 || (!char.IsAsciiDigit(value[0]) && value[0] is not ('-' or '[' or '{' or '∞')
            && value is not ("true" or "false" or "NaN" or "Infinity"));
    }

    private static bool IsNumber(Expression expression) => KnownOf(expression) is Known.Whole or Known.Number
        || expression is Call { Target: MemberAccess { Name: "size", Target: GlobalName { Name: TagGroup } } };

    private static BinaryOperator OperatorOf(MarkupKind sign) => sign switch
    {
        MarkupKind.Equal => BinaryOperator.Equal,
        MarkupKind.NotEqual => BinaryOperator.NotEqual,
        MarkupKind.Less => BinaryOperator.Less,
        MarkupKind.LessEqual => BinaryOperator.LessEqual,
        MarkupKind.Greater => BinaryOperator.Greater,
        _ => BinaryOperator.GreaterEqual,
    };

    private static string FunctionOf(MarkupKind sign) => sign switch
    {
        MarkupKind.Less => "less",
        MarkupKind.LessEqual => "less_equal",
        MarkupKind.Greater => "greater",
        _ => "greater_equal",
    };
}
