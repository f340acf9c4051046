using System.Buffers;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Publisher.Content.Markdown.Autolinks;

/// <summary>
/// Turns bare URLs and addresses into links (GitHub Flavored Markdown, 6.9). It looks at the rare characters inside them
/// (<c>://</c>,
/// <c>www.</c>, <c>@</c>) and from there back into the text, so prose pays almost nothing.
/// </summary>
internal sealed class BareLinkParser : InlineParser
{
    private static readonly SearchValues<char> BeforeAt =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.+-_");

    public BareLinkParser() => OpeningCharacters = [':', 'w', 'W', '@'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        switch (text[0])
        {
            case ':' when text.StartsWith("://"): return MatchUrl(processor, ref slice);
            case 'w' or 'W' when text.StartsWith("www.", StringComparison.OrdinalIgnoreCase):
                return MatchWww(processor, ref slice);
            case '@': return MatchAddress(processor, ref slice);
            default: return false;
        }
    }

    private static bool MatchUrl(InlineProcessor processor, ref StringSlice slice)
    {
        if (Before(processor, slice) is not { } literal) return false;
        var said = literal.Content.AsSpan();
        var scheme = said.Length;
        while (scheme > 0 && char.IsAsciiLetter(said[scheme - 1])) scheme--;
        var length = said.Length - scheme;
        if (!(said[scheme..].Equals("https", StringComparison.OrdinalIgnoreCase)
            || said[scheme..].Equals("http", StringComparison.OrdinalIgnoreCase)
            || said[scheme..].Equals("ftp", StringComparison.OrdinalIgnoreCase))) return false;
        if (!IsHostStart(slice.PeekChar(3))) return false;
        var end = End(slice.AsSpan());
        if (end < 4) return false;
        Link(processor, ref slice, literal, length, end, "");
        return true;
    }

    private static bool MatchWww(InlineProcessor processor, ref StringSlice slice)
    {
        var before = slice.Start == 0 || processor.Inline is null ? ' ' : slice.PeekCharExtra(-1);
        if (!char.IsWhiteSpace(before) && before is not ('(' or '*' or '_' or '~' or '>')) return false;
        var literal = Before(processor, slice);
        if (literal is null && processor.Inline is not null && IsInBrackets(processor.Inline)) return false;
        if (!IsHostStart(slice.PeekChar(4))) return false;
        var end = End(slice.AsSpan());
        if (end < 5 || !slice.AsSpan()[4..end].Contains('.')) return false;
        Link(processor, ref slice, literal, 0, end, "http://");
        return true;
    }

    private static bool MatchAddress(InlineProcessor processor, ref StringSlice slice)
    {
        if (Before(processor, slice) is not { } literal) return false;
        var said = literal.Content.AsSpan();
        var length = said.Length - (said.LastIndexOfAnyExcept(BeforeAt) + 1);
        var text = slice.AsSpan();
        var end = 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '_' or '.')) end++;
        while (end > 1 && text[end - 1] == '.') end--;
        var host = text[1..end];
        if (length == 0 || host.IsEmpty || !char.IsAsciiLetterOrDigit(host[0]) || host[^1] is '-' or '_' || !host.Contains('.'))
            return false;
        Link(processor, ref slice, literal, length, end, "mailto:");
        return true;
    }

    /// <summary>The text directly before, unless it stands in brackets that may yet become a link.</summary>
    private static LiteralInline? Before(InlineProcessor processor, StringSlice slice) =>
        processor.Inline is LiteralInline { Content: var said } literal && ReferenceEquals(said.Text, slice.Text)
            && said.End + 1 == slice.Start
            && !IsInBrackets(literal) ? literal : null;

    private static bool IsInBrackets(Inline inline)
    {
        var depth = 0;
        for (var parent = inline.Parent; parent is not null && depth < PlainText.MaxDepth; parent = parent.Parent, depth++)
            if (parent is LinkDelimiterInline { IsActive: true }) return true;
        return inline is LinkDelimiterInline { IsActive: true };
    }

    /// <summary>
    /// How much of the text is the URL: up to a space or '&lt;', without the punctuation of the sentence around it.
    /// </summary>
    private static int End(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('<' or '\u00A0')) end++;
        var surplus = text[..end].Count(')') - text[..end].Count('(');
        while (end > 0)
        {
            var last = text[end - 1];
            if (last == ')' && surplus-- > 0
                || last is '?' or '!' or '.' or ',' or ':' or '*' or '_' or '~' or '\'' or '"' or ']')
                end--;
            else if (last == ';' && EntityAt(text[..end]) is var entity and >= 0) end = entity;
            else break;
        }
        return end;
    }

    private static int EntityAt(ReadOnlySpan<char> text)
    {
        var at = text.Length - 2;
        while (at > 0 && char.IsAsciiLetterOrDigit(text[at])) at--;
        return at >= 0 && text[at] == '&' && at < text.Length - 2 ? at : -1;
    }

    private static bool IsHostStart(char sign) => char.IsLetterOrDigit(sign) || sign == '[';

    private static void Link(
        InlineProcessor processor, ref StringSlice slice, LiteralInline? literal, int back, int forward, string prefix)
    {
        var start = slice.Start - back;
        if (literal is not null && back > 0)
        {
            literal.Content.End -= back;
            literal.Span.End -= back;
        }
        var shown = new StringSlice(slice.Text, start, slice.Start + forward - 1);
        var from = processor.GetSourcePosition(slice.Start, out var line, out var column) - back;
        var link = new LinkInline
        {
            Url = prefix + shown.ToString(), IsAutoLink = true, IsClosed = true, Line = line, Column = column - back,
            Span = new SourceSpan(from, from + shown.Length - 1),
        };
        link.AppendChild(new LiteralInline
        {
            Content = shown, IsClosed = true, Span = link.Span, Line = link.Line, Column = link.Column,
        });
        processor.Inline = link;
        slice.Start += forward;
    }
}
