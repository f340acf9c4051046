using System.Text;
using Markdig.Extensions.Abbreviations;
using Markdig.Syntax.Inlines;

namespace Publisher.Content.Markdown;

/// <summary>The text of a run of Markdown as a reader would say it, without any markup.</summary>
internal static class PlainText
{
    /// <summary>How deep emphasis and brackets may nest; what lies deeper is no text that anyone wrote.</summary>
    public const int MaxDepth = 100;

    /// <summary>Lines stay apart; with <paramref name="withImages"/>, an image counts by its description.</summary>
    public static string Of(ContainerInline? inlines, bool withImages = true)
    {
        switch (inlines?.FirstChild)
        {
            case null: return "";
            case LiteralInline { NextSibling: null } only: return only.Content.ToString();
        }
        var text = new StringBuilder();
        Append(text, inlines, withImages, 0);
        return text.ToString();
    }

    private static void Append(StringBuilder text, ContainerInline inlines, bool withImages, int depth)
    {
        if (depth >= MaxDepth) return;
        for (var inline = inlines.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case LiteralInline literal: text.Append(literal.Content.AsSpan()); break;
                case CodeInline code: text.Append(code.ContentSpan); break;
                case LineBreakInline: text.Append('\n'); break;
                case HtmlEntityInline entity: text.Append(entity.Transcoded.AsSpan()); break;
                case AutolinkInline auto: text.Append(auto.Url); break;
                case AbbreviationInline abbreviation: text.Append(abbreviation.Abbreviation.Label); break;
                case LinkInline { IsImage: true } when !withImages: break;
                case DelimiterInline delimiter:
                    text.Append(delimiter.ToLiteral());
                    Append(text, delimiter, withImages, depth + 1);
                    break;
                case ContainerInline container: Append(text, container, withImages, depth + 1); break;
            }
        }
    }
}
