using System.Collections.Immutable;
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
        var header = new LoopHeader(variable, items, LiquidLexer.Trimmed(source, new Span(start, Math.Max(start, markup.Current.At.Start))));
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
        loops.Add(new OpenLoop(LoopKind.For, header.Variable.Text));
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
        if (!InSegments(header)) loop = loop with { Offset = Number(header.Offset), Limit = Number(header.Limit) };
        body.Add(WithVariable(loop, header.Variable), blank);
    }

    /// <summary>Whether the loop must note where it ended, or counts from before the list's start.</summary>
    private bool InSegments(LoopHeader header) => header.Continues || continues || IsNegative(header.Offset) || IsNegative(header.Limit);

    private static bool IsNegative(Expression? number) => number is Literal { Value: { Kind: ValueKind.Integer, AsInteger: < 0 } };

    private Expression Items(LoopHeader header)
    {
        if (!InSegments(header))
            return header.Items is Parenthesized ? header.Items : Tag(header.ItemsAt, "each", header.Items);
        var name = string.Concat(Source(header.ItemsAt).Where(c => !LiquidLexer.IsSpace(c)));
        return Tag(header.ItemsAt, "segment", header.Items, Quoted(header.ItemsAt, $"{header.Variable.Text}-{name}"),
            header.Continues ? Quoted(header.ItemsAt, "continue") : header.Offset ?? Null(header.ItemsAt),
            header.Limit ?? Null(header.ItemsAt));
    }

    private static Expression? Number(Expression? number) =>
        number is null or Literal { Value.Kind: ValueKind.Integer } ? number : Tag(number.At, "integer", number);

    /// <summary>
    /// The loop over its variable; one whose name Scriban cannot spell goes over a local instead, which its body copies.
    /// </summary>
    private Statement WithVariable(For loop, MarkupToken variable)
    {
        var target = Target(variable.Text, variable.At);
        if (target is GlobalName) return loop with { Variable = target };
        var item = Local(variable.At, "item");
        var before = Local(variable.At, "before");
        return new Block(loop.At,
        [
            Assign(variable.At, before, target),
            loop with
            {
                Variable = item,
                Body = loop.Body with { Statements = loop.Body.Statements.Insert(0, Assign(variable.At, target, item)) },
            },
            Assign(variable.At, target, before),
        ]);
    }

    /// <summary>The rows are captured, as Liquid's markup around them is not quite Scriban's.</summary>
    private void ParseTableRow(LiquidSegment tag, Markup markup, LiquidBody body)
    {
        var header = ParseHeader(tag, markup);
        var (items, columns, rows) = (Local(tag.NameAt, "items"), Local(tag.NameAt, "columns"), Local(tag.NameAt, "rows"));
        loops.Add(new OpenLoop(LoopKind.TableRow, header.Variable.Text, columns));
        var part = ParsePart(tag);
        loops.RemoveAt(loops.Count - 1);
        Close(tag);
        var table = new For(tag.NameAt, LoopKind.TableRow, items, items, part.ToBlock())
        {
            Offset = Number(header.Offset),
            Limit = Number(header.Limit),
            Columns = columns,
        };
        body.Add(new Block(tag.NameAt,
        [
            Assign(tag.NameAt, items, Tag(header.ItemsAt, "each", header.Items)),
            Assign(tag.NameAt, columns, Tag(tag.NameAt, "columns", header.Columns ?? Null(tag.NameAt))),
            new Capture(tag.NameAt, rows, new Block(tag.NameAt, [WithVariable(table, header.Variable)])),
            Do(Tag(tag.NameAt, "tablerow", items, rows)),
        ]), part.IsBlank);
    }
}
