using System.Collections.Immutable;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Syntax;

/// <summary>
/// Whether two trees mean the same: positions, brackets that only group, and how text is cut into pieces do not count.
/// </summary>
public static class TreeEquality
{
    public static bool SameAs(this Node left, Node right) => Same(left, right);

    private static bool Same(Node? left, Node? right) => (left, right) switch
    {
        (null, null) => true,
        (Block a, Block b) => SameBlocks(a, b),
        (Parenthesized a, _) => Same(a.Inner, right),
        (_, Parenthesized b) => Same(left, b.Inner),
        (Expression a, Expression b) => SameExpressions(a, b),
        (Statement a, Statement b) => SameStatements(a, b),
        (Argument a, Argument b) => a.Name == b.Name && a.Spread == b.Spread && Same(a.Value, b.Value),
        (ObjectMember a, ObjectMember b) => a.Name == b.Name && Same(a.Value, b.Value),
        (When a, When b) => All(a.Values, b.Values) && Same(a.Body, b.Body),
        (Parameter a, Parameter b) => a.Name == b.Name && a.Variadic == b.Variadic && Same(a.Default, b.Default),
        (FunctionBody a, FunctionBody b) => a.Name == b.Name && a.Parameters.HasValue == b.Parameters.HasValue
            && All(a.Parameters ?? [], b.Parameters ?? []) && Same(a.Body, b.Body),
        _ => false,
    };

    private static bool All<T>(ImmutableArray<T> left, ImmutableArray<T> right) where T : Node
    {
        if (left.Length != right.Length) return false;
        for (var i = 0; i < left.Length; i++)
            if (!Same(left[i], right[i])) return false;
        return true;
    }

    private static bool SameExpressions(Expression left, Expression right) => (left, right) switch
    {
        (Literal a, Literal b) => SameValues(a.Value, b.Value),
        (Interpolated a, Interpolated b) => All(Merged(a), Merged(b)),
        (GlobalName a, GlobalName b) => a.Name == b.Name,
        (LocalName a, LocalName b) => a.Name == b.Name,
        (This, This) or (Arguments, Arguments) or (WrappedBlock, WrappedBlock) => true,
        (ArgumentAt a, ArgumentAt b) => a.Index == b.Index,
        (LoopMember a, LoopMember b) => a.Loop == b.Loop && a.Name == b.Name,
        (MemberAccess a, MemberAccess b) => a.Name == b.Name && a.Optional == b.Optional && Same(a.Target, b.Target),
        (IndexAccess a, IndexAccess b) => Same(a.Target, b.Target) && Same(a.Index, b.Index),
        (Call a, Call b) => Same(a.Target, b.Target) && All(a.Arguments, b.Arguments),
        (Pipe a, Pipe b) => Same(a.From, b.From) && IsGroupedCall(a.To) == IsGroupedCall(b.To) && Same(a.To, b.To),
        (Unary a, Unary b) => a.Operator == b.Operator && Same(a.Operand, b.Operand),
        (Binary a, Binary b) => a.Operator == b.Operator && Same(a.Left, b.Left) && Same(a.Right, b.Right),
        (Increment a, Increment b) => a.By == b.By && a.Postfix == b.Postfix && Same(a.Target, b.Target),
        (Conditional a, Conditional b) => Same(a.Test, b.Test) && Same(a.Then, b.Then) && Same(a.Else, b.Else),
        (Assignment a, Assignment b) => a.Operator == b.Operator && Same(a.Target, b.Target) && Same(a.Value, b.Value),
        (ArrayLiteral a, ArrayLiteral b) => All(a.Items, b.Items),
        (ObjectLiteral a, ObjectLiteral b) => All(a.Members, b.Members),
        (Alias a, Alias b) => Same(a.Target, b.Target),
        (AnonymousFunction a, AnonymousFunction b) => Same(a.Body, b.Body),
        _ => false,
    };

