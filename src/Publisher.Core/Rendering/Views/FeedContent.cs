using Publisher.Model;
using Publisher.Scriban;
using Publisher.Scriban.Values;
using Publisher.Text;

namespace Publisher.Rendering.Views;

/// <summary>A page's text as feeds carry it: whole, with absolute addresses, and without what only works on the page.</summary>
internal sealed class FeedContent(Entry page, Content.Body body) : IHtml
{
    public void WriteTo(Utf8Buffer output, TemplateRun run)
    {
        var scope = run.Scope();
        var html = scope.Buffers.Rent();
        var wasAbsolute = scope.AbsoluteUrls;
        try
        {
            scope.AbsoluteUrls = true;
            new BodyHtml(page, body, reports: false).WriteTo(html, run);
            FeedHtml.Write(html.Written, scope.Absolute(scope.Read(page, Field.Url).Url), output);
        }
        finally
        {
            scope.AbsoluteUrls = wasAbsolute;
            scope.Buffers.Return(html);
        }
    }
}
