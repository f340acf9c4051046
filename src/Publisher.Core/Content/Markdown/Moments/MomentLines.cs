using System.Collections.Immutable;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Publisher.Content.Markdown.SmartPunctuation;

namespace Publisher.Content.Markdown.Moments;

/// <summary>Finds the times in a text that lead to moments of a sound: at the beginning of list items, and of lines.</summary>
internal static class MomentLines
{
    /// <summary>
    /// One for an item of a list, which may run over several lines; one for each line of another paragraph, if all begin so.
    /// </summary>
    public static ImmutableArray<MomentLine> Of(Draft draft, ParagraphBlock paragraph)
    {
        if (paragraph.Inline is not { FirstChild: { } first } inlines || !MayBegin(first)) return [];
        var text = PlainText.Of(inlines);
        if (paragraph.Parent is ListItemBlock item && item[0] == paragraph)
            return Parse(draft, text.Replace('\n', ' ')) is { } only ? [only] : [];
        var lines = ImmutableArray.CreateBuilder<MomentLine>();
        foreach (var line in text.TrimEnd().Split('\n'))
        {
            if (Parse(draft, line) is not { } moment) return [];
            lines.Add(moment);
        }
        return lines.ToImmutable();
    }

    private static MomentLine? Parse(Draft draft, string line)
    {
        if (MomentLine.Parse(line) is not { } moment) return null;
        return draft.Options.SmartPunctuation ? moment with { Title = SmartText.Of(moment.Title) } : moment;
    }

    /// <summary>Spares the paragraphs that begin otherwise, which are nearly all, the making of their text.</summary>
    private static bool MayBegin(Inline first)
    {
        while (first is EmphasisInline or LinkInline { IsImage: false } && ((ContainerInline)first).FirstChild is { } child)
            first = child;
        return first switch
        {
            LiteralInline literal => MomentLine.MayBegin(literal.Content.AsSpan()),
            CodeInline code => MomentLine.MayBegin(code.ContentSpan),
            _ => false,
        };
    }
}
