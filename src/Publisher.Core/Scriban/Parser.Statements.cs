using System.Collections.Immutable;
using Publisher.Scriban.Syntax;

namespace Publisher.Scriban;

/// <summary>Statements: what begins with a word of the language, and expressions on their own.</summary>
internal sealed partial class Parser
{
    private Statement? ParseStatement()
    {
        if (!Enter()) return null;
        var statement = Current.Kind == TokenKind.Identifier && !IsNameHere() ? ParseKeyword() : null;
        statement ??= stopped || IsEndOfStatement ? null : ParseExpressionStatement();
        depth--;
        return statement;
    }

    /// <summary>A word of the language is a name where it is followed by what only follows a name.</summary>
    private bool IsNameHere() => Following.Kind is TokenKind.Dot or TokenKind.Assign or TokenKind.QuestionDot
        || (Following.Kind == TokenKind.OpenBracket && Following.Start == Current.End);

    private Statement? ParseKeyword()
    {
        var word = Current;
        switch (word.Text)
        {
            case "if": return ParseIf(Next().Span);
            case "case": return ParseCase(Next().Span);
            case "for": return ParseFor(Next().Span, LoopKind.For);
            case "tablerow": return ParseFor(Next().Span, LoopKind.TableRow);
            case "while": return ParseWhile(Next().Span);
            case "break": return new Break(LoopOnly(Next()));
            case "continue": return new Continue(LoopOnly(Next()));
            case "ret": return ParseReturn(Next().Span);
            case "capture": return ParseCapture(Next().Span);
            case "with": return ParseWith(Next().Span);
            case "wrap": return ParseWrap(Next().Span);
            case "func": return ParseFunction(Next().Span);
            case "readonly":
                Next();
                return ParseRequired("readonly") is { } variable ? new ReadOnly(word.Span.To(variable.At), variable) : null;
            case "import":
                Next();
                return ParseRequired("import") is { } value ? new Import(word.Span.To(value.At), value) : null;
            default:
                return IsInlineFunction() ? ParseInlineFunction() : null;
        }
    }

    private Span LoopOnly(Token word)
    {
        if (loops == 0) Fault(word.Span, $"{word.Text} belongs inside a loop");
        return word.Span;
    }

    private ExpressionStatement? ParseExpressionStatement()
    {
        var indent = this.indent;
        var expression = ParseExpression(top: true);
        if (expression is null)
        {
            if (!stopped) Stop($"an expression was expected here instead of {Describe(Current)}");
            return null;
        }
        return new ExpressionStatement(expression.At, expression) { Indent = indent };
    }

    /// <summary>The expression a statement needs; reports it when it is not there.</summary>
    private Expression? ParseRequired(string statement)
    {
        var operand = ParseExpression();
        if (operand is null && !stopped)
            Fault(Current.Span, $"{statement} must be followed by an expression, not by {Describe(Current)}");
        return operand;
    }

    private Statement ParseIf(Span at)
    {
        var test = ParseRequired("if");
        var then = ParseBlock();
        Statement? otherwise = null;
        if (IsWord("else"))
        {
            Next();
            if (!IsWord("if"))
            {
                if (EndsHeader("else")) otherwise = ParseBody(at, "if");
            }
            else if (Enter())
            {
                otherwise = ParseIf(Next().Span);
                depth--;
            }
        }
        else
        {
            ExpectEnd(at, "if");
        }
        return new If(at, test ?? Nothing(at), then, otherwise);
    }

    private Statement ParseCase(Span at)
    {
        var value = ParseRequired("case");
        var whens = ImmutableArray.CreateBuilder<When>();
        Block? otherwise = null;
        while (!stopped)
        {
            foreach (var stray in ParseBlock().Statements)
                if (!(stray is StaticText text && string.IsNullOrWhiteSpace(text.Content)))
                    Fault(stray.At, "only when and else may stand directly in a case");
            if (IsWord("when") && otherwise is null) ParseWhen(whens);
            else if (IsWord("else") && otherwise is null)
            {
                if (whens.Count == 0) Fault(Current.Span, "an else needs a when before it");
                Next();
                if (EndsHeader("else")) otherwise = ParseBlock();
                else return new Case(at, value ?? Nothing(at), whens.ToImmutable(), null);
            }
            else break;
        }
        ExpectEnd(at, "case");
        return new Case(at, value ?? Nothing(at), whens.ToImmutable(), otherwise);
    }

