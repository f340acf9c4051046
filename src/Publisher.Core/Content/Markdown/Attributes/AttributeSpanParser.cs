using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Publisher.Content.Markdown.Attributes;

/// <summary>
/// Reads attributes directly behind a span (<c>*text*{: .class}</c>), at the end of a heading (<c>## Title {#id}</c>) and
/// at the start of a list item (<c>- {: .class} text</c>). Braces anywhere else are text.
/// </summary>
internal sealed class AttributeSpanParser : InlineParser
{
    public AttributeSpanParser() => OpeningCharacters = ['{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (Target(processor, slice) is not { } target) return false;
        if (AttributeList.Parse(slice.AsSpan(), out var length) is not { Name: null } list) return false;
        var rest = slice.AsSpan()[length..];
        switch (target)
        {
            case HeadingBlock when !rest.IsWhiteSpace(): return false;
            case HeadingBlock:
                if (processor.Inline is LiteralInline text) text.Content.TrimEnd();
                length = slice.Length;
                break;
            case ListItemBlock when !list.HasColon: return false;
            case ListItemBlock: length += rest.Length - rest.TrimStart(' ').Length; break;
        }
        var notes = MarkdownNotes.Of(processor.Document);
        AttributeLines.Add(notes, list, processor.GetSourcePosition(slice.Start), target.GetAttributes());
        slice.Start += length;
        return true;
    }

    private static MarkdownObject? Target(InlineProcessor processor, StringSlice slice)
    {
        var isFirst = processor.Inline is null;
        var isApart = isFirst || slice.PeekCharExtra(-1).IsWhitespace();
        if (processor.Block is HeadingBlock heading && isApart) return heading;
        if (isFirst && processor.Block is ParagraphBlock { Parent: ListItemBlock item } paragraph && item[0] == paragraph)
            return item;
        return isApart ? null : processor.Inline switch
        {
            LinkInline or CodeInline or AutolinkInline => processor.Inline,
            EmphasisDelimiterInline delimiter when (delimiter.Type & DelimiterType.Close) != 0 => delimiter,
            _ => null,
        };
    }
}
