using System.Collections.Immutable;
using Publisher.Scriban.Syntax;

namespace Publisher.Scriban;

/// <summary>Definitions of functions, in all their forms.</summary>
internal sealed partial class Parser
{
    private Statement? ParseFunction(Span at)
    {
        var name = Current;
        if (name.Kind is not (TokenKind.Identifier or TokenKind.Local))
        {
            Stop("func must be followed by a name");
            return null;
        }
        Next();
        var target = FunctionName(name);
        ImmutableArray<Parameter>? parameters = Current.Kind == TokenKind.OpenParenthesis ? ParseParameters() : null;
        if (!stopped && !IsEndOfStatement)
            Stop($"{Describe(Current)} was not expected here; a function's name is one plain name");
        var body = ParseFunctionBody(name.Span, "func");
        return new FunctionDefinition(at.To(name.Span), target,
            new FunctionBody(at.To(name.Span), name.Text!, parameters, body));
    }

    private Expression FunctionName(Token name)
    {
        var target = Name(name);
        if (target is not (GlobalName or LocalName)) Fault(name.Span, $"{name.Text} cannot be the name of a function");
        return target;
    }

    /// <summary><c>do … end</c>, with or without parameters; also <c>func(x) … end</c> where a value is expected.</summary>
    private AnonymousFunction ParseAnonymousFunction()
    {
        var at = Next().Span;
        // On the next line a bracket begins the body, also inside other brackets, where lines do not end statements.
        var isHere = Current.Kind == TokenKind.OpenParenthesis && !source.AsSpan(at.End, Current.Start - at.End).Contains('\n');
        ImmutableArray<Parameter>? parameters = isHere ? ParseParameters() : null;
        var body = ParseFunctionBody(at, "do");
        return new AnonymousFunction(at, new FunctionBody(at, "do", parameters, body));
    }

    private Block ParseFunctionBody(Span at, string what)
    {
        var outer = loops;
        loops = 0;
        var body = ParseBody(at, what);
        loops = outer;
        return body;
    }

    private ImmutableArray<Parameter> ParseParameters()
    {
        brackets++;
        Next();
        var parameters = ImmutableArray.CreateBuilder<Parameter>();
        while (!stopped && Current.Kind != TokenKind.CloseParenthesis)
        {
            if (Current.Kind != TokenKind.Identifier)
            {
                Stop($"a parameter's name was expected here instead of {Describe(Current)}");
                break;
            }
            parameters.Add(ParseParameter(parameters.LastOrDefault()));
            if (Current.Kind == TokenKind.CloseParenthesis) break;
            if (!Take(TokenKind.Comma)) Stop($"a comma or ) was expected here instead of {Describe(Current)}");
        }
        brackets--;
        Take(TokenKind.CloseParenthesis);
        return parameters.ToImmutable();
    }

    private Parameter ParseParameter(Parameter? last)
    {
        var name = Next();
        Expression? value = null;
        var variadic = false;
        if (Take(TokenKind.Ellipsis))
        {
            variadic = true;
        }
        else if (Take(TokenKind.Assign))
        {
            value = ParseExpression();
            if (value is null && !stopped) Fault(Current.Span, "an optional parameter needs a value after =");
        }
        if (last is { Variadic: true }) Fault(name.Span, "no parameter may follow one that takes all the rest (...)");
        else if (last is { Default: not null } && value is null && !variadic)
            Fault(name.Span, "a required parameter may not follow an optional one");
        return new Parameter(name.Span, name.Text!, value, variadic);
    }

    /// <summary>Whether this is <c>name(a, b) =</c>, which can only be told from a call by its end.</summary>
    private bool IsInlineFunction()
    {
        var open = Following;
        if (open.Kind != TokenKind.OpenParenthesis || open.Start != Current.End) return false;
        for (var i = position + 2; i < tokens.Length; i++)
        {
            if (tokens[i].Kind == TokenKind.CloseParenthesis) return tokens[i + 1].Kind == TokenKind.Assign;
            if (tokens[i].Kind is not (TokenKind.Identifier or TokenKind.Comma or TokenKind.NewLine)) return false;
        }
        return false;
    }

    private FunctionDefinition ParseInlineFunction()
    {
        var name = Next();
        var parameters = ParseParameters();
        Next();
        var body = ParseExpression();
        if (body is null && !stopped) Fault(Current.Span, $"an expression was expected after = instead of {Describe(Current)}");
        Node inner = body ?? (Node)Nothing(name.Span);
        return new FunctionDefinition(name.Span, FunctionName(name), new FunctionBody(name.Span, name.Text!, parameters, inner));
    }
}
