using System.Collections.Immutable;
using Publisher.Diagnostics;
using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;
using static Publisher.Scriban.Liquid.LiquidNodes;

namespace Publisher.Scriban.Liquid;

/// <summary>Outputs, and the tags that have no end.</summary>
internal sealed partial class LiquidParser
{
    private void ParseTag(LiquidSegment tag, LiquidBody body)
    {
        var markup = new Markup(source, tag.Inside);
        switch (tag.Name)
        {
            case "#": break;
            case "": Nameless(tag); break;
            case "if": ParseIf(tag, markup, body, negated: false); break;
            case "unless": ParseIf(tag, markup, body, negated: true); break;
            case "case": ParseCase(tag, markup, body); break;
            case "for": ParseFor(tag, markup, body); break;
            case "tablerow": ParseTableRow(tag, markup, body); break;
            case "capture": ParseCapture(tag, markup, body); break;
            case "ifchanged": ParseIfChanged(tag, body); break;
            case "highlight": ParseHighlight(tag, body); break;
            case "raw": body.Add(new StaticText(tag.Inside, Source(tag.Inside)), tag.Inside.Length == 0); break;
            case "assign": ParseAssign(tag, markup, body); break;
            case "break" or "continue": ParseLeave(tag, body); break;
            case "increment" or "decrement": ParseCount(tag, body); break;
            case "cycle": ParseCycle(tag, markup, body); break;
            case "echo": ParseOutput(markup, body); break;
            case "liquid": ParseLines(tag, body); break;
            case "include" or "include_relative": ParseInclude(tag, body); break;
            case "render": ParseRender(tag, markup, body); break;
            default: ParseHostTag(tag, body); break;
        }
    }

    private string Source(Span at) => source[at.Start..at.End];

    private void Nameless(LiquidSegment tag) => problems.Add(tag.At, "this tag has no name");

    private void ParseOutput(Markup markup, LiquidBody body)
    {
        body.MarkPrinting();
        if (ParseFiltered(markup) is { } value) body.Add(Do(Unescaped(value, Printed(value))), blank: false);
    }

    /// <summary>What Liquid prints is HTML already, where the template is one of those that escape what is not.</summary>
    private Expression Unescaped(Expression value, Expression printed)
    {
        var isContent = value is GlobalName { Name: "content" } && !set.Contains("content");
        return !escapes || isContent || NeedsNoEscape(value) ? printed
            : new Pipe(printed.At, printed, Member(printed.At, "html", "raw"));
    }

    /// <summary>The value as Liquid prints it, which for lists, objects, dates and fractions is not as Scriban does.</summary>
    private static Expression Printed(Expression value) => KnownOf(value) is Known.Text or Known.Whole or Known.Truth
        || value is Literal { Value.IsNull: true }
            ? value : new Pipe(value.At, value, Member(value.At, TagGroup, "text"));

    private void ParseAssign(LiquidSegment tag, Markup markup, LiquidBody body)
    {
        var name = markup.Current;
        while (markup.Current.Kind is not (MarkupKind.Equals or MarkupKind.End)) markup.Next();
        var at = LiquidLexer.Trimmed(source, new Span(name.At.Start, markup.Current.At.Start));
        if (at.Length == 0 || name.Kind == MarkupKind.Equals) Unexpected(markup, "the name of a variable");
        var sign = markup.Current.At;
        if (!markup.Take(MarkupKind.Equals)) Unexpected(markup, "=");
        if (markup.AtEnd && !markup.HasFailed) Unexpected(markup, "a value");
        var value = ParseFiltered(markup) ?? Null(at);
        var target = Set(Source(at), at, out var noted);
        body.Add(new ExpressionStatement(tag.At, new Assignment(at.To(value.At), target, null, sign, value)), blank: true);
        if (noted is not null) body.Add(noted, blank: true);
    }

    /// <summary>
    /// What the variable is assigned through. A loop's own variable is not changed in the loop: the value is kept until it ends.
    /// </summary>
    private Expression Set(string name, Span at, out Statement? noted)
    {
        noted = null;
        if (loops.Find(loop => loop.Variable == name) is not { } loop)
        {
            set.Add(name);
            return Target(name, at);
        }
        var (value, note) = loop.Assigned ??= (Local(at, "kept"), Local(at, "noted"));
        noted = Assign(at, note, new Literal(at, Value.True));
        return value;
    }

    /// <summary>Outside loops, both end the template.</summary>
    private void ParseLeave(LiquidSegment tag, LiquidBody body) => body.Add(blank: false, statement:
        loops.Count == 0 ? new Return(tag.At, null) : tag.Name == "break" ? new Break(tag.At) : new Continue(tag.At));

