using Publisher.Stores;
using Publisher.Text;

namespace Publisher.Rendering.Routes;

/// <summary>Tells crawlers where the sitemap is (RFC 9309).</summary>
public sealed record RobotsRoute(SitePath Path) : Route(Path)
{
    public override OutputRole Role => OutputRole.Feed;

    public override string Origin => "robots.txt";

    public override void Render(RenderScope scope, Utf8Buffer output) =>
        output.Write($"User-agent: *\nAllow: /\nSitemap: {scope.Absolute("/sitemap.xml")}\n");
}
