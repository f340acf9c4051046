using System.Collections.Immutable;
using Publisher.Content;
using Publisher.Rendering.Views;
using Publisher.Text;

namespace Publisher.Rendering;

/// <summary>A page's second- and third-level headings as nested lists of links; empty when there are fewer than two.</summary>
internal static class PageOutline
{
    public static string Html(ImmutableArray<Heading> headings)
    {
        var shown = headings.Where(heading => heading.Level is 2 or 3).ToArray();
        if (shown.Length < 2) return "";
        var html = new Utf8Buffer();
        Write(html, HeadingNode.Tree(shown));
        return html.ToString();
    }

    private static void Write(Utf8Buffer html, ImmutableArray<HeadingNode> nodes)
    {
        html.Write("<ul>\n"u8);
        foreach (var node in nodes)
        {
            html.Write("<li><a href=\"#"u8);
            Escaping.Write(html, node.Heading.Id);
            html.Write("\">"u8);
            html.Write(node.Heading.Html);
            html.Write("</a>"u8);
            if (node.Children.Length > 0)
            {
                html.Write("\n"u8);
                Write(html, node.Children);
            }
            html.Write("</li>\n"u8);
        }
        html.Write("</ul>\n"u8);
    }
}
