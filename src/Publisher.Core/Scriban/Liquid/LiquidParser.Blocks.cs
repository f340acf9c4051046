using System.Collections.Immutable;
using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;
using static Publisher.Scriban.Liquid.LiquidNodes;

namespace Publisher.Scriban.Liquid;

/// <summary>The tags that have an end, other than loops.</summary>
internal sealed partial class LiquidParser
{
    private void ParseIf(LiquidSegment tag, Markup markup, LiquidBody body, bool negated)
    {
        var test = ParseCondition(markup);
        var tests = new List<(Span At, Expression Test)> { (tag.NameAt, negated ? Not(test) : test) };
        var parts = new List<LiquidBody> { ParsePart(tag) };
        LiquidBody? otherwise = null;
        while (true)
        {
            if (TakePart("elsif", out var next))
            {
                if (otherwise is not null) Misplaced(next, "it stands after the else, so it is never reached");
                tests.Add((next.NameAt, ParseCondition(new Markup(source, next.Inside))));
                parts.Add(ParsePart(tag));
            }
            else if (TakePart("else", out next))
            {
                CheckElse(next, otherwise);
                otherwise = ParsePart(tag);
            }
            else break;
        }
        Close(tag);
        var blank = parts.TrueForAll(part => part.IsBlank) && otherwise?.IsBlank != false;
        Statement? rest = otherwise?.ToBlock(blank);
        for (var i = tests.Count - 1; i >= 0; i--) rest = new If(tests[i].At, tests[i].Test, parts[i].ToBlock(blank), rest);
        body.Add(rest!, blank);
    }

    private void CheckElse(LiquidSegment tag, LiquidBody? last)
    {
        if (last is not null) Misplaced(tag, "there is an else before it");
        else if (Source(tag.Inside).StartsWith("if ", StringComparison.Ordinal)) Misplaced(tag, "Liquid's word is elsif");
        else if (tag.Inside.Length > 0) problems.Add(tag.Inside, "nothing may follow else");
    }

    private void ParseCase(LiquidSegment tag, Markup markup, LiquidBody body)
    {
        var value = ParseValue(markup);
        ExpectEnd(markup);
        var before = ParsePart(tag);
        var whens = new List<(Span At, ImmutableArray<(MarkupToken Sign, Expression Value, Special Special)> Values, LiquidBody Body)>();
        LiquidBody? otherwise = null;
        while (true)
        {
            if (TakePart("when", out var next))
            {
                if (otherwise is not null) Misplaced(next, "a when stands before the else");
                whens.Add((next.NameAt, ParseWhen(next), ParsePart(tag)));
            }
            else if (TakePart("else", out next))
            {
                CheckElse(next, otherwise);
                otherwise = ParsePart(tag);
            }
            else break;
        }
        Close(tag);
        var blank = before.IsBlank && whens.TrueForAll(when => when.Body.IsBlank) && otherwise?.IsBlank != false;
        var values = whens.SelectMany(when => when.Values).ToList();
        var parts = whens.Select(when => (when.At, when.Values, Body: when.Body.ToBlock(blank))).ToList();
        var last = otherwise?.ToBlock(blank);
        body.Add(values.TrueForAll(one => IsPlainText(one.Value) && one.Special == Special.None) && AllDiffer(values) && values.Count > 0
            ? new Case(tag.NameAt, value,
                [.. parts.Select(part => new When(part.At, [.. part.Values.Select(one => one.Value)], part.Body))], last)
            : AllDiffer(values) ? Branches(value, parts, last, tag.NameAt)
            : EachThatMatches(value, parts, last, tag.NameAt), blank);
    }

    private ImmutableArray<(MarkupToken, Expression, Special)> ParseWhen(LiquidSegment tag)
    {
        var markup = new Markup(source, tag.Inside);
        var values = ImmutableArray.CreateBuilder<(MarkupToken, Expression, Special)>();
        do
        {
            var sign = markup.Current;
            var value = ParseOperand(markup, out var special);
            values.Add((sign with { Kind = MarkupKind.Equal }, value, special));
        }
        while (markup.Take(MarkupKind.Comma) || markup.TakeWord("or"));
        ExpectEnd(markup, "or, a comma, or the end of the tag");
        return values.ToImmutable();
    }

