using System.Text;
using Publisher.Content;
using Publisher.Content.Markdown;
using Publisher.Text;

namespace Publisher.Core.Tests.Content.Markdown;

/// <summary>Renders Markdown for a test and fills its holes with what the author wrote.</summary>
internal static class Rendered
{
    public static readonly SitePath File = new("posts/a.md");

    private static readonly MarkdownRenderer Plain = new(new MarkdownOptions { HeadingLinks = false });

    public static Markup Of(string text, bool titleFromHeading = false, int firstLine = 1) => Plain.Render(File, text, firstLine, titleFromHeading);

    public static string Html(string text) => Fill(Of(text).Body).TrimEnd('\n');

    public static string Html(string text, MarkdownOptions options) => Fill(new MarkdownRenderer(options).Render(File, text, 1, false).Body).TrimEnd('\n');

    public static string Fill(Body body)
    {
        var html = new StringBuilder();
        var at = 0;
        foreach (var hole in body.Holes)
        {
            Assert.InRange(hole.Offset, at, body.Html.Length);
            html.Append(Encoding.UTF8.GetString(body.Html.Span[at..hole.Offset]));
            if (hole.Kind == HoleKind.Url) html.Append(System.Net.WebUtility.HtmlEncode(hole.Target));
            at = hole.Offset;
        }
        return html.Append(Encoding.UTF8.GetString(body.Html.Span[at..])).ToString();
    }

    /// <summary>Each URL to be resolved, with its place: <c>x.md 3:5+10</c>.</summary>
    public static string Links(string text, int firstLine = 1) =>
        string.Join(", ", Of(text, firstLine: firstLine).Body.Holes.Where(hole => hole.Kind == HoleKind.Url)
            .Select(hole => $"{hole.Target} {hole.At.Line}:{hole.At.Column}+{hole.At.Length}"));

    public static string Problems(string text) => string.Join("; ", Of(text).Diagnostics.Select(problem => $"{problem.At.Line}:{problem.At.Column} {problem.Code}"));
}
