using System.Collections.Immutable;
using System.Globalization;
using Publisher.Scriban.Running;
using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;

namespace Publisher.Scriban;

/// <summary>What operators stand between: literals, names with their members and items, brackets of all kinds.</summary>
internal sealed partial class Parser
{
    /// <summary>Signs before an operand bind tighter than any operator between two.</summary>
    private const int UnaryPrecedence = 200;

    /// <summary>An operand with all members, items, parenthesized calls and increments that follow it.</summary>
    private Expression? ParseOperandPath()
    {
        var operand = ParseOperand();
        return operand is null or SpreadMark or Alias or AnonymousFunction ? operand : ParseAccessors(operand);
    }

    /// <summary>Only names, members and items: what can be assigned to.</summary>
    private Expression? ParsePath() =>
        Current.Kind is TokenKind.Identifier or TokenKind.Local && ParseOperand() is { } name
            ? ParseAccessors(name, pathOnly: true) : null;

    private Expression ParseAccessors(Expression target, bool pathOnly = false)
    {
        for (var links = 1; !stopped; links++)
        {
            longestChain = Math.Max(longestChain, links);
            var sign = Current;
            var adjacent = position > 0 && tokens[position - 1].End == sign.Start;
            if (sign.Kind is TokenKind.Dot or TokenKind.QuestionDot)
            {
                if (Following.Kind != TokenKind.Identifier)
                {
                    Fault(Following.Span, $"a member's name must follow the dot, not {Describe(Following)}");
                    break;
                }
                Next();
                var name = Next();
                var optional = sign.Kind == TokenKind.QuestionDot || target is MemberAccess { Optional: true };
                target = new MemberAccess(target.At.To(name.Span), target, name.Text!, name.Span, optional);
            }
            else if (sign.Kind == TokenKind.OpenBracket && adjacent && IsPath(target)) target = ParseIndex(target);
            else if (pathOnly) break;
            else if (sign.Kind == TokenKind.OpenParenthesis && adjacent && IsCallable(target))
                target = ParseParenthesizedCall(target);
            else if (sign.Kind is TokenKind.PlusPlus or TokenKind.MinusMinus && IsAssignable(target))
            {
                Next();
                target = new Increment(target.At.To(sign.Span), target, sign.Kind == TokenKind.PlusPlus ? 1 : -1, Postfix: true);
            }
            else break;
        }
        return target;
    }

    private static bool IsPath(Expression target) =>
        target is GlobalName or LocalName or MemberAccess or IndexAccess or Arguments or ArgumentAt
        or This or Call { Parenthesized: true } or Parenthesized or ArrayLiteral or ObjectLiteral
            or Literal { Value.Kind: ValueKind.String };

    private static bool IsCallable(Expression target) =>
        target is GlobalName or LocalName or MemberAccess or IndexAccess or ArgumentAt
        or Call { Parenthesized: true };

    private Expression ParseIndex(Expression target)
    {
        var index = Bracketed(() => ParseExpression());
        if (index is null && !stopped) Fault(Current.Span, $"an index was expected here instead of {Describe(Current)}");
        var close = CloseBracket(TokenKind.CloseBracket, "]");
        return new IndexAccess(target.At.To(close), target, index ?? Nothing(close));
    }

    private Expression ParseParenthesizedCall(Expression target)
    {
        var arguments = ImmutableArray.CreateBuilder<Argument>();
        Bracketed<object?>(() =>
        {
            while (!stopped && Current.Kind != TokenKind.CloseParenthesis)
            {
                if (IsNamedArgument()) arguments.Add(ParseParenthesizedNamed());
                else if (ParseMarked() is { } value) arguments.Add(ArgumentOf(value));
                else break;
                if (!Take(TokenKind.Comma)) break;
            }
            return null;
        });
        var close = CloseBracket(TokenKind.CloseParenthesis, ")");
        return new Call(target.At.To(close), target, arguments.ToImmutable(), Parenthesized: true);
    }

    private Argument ParseParenthesizedNamed()
    {
        var name = Next();
        Next();
        var value = ParseExpression() ?? Nothing(name.Span);
        return new Argument(name.Span.To(value.At), value, name.Text!.TrimStart('$'));
    }