    private void ParseCount(LiquidSegment tag, LiquidBody body)
    {
        if (tag.Inside.Length == 0) problems.Add(tag.NameAt, $"{tag.Name} must be followed by a name");
        body.Add(Do(Tag(tag.NameAt, tag.Name, Quoted(tag.Inside, Source(tag.Inside)))), blank: false);
    }

    /// <summary>
    /// The values are one list. Its name tells it from others: the given one, or for literals the list itself, else the place.
    /// </summary>
    private void ParseCycle(LiquidSegment tag, Markup markup, LiquidBody body)
    {
        Expression? name = null;
        var first = ParseValue(markup);
        if (markup.Take(MarkupKind.Colon)) (name, first) = (first, ParseValue(markup));
        var values = ImmutableArray.Create(first);
        while (markup.Take(MarkupKind.Comma))
            if (!markup.AtEnd) values = values.Add(ParseValue(markup));
        ExpectEnd(markup, "a comma");
        if (name is null && !values.All(value => value is Literal)) name = Quoted(tag.NameAt, $"#{tag.At.Start}");
        var list = new ArrayLiteral(values[0].At.To(values[^1].At), values);
        var turn = name is null ? Tag(tag.NameAt, "cycle", list) : Tag(tag.NameAt, "cycle", list, name);
        body.Add(Do(values.All(NeedsNoEscape) ? turn : Unescaped(turn, turn)), blank: false);
    }

    /// <summary><c>liquid</c>: its lines, in which tags must be closed that are opened there.</summary>
    private void ParseLines(LiquidSegment tag, LiquidBody body)
    {
        var lines = LiquidLexer.Lines(source, tag.Inside, problems);
        if (!Enter(tag.NameAt)) return;
        var (outerSegments, outerPosition, outerOpen) = (segments, position, open.ToArray());
        open.Clear();
        (segments, position) = (lines, 0);
        ParseStatements(body);
        (segments, position) = (outerSegments, outerPosition);
        open.AddRange(outerOpen);
        depth--;
    }

    /// <summary>A tag that the host gives as a function, with the text that stands in the tag.</summary>
    private void ParseHostTag(LiquidSegment tag, LiquidBody body)
    {
        body.MarkPrinting();
        var function = LiquidNames.HostTagPrefix + tag.Name;
        if (hostTags.Contains(tag.Name))
        {
            var argument = TextWithOutputs(tag.Inside);
            body.Add(Do(new Call(tag.NameAt.To(argument.At), new GlobalName(tag.NameAt, function),
                [new Argument(argument.At, argument)])), blank: false);
            return;
        }
        if (tag.Name is "link" or "post_url") problems.Add(tag.NameAt, place => Messages.TagNeedsSite(place, tag.Name));
        else if (tag.Name is "else" or "elsif") Misplaced(tag, "it belongs in an if");
        else if (tag.Name == "when") Misplaced(tag, "it belongs in a case");
        else if (tag.Name.StartsWith("end", StringComparison.Ordinal) && LiquidNames.IsBlock(tag.Name[3..]))
            Misplaced(tag, open.Count > 0 ? $"'{open[^1]}' is closed with 'end{open[^1]}'"
                : $"there is no '{tag.Name[3..]}' to close");
        else problems.Add(tag.NameAt, place => Messages.UnknownTag(place, tag.Name, LiquidNames.KnownTags(hostTags)));
    }

    private void Misplaced(LiquidSegment tag, string hint) =>
        problems.Add(tag.NameAt, place => Messages.MisplacedTag(place, tag.Name, hint));

    /// <summary>Text in which <c>{{ … }}</c> may stand: a string, or a string made of parts.</summary>
    private Expression TextWithOutputs(Span span)
    {
        var parts = ImmutableArray.CreateBuilder<Expression>();
        for (var at = span.Start; at < span.End;)
        {
            var open = Find("{{", at);
            var close = open < 0 ? -1 : Find("}}", open + 2);
            var end = close < 0 ? span.End : open;
            if (end > at) parts.Add(Quoted(new Span(at, end), source[at..end]));
            at = end;
            if (close < 0) break;
            if (ParseFiltered(new Markup(source, new Span(open + 2, close))) is { } value) parts.Add(Printed(value));
            at = close + 2;
        }
        return parts.Count switch
        {
            0 => Quoted(span, ""),
            1 when parts[0] is Literal => parts[0],
            _ => new Interpolated(span, parts.ToImmutable()),
        };

        int Find(string sign, int from) => source.IndexOf(sign, from, span.End - from, StringComparison.Ordinal);
    }
}
