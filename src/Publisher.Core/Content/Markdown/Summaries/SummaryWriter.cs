using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Publisher.Content.Markdown.Moments;

namespace Publisher.Content.Markdown.Summaries;

/// <summary>
/// Writes the part of a page that stands for it in lists: up to <c>&lt;!--more--&gt;</c>, or else the first paragraph.
/// </summary>
internal static class SummaryWriter
{
    public static Body Write(BlockWriter writer, MarkdownDocument document, int first)
    {
        var (start, end) = Range(writer.Draft, document, first);
        if (start == end) return Body.Empty;
        var draft = writer.Draft;
        var (length, holes, components) = (draft.Html.Length, draft.Holes.Count, draft.Components.Count);
        draft.IsSummary = true;
        for (var i = start; i < end; i++) writer.Write(document[i]);
        draft.IsSummary = false;
        var body = draft.BodyFrom(length, holes, components);
        draft.Html.Truncate(length);
        draft.Holes.RemoveRange(holes, draft.Holes.Count - holes);
        draft.Components.RemoveRange(components, draft.Components.Count - components);
        return body;
    }

    /// <summary>The first paragraph that says something, as plain text of at most about 200 characters.</summary>
    public static string Excerpt(Draft draft, MarkdownDocument document, int first)
    {
        for (var i = first; i < document.Count; i++)
        {
            if (document[i] is not ParagraphBlock paragraph || IsTopics(draft, paragraph)) continue;
            var text = string.Join(' ',
                PlainText.Of(paragraph.Inline, false).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (text.Length == 0) continue;
            return Cut(draft.Options.SmartPunctuation ? SmartPunctuation.SmartText.Of(text) : text);
        }
        return "";
    }

    /// <summary>Whether a block is nothing but the mark that ends the summary.</summary>
    public static bool IsMore(Block block) =>
        block is HtmlBlock { Type: HtmlBlockType.Comment, Lines.Count: 1 } html && IsMore(html.Lines.Lines[0].Slice.AsSpan());

    public static bool IsMore(ReadOnlySpan<char> html) =>
        html.Trim() is ['<', '!', '-', '-', .. var said, '-', '-', '>']
            && said.Trim().Equals("more", StringComparison.OrdinalIgnoreCase);

    /// <summary>A list of what is talked about says nothing of the whole, even when it is not written as a list.</summary>
    private static bool IsTopics(Draft draft, ParagraphBlock paragraph) => !MomentLines.Of(draft, paragraph).IsEmpty;

    private static (int Start, int End) Range(Draft draft, MarkdownDocument document, int first)
    {
        for (var i = first; i < document.Count; i++)
        {
            if (IsMore(document[i])) return (first, i);
            if (document[i] is ParagraphBlock { Inline: { } inlines } && EndsInside(inlines)) return (first, i + 1);
        }
        for (var i = first; i < document.Count; i++)
            if (document[i] is ParagraphBlock paragraph && !IsTopics(draft, paragraph)) return (i, i + 1);
        return (first, first);
    }

    /// <summary>Whether the mark stands inside a paragraph; the inline writer stops there.</summary>
    private static bool EndsInside(ContainerInline inlines)
    {
        for (var inline = inlines.LastChild; inline is not null; inline = inline.PreviousSibling)
            if (inline is HtmlInline html && IsMore(html.Tag)) return true;
        return false;
    }

    private static string Cut(string text)
    {
        const int most = 200;
        if (text.Length <= most) return text;
        var end = text.LastIndexOf(' ', most);
        if (end < most / 2) end = char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return text[..end].TrimEnd(',', ';', ':', ' ', '–', '—') + "…";
    }
}
