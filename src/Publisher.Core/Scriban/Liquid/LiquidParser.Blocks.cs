using System.Collections.Immutable;
using Publisher.Scriban.Syntax;
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
        var own = hostTags.Contains("highlight");
        body.Add(Do(own
            ? new Call(tag.NameAt, new GlobalName(tag.NameAt, LiquidNames.HostTagPrefix + "highlight"),
                [.. arguments.Select(value => new Argument(value.At, value))])
            : Tag(tag.NameAt, "highlight", arguments.AsSpan())), part.IsBlank);
    }
}
