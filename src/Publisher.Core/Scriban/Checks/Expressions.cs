using System.Collections.Immutable;
using Publisher.Scriban.Liquid;
using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Checks;

/// <summary>A call in either of its forms, with a piped value as the first argument.</summary>
internal sealed record Invocation(Expression Target, ImmutableArray<Argument> Arguments)
{
    public static Invocation? Of(Node node) => node switch
    {
        Pipe { To: Call call } pipe => new(call.Target, [new Argument(pipe.From.At, pipe.From), .. call.Arguments]),
        Pipe pipe => new(pipe.To, [new Argument(pipe.From.At, pipe.From)]),
        Call call => new(call.Target, call.Arguments),
        _ => null,
    };

    public bool Spreads => Arguments.Any(argument => argument.Spread);

    public Expression? First => Arguments is [{ Name: null, Spread: false } first, ..] ? first.Value : null;

    /// <summary>"string.upcase", where it is a name or a member of one.</summary>
    public string Name => Target switch
    {
        GlobalName name => name.Name,
        MemberAccess { Target: GlobalName group } member => $"{group.Name}.{member.Name}",
        _ => "",
    };

    /// <summary>The name of the function among Liquid's tags; empty when it is none of them.</summary>
    public string Tag =>
        Target is MemberAccess { Target: GlobalName { Name: LiquidNodes.TagGroup } } member ? member.Name : "";

    public Expression? At(int place)
    {
        var positional = Arguments.Where(argument => argument.Name is null).ToList();
        return place < positional.Count && !Spreads ? positional[place].Value : null;
    }
}

/// <summary>What messages call an expression, and the text that it is where it is constant.</summary>
internal static class Expressions
{
    /// <summary>As the running template calls it, so that one fault is told in the same words by both.</summary>
    public static string NameOf(Expression expression) => expression switch
    {
        GlobalName name => name.Name,
        LocalName name => "$" + name.Name,
        ArgumentAt one => "$" + one.Index,
        Arguments => "$",
        This => "this",
        WrappedBlock => "$$",
        LoopMember member => "for." + member.Name,
        MemberAccess member => $"{NameOf(member.Target)}.{member.Name}",
        IndexAccess item => NameOf(item.Target) + "[…]",
        Parenthesized inner => NameOf(inner.Inner),
        Alias alias => NameOf(alias.Target),
        Call call => NameOf(call.Target),
        Pipe { To: var to } => NameOf(to is Call call ? call.Target : to),
        Literal { Value.IsNull: true } => "null",
        Literal { Value.Kind: ValueKind.String } literal => $"\"{literal.Value.AsString}\"",
        _ => "the value",
    };

    public static string? TextOf(Expression? expression) => expression switch
    {
        Literal { Value.Kind: ValueKind.String } literal => literal.Value.AsString,
        Parenthesized inner => TextOf(inner.Inner),
        _ => null,
    };

    public static Expression Bare(Expression expression)
    {
        while (expression is Parenthesized inner) expression = inner.Inner;
        return expression;
    }

    /// <summary>Whether the function is asked what to do where its first argument is nothing.</summary>
    public static bool AllowsNothing(Invocation call) => call.Name is "object.default" or "liquid.default"
        || call.Tag is "blank" or "include_name";
}
