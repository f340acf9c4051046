using Markdig.Syntax;
using Publisher.Content.Markdown.Attributes;

namespace Publisher.Content.Markdown.Alerts;

/// <summary>Begins what the author wants noticed: GitHub's <c>&gt; [!NOTE]</c> and the containers of the same names.</summary>
internal static class AlertWriter
{
    public static void Open(Draft draft, ContainerBlock block, string kind, string? title)
    {
        draft.Raw("<aside"u8);
        AttributeWriter.Write(draft, block, "alert " + kind);
        draft.Raw(">\n<p class=\"alert-title\">"u8);
        draft.Text(title ?? char.ToUpperInvariant(kind[0]) + kind[1..]);
        draft.Raw("</p>\n"u8);
    }
}
