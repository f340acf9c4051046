using System.Collections.Immutable;

namespace Publisher.Scriban.Syntax;

public sealed record Block(Span At, ImmutableArray<Statement> Statements) : Statement(At)
{
    public override IEnumerable<Node> Children => Statements;
}

/// <summary>Text that is printed as it is, already trimmed.</summary>
public sealed record StaticText(Span At, string Content) : Statement(At);

/// <summary>Prints a value, or assigns one.</summary>
public sealed record ExpressionStatement(Span At, Expression Expression) : Statement(At)
{
    /// <summary>White space before the code on its line, to repeat before each further line it prints.</summary>
    public string Indent { get; init; } = "";

    public override IEnumerable<Node> Children => [Expression];
}

public sealed record If(Span At, Expression Test, Block Then, Statement? Else) : Statement(At)
{
    public override IEnumerable<Node> Children => Some(Test, Then, Else);
}

/// <summary>One <c>when</c> of a <c>case</c>.</summary>
public sealed record When(Span At, ImmutableArray<Expression> Values, Block Body) : Node(At)
{
    public override IEnumerable<Node> Children => [.. Values, Body];
}

public sealed record Case(Span At, Expression Value, ImmutableArray<When> Whens, Block? Else) : Statement(At)
{
    public override IEnumerable<Node> Children => Some([Value, .. Whens, Else]);
}

/// <summary><c>for</c>, and <c>tablerow</c>, which also has columns.</summary>
public sealed record For(Span At, LoopKind Kind, Expression Variable, Expression Items, Block Body) : Statement(At)
{
    public Expression? Offset { get; init; }

    public Expression? Limit { get; init; }

    public Expression? Columns { get; init; }

    public bool Reversed { get; init; }

    /// <summary>What is done when there are no items.</summary>
    public Block? Else { get; init; }

    public override IEnumerable<Node> Children => Some(Variable, Items, Offset, Limit, Columns, Body, Else);
}

public sealed record While(Span At, Expression Test, Block Body) : Statement(At)
{
    public override IEnumerable<Node> Children => [Test, Body];
}

public sealed record Break(Span At) : Statement(At);

public sealed record Continue(Span At) : Statement(At);

public sealed record Return(Span At, Expression? Value) : Statement(At)
{
    public override IEnumerable<Node> Children => Some(Value);
}

public sealed record Capture(Span At, Expression Target, Block Body) : Statement(At)
{
    public override IEnumerable<Node> Children => [Target, Body];
}

public sealed record ReadOnly(Span At, Expression Variable) : Statement(At)
{
    public override IEnumerable<Node> Children => [Variable];
}

public sealed record Import(Span At, Expression Value) : Statement(At)
{
    public override IEnumerable<Node> Children => [Value];
}

public sealed record With(Span At, Expression Target, Block Body) : Statement(At)
{
    public override IEnumerable<Node> Children => [Target, Body];
}

public sealed record Wrap(Span At, Expression Target, Block Body) : Statement(At)
{
    public override IEnumerable<Node> Children => [Target, Body];
}

/// <summary>
/// A parameter of a function: required, optional with a default, or the last one, which takes all that follow.
/// </summary>
public sealed record Parameter(Span At, string Name, Expression? Default = null, bool Variadic = false) : Node(At)
{
    public override IEnumerable<Node> Children => Some(Default);
}

/// <summary>
/// What a function does. Without a parameter list it is a simple function, which shares its caller's global names;
/// with one, its parameters and assignments are its own. An inline function is one expression.
/// </summary>
public sealed record FunctionBody(Span At, string Name, ImmutableArray<Parameter>? Parameters, Node Body) : Node(At)
{
    public override IEnumerable<Node> Children => [.. Parameters ?? [], Body];
}

/// <summary><c>func name … end</c>, or <c>name(x) = …</c>.</summary>
public sealed record FunctionDefinition(Span At, Expression Target, FunctionBody Body) : Statement(At)
{
    public override IEnumerable<Node> Children => [Target, Body];
}
