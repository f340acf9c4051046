using System.Collections.Immutable;
using Publisher.Diagnostics;
using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;
using static Publisher.Scriban.Liquid.LiquidNodes;

namespace Publisher.Scriban.Liquid;

/// <summary>Values, ranges and filters.</summary>
internal sealed partial class LiquidParser
{
    /// <summary>A value with its filters; null when there is nothing at all.</summary>
    private Expression? ParseFiltered(Markup markup)
    {
        if (markup.AtEnd) return null;
        var value = ParseValue(markup);
        while (markup.Take(MarkupKind.Pipe)) value = ParseFilter(markup, value);
        ExpectEnd(markup, "a filter or the end");
        return value;
    }

    private Expression ParseFilter(Markup markup, Expression from)
    {
        if (markup.Current.Kind != MarkupKind.Name)
        {
            Unexpected(markup, "the name of a filter");
            return from;
        }
        var name = markup.Next();
        CheckFilter(name);
        var target = new MemberAccess(name.At, new GlobalName(name.At, FilterGroup), name.Text, name.At, Optional: false);
        var arguments = ImmutableArray<Argument>.Empty;
        if (markup.Take(MarkupKind.Colon))
            do arguments = arguments.Add(ParseArgument(markup));
            while (markup.Take(MarkupKind.Comma));
        var at = from.At.To(name.At);
        if (arguments.IsEmpty) return new Pipe(at, from, target);
        var ordered = arguments.OrderBy(argument => argument.Name is not null).ToImmutableArray();
        var plain = ordered.All(argument => IsPlain(argument.Value));
        return new Pipe(at, from, new Call(name.At.To(arguments[^1].At), target, ordered, Parenthesized: !plain));
    }

    /// <summary>Whether the expression can be an argument without brackets around it.</summary>
    private static bool IsPlain(Expression value)
    {
        while (value is MemberAccess member) value = member.Target;
        return value switch
        {
            Literal { Value: { Kind: ValueKind.Integer, AsInteger: < 0 } or { Kind: ValueKind.Double, AsDouble: < 0 } } => false,
            Literal literal => literal.Value.Kind != ValueKind.Big,
            _ => value is GlobalName or LocalName,
        };
    }

    private Argument ParseArgument(Markup markup)
    {
        if (!markup.IsNamed)
        {
            var value = ParseValue(markup);
            return new Argument(value.At, value);
        }
        var name = markup.Next();
        markup.Next();
        var named = ParseValue(markup);
        return new Argument(name.At.To(named.At), named, name.Text);
    }

    private void CheckFilter(MarkupToken name)
    {
        var known = globals.TryGetConstant(FilterGroup, out var group) && group.Kind == ValueKind.Object
            ? group.Reference as ScriptObject : null;
        if (known?.TryGet(name.Text, out _) == true) return;
        problems.Add(name.At, place => Messages.UnknownFilter(place, name.Text, known?.Names ?? []));
    }

    /// <summary>A literal, a range, or a variable with what is asked of it.</summary>
    private Expression ParseValue(Markup markup)
    {
        var token = markup.Current;
        switch (token.Kind)
        {
            case MarkupKind.Text: return Quoted(markup.Next().At, token.Text);
            case MarkupKind.Integer or MarkupKind.Float: return Number(markup.Next());
            case MarkupKind.OpenParenthesis: return ParseRange(markup);
            case MarkupKind.OpenBracket: return ParsePath(markup);
            case MarkupKind.Name when markup.Following.Kind is MarkupKind.Dot or MarkupKind.OpenBracket: return ParsePath(markup);
            case MarkupKind.Name: return LiteralOf(token, markup) ?? ParsePath(markup);
        }
        Unexpected(markup, "a value");
        return Null(token.At);
    }

    private static Literal? LiteralOf(MarkupToken token, Markup markup)
    {
        Literal? literal = token.Text switch
        {
            "nil" or "null" => Null(token.At),
            "true" => new Literal(token.At, Value.True),
            "false" => new Literal(token.At, Value.False),
            "empty" or "blank" => Quoted(token.At, ""),
            _ => null,
        };
        if (literal is not null) markup.Next();
        return literal;
    }

    private Literal Number(MarkupToken token)
    {
        var negative = token.Text[0] == '-';
        var value = NumberReader.Read(negative ? token.Text[1..] : token.Text, token.Kind == MarkupKind.Integer);
        if (value.IsUndefined) problems.Add(token.At, "this is not a number that can be held");
        return new Literal(token.At, negative && !value.IsUndefined ? Running.Operators.Negate(value) : value);
    }

    private Expression ParseRange(Markup markup)
    {
        var start = markup.Next().At;
        if (!Enter(start)) return Null(start);
        var first = ParseValue(markup);
        var sign = markup.Current.At;
        if (!markup.Take(MarkupKind.DotDot)) Unexpected(markup, "..");
        var last = ParseValue(markup);
        var at = start.To(markup.Current.At);
        if (!markup.Take(MarkupKind.CloseParenthesis)) Unexpected(markup, ")");
        depth--;
        // Scriban counts down where Liquid has nothing.
        return first is Literal { Value: { Kind: ValueKind.Integer } from }
            && last is Literal { Value: { Kind: ValueKind.Integer } to } && from.AsInteger <= to.AsInteger
            ? new Parenthesized(at, Operation(BinaryOperator.Range, sign, first, last))
            : Tag(at, "range", first, last);
    }

