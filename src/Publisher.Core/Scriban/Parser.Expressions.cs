using System.Collections.Immutable;
using Publisher.Scriban.Syntax;

namespace Publisher.Scriban;

/// <summary>Expressions: operators by precedence, calls without parentheses, pipes.</summary>
internal sealed partial class Parser
{
    /// <summary>
    /// Reads an expression whose operators bind tighter than <paramref name="precedence"/>; null when none begins here.
    /// Where it is not <paramref name="callable"/>, what follows a name is not taken as its arguments; only a
    /// <paramref name="top"/> expression may assign.
    /// </summary>
    private Expression? ParseExpression(int precedence = 0, bool callable = true, bool top = false) =>
        Unmarked(ParseMarked(precedence, callable, top));

    /// <summary>As <see cref="ParseExpression"/>, for an argument of a call, which may be an array to be spread.</summary>
    private Expression? ParseMarked(int precedence = 0, bool callable = true, bool top = false)
    {
        if (!Enter()) return null;
        var chain = new Chain { Left = ParseOperandPath() };
        var left = chain.Left is null ? null : ParseChain(chain, precedence, callable, top);
        depth--;
        return left;
    }

    /// <summary>
    /// An expression under construction: a pending call takes the left operand as its last argument, a pending pipe its value.
    /// </summary>
    private struct Chain
    {
        public Expression? Left, Callee, PipedFrom;
        public ImmutableArray<Argument>.Builder? Arguments;

        public Expression Close()
        {
            if (Callee is not null)
            {
                if (Left is not null) Arguments!.Add(ArgumentOf(Left));
                Callee = Unmarked(Callee)!;
                Left = new Call(Callee.At.To(Arguments!.Count > 0 ? Arguments[^1].At : Callee.At), Callee,
                    Arguments!.ToImmutable());
                Callee = null;
            }
            if (PipedFrom is not null) Left = new Pipe(PipedFrom.At.To(Left!.At), Unmarked(PipedFrom)!, Unmarked(Left)!);
            PipedFrom = null;
            return Left!;
        }
    }

    private static Argument ArgumentOf(Expression value) =>
        value is SpreadMark mark ? new Argument(mark.At, mark.Inner, Spread: true) : new Argument(value.At, value);

    /// <summary>Outside the arguments of a call there is nothing to spread over: <c>^list</c> is the list.</summary>
    private static Expression? Unmarked(Expression? value) => value is SpreadMark mark ? mark.Inner : value;

    /// <summary>Marks <c>^list</c> until the call that holds it is closed.</summary>
    private sealed record SpreadMark(Span At, Expression Inner) : Expression(At);

    private Expression ParseChain(Chain chain, int precedence, bool callable, bool top)
    {
        for (var links = 1; !stopped && chain.Left is not AnonymousFunction; links++)
        {
            longestChain = Math.Max(longestChain, links);
            var token = Current;
            if (AssignmentOf(token.Kind, out var compound))
            {
                if (chain.Callee is null) return ParseAssignment(chain.Close(), compound, top && precedence == 0);
                chain.Left = ParseAssignment(chain.Left!, compound, allowed: false);
                break;
            }
            if (BinaryOf(token) is { } binary)
            {
                if (PrecedenceOf(binary) <= precedence) break;
                var product = options.Scientific && PrecedenceOf(binary) <= PrecedenceOf(BinaryOperator.Multiply);
                if (chain.Callee is null || product) chain.Close();
                chain.Left = ParseBinary(chain.Left!, binary, callable && chain.Callee is null);
                continue;
            }
            if (token.Kind == TokenKind.Question)
            {
                if (precedence > 0 || !callable) break;
                chain.Left = ParseConditional(chain.Close());
                continue;
            }
            if (token.Kind is TokenKind.Bar or TokenKind.PipeGreater)
            {
                if (precedence > 0 || !callable) break;
                chain.PipedFrom = chain.Close();
                chain.Left = ParsePipeTarget();
                if (chain.Left is not null) continue;
                chain.Left = chain.PipedFrom;
                chain.PipedFrom = null;
                break;
            }
            if (token.Kind == TokenKind.Colon && chain.Callee is not null && !inConditional && callable)
            {
                Fault(chain.Left!.At, "a named argument is a plain name before the colon");
                break;
            }
            if (!callable || !StartsArgument(token)) break;
            if (!ParseArgument(ref chain)) break;
        }
        return chain.Close();
    }

