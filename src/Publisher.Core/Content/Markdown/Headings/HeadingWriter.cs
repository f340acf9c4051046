using System.Text;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Publisher.Content.Markdown.Attributes;
using Publisher.Content.Markdown.SmartPunctuation;

namespace Publisher.Content.Markdown.Headings;

/// <summary>Writes headings with their ids and links, and lists them for tables of contents.</summary>
internal static class HeadingWriter
{
    public static void Write(BlockWriter writer, HeadingBlock heading)
    {
        var draft = writer.Draft;
        ReadOnlySpan<byte> tag = heading.Level switch
        {
            1 => "h1"u8, 2 => "h2"u8, 3 => "h3"u8, 4 => "h4"u8, 5 => "h5"u8, _ => "h6"u8,
        };
        draft.EnsureLine();
        draft.Raw("<"u8);
        draft.Raw(tag);
        var id = draft.IsSummary ? "" : WriteId(draft, heading);
        AttributeWriter.Write(draft, heading);
        draft.Raw(">"u8);
        var start = draft.Html.Length;
        writer.Inlines.HasLinks = false;
        writer.Inlines.Write(heading.Inline);
        if (!draft.IsSummary)
        {
            if (heading.TryGetAttributes()?.Classes?.Contains("no_toc") is not true)
                draft.Headings.Add(new Heading(heading.Level, id, InnerHtml(writer, heading, start), TextOf(draft, heading)));
            if (draft.Options.HeadingLinks) WriteLink(draft, heading, id);
        }
        draft.Raw("</"u8);
        draft.Raw(tag);
        draft.Raw(">\n"u8);
    }

    /// <summary>The text of a heading as a title.</summary>
    public static string TextOf(Draft draft, HeadingBlock heading)
    {
        var text = PlainText.Of(heading.Inline).Replace('\n', ' ').Trim();
        return draft.Options.SmartPunctuation ? SmartText.Of(text) : text;
    }

    /// <summary>The id that the author gave, or else the one that GitHub would give.</summary>
    public static string IdOf(Draft draft, HeadingBlock heading) =>
        heading.TryGetAttributes()?.Id ?? draft.Ids.Next(PlainText.Of(heading.Inline, false));

    /// <summary>Writes the id unless it is one of the attributes, which are written in any case.</summary>
    private static string WriteId(Draft draft, HeadingBlock heading)
    {
        var id = IdOf(draft, heading);
        if (heading.TryGetAttributes()?.Id is not null) return id;
        draft.Attribute("id", id);
        draft.Anchor(id);
        return id;
    }

    private static string InnerHtml(BlockWriter writer, HeadingBlock heading, int start)
    {
        var draft = writer.Draft;
        if (!writer.Inlines.HasLinks) return Encoding.UTF8.GetString(draft.Html.Written[start..]).Trim();
        var end = draft.Html.Length;
        writer.Inlines.WithoutLinks = true;
        writer.Inlines.Write(heading.Inline);
        writer.Inlines.WithoutLinks = false;
        var html = Encoding.UTF8.GetString(draft.Html.Written[end..]).Trim();
        draft.Html.Truncate(end);
        return html;
    }

    private static void WriteLink(Draft draft, HeadingBlock heading, string id)
    {
        draft.Raw("<a class=\"anchor\" href="u8);
        draft.Url("#" + id, draft.Source.At(heading.Span));
        draft.Attribute("aria-label", draft.Options.HeadingLinkLabel);
        draft.Raw("></a>"u8);
    }
}
