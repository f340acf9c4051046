using System.Collections.Immutable;
using System.Net;
using System.Text;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Cli.Preview;

/// <summary>
/// What the preview shows where the site has nothing of its own to show: no such page, or nothing that can be built yet.
/// </summary>
internal static class PlainPages
{
    public static string NotFound(ISite site, string path)
    {
        var text = new StringBuilder($"<p>This site has no page at <code>{Html(path)}</code>.</p>\n");
        if (!path.StartsWith(site.BasePath + "/", StringComparison.Ordinal))
            text.Append($"<p>It begins at <a href=\"{Html(site.BasePath)}/\">{Html(site.BasePath)}/</a>.</p>\n");
        else if (Nearest.To(path, site.Paths.Select(output => Uri.UnescapeDataString(Address.UrlOf(site, output)))) is { } near)
            text.Append($"<p>Did you mean <a href=\"{Html(near)}\">{Html(near)}</a>?</p>\n");
        return Page("Nothing here", text.ToString());
    }

    /// <summary>Lists the problems in the page itself, for readers without scripts; the panel shows them at length.</summary>
    public static string Broken(ImmutableArray<Diagnostic> problems)
    {
        var text = new StringBuilder("<p>This page shows by itself once these are mended:</p>\n<ul>\n");
        foreach (var problem in problems.Where(problem => problem.Severity == Severity.Error).Take(20))
            text.Append($"<li>{Place(problem.At)}{Html(problem.Message)}</li>\n");
        return Page("Not built yet", text.Append("</ul>\n").ToString());
    }

    private static string Page(string title, string body) => $$"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>{{title}}</title>
        <style>
        :root { color-scheme: light dark }
        body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 42rem; margin: 4rem auto; padding: 0 1rem }
        </style>
        </head>
        <body>
        <main>
        <h1>{{title}}</h1>
        {{body}}</main>
        </body>
        </html>
        """;

    private static string Place(Location at) => at.File.IsRoot ? "" : $"<code>{Html(at.ToString())}</code> ";

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