    /// <summary>Takes the left operand as what is called, or as an argument of it, and reads the next argument.</summary>
    private bool ParseArgument(ref Chain chain)
    {
        if (chain.Callee is null) (chain.Callee, chain.Arguments) = (chain.Left, ImmutableArray.CreateBuilder<Argument>());
        else chain.Arguments!.Add(ArgumentOf(chain.Left!));
        chain.Left = null;
        if (!IsNamedArgument())
        {
            chain.Left = ParseOperandPath();
            return chain.Left is not null;
        }
        while (IsNamedArgument()) chain.Arguments!.Add(ParseNamedArgument());
        chain.Close();
        if (StartsArgument(Current) && !IsLoopOption())
            Stop($"{Describe(Current)} must be named too: after one named argument all must be");
        return !stopped;
    }

    private bool IsNamedArgument() =>
        Current.Kind is TokenKind.Identifier or TokenKind.Local && Following.Kind == TokenKind.Colon && !inConditional
            && !IsLoopOption();

    private Argument ParseNamedArgument()
    {
        var name = Next();
        Next();
        var value = ParseMarked(callable: false);
        if (value is null && !stopped) Fault(Current.Span, $"the argument {name.Text} has no value");
        value ??= Nothing(name.Span);
        if (value is SpreadMark) Fault(value.At, "an array cannot be spread over one named argument");
        return new Argument(name.Span.To(value.At), value, name.Text!.TrimStart('$'));
    }

    private Expression ParseAssignment(Expression target, BinaryOperator? compound, bool allowed)
    {
        if (!allowed) Fault(target.At, "an assignment must stand on its own, not inside an expression");
        else if (!IsAssignable(target)) Fault(target.At, "only variables, members and items can be assigned to");
        var sign = Next();
        SkipNewLinesAfterSign();
        var value = ParseExpression();
        if (value is null && !stopped) Fault(Current.Span, $"an expression was expected after = instead of {Describe(Current)}");
        return new Assignment(target.At.To(value?.At ?? sign.Span), target, compound, sign.Span, value ?? Nothing(sign.Span));
    }

    private Expression ParseBinary(Expression left, BinaryOperator binary, bool callable)
    {
        var sign = Next();
        SkipNewLinesAfterSign();
        var right = ParseExpression(PrecedenceOf(binary), callable);
        if (right is null && !stopped)
            Fault(Current.Span,
                $"an expression was expected after {source[sign.Start..sign.End]} instead of {Describe(Current)}");
        right ??= Nothing(sign.Span);
        return new Binary(left.At.To(right.At), binary, sign.Span, Unmarked(left)!, right);
    }

    private Expression ParseConditional(Expression test)
    {
        Next();
        SkipNewLinesAfterSign();
        var outer = inConditional;
        inConditional = true;
        var then = ParseExpression();
        inConditional = outer;
        SkipNewLinesBefore(TokenKind.Colon);
        if (!Take(TokenKind.Colon) && !stopped)
        {
            Fault(Current.Span, $"a : was expected here instead of {Describe(Current)}: test ? yes : no");
            Next();
        }
        SkipNewLinesAfterSign();
        var otherwise = ParseExpression();
        if ((then is null || otherwise is null) && !stopped) Fault(Current.Span, "both choices of ? : must be given");
        otherwise ??= Nothing(test.At);
        return new Conditional(test.At.To(otherwise.At), Unmarked(test)!, then ?? Nothing(test.At), otherwise);
    }

    private Expression? ParsePipeTarget()
    {
        Next();
        SkipNewLinesAfterSign();
        var target = ParseOperandPath();
        if (target is null && !stopped) Fault(Current.Span, $"a function was expected after | instead of {Describe(Current)}");
        return target;
    }

    private void SkipNewLinesAfterSign()
    {
        while (Current.Kind == TokenKind.NewLine) position++;
    }