    private Expression ParsePath(Markup markup)
    {
        var name = markup.Current;
        Expression path;
        if (name.Kind == MarkupKind.OpenBracket)
        {
            var key = ParseIndex(markup);
            path = Tag(name.At, "variable", key);
        }
        else
        {
            markup.Next();
            path = LoopMemberOf(name, markup) ?? Variable(name.Text, name.At);
        }
        while (!markup.HasFailed)
        {
            if (markup.Current.Kind == MarkupKind.OpenBracket) path = ItemOf(path, ParseIndex(markup));
            else if (!markup.Take(MarkupKind.Dot)) break;
            else if (markup.Current.Kind == MarkupKind.Name) path = MemberOf(path, markup.Next());
            else Unexpected(markup, "a name");
        }
        return path;
    }

    private Expression ParseIndex(Markup markup)
    {
        var start = markup.Next().At;
        if (!Enter(start)) return Null(start);
        var index = ParseValue(markup);
        if (!markup.Take(MarkupKind.CloseBracket)) Unexpected(markup, "]");
        depth--;
        return index;
    }

    private static Expression MemberOf(Expression target, MarkupToken name)
    {
        // "size", "first" and "last" are asked of the value where it has no member of that name.
        if (name.Text is "size" or "first" or "last") return Tag(target.At.To(name.At), name.Text, target);
        return IsScribanName(name.Text) ? MemberOf(target, name.Text, name.At) : ItemOf(target, Quoted(name.At, name.Text));
    }

    private static MemberAccess MemberOf(Expression target, string name, Span at) =>
        new(target.At.To(at), target, name, at, Optional: target is not Arguments);

    private static Expression ItemOf(Expression target, Expression index) =>
        index is Literal { Value: { Kind: ValueKind.String } name } && IsScribanName(name.AsString)
            && name.AsString is not ("size" or "first" or "last" or "empty?")
            ? MemberOf(target, name.AsString, index.At)
            : Tag(target.At.To(index.At), "item", target, index);

    private static bool IsScribanName(string name) => name == "empty?"
        || (name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(LiquidLexer.IsName));

    /// <summary>What reads the variable.</summary>
    private Expression Variable(string name, Span at)
    {
        if (name == "include") return new Arguments(at);
        if (name is "nil" or "null" or "true" or "false" or "blank") return Null(at);
        var read = Target(name, at);
        // The host's variable of that name, if the template has none.
        if (read is GlobalName renamed && renamed.Name != name && !set.Contains(name)
            && !loops.Exists(loop => loop.Variable == name))
            read = Tag(at, "variable", Quoted(at, name));
        return counted.Contains(name)
            ? new Parenthesized(at, Operation(BinaryOperator.Coalesce, at, read, Tag(at, "counter", Quoted(at, name)))) : read;
    }

    /// <summary>What the variable is called in the tree; names that Scriban cannot spell are items of <c>this</c>.</summary>
    private Expression Target(string name, Span at)
    {
        if (!IsScribanName(name) || name.EndsWith('?')) return new IndexAccess(at, new This(at), Quoted(at, name));
        return new GlobalName(at, LiquidNames.IsReserved(name, globals) ? name + "_" : name);
    }

    /// <summary>What a loop knows of itself, where the loop stands in this template.</summary>
    private Expression? LoopMemberOf(MarkupToken name, Markup markup)
    {
        if (name.Text is not ("forloop" or "tablerowloop")) return null;
        var kind = name.Text == "forloop" ? LoopKind.For : LoopKind.TableRow;
        if (loops.FindLast(loop => loop.Kind == kind) is { } open && markup.Current.Kind == MarkupKind.Dot
            && markup.Following is { Kind: MarkupKind.Name } member
            && LoopMemberOf(open, member.Text, name.At.To(member.At), member.At) is { } known)
        {
            markup.Next();
            markup.Next();
            return known;
        }
        return Tag(name.At, name.Text);
    }

    private static Expression? LoopMemberOf(OpenLoop loop, string name, Span at, Span nameAt)
    {
        var row = loop.Kind == LoopKind.TableRow;
        switch (name)
        {
            case "index": return Plus(Member("index"), 1);
            case "index0": return Member("index");
            case "rindex": return Plus(Member("rindex"), 1);
            case "rindex0": return Member("rindex");
            case "first" or "last" or "length": return Member(name);
            case "col" when row: return Member("col");
            case "col0" when row: return Plus(Member("col"), -1);
            case "col_first" when row: return Operation(BinaryOperator.Equal, at, Member("col"), Whole(at, 1));
            case "col_last" when row: return Operation(BinaryOperator.Equal, at, Member("col"), loop.Columns!);
            case "row" when row: return Plus(Operation(BinaryOperator.Floor, at, Member("index"), loop.Columns!), 1);
            default: return null;
        }

        LoopMember Member(string member) => new(at, loop.Kind, member, nameAt);

        Expression Plus(Expression left, int number) =>
            Operation(number < 0 ? BinaryOperator.Subtract : BinaryOperator.Add, at, left, Whole(at, Math.Abs(number)));
    }
}
