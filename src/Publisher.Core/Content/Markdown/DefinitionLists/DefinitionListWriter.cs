using Markdig.Extensions.DefinitionLists;
using Markdig.Syntax;

namespace Publisher.Content.Markdown.DefinitionLists;

/// <summary>Writes terms and what they mean; a meaning of a single paragraph is written without its tags.</summary>
internal static class DefinitionListWriter
{
    public static void Write(BlockWriter writer, DefinitionList list)
    {
        var draft = writer.Draft;
        draft.EnsureLine();
        writer.Open("dl"u8, list);
        draft.Raw("\n"u8);
        foreach (var item in list) WriteItem(writer, (DefinitionItem)item);
        writer.Close("dl"u8);
    }

    private static void WriteItem(BlockWriter writer, DefinitionItem item)
    {
        var first = 0;
        for (; first < item.Count && item[first] is DefinitionTerm term; first++)
        {
            writer.Open("dt"u8, term);
            writer.Inlines.Write(term.Inline);
            writer.Close("dt"u8);
        }
        var blocks = 0;
        for (var i = first; i < item.Count; i++)
            if (item[i] is not BlankLineBlock) blocks++;
        if (blocks == 0) return;
        var wasTight = writer.IsTight;
        writer.IsTight = blocks == 1;
        writer.Open("dd"u8, item);
        for (var i = first; i < item.Count; i++) writer.Write(item[i]);
        writer.Close("dd"u8);
        writer.IsTight = wasTight;
    }
}