    private void SkipNewLinesBefore(TokenKind kind)
    {
        var ahead = position;
        while (tokens[ahead].Kind == TokenKind.NewLine) ahead++;
        if (tokens[ahead].Kind == kind) position = ahead;
    }

    private bool StartsArgument(Token token) => token.Kind switch
    {
        TokenKind.Identifier => !IsLoopOption() && !(inLoopHeader && token.Text == "in"),
        TokenKind.Local or TokenKind.Integer or TokenKind.Number or TokenKind.String or TokenKind.Interpolation
            or TokenKind.OpenParenthesis
            or TokenKind.OpenBracket or TokenKind.OpenBrace or TokenKind.At or TokenKind.Caret or TokenKind.Not => true,
        _ => false,
    };

    private static bool AssignmentOf(TokenKind kind, out BinaryOperator? compound)
    {
        compound = kind switch
        {
            TokenKind.PlusAssign => BinaryOperator.Add,
            TokenKind.MinusAssign => BinaryOperator.Subtract,
            TokenKind.TimesAssign => BinaryOperator.Multiply,
            TokenKind.DivideAssign => BinaryOperator.Divide,
            TokenKind.FloorAssign => BinaryOperator.Floor,
            TokenKind.ModuloAssign => BinaryOperator.Modulo,
            TokenKind.CoalesceAssign => BinaryOperator.Coalesce,
            _ => null,
        };
        return compound is not null || kind == TokenKind.Assign;
    }

    private static bool IsAssignable(Expression target) =>
        target is GlobalName or LocalName or MemberAccess or IndexAccess or ArgumentAt;

    private BinaryOperator? BinaryOf(Token token) => token.Kind switch
    {
        TokenKind.QuestionQuestion => BinaryOperator.Coalesce,
        TokenKind.QuestionNot => BinaryOperator.CoalesceNot,
        TokenKind.Or => BinaryOperator.Or,
        TokenKind.And => BinaryOperator.And,
        TokenKind.Equal => BinaryOperator.Equal,
        TokenKind.NotEqual => BinaryOperator.NotEqual,
        TokenKind.Less => BinaryOperator.Less,
        TokenKind.LessEqual => BinaryOperator.LessEqual,
        TokenKind.Greater => BinaryOperator.Greater,
        TokenKind.GreaterEqual => BinaryOperator.GreaterEqual,
        TokenKind.DotDot => BinaryOperator.Range,
        TokenKind.DotDotLess => BinaryOperator.RangeLess,
        TokenKind.ShiftLeft => BinaryOperator.ShiftLeft,
        TokenKind.ShiftRight => BinaryOperator.ShiftRight,
        TokenKind.Plus => BinaryOperator.Add,
        TokenKind.Minus => BinaryOperator.Subtract,
        TokenKind.Times => BinaryOperator.Multiply,
        TokenKind.Divide => BinaryOperator.Divide,
        TokenKind.Floor => BinaryOperator.Floor,
        TokenKind.Modulo => BinaryOperator.Modulo,
        TokenKind.Bar when options.Scientific => BinaryOperator.BitOr,
        TokenKind.Ampersand when options.Scientific => BinaryOperator.BitAnd,
        TokenKind.Caret when options.Scientific => BinaryOperator.Power,
        _ => null,
    };

    internal static int PrecedenceOf(BinaryOperator binary) => binary switch
    {
        BinaryOperator.Coalesce or BinaryOperator.CoalesceNot => 20,
        BinaryOperator.Or => 30,
        BinaryOperator.And => 40,
        BinaryOperator.BitOr => 45,
        BinaryOperator.BitAnd => 46,
        BinaryOperator.Equal or BinaryOperator.NotEqual => 50,
        BinaryOperator.Less or BinaryOperator.LessEqual or BinaryOperator.Greater or BinaryOperator.GreaterEqual => 60,
        BinaryOperator.Add or BinaryOperator.Subtract => 80,
        BinaryOperator.Power => 100,
        BinaryOperator.Range or BinaryOperator.RangeLess => 110,
        _ => 90,
    };
}
