using System.Globalization;
using Markdig.Extensions.Footnotes;

namespace Publisher.Content.Markdown.Footnotes;

/// <summary>
/// Writes footnotes as kramdown does: their ids hold the name that the author gave, and survive a change of order.
/// </summary>
internal static class FootnoteWriter
{
    /// <summary>The number in the text that leads to the note, or the arrow behind the note that leads back.</summary>
    public static void WriteLink(Draft draft, FootnoteLink link)
    {
        var name = Name(link.Footnote);
        // The links of one note have numbers in a row.
        var repeat = link.Index - link.Footnote.Links[0].Index;
        var here = repeat == 0 ? "fnref:" + name : $"fnref:{name}:{repeat.ToString(CultureInfo.InvariantCulture)}";
        var at = draft.Source.At(link.IsBackLink ? link.Footnote.LabelSpan : link.Span);
        if (link.IsBackLink)
        {
            draft.Raw(" <a href="u8);
            draft.Url("#" + here, at);
            draft.Raw(" class=\"reversefootnote\" role=\"doc-backlink\">&#8617;</a>"u8);
            return;
        }
        draft.Raw("<sup"u8);
        draft.Attribute("id", here);
        draft.Anchor(here);
        draft.Raw("><a href="u8);
        draft.Url("#fn:" + name, at);
        draft.Raw(" class=\"footnote\" rel=\"footnote\" role=\"doc-noteref\">"u8);
        draft.Text(link.Footnote.Order.ToString(CultureInfo.InvariantCulture));
        draft.Raw("</a></sup>"u8);
    }

    public static void Write(BlockWriter writer, FootnoteGroup notes)
    {
        var draft = writer.Draft;
        if (notes.Count == 0 || draft.IsSummary) return;
        draft.EnsureLine();
        draft.Raw("<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n"u8);
        foreach (var block in notes)
        {
            var note = (Footnote)block;
            var id = "fn:" + Name(note);
            draft.Raw("<li"u8);
            draft.Attribute("id", id);
            draft.Anchor(id);
            draft.Raw(">\n"u8);
            writer.WriteChildren(note);
            draft.EnsureLine();
            draft.Raw("</li>\n"u8);
        }
        draft.Raw("</ol>\n</section>\n"u8);
    }

    /// <summary>The label without its caret; an id may not hold spaces.</summary>
    private static string Name(Footnote note) => (note.Label ?? "").TrimStart('^').Replace(' ', '-');
}