    private static bool SameStatements(Statement left, Statement right) => (left, right) switch
    {
        (StaticText a, StaticText b) => a.Content == b.Content,
        (ExpressionStatement a, ExpressionStatement b) => a.Indent == b.Indent && Same(a.Expression, b.Expression),
        (If a, If b) => Same(a.Test, b.Test) && Same(a.Then, b.Then) && Same(a.Else, b.Else),
        (Case a, Case b) => Same(a.Value, b.Value) && All(a.Whens, b.Whens) && Same(a.Else, b.Else),
        (For a, For b) => a.Kind == b.Kind && a.Reversed == b.Reversed && Same(a.Variable, b.Variable)
            && Same(a.Items, b.Items) && Same(a.Offset, b.Offset) && Same(a.Limit, b.Limit) && Same(a.Columns, b.Columns)
            && Same(a.Body, b.Body) && Same(a.Else, b.Else),
        (While a, While b) => Same(a.Test, b.Test) && Same(a.Body, b.Body),
        (Break, Break) or (Continue, Continue) => true,
        (Return a, Return b) => Same(a.Value, b.Value),
        (Capture a, Capture b) => Same(a.Target, b.Target) && Same(a.Body, b.Body),
        (ReadOnly a, ReadOnly b) => Same(a.Variable, b.Variable),
        (Import a, Import b) => Same(a.Value, b.Value),
        (With a, With b) => Same(a.Target, b.Target) && Same(a.Body, b.Body),
        (Wrap a, Wrap b) => IsGroupedCall(a.Target) == IsGroupedCall(b.Target) && Same(a.Target, b.Target)
            && Same(a.Body, b.Body),
        (FunctionDefinition a, FunctionDefinition b) => Same(a.Target, b.Target) && Same(a.Body, b.Body),
        _ => false,
    };

    /// <summary>A call in brackets is made by itself, where a pipe or <c>wrap</c> would have added to a bare one.</summary>
    internal static bool IsGroupedCall(Expression expression) =>
        expression is Parenthesized && Stripped(expression) is Call or Pipe;

    /// <summary>The expression without the brackets around it.</summary>
    internal static Expression Stripped(Expression expression)
    {
        while (expression is Parenthesized grouped) expression = grouped.Inner;
        return expression;
    }

    /// <summary>The statements of a block, without blocks inside it, and with text that meets in one piece.</summary>
    internal static ImmutableArray<Statement> Flattened(Block block)
    {
        var flat = ImmutableArray.CreateBuilder<Statement>(block.Statements.Length);
        AddFlattened(flat, block);
        return flat.DrainToImmutable();
    }

    private static void AddFlattened(ImmutableArray<Statement>.Builder flat, Block block)
    {
        foreach (var statement in block.Statements)
        {
            switch (statement)
            {
                case Block inner: AddFlattened(flat, inner); break;
                case StaticText { Content: "" }: break;
                case StaticText text when flat.Count > 0 && flat[^1] is StaticText before:
                    flat[^1] = before with { Content = before.Content + text.Content };
                    break;
                default: flat.Add(statement); break;
            }
        }
    }

    private static bool SameBlocks(Block left, Block right) => All(Flattened(left), Flattened(right));

    /// <summary>The parts of an interpolated string, with text that meets in one piece.</summary>
    private static ImmutableArray<Expression> Merged(Interpolated text)
    {
        var parts = ImmutableArray.CreateBuilder<Expression>(text.Parts.Length);
        foreach (var part in text.Parts.Select(Stripped))
        {
            if (part is not Literal { Value.Kind: ValueKind.String } literal) parts.Add(part);
            else if (literal.Value.AsString.Length == 0) continue;
            else if (parts.Count > 0 && parts[^1] is Literal { Value.Kind: ValueKind.String } before)
                parts[^1] = before with { Value = Value.FromString(before.Value.AsString + literal.Value.AsString) };
            else parts.Add(literal);
        }
        return parts.DrainToImmutable();
    }

    private static bool SameValues(in Value left, in Value right)
    {
        if (left.IsNull || right.IsNull) return left.IsNull && right.IsNull;
        if (left.Kind != right.Kind) return false;
        return left.Kind is ValueKind.Big or ValueKind.Decimal or ValueKind.String
            ? Equals(left.Reference, right.Reference) : left.Bits == right.Bits && Equals(left.Reference, right.Reference);
    }
}
