using Publisher.Stores;
using Publisher.Text;

namespace Publisher.Rendering.Routes;

/// <summary>A content file that is copied as it is; never held in memory.</summary>
public sealed record FileRoute(SitePath Path, SitePath Source) : Route(Path)
{
    public override OutputRole Role => OutputRole.Asset;

    public override string Origin => Source.Value;

    public override void Render(RenderScope scope, Utf8Buffer output) =>
        throw new InvalidOperationException("A file is copied, not rendered.");
}
