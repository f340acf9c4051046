using Markdig.Extensions.Alerts;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Publisher.Content.Markdown.Attributes;

namespace Publisher.Content.Markdown.Alerts;

/// <summary>Writes what the author wants noticed: GitHub's <c>&gt; [!NOTE]</c> and the containers of the same names.</summary>
internal static class AlertWriter
{
    /// <summary>The kinds that containers share with GitHub's alerts.</summary>
    public static bool IsKnown(string kind) =>
        kind is "note" or "tip" or "info" or "important" or "warning" or "caution" or "danger";

    public static void Write(BlockWriter writer, AlertBlock alert) =>
        Write(writer, alert, alert.Kind.ToString().ToLowerInvariant(), null);

    public static void Write(BlockWriter writer, ContainerBlock block, string kind, string? title)
    {
        var draft = writer.Draft;
        var wasTight = writer.IsTight;
        writer.IsTight = false;
        draft.EnsureLine();
        draft.Raw("<aside"u8);
        AttributeWriter.Write(draft, block, "alert " + kind);
        draft.Raw(">\n<p class=\"alert-title\">"u8);
        draft.Text(title ?? char.ToUpperInvariant(kind[0]) + kind[1..]);
        draft.Raw("</p>\n"u8);
        writer.WriteChildren(block);
        draft.EnsureLine();
        draft.Raw("</aside>\n"u8);
        writer.IsTight = wasTight;
    }
}
