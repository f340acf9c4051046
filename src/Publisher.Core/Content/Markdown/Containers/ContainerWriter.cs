using Publisher.Content.Markdown.Alerts;
using Publisher.Content.Markdown.Attributes;

namespace Publisher.Content.Markdown.Containers;

/// <summary>Writes a container: an alert, something to unfold, or an element with its name as the class.</summary>
internal static class ContainerWriter
{
    public static void Write(BlockWriter writer, Container container)
    {
        if (AlertWriter.IsKnown(container.Name))
        {
            AlertWriter.Write(writer, container, container.Name, container.Title);
            return;
        }
        var draft = writer.Draft;
        var isFolded = container.Name == "details";
        var wasTight = writer.IsTight;
        writer.IsTight = false;
        draft.EnsureLine();
        draft.Raw(isFolded ? "<details"u8 : "<div"u8);
        AttributeWriter.Write(draft, container, container.Name);
        draft.Raw(">\n"u8);
        if (container.Title is { } title)
        {
            draft.Raw(isFolded ? "<summary>"u8 : "<p class=\"title\">"u8);
            draft.Text(title);
            draft.Raw(isFolded ? "</summary>\n"u8 : "</p>\n"u8);
        }
        writer.WriteChildren(container);
        draft.EnsureLine();
        draft.Raw(isFolded ? "</details>\n"u8 : "</div>\n"u8);
        writer.IsTight = wasTight;
    }
}
