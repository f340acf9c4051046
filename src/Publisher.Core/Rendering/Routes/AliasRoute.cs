using Publisher.Rendering.Views;
using Publisher.Text;

namespace Publisher.Rendering.Routes;

/// <summary>A page at an old address that sends readers to the new one.</summary>
public sealed record AliasRoute(SitePath Path, SitePath Source) : Route(Path)
{
    public override string Origin => Source.Value;

    public override void Render(RenderScope scope, Utf8Buffer output)
    {
        var target = scope.Page(Source)!;
        var page = new Generated { Kind = "redirect", Title = target.Title, Url = Url, Target = target };
        PageRenderer.Render(scope, GeneratedView.Instance.Of(page), output, null, ["redirect"], new Location(Source));
    }
}
