using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;
using static Publisher.Scriban.Liquid.LiquidNodes;

namespace Publisher.Scriban.Liquid;

/// <summary><c>for</c> and <c>tablerow</c>.</summary>
internal sealed partial class LiquidParser
{
    private sealed record LoopHeader(MarkupToken Variable, Expression Items, Span ItemsAt)
    {
        public bool Reversed { get; set; }

        public bool Continues { get; set; }

        public Expression? Offset { get; set; }

        public Expression? Limit { get; set; }

        public Expression? Columns { get; set; }
    }

    private LoopHeader ParseHeader(LiquidSegment tag, Markup markup)
    {
        var variable = markup.Current;
        if (variable.Kind != MarkupKind.Name) Unexpected(markup, "the name of a variable");
        else markup.Next();
        if (!markup.TakeWord("in")) Unexpected(markup, "in");
        var start = markup.Current.At.Start;
        var items = ParseValue(markup);
        var itemsAt = LiquidLexer.Trimmed(source, new Span(start, Math.Max(start, markup.Current.At.Start)));
        var header = new LoopHeader(variable, items, itemsAt);
        header.Reversed = tag.Name == "for" && markup.TakeWord("reversed");
        while (markup.Take(MarkupKind.Comma) || markup.IsNamed) ParseOption(markup, header, tag.Name == "tablerow");
        ExpectEnd(markup, tag.Name == "for" ? "limit:, offset:, reversed (directly after the list) or the end of the tag"
            : "cols:, limit:, offset: or the end of the tag");
        return header;
    }

    private void ParseOption(Markup markup, LoopHeader header, bool table)
    {
        if (!markup.IsNamed)
        {
            Unexpected(markup, "limit: or offset:");
            return;
        }
        var name = markup.Current;
        if (name.Text is not ("limit" or "offset") && !(table && name.Text == "cols"))
        {
            Unexpected(markup, table ? "cols:, limit: or offset:" : "limit: or offset:");
            return;
        }
        markup.Next();
        markup.Next();
        if (name.Text == "offset" && !table && markup.TakeWord("continue"))
        {
            header.Continues = true;
            return;
        }
        var value = ParseValue(markup);
        if (name.Text == "limit") header.Limit = value;
        else if (name.Text == "offset") header.Offset = value;
        else header.Columns = value;
    }

    private void ParseFor(LiquidSegment tag, Markup markup, LiquidBody body)
    {
        var header = ParseHeader(tag, markup);
        var open = new OpenLoop(LoopKind.For, header.Variable.Text);
        loops.Add(open);
        var part = ParsePart(tag);
        loops.RemoveAt(loops.Count - 1);
        LiquidBody? otherwise = null;
        while (TakePart("else", out var next))
        {
            CheckElse(next, otherwise);
            otherwise = ParsePart(tag);
        }
        Close(tag);
        var blank = part.IsBlank && otherwise?.IsBlank != false;
        var loop = new For(tag.NameAt, LoopKind.For, new GlobalName(header.Variable.At, "x"), Items(header), part.ToBlock(blank))
        {
            Reversed = header.Reversed,
            Else = otherwise?.ToBlock(blank),
        };
        if (IsPlainLoop(header)) loop = loop with { Offset = header.Offset, Limit = header.Limit };
        body.Add(WithVariable(loop, header.Variable, open), blank);
    }

    /// <summary>
    /// Whether Scriban's limit and offset do what Liquid's do, which do nothing to a string, and may begin before the list, or
    /// where an earlier loop ended.
    /// </summary>
    private bool IsPlainLoop(LoopHeader header) => !header.Continues && !continues
        && IsAtLeast(header.Limit, header.Items is Parenthesized ? 0 : 1)
        && (header.Offset is null || (header.Items is Parenthesized && IsAtLeast(header.Offset, 0)));

    private static bool IsAtLeast(Expression? number, int least) =>
        number is null || (number is Literal { Value: { Kind: ValueKind.Integer } value } && value.AsInteger >= least);

    private Expression Items(LoopHeader header)
    {
        if (IsPlainLoop(header)) return header.Items is Parenthesized ? header.Items : Tag(header.ItemsAt, "each", header.Items);
        var offset = header.Continues ? Quoted(header.ItemsAt, "continue") : header.Offset ?? Null(header.ItemsAt);
        var limit = header.Limit ?? Null(header.ItemsAt);
        if (!continues && header.Limit is null) return Tag(header.ItemsAt, "each", header.Items, offset);
        if (!continues) return Tag(header.ItemsAt, "each", header.Items, offset, limit);
        var name = string.Concat(Source(header.ItemsAt).Where(c => !LiquidLexer.IsSpace(c)));
        return Tag(header.ItemsAt, "each", header.Items, offset, limit, Quoted(header.ItemsAt, $"{header.Variable.Text}-{name}"));
    }

    /// <summary>
    /// The loop over its variable; one whose name Scriban cannot spell goes over a local instead, which its body copies.
    /// </summary>
    private Statement WithVariable(For loop, MarkupToken variable, OpenLoop open)
    {
        var target = Target(variable.Text, variable.At);
        if (target is GlobalName) return WithAssigned(loop with { Variable = target }, target, open);
        var item = Local(variable.At, "item");
        var before = Local(variable.At, "before");
        var copied = loop with
        {
            Variable = item,
            Body = loop.Body with { Statements = loop.Body.Statements.Insert(0, Assign(variable.At, target, item)) },
        };
        var restored = new Block(loop.At,
            [Assign(variable.At, before, target), copied, Assign(variable.At, target, before)]);
        return WithAssigned(restored, target, open);
    }

    /// <summary>The loop, and after it what it assigned to a variable of its own name.</summary>
    private static Statement WithAssigned(Statement loop, Expression target, OpenLoop open)
    {
        if (open.Assigned is not { } assigned) return loop;
        var after = new If(loop.At, assigned.Noted, new Block(loop.At, [Assign(loop.At, target, assigned.Value)]), null);
        return new Block(loop.At, [Assign(loop.At, assigned.Noted, new Literal(loop.At, Value.False)), loop, after]);
    }

    private static Call Cells(LoopHeader header) => header.Offset is null && header.Limit is null
        ? Tag(header.ItemsAt, "each", header.Items)
        : Tag(header.ItemsAt, "cells", header.Items, header.Offset ?? Null(header.ItemsAt), header.Limit ?? Null(header.ItemsAt));

    /// <summary>The rows are captured, as Liquid's markup around them is not quite Scriban's.</summary>
    private void ParseTableRow(LiquidSegment tag, Markup markup, LiquidBody body)
    {
        var header = ParseHeader(tag, markup);
        var (items, columns, rows) = (Local(tag.NameAt, "items"), Local(tag.NameAt, "columns"), Local(tag.NameAt, "rows"));
        var open = new OpenLoop(LoopKind.TableRow, header.Variable.Text, columns);
        loops.Add(open);
        var part = ParsePart(tag);
        loops.RemoveAt(loops.Count - 1);
        Close(tag);
        var table = new For(tag.NameAt, LoopKind.TableRow, items, items, part.ToBlock())
        {
            Columns = columns,
        };
        body.Add(new Block(tag.NameAt,
        [
            Assign(tag.NameAt, items, Cells(header)),
            Assign(tag.NameAt, columns, Tag(tag.NameAt, "columns", header.Columns ?? Null(tag.NameAt))),
            new Capture(tag.NameAt, rows, new Block(tag.NameAt, [WithVariable(table, header.Variable, open)])),
            Do(Tag(tag.NameAt, "tablerow", items, rows)),
        ]), part.IsBlank);
    }
}
