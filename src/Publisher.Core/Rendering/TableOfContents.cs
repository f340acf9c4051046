using System.Collections.Immutable;
using System.Net;
using System.Text;
using Publisher.Content;
using Publisher.Rendering.Views;

namespace Publisher.Rendering;

/// <summary>A page's second- and third-level headings as nested lists of links; empty when there are fewer than two.</summary>
internal static class TableOfContents
{
    public static string Html(ImmutableArray<Heading> headings)
    {
        var shown = headings.Where(heading => heading.Level is 2 or 3).ToArray();
        if (shown.Length < 2) return "";
        var html = new StringBuilder();
        Write(html, HeadingNode.Tree(shown));
        return html.ToString();
    }

    private static void Write(StringBuilder html, ImmutableArray<HeadingNode> nodes)
    {
        html.Append("<ul>\n");
        foreach (var node in nodes)
        {
            html.Append("<li><a href=\"#").Append(WebUtility.HtmlEncode(node.Heading.Id)).Append("\">").Append(node.Heading.Html)
                .Append("</a>");
            if (node.Children.Length > 0) Write(html.Append('\n'), node.Children);
            html.Append("</li>\n");
        }
        html.Append("</ul>\n");
    }
}
