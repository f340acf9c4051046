using System.Collections.Immutable;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Syntax;

/// <summary>A constant: null, true, a number, a string.</summary>
public sealed record Literal(Span At, Value Value) : Expression(At);

/// <summary><c>$"a {b} c"</c>: literals and expressions in turn.</summary>
public sealed record Interpolated(Span At, ImmutableArray<Expression> Parts) : Expression(At)
{
    public override IEnumerable<Node> Children => Parts;
}

/// <summary>A global name.</summary>
public sealed record GlobalName(Span At, string Name) : Expression(At);

/// <summary>A local name, without its <c>$</c>.</summary>
public sealed record LocalName(Span At, string Name) : Expression(At);

/// <summary><c>this</c>: the object that assignments write to.</summary>
public sealed record This(Span At) : Expression(At);

/// <summary><c>$</c>: all arguments of the function or included template.</summary>
public sealed record Arguments(Span At) : Expression(At);

/// <summary><c>$0</c>, <c>$1</c>…: one of the arguments.</summary>
public sealed record ArgumentAt(Span At, int Index) : Expression(At);

/// <summary><c>$$</c>: runs the block given by <c>wrap</c>.</summary>
public sealed record WrappedBlock(Span At) : Expression(At);

public enum LoopKind { For, While, TableRow }

/// <summary><c>for.index</c> and its like.</summary>
public sealed record LoopMember(Span At, LoopKind Loop, string Name, Span NameAt) : Expression(At);

/// <summary><c>target.name</c> or, when optional, <c>target?.name</c>.</summary>
public sealed record MemberAccess(Span At, Expression Target, string Name, Span NameAt, bool Optional) : Expression(At)
{
    public override IEnumerable<Node> Children => [Target];
}

/// <summary><c>target[index]</c>.</summary>
public sealed record IndexAccess(Span At, Expression Target, Expression Index) : Expression(At)
{
    public override IEnumerable<Node> Children => [Target, Index];
}

/// <summary>One argument of a call: by position, by name, or an array to be spread (<c>^list</c>).</summary>
public sealed record Argument(Span At, Expression Value, string? Name = null, bool Spread = false) : Node(At)
{
    public override IEnumerable<Node> Children => [Value];
}

/// <summary><c>target a b</c>, or with parentheses <c>target(a, b)</c>.</summary>
public sealed record Call(Span At, Expression Target, ImmutableArray<Argument> Arguments, bool Parenthesized = false)
    : Expression(At)
{
    public override IEnumerable<Node> Children => [Target, .. Arguments];
}

/// <summary><c>value | target</c>: calls the target with the value as its first argument.</summary>
public sealed record Pipe(Span At, Expression From, Expression To) : Expression(At)
{
    public override IEnumerable<Node> Children => [From, To];
}

public enum UnaryOperator { Not, Plus, Minus }

public sealed record Unary(Span At, UnaryOperator Operator, Expression Operand) : Expression(At)
{
    public override IEnumerable<Node> Children => [Operand];
}

public enum BinaryOperator
{
    Coalesce, CoalesceNot, Or, And, Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual,
    Range, RangeLess, ShiftLeft, ShiftRight, Add, Subtract, Multiply, Divide, Floor, Modulo, BitOr, BitAnd, Power,
}

public sealed record Binary(Span At, BinaryOperator Operator, Span OperatorAt, Expression Left, Expression Right)
    : Expression(At)
{
    public override IEnumerable<Node> Children => [Left, Right];
}

/// <summary><c>++x</c>, <c>x--</c>…: the value after, or for a postfix before, the change.</summary>
public sealed record Increment(Span At, Expression Target, int By, bool Postfix) : Expression(At)
{
    public override IEnumerable<Node> Children => [Target];
}

public sealed record Conditional(Span At, Expression Test, Expression Then, Expression Else) : Expression(At)
{
    public override IEnumerable<Node> Children => [Test, Then, Else];
}

/// <summary><c>target = value</c>, or with an operator <c>target += value</c>.</summary>
public sealed record Assignment(Span At, Expression Target, BinaryOperator? Operator, Span OperatorAt, Expression Value)
    : Expression(At)
{
    public override IEnumerable<Node> Children => [Target, Value];
}

public sealed record ArrayLiteral(Span At, ImmutableArray<Expression> Items) : Expression(At)
{
    public override IEnumerable<Node> Children => Items;
}

public sealed record ObjectMember(Span At, string Name, Expression Value) : Node(At)
{
    public override IEnumerable<Node> Children => [Value];
}

public sealed record ObjectLiteral(Span At, ImmutableArray<ObjectMember> Members) : Expression(At)
{
    public override IEnumerable<Node> Children => Members;
}

public sealed record Parenthesized(Span At, Expression Inner) : Expression(At)
{
    public override IEnumerable<Node> Children => [Inner];
}

/// <summary><c>@f</c>: the function itself, not what it returns.</summary>
public sealed record Alias(Span At, Expression Target) : Expression(At)
{
    public override IEnumerable<Node> Children => [Target];
}

/// <summary><c>do … end</c>: a function without a name.</summary>
public sealed record AnonymousFunction(Span At, FunctionBody Body) : Expression(At)
{
    public override IEnumerable<Node> Children => [Body];
}
