using System.Collections.Immutable;
using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;
using static Publisher.Scriban.Liquid.LiquidNodes;

namespace Publisher.Scriban.Liquid;

/// <summary><c>case</c>, of which Liquid prints every part that matches.</summary>
internal sealed partial class LiquidParser
{
    /// <summary>More parts that are printed again and again than any author means; it bounds the tree.</summary>
    private const int MaxCopies = 8;

    /// <summary>How many parts stand in the tree more than once.</summary>
    private int copies;

    private readonly record struct WhenValue(MarkupToken Sign, Expression Value, Special Special);

    private readonly record struct WhenPart(Span At, ImmutableArray<WhenValue> Values, LiquidBody Body);

    private void ParseCase(LiquidSegment tag, Markup markup, LiquidBody body)
    {
        var value = ParseValue(markup);
        ExpectEnd(markup);
        var copiesBefore = copies;
        var before = ParsePart(tag);
        var parts = new List<WhenPart>();
        LiquidBody? otherwise = null;
        while (true)
        {
            if (TakePart("when", out var next))
            {
                if (otherwise is not null) Misplaced(next, "a when stands before the else");
                parts.Add(new WhenPart(next.NameAt, ParseWhen(next), ParsePart(tag)));
            }
            else if (TakePart("else", out next))
            {
                CheckElse(next, otherwise);
                otherwise = ParsePart(tag);
            }
            else break;
        }
        Close(tag);
        var blank = before.IsBlank && parts.TrueForAll(part => part.Body.IsBlank) && otherwise?.IsBlank != false;
        var last = otherwise?.ToBlock(blank);
        if (value.Descendants().Take(MaxCopies + 1).Count() > MaxCopies)
        {
            var sought = Local(tag.NameAt, "sought");
            body.Add(Assign(tag.NameAt, sought, value), blank: true);
            value = sought;
        }
        body.Add(CaseOf(tag.NameAt, value, parts, last, blank, mayCopy: copies == copiesBefore), blank);
    }

    private ImmutableArray<WhenValue> ParseWhen(LiquidSegment tag)
    {
        var markup = new Markup(source, tag.Inside);
        var values = ImmutableArray.CreateBuilder<WhenValue>();
        do
        {
            var sign = markup.Current with { Kind = MarkupKind.Equal };
            var value = ParseOperand(markup, out var special);
            values.Add(new WhenValue(sign, value, special));
        }
        while (markup.Take(MarkupKind.Comma) || markup.TakeWord("or"));
        ExpectEnd(markup, "or, a comma, or the end of the tag");
        return values.ToImmutable();
    }

    /// <summary>
    /// Where at most one part can match: a case, if Scriban compares those values as Liquid does, else its parts as ifs.
    /// </summary>
    private Statement CaseOf(Span at, Expression value, List<WhenPart> parts, Block? otherwise, bool blank, bool mayCopy)
    {
        var values = parts.SelectMany(part => part.Values).ToList();
        if (!AllDiffer(values)) return EachThatMatches(at, value, parts, otherwise, blank, mayCopy);
        if (values.Count == 0 || !values.TrueForAll(one => IsPlainText(one.Value)))
            return Branches(at, value, parts, otherwise, blank);
        var whens = parts.Select(part =>
            new When(part.At, [.. part.Values.Select(one => one.Value)], part.Body.ToBlock(blank)));
        return new Case(at, value, [.. whens], otherwise);
    }

    /// <summary>Whether at most one of the values can match, whatever is sought.</summary>
    private static bool AllDiffer(List<WhenValue> values)
    {
        var seen = new HashSet<string>();
        foreach (var (_, value, special) in values)
        {
            if (special != Special.None || value is not Literal literal) return false;
            var text = literal.Value.Kind switch
            {
                ValueKind.String => "text " + literal.Value.AsString,
                ValueKind.Integer => $"number {(double)literal.Value.AsInteger}",
                ValueKind.Double => $"number {literal.Value.AsDouble}",
                ValueKind.Boolean => literal.Value.AsBoolean ? "true" : "false",
                _ => literal.Value.Kind.ToString(),
            };
            if (!seen.Add(text)) return false;
        }
        return true;
    }

    private static Expression Matches(Expression value, WhenValue one) =>
        one.Special == Special.None ? Equal(one.Sign, value, one.Value) : EqualSpecial(one.Sign, one.Special, value);

    private static Statement Branches(Span at, Expression value, List<WhenPart> parts, Block? otherwise, bool blank)
    {
        Statement? rest = otherwise;
        for (var i = parts.Count - 1; i >= 0; i--)
        {
            rest = new If(parts[i].At, MatchesAny(value, parts[i].Values), parts[i].Body.ToBlock(blank), rest);
        }
        return rest ?? new Block(at, []);
    }

    private static Expression MatchesAny(Expression value, ImmutableArray<WhenValue> values)
    {
        var test = Matches(value, values[0]);
        foreach (var one in values[1..]) test = Operation(BinaryOperator.Or, one.Sign.At, test, Matches(value, one));
        return test;
    }

    /// <summary>
    /// Each part that matches, once for each of its values that does, and the else if none did. A part that holds such parts
    /// itself, or has very many values, is printed once.
    /// </summary>
    private Block EachThatMatches(Span at, Expression value, List<WhenPart> parts, Block? otherwise, bool blank, bool mayCopy)
    {
        var found = Local(at, "found");
        var statements = ImmutableArray.CreateBuilder<Statement>();
        statements.Add(Assign(at, found, new Literal(at, Value.False)));
        foreach (var part in parts)
        {
            var body = part.Body.ToBlock(blank);
            body = body with { Statements = body.Statements.Insert(0, Assign(at, found, new Literal(at, Value.True))) };
            if (!mayCopy || part.Values.Length > MaxCopies)
            {
                statements.Add(new If(part.At, MatchesAny(value, part.Values), body, null));
                continue;
            }
            copies += part.Values.Length - 1;
            foreach (var one in part.Values) statements.Add(new If(part.At, Matches(value, one), body, null));
        }
        if (otherwise is not null) statements.Add(new If(at, Not(found), otherwise, null));
        return new Block(at, statements.ToImmutable());
    }
}
