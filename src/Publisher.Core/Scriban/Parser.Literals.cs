using System.Collections.Immutable;
using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;

namespace Publisher.Scriban;

/// <summary>Literals: numbers, interpolated strings, arrays and objects.</summary>
internal sealed partial class Parser
{
    private Literal Number(Token token)
    {
        var value = NumberReader.Read(token.Text!, token.Kind == TokenKind.Integer);
        if (value.IsUndefined) Fault(token.Span, $"{token.Text} is not a number that can be held");
        return new Literal(token.Span, value);
    }

    private Expression ParseInterpolation()
    {
        var start = Current;
        var parts = ImmutableArray.CreateBuilder<Expression>();
        AddPart(parts, Next());
        var outer = (brackets, inConditional, inLoopHeader);
        (brackets, inConditional, inLoopHeader) = (0, false, false);
        while (!stopped && Current.Kind != TokenKind.InterpolationEnd)
        {
            var part = ParseExpression();
            if (part is null) Fault(Current.Span, $"an expression was expected here instead of {Describe(Current)}");
            else parts.Add(part);
            if (Current.Kind == TokenKind.InterpolationPart) AddPart(parts, Next());
            else if (Current.Kind != TokenKind.InterpolationEnd)
            {
                if (part is not null) Fault(Current.Span, $"{Describe(Current)} was not expected in an interpolated string");
                if (Current.Kind == TokenKind.NewLine) Next();
                Stop($"{Describe(Current)} was not expected here; end the statement first");
            }
        }
        (brackets, inConditional, inLoopHeader) = outer;
        if (!stopped) AddPart(parts, Next());
        return new Interpolated(start.Span.To(tokens[Math.Max(0, position - 1)].Span), parts.ToImmutable());
    }

    private static void AddPart(ImmutableArray<Expression>.Builder parts, Token token)
    {
        if (token.Text is { Length: > 0 } text) parts.Add(new Literal(token.Span, Value.FromString(text)));
    }

    private ArrayLiteral ParseArray()
    {
        var open = Current;
        var items = ImmutableArray.CreateBuilder<Expression>();
        Bracketed<object?>(() =>
        {
            while (!stopped && Current.Kind != TokenKind.CloseBracket)
            {
                if (ParseExpression() is not { } item) break;
                items.Add(item);
                if (!Take(TokenKind.Comma)) break;
            }
            return null;
        });
        return new ArrayLiteral(open.Span.To(CloseBracket(TokenKind.CloseBracket, "]")), items.ToImmutable());
    }

    private ObjectLiteral ParseObject()
    {
        var open = Current;
        var members = ImmutableArray.CreateBuilder<ObjectMember>();
        var closed = Bracketed(() =>
        {
            while (!stopped && Current.Kind != TokenKind.CloseBrace)
            {
                if (!ParseObjectMember(members)) return false;
                if (!Take(TokenKind.Comma)) break;
            }
            return true;
        });
        var close = closed ? CloseBracket(TokenKind.CloseBrace, "}") : Current.Span;
        return new ObjectLiteral(closed ? open.Span.To(close) : open.Span, members.ToImmutable());
    }

    private bool ParseObjectMember(ImmutableArray<ObjectMember>.Builder members)
    {
        var name = Current;
        if (name.Kind is not (TokenKind.Identifier or TokenKind.String))
        {
            Fault(name.Span, $"a member's name was expected here instead of {Describe(name)}");
            return false;
        }
        Next();
        if (!Take(TokenKind.Colon))
        {
            Fault(Current.Span, $"a colon was expected after {name.Text} instead of {Describe(Current)}");
            return false;
        }
        if (ParseExpression() is not { } value)
        {
            if (!stopped) Fault(Current.Span, $"a value was expected here instead of {Describe(Current)}");
            return false;
        }
        members.Add(new ObjectMember(name.Span.To(value.At), name.Text!, value));
        return true;
    }
}