    private Expression? ParseOperand()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Identifier:
                return ParseName();
            case TokenKind.Local:
                return Name(Next());
            case TokenKind.Integer or TokenKind.Number:
                return Number(Next());
            case TokenKind.String:
                return new Literal(Next().Span, Value.FromString(token.Text));
            case TokenKind.Interpolation:
                return ParseInterpolation();
            case TokenKind.OpenParenthesis:
                return ParseParenthesized();
            case TokenKind.OpenBracket:
                return ParseArray();
            case TokenKind.OpenBrace:
                return ParseObject();
            case TokenKind.Not or TokenKind.Minus or TokenKind.Plus or TokenKind.At or TokenKind.Caret
                or TokenKind.PlusPlus or TokenKind.MinusMinus:
                return ParseUnary();
            default:
                return null;
        }
    }

    private Expression? ParseName()
    {
        var token = Current;
        if (token.Text == "do" || (token.Text == "func" && Following.Kind == TokenKind.OpenParenthesis))
            return ParseAnonymousFunction();
        if (token.Text is "for" or "while" or "tablerow" && Following.Kind == TokenKind.Dot) return ParseLoopMember();
        return Name(Next());
    }

    private Expression Name(Token token)
    {
        if (token.Kind == TokenKind.Identifier)
        {
            return token.Text switch
            {
                "true" => new Literal(token.Span, Value.True),
                "false" => new Literal(token.Span, Value.False),
                "null" => new Literal(token.Span, Value.Null),
                "this" => new This(token.Span),
                _ => new GlobalName(token.Span, token.Text!),
            };
        }
        var name = token.Text![1..];
        if (name.Length == 0) return new Arguments(token.Span);
        if (name == "$") return new WrappedBlock(token.Span);
        if (!char.IsAsciiDigit(name[0])) return new LocalName(token.Span, name);
        if (int.TryParse(name, CultureInfo.InvariantCulture, out var index)) return new ArgumentAt(token.Span, index);
        Fault(token.Span, $"{token.Text} is neither an argument's number nor a name");
        return Nothing(token.Span);
    }

    private Expression ParseLoopMember()
    {
        var word = Next();
        Next();
        var name = Current;
        if (name.Kind == TokenKind.Identifier) Next();
        var loop = word.Text switch { "for" => LoopKind.For, "while" => LoopKind.While, _ => LoopKind.TableRow };
        if (name.Kind != TokenKind.Identifier || !LoopNames.Of(loop).Contains(name.Text))
            Fault(word.Span,
                $"{word.Text}.{name.Text} is not a loop variable; there are {string.Join(", ", LoopNames.Of(loop))}");
        return new LoopMember(word.Span.To(name.Span), loop, name.Text ?? "", name.Span);
    }

    private Expression? ParseUnary()
    {
        var sign = Next();
        if (sign.Kind == TokenKind.At)
        {
            if (!Enter()) return null;
            var target = Unmarked(ParseOperandPath());
            depth--;
            if (target is null && !stopped)
                Fault(Current.Span, $"a function was expected after @ instead of {Describe(Current)}");
            return new Alias(sign.Span.To(target?.At ?? sign.Span), target ?? Nothing(sign.Span));
        }
        if (sign.Kind is TokenKind.Minus or TokenKind.Plus && Current.Kind is TokenKind.Integer or TokenKind.Number
            && Current.Start == sign.End)
        {
            var number = Number(Next());
            if (sign.Kind == TokenKind.Plus) return number with { At = sign.Span.To(number.At) };
            return new Literal(sign.Span.To(number.At), Operators.Negate(number.Value));
        }
        var operand = ParseExpression(UnaryPrecedence, callable: sign.Kind == TokenKind.Not);
        if (operand is null)
        {
            if (!stopped)
                Fault(Current.Span,
                    $"an expression was expected after {source[sign.Start..sign.End]} instead of {Describe(Current)}");
            return Nothing(sign.Span);
        }
        var at = sign.Span.To(operand.At);
        if (sign.Kind == TokenKind.Caret) return new SpreadMark(at, operand);
        if (sign.Kind is TokenKind.PlusPlus or TokenKind.MinusMinus)
        {
            if (!IsAssignable(operand)) Fault(Current.Span, "only variables, members and items can be counted up or down");
            return new Increment(at, operand, sign.Kind == TokenKind.PlusPlus ? 1 : -1, Postfix: false);
        }
        return new Unary(at, sign.Kind switch
        {
            TokenKind.Not => UnaryOperator.Not,
            TokenKind.Plus => UnaryOperator.Plus,
            _ => UnaryOperator.Minus,
        }, operand);
    }

    private Expression? ParseParenthesized()
    {
        var open = Current;
        var inner = Bracketed(() => ParseExpression());
        if (inner is null && !stopped) Fault(Current.Span, $"an expression was expected here instead of {Describe(Current)}");
        var close = CloseBracket(TokenKind.CloseParenthesis, ")");
        return inner is null ? null : new Parenthesized(open.Span.To(close), inner);
    }

    /// <summary>Steps over an opening bracket and reads what is inside it, where lines do not end statements.</summary>
    private T Bracketed<T>(Func<T> read)
    {
        var outer = (inConditional, inLoopHeader);
        (inConditional, inLoopHeader) = (false, false);
        brackets++;
        Next();
        var inside = read();
        brackets--;
        (inConditional, inLoopHeader) = outer;
        return inside;
    }

    private Span CloseBracket(TokenKind kind, string sign)
    {
        if (Current.Kind == kind) return Next().Span;
        if (!stopped) Stop($"a closing {sign} was expected here instead of {Describe(Current)}");
        return Current.Span;
    }
}
