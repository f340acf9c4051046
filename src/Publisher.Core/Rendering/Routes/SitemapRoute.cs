using System.Globalization;
using Publisher.Stores;
using Publisher.Text;

namespace Publisher.Rendering.Routes;

/// <summary>The list of all pages for search engines (sitemaps.org protocol 0.9).</summary>
public sealed record SitemapRoute(SitePath Path) : Route(Path)
{
    public override OutputRole Role => OutputRole.Feed;

    public override string Origin => "the sitemap";

    public override void Render(RenderScope scope, Utf8Buffer output)
    {
        output.Write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"u8);
        output.Write("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"u8);
        var routes = scope.Routes;
        foreach (var path in routes.Paths)
        {
            if (routes.Find(path) is not (PageRoute or ListingRoute) || path.Value == "404.html") continue;
            output.Write("<url><loc>"u8);
            Escaping.Write(output, scope.Absolute(Percent.Encode(Route.UrlOf(path))));
            output.Write("</loc>"u8);
            if (routes.Find(path) is PageRoute page && scope.Page(page.Source, Field.Date) is { } entry
                && ModifiedOf(entry, scope) is { } modified)
                output.Write(string.Create(CultureInfo.InvariantCulture, $"<lastmod>{modified:yyyy-MM-dd}</lastmod>"));
            output.Write("</url>\n"u8);
        }
        output.Write("</urlset>\n"u8);
    }

    private static DateTimeOffset? ModifiedOf(Model.Entry entry, RenderScope scope) =>
        scope.Read(entry, Field.Updated).Matter.Updated ?? entry.Date;
}
