using Publisher.Rendering.Views;
using Publisher.Text;

namespace Publisher.Rendering.Routes;

/// <summary>What readers see at an address that does not exist, where the site has no 404 page of its own.</summary>
public sealed record NotFoundRoute(SitePath Path) : Route(Path)
{
    public override string Origin => "the 404 page";

    public override void Render(RenderScope scope, Utf8Buffer output)
    {
        var page = new Generated { Kind = "404", Title = "Not found", Url = Url };
        PageRenderer.Render(scope, GeneratedView.Instance.Of(page), output, null, ["404"], new Location(scope.Settings.File));
    }
}