    private void ParseWhen(ImmutableArray<When>.Builder whens)
    {
        var at = Next().Span;
        var values = ImmutableArray.CreateBuilder<Expression>();
        do
        {
            if (ParseExpression(PrecedenceOf(BinaryOperator.Or)) is { } value) values.Add(value);
            else if (!stopped) Fault(Current.Span, $"when must be followed by a value, not by {Describe(Current)}");
        }
        while (Take(TokenKind.Comma) || Take(TokenKind.Or));
        if (!stopped && !IsEndOfStatement)
            Stop($"{Describe(Current)} was not expected here; separate the values of when with commas");
        whens.Add(new When(at, values.ToImmutable(), ParseBlock()));
    }

    private Statement ParseFor(Span at, LoopKind kind)
    {
        var word = kind == LoopKind.For ? "for" : "tablerow";
        var variable = ParseLoopVariable(at, word);
        var outer = inLoopHeader;
        inLoopHeader = true;
        var items = variable is Literal && IsEndOfStatement ? null : ParseRequired(word);
        var loop = new For(at, kind, variable, items ?? Nothing(at), new Block(at, []));
        loop = ParseLoopOptions(loop);
        inLoopHeader = outer;
        if (!EndsHeader(word)) return loop;
        loops++;
        var body = ParseBlock();
        loops--;
        Block? otherwise = null;
        if (IsWord("else") && Following.Text != "if")
        {
            Next();
            if (EndsHeader("else")) otherwise = ParseBlock();
            else return loop;
        }
        ExpectEnd(at, word);
        return loop with { Body = body, Else = otherwise };
    }

    /// <summary>Reads up to the items; what is wrong there is reported at the statement, as the reference does.</summary>
    private Expression ParseLoopVariable(Span at, string word)
    {
        var variable = ParseOperandPath();
        var form = $"write: {word} name in items";
        if (variable is null) Fault(Current.Span, form);
        else if (!IsAssignable(variable)) Fault(at, form);
        if (IsWord("in")) Next();
        else if (variable is not null) Fault(at, form);
        return variable ?? Nothing(at);
    }

    /// <summary>Whether the line of a statement ends here; where it does not, its body is not looked for.</summary>
    private bool EndsHeader(string word)
    {
        if (stopped || IsEndOfStatement) return true;
        Stop($"{Describe(Current)} was not expected here; end the {word} line first");
        return false;
    }

    private For ParseLoopOptions(For loop)
    {
        while (IsLoopOption())
        {
            var name = Next();
            if (name.Text == "reversed")
            {
                loop = loop with { Reversed = true };
                continue;
            }
            Next();
            var value = ParseExpression(callable: false);
            if (value is null) Fault(Current.Span, $"{name.Text}: must be followed by a number");
            else if (name.Text == "offset") loop = loop with { Offset = value };
            else if (name.Text == "limit") loop = loop with { Limit = value };
            else if (name.Text == "cols") loop = loop with { Columns = value };
            else Fault(name.Span, $"a loop has no option {name.Text}; there are offset, limit, reversed and cols");
        }
        return loop;
    }

    private bool IsLoopOption() => inLoopHeader && brackets == 0 && Current.Kind == TokenKind.Identifier
        && (Current.Text == "reversed" || (Following.Kind == TokenKind.Colon && !inConditional));

    private Statement ParseWhile(Span at)
    {
        var test = ParseRequired("while");
        loops++;
        var body = ParseBody(at, "while");
        loops--;
        return new While(at, test ?? Nothing(at), body);
    }

    private Statement ParseReturn(Span at)
    {
        if (IsEndOfStatement) return new Return(at, null);
        var value = ParseExpression();
        return new Return(value is null ? at : at.To(value.At), value);
    }

    private Statement ParseCapture(Span at)
    {
        var target = ParsePath();
        if (target is null) Fault(Current.Span, $"capture must be followed by a variable, not by {Describe(Current)}");
        else if (!IsAssignable(target)) Fault(target.At, "only variables, members and items can be captured into");
        var body = ParseBody(at, "capture");
        return new Capture(at, target ?? Nothing(at), body);
    }

    private Statement ParseWith(Span at)
    {
        var target = ParseRequired("with");
        return new With(at, target ?? Nothing(at), ParseBody(at, "with"));
    }

    private Statement ParseWrap(Span at)
    {
        var target = ParseRequired("wrap");
        return new Wrap(at, target ?? Nothing(at), ParseBody(at, "wrap"));
    }

    private static Literal Nothing(Span at) => new(at, Values.Value.Null);
}
