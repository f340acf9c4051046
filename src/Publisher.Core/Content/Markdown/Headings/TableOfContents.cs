using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Publisher.Content.Markdown.Headings;

/// <summary>Writes the list of a page's headings in the place of the list that <c>{:toc}</c> marks.</summary>
internal static class TableOfContents
{
    /// <summary>The key of the property that marks the list; no author can write it, and none is written out.</summary>
    public const string Mark = "\0toc";

    public static bool IsAskedFor(ListBlock list) =>
        list.TryGetAttributes()?.Properties?.Exists(property => property.Key == Mark) ?? false;

    public static void Write(Draft draft, ReadOnlySpan<byte> tag, IReadOnlyList<Heading> headings, ListBlock list)
    {
        if (headings.Count == 0) return;
        draft.EnsureLine();
        Open(draft, tag, " id=\"markdown-toc\""u8);
        draft.Anchor("markdown-toc");
        var at = draft.Source.At(list.Span);
        var levels = new Stack<int>();
        foreach (var heading in headings)
        {
            if (levels.Count > 0 && heading.Level > levels.Peek())
            {
                draft.Raw("\n"u8);
                Open(draft, tag, default);
                levels.Push(heading.Level);
            }
            else if (levels.Count > 0)
            {
                draft.Raw("</li>\n"u8);
                while (levels.Count > 1 && heading.Level < levels.Peek())
                {
                    levels.Pop();
                    if (levels.Peek() < heading.Level)
                    {
                        // A level between two: it goes where the deeper ones went.
                        levels.Push(heading.Level);
                        break;
                    }
                    End(draft, tag);
                }
            }
            else levels.Push(heading.Level);
            draft.Raw("<li><a href="u8);
            draft.Url("#" + heading.Id, at);
            draft.Raw(">"u8);
            draft.Raw(heading.Html);
            draft.Raw("</a>"u8);
        }
        draft.Raw("</li>\n"u8);
        for (; levels.Count > 1; levels.Pop()) End(draft, tag);
        draft.Raw("</"u8);
        draft.Raw(tag);
        draft.Raw(">\n"u8);
    }

    private static void Open(Draft draft, ReadOnlySpan<byte> tag, ReadOnlySpan<byte> attributes)
    {
        draft.Raw("<"u8);
        draft.Raw(tag);
        draft.Raw(attributes);
        draft.Raw(">\n"u8);
    }

    private static void End(Draft draft, ReadOnlySpan<byte> tag)
    {
        draft.Raw("</"u8);
        draft.Raw(tag);
        draft.Raw(">\n</li>\n"u8);
    }
}
