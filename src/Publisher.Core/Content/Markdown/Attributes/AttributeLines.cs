using Markdig.Renderers.Html;

namespace Publisher.Content.Markdown.Attributes;

/// <summary>Gives the attributes of attribute lists to the blocks and spans that they belong to.</summary>
internal static class AttributeLines
{
    /// <summary>
    /// kramdown's rule: a line directly below a block belongs to it, else it belongs to the block directly below; with
    /// blank lines on both sides it belongs to nothing. Every such line leaves the tree.
    /// </summary>
    public static void Apply(MarkdownNotes notes, SourceMap source)
    {
        foreach (var line in notes.AttributeLines)
        {
            var parent = line.Parent;
            if (parent is null) continue;
            var at = parent.IndexOf(line);
            parent.RemoveAt(at);
            var above = at > 0 && !source.IsBlankAbove(line.Span.Start) ? parent[at - 1] : null;
            var target = above ?? (at < parent.Count && !source.IsBlankBelow(line.Span.Start) ? parent[at] : null);
            if (target is AttributeLine next)
            {
                // Two lines in a row: the second takes what the first asks for, and hands both on.
                var first = new HtmlAttributes();
                Add(notes, line.List, line.Span.Start, first);
                next.List.Follow(first);
            }
            else if (target is not null) Add(notes, line.List, line.Span.Start, target.GetAttributes());
        }
    }

    /// <summary>Adds a list, with those that it refers to, to what an element has.</summary>
    public static void Add(MarkdownNotes notes, AttributeList list, int offset, HtmlAttributes target)
    {
        foreach (var name in list.References)
        {
            if (notes.AttributeLists.TryGetValue(name, out var known)) AttributeList.Merge(known, target);
            else if (name == "toc") target.AddProperty(Headings.TableOfContents.Mark, "");
            else if (name != "footnotes") notes.UnknownLists.Add((name, offset, 1));
        }
        AttributeList.Merge(list.Attributes, target);
        if (list.Attributes.Id is { } id) notes.Ids.Add(id);
    }
}
