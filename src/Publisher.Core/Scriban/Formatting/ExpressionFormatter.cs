using System.Collections.Immutable;
using Publisher.Scriban.Running;
using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;
using static Publisher.Scriban.Syntax.TreeEquality;

namespace Publisher.Scriban.Formatting;

/// <summary>Prints expressions with only the brackets that the grammar needs.</summary>
internal sealed class ExpressionFormatter(CodeWriter code, bool scientific, HashSet<string> renamed,
    Action<FunctionBody> writeFunction)
{
    /// <summary>An expression that is a statement, where words of the language would begin another.</summary>
    public void WriteStatement(Expression expression)
    {
        var first = Stripped(expression);
        var assigns = first is Assignment { Target: var target } && Stripped(target) is GlobalName;
        if (!assigns && FirstName(first) is { } name && IsReserved(name)) WriteGrouped(first);
        else Write(first);
    }

    /// <summary>An expression where nothing follows that could belong to it.</summary>
    public void Write(Expression expression)
    {
        switch (Stripped(expression))
        {
            case Literal literal: code.Append(Spelling.Of(literal.Value)); break;
            case Interpolated text: WriteInterpolated(text); break;
            case GlobalName name: WriteGlobal(name.Name); break;
            case LocalName name: code.Append("$" + LocalText(name.Name)); break;
            case This: code.Append("this"); break;
            case Arguments: code.Append("$"); break;
            case ArgumentAt one: code.Append("$" + one.Index); break;
            case WrappedBlock: code.Append("$$"); break;
            case LoopMember member: code.Append($"{member.Loop.ToString().ToLowerInvariant()}.{member.Name}"); break;
            case MemberAccess member: WriteMember(member); break;
            case IndexAccess item:
                WriteAccessed(item.Target);
                WriteBetween("[", item.Index, "]");
                break;
            case Call call: WriteCall(call); break;
            case Pipe pipe: WritePipe(pipe); break;
            case Unary unary: WriteUnary(unary); break;
            case Binary binary: WriteBinary(binary); break;
            case Increment { Postfix: var postfix } increment:
                if (!postfix) code.Append(increment.By > 0 ? "++" : "--");
                WriteTarget(increment.Target);
                if (postfix) code.Append(increment.By > 0 ? "++" : "--");
                break;
            case Conditional choice: WriteConditional(choice); break;
            case Assignment assignment:
                WriteTarget(assignment.Target);
                code.Append(assignment.Operator is { } sign ? $" {Operators.SignOf(sign)}= " : " = ");
                Write(assignment.Value);
                break;
            case ArrayLiteral array: WriteList("[", array.Items, "]"); break;
            case ObjectLiteral literal: WriteObject(literal); break;
            case Alias alias:
                code.Append("@");
                if (IsPath(alias.Target)) Write(alias.Target);
                else WriteGrouped(alias.Target);
                break;
            case AnonymousFunction function:
                code.Append("do");
                writeFunction(function.Body);
                break;
        }
    }

    /// <summary>An expression between operators, options or arguments: in brackets unless it is one operand.</summary>
    public void WriteOperand(Expression expression)
    {
        if (IsOperand(expression)) Write(expression);
        else WriteGrouped(expression);
    }

    public void WriteGrouped(Expression expression) => WriteBetween("(", expression, ")");

    /// <summary>The variable of a loop, or the name of a function.</summary>
    public void WriteVariable(Expression variable)
    {
        if (variable is GlobalName name) code.Append(Lexer.IsName(name.Name) ? name.Name : Spelling.PlainName(name.Name));
        else Write(variable);
    }

    /// <summary>What is assigned to, where a name stands without brackets.</summary>
    public void WriteTarget(Expression target)
    {
        switch (Stripped(target))
        {
            case GlobalName { Name: "func" }: code.Append("func"); break;
            case MemberAccess member when Lexer.IsName(member.Name):
                WriteTarget(member.Target);
                code.Append((member.Optional ? "?." : ".") + member.Name);
                break;
            case IndexAccess item when Stripped(item.Target) is GlobalName or MemberAccess or IndexAccess:
                WriteTarget(item.Target);
                WriteBetween("[", item.Index, "]");
                break;
            case GlobalName or LocalName or Arguments or ArgumentAt or This or IndexAccess or Literal: Write(target); break;
            default: WriteAccessed(target); break;
        }
    }

    /// <summary>What a loop goes over, where its own options follow.</summary>
    public void WriteItems(Expression items)
    {
        var inner = Stripped(items);
        var plain = IsOperand(inner) || (!EndsInFunction(inner) && inner is not Conditional && !inner.Descendants().Any(node =>
            node is GlobalName { Name: "in" or "reversed" } or Argument { Name: "offset" or "limit" or "cols" }));
        if (plain) Write(inner);
        else WriteGrouped(inner);
    }

    private void WriteBetween(string open, Expression inner, string close)
    {
        code.Append(open);
        Write(inner);
        code.Append(close);
    }

    private void WriteList(string open, ImmutableArray<Expression> items, string close)
    {
        code.Append(open);
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0) code.Append(", ");
            Write(items[i]);
        }
        code.Append(close);
    }

    private void WriteObject(ObjectLiteral literal)
    {
        code.Append("{");
        for (var i = 0; i < literal.Members.Length; i++)
        {
            var member = literal.Members[i];
            if (i > 0) code.Append(", ");
            code.Append(Lexer.IsName(member.Name) ? member.Name : Spelling.OfText(member.Name));
            code.Append(": ");
            Write(member.Value);
        }
        code.Append("}");
    }

    private void WriteInterpolated(Interpolated text)
    {
        code.Append("$\"");
        code.Glue++;
        foreach (var part in text.Parts.Select(Stripped))
        {
            if (part is Literal { Value.Kind: ValueKind.String } literal)
                Spelling.AppendInterpolated(code.Code, literal.Value.AsString);
            else WriteBetween("{", part, "}");
        }
        code.Glue--;
        code.Append("\"");
    }

    private void WriteGlobal(string name)
    {
        if (Spelling.IsPlainName(name)) code.Append(name);
        else if (name == "func") code.Append("(func)");
        else if (renamed.Contains(name)) code.Append(Spelling.PlainName(name));
        else code.Append($"this[{Spelling.OfText(name)}]");
    }

    private static string LocalText(string name) => Lexer.IsName("_" + name) ? name : Spelling.PlainName(name);

    private void WriteMember(MemberAccess member)
    {
        if (Lexer.IsName(member.Name) || member.Name == "empty?")
        {
            // "a.empty?.b" would be the member of another member, which is called "empty?".
            if (member.Optional && Stripped(member.Target) is MemberAccess { Name: "empty" }) WriteGrouped(member.Target);
            else WriteAccessed(member.Target);
            code.Append((member.Optional ? "?." : ".") + member.Name);
            return;
        }
        if (member.Optional)
        {
            code.Append("(");
            WriteOperand(member.Target);
            code.Append(" ?? {})");
        }
        else
        {
            WriteAccessed(member.Target);
        }
        code.Append($"[{Spelling.OfText(member.Name)}]");
    }

    /// <summary>What members, items and increments are of.</summary>
    private void WriteAccessed(Expression target)
    {
        var plain = Stripped(target) is GlobalName { Name: not ("for" or "while" or "tablerow") } or LocalName or Arguments
            or ArgumentAt or This or MemberAccess or IndexAccess or Call { Parenthesized: true } or ArrayLiteral or ObjectLiteral
            or Literal { Value.Kind: ValueKind.String };
        if (plain) Write(target);
        else WriteGrouped(target);
    }

    private void WriteCall(Call call)
    {
        var target = Stripped(call.Target);
        var mixed = call.Arguments.SkipWhile(argument => argument.Name is null).Any(argument => argument.Name is null);
        var bracketed = call.Parenthesized || call.Arguments.Length == 0 || mixed
            || (scientific && call.Arguments.Any(argument => argument.Spread));
        if (IsPath(target)) Write(target);
        else WriteGrouped(target);
        if (bracketed && IsCallable(target)) WriteBracketedArguments(call.Arguments);
        else WriteBareArguments(call.Arguments);
    }

    private void WriteBracketedArguments(ImmutableArray<Argument> arguments)
    {
        code.Append("(");
        for (var i = 0; i < arguments.Length; i++)
        {
            if (i > 0) code.Append(", ");
            if (arguments[i].Name is { } name) code.Append($"{Spelling.NameAlone(name)}: ");
            if (arguments[i].Spread) WriteSpread(arguments[i].Value);
            else Write(arguments[i].Value);
        }
        code.Append(")");
    }

    private void WriteBareArguments(ImmutableArray<Argument> arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            code.Append(" ");
            var value = Stripped(arguments[i].Value);
            if (arguments[i].Name is { } name) code.Append($"{Spelling.NameAlone(name)}: ");
            if (arguments[i].Spread) WriteSpread(value);
            else if (i == arguments.Length - 1 && value is AnonymousFunction && arguments[i].Name is null) Write(value);
            else if (IsArgument(value)) Write(value);
            else WriteGrouped(value);
        }
    }

    private void WriteSpread(Expression list)
    {
        code.Append("^");
        if (IsPath(list)) Write(list);
        else WriteGrouped(list);
    }

    private void WritePipe(Pipe pipe)
    {
        var from = Stripped(pipe.From);
        if (EndsInFunction(from) || from is Conditional or Assignment) WriteGrouped(from);
        else Write(from);
        code.Append(scientific ? " |> " : " | ");
        var to = Stripped(pipe.To);
        if (to is Call or AnonymousFunction && !IsGroupedCall(pipe.To)) Write(to);
        else if (IsPath(to) && !IsGroupedCall(pipe.To)) Write(to);
        else WriteGrouped(to);
    }

    private void WriteUnary(Unary unary)
    {
        code.Append(unary.Operator switch { UnaryOperator.Not => "!", UnaryOperator.Plus => "+", _ => "-" });
        var operand = Stripped(unary.Operand);
        var isNumber = operand is Literal { Value.IsNumber: true };
        if (IsPath(operand) && (unary.Operator == UnaryOperator.Not || !isNumber) && !IsSigned(operand)) Write(operand);
        else WriteGrouped(operand);
    }

    private void WriteBinary(Binary binary)
    {
        var precedence = Parser.PrecedenceOf(binary.Operator);
        WriteSide(binary.Left, atLeast: precedence);
        var sign = Operators.SignOf(binary.Operator);
        var tight = binary.Operator is BinaryOperator.Range or BinaryOperator.RangeLess && IsPath(binary.Left)
            && IsPath(binary.Right);
        code.Append(tight ? sign : $" {sign} ");
        WriteSide(binary.Right, atLeast: precedence + 1);
    }

    private void WriteSide(Expression side, int atLeast)
    {
        var inner = Stripped(side);
        var plain = inner is Binary binary ? Parser.PrecedenceOf(binary.Operator) >= atLeast : IsOperand(inner) || inner is Unary;
        if (plain) Write(inner);
        else WriteGrouped(inner);
    }

    private void WriteConditional(Conditional choice)
    {
        var test = Stripped(choice.Test);
        if (test is Conditional or Assignment || EndsInFunction(test)) WriteGrouped(test);
        else Write(test);
        code.Append(" ? ");
        WriteChoice(choice.Then);
        code.Append(" : ");
        if (Stripped(choice.Else) is Conditional next) Write(next);
        else WriteChoice(choice.Else);
    }

    private void WriteChoice(Expression choice)
    {
        var inner = Stripped(choice);
        if (IsOperand(inner) || inner is Binary or Unary) Write(inner);
        else WriteGrouped(inner);
    }

    /// <summary>Whether the expression can stand among operators: a constant, or a name with what is reached from it.</summary>
    private static bool IsOperand(Expression expression) => IsPath(expression) || Stripped(expression) is Literal;

    private static bool IsArgument(Expression expression) =>
        IsPath(expression) || (Stripped(expression) is Alias alias && IsPath(alias.Target));

    /// <summary>As <see cref="IsOperand"/>, but nothing that begins with a sign.</summary>
    private static bool IsPath(Expression expression) => Stripped(expression) switch
    {
        Literal literal => !Spelling.IsNegative(literal.Value),
        Call call => call.Parenthesized && IsCallable(Stripped(call.Target)),
        Increment increment => increment.Postfix,
        GlobalName or LocalName or This or Arguments or ArgumentAt or WrappedBlock or LoopMember or MemberAccess or IndexAccess
            or Interpolated or ArrayLiteral or ObjectLiteral => true,
        _ => false,
    };

    private static bool IsCallable(Expression target) => target switch
    {
        GlobalName { Name: "func" } => false,
        GlobalName or LocalName or MemberAccess or IndexAccess or ArgumentAt => true,
        Call call => call.Parenthesized && IsCallable(Stripped(call.Target)),
        _ => false,
    };

    private static bool IsSigned(Expression operand) => FirstOf(operand) is Literal literal && Spelling.IsNegative(literal.Value);

    private static bool EndsInFunction(Expression expression) => Stripped(expression) switch
    {
        AnonymousFunction => true,
        Call { Parenthesized: false, Arguments: [.., { Name: null, Spread: false } last] } =>
            Stripped(last.Value) is AnonymousFunction,
        Pipe pipe => !IsGroupedCall(pipe.To) && EndsInFunction(pipe.To),
        _ => false,
    };

    private static string? FirstName(Expression expression) => FirstOf(expression) switch
    {
        GlobalName name => name.Name,
        _ => null,
    };

    /// <summary>What the printed expression begins with; null when that is a bracket or a sign.</summary>
    private static Expression? FirstOf(Expression expression) => Stripped(expression) switch
    {
        Call call => FirstOf(call.Target),
        Pipe pipe => FirstOf(pipe.From),
        Binary binary => FirstOf(binary.Left),
        Conditional choice => FirstOf(choice.Test),
        Increment { Postfix: true } increment => FirstOf(increment.Target),
        var first => first,
    };

    private static bool IsReserved(string name) => name is "if" or "else" or "end" or "for" or "while" or "break" or "continue"
        or "case" or "when" or "func" or "ret" or "capture" or "readonly" or "import" or "with" or "wrap" or "tablerow";
}