    /// <summary>Whether at most one of the values can match, whatever is sought.</summary>
    private static bool AllDiffer(List<(MarkupToken Sign, Expression Value, Special Special)> values)
    {
        var seen = new HashSet<string>();
        foreach (var (_, value, special) in values)
        {
            if (special != Special.None || value is not Literal literal) return false;
            var text = literal.Value.Kind switch
            {
                ValueKind.String => "s" + literal.Value.AsString,
                ValueKind.Integer => "n" + (double)literal.Value.AsInteger,
                ValueKind.Double => "n" + literal.Value.AsDouble,
                _ => literal.Value.Kind + (literal.Value.Kind == ValueKind.Boolean && literal.Value.AsBoolean ? "t" : ""),
            };
            if (!seen.Add(text)) return false;
        }
        return true;
    }

    private static Expression Matches(Expression value, (MarkupToken Sign, Expression Value, Special Special) one) =>
        one.Special == Special.None ? Equal(one.Sign, value, one.Value) : EqualSpecial(one.Sign, one.Special, value);

    private static Statement Branches(Expression value,
        List<(Span At, ImmutableArray<(MarkupToken Sign, Expression Value, Special Special)> Values, Block Body)> parts,
        Block? otherwise, Span at)
    {
        Statement? rest = otherwise;
        for (var i = parts.Count - 1; i >= 0; i--)
        {
            var test = Matches(value, parts[i].Values[0]);
            foreach (var one in parts[i].Values[1..])
                test = Operation(BinaryOperator.Or, one.Sign.At, test, Matches(value, one));
            rest = new If(parts[i].At, test, parts[i].Body, rest);
        }
        return rest ?? new Block(at, []);
    }

    /// <summary>Liquid prints every part that matches, once for each of its values that does, and the else if none did.</summary>
    private Block EachThatMatches(Expression value,
        List<(Span At, ImmutableArray<(MarkupToken Sign, Expression Value, Special Special)> Values, Block Body)> parts,
        Block? otherwise, Span at)
    {
        var found = Local(at, "found");
        var statements = ImmutableArray.CreateBuilder<Statement>();
        statements.Add(Assign(at, found, new Literal(at, Value.False)));
        foreach (var part in parts)
        {
            foreach (var one in part.Values)
            {
                var then = new Block(part.Body.At, [Assign(at, found, new Literal(at, Value.True)), .. part.Body.Statements]);
                statements.Add(new If(part.At, Matches(value, one), then, null));
            }
        }
        if (otherwise is not null) statements.Add(new If(at, Not(found), otherwise, null));
        return new Block(at, statements.ToImmutable());
    }

    private void ParseCapture(LiquidSegment tag, Markup markup, LiquidBody body)
    {
        var at = tag.Inside;
        if (markup.Current.Kind == MarkupKind.Text) at = new Span(markup.Current.At.Start + 1, markup.Current.At.End - 1);
        if (at.Length == 0) Unexpected(markup, "the name of a variable");
        var part = ParsePart(tag);
        Close(tag);
        body.Add(new Capture(tag.NameAt, Set(Source(at), at, out var noted), part.ToBlock()), blank: true);
        if (noted is not null) body.Add(noted, blank: true);
    }

    private void ParseIfChanged(LiquidSegment tag, LiquidBody body)
    {
        var part = ParsePart(tag);
        Close(tag);
        var text = Local(tag.NameAt, "text");
        body.Add(new Capture(tag.NameAt, text, part.ToBlock()), blank: true);
        body.Add(Do(Tag(tag.NameAt, "ifchanged", text)), part.IsBlank);
    }

    private void ParseHighlight(LiquidSegment tag, LiquidBody body)
    {
        var (language, options) = (tag.Inside, new Span(tag.Inside.End, tag.Inside.End));
        for (var i = tag.Inside.Start; i < tag.Inside.End; i++)
        {
            if (!LiquidLexer.IsSpace(source[i])) continue;
            (language, options) = (language with { End = i }, LiquidLexer.Trimmed(source, new Span(i, tag.Inside.End)));
            break;
        }
        if (language.Length == 0) problems.Add(tag.NameAt, "highlight must be followed by a language");
        var part = ParsePart(tag);
        Close(tag);
        var code = Local(tag.NameAt, "code");
        body.Add(new Capture(tag.NameAt, code, part.ToBlock()), blank: true);
        var arguments = ImmutableArray.Create<Expression>(code, Quoted(language, Source(language)));
        if (options.Length > 0) arguments = arguments.Add(Quoted(options, Source(options)));
        // A host that colours code itself gives the tag as a function.
        var own = globals.IsKnown(LiquidNames.HostTagPrefix + "highlight");
        body.Add(Do(own
            ? new Call(tag.NameAt, new GlobalName(tag.NameAt, LiquidNames.HostTagPrefix + "highlight"),
                [.. arguments.Select(value => new Argument(value.At, value))])
            : Tag(tag.NameAt, "highlight", arguments.AsSpan())), part.IsBlank);
    }
}
