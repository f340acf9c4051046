using Publisher.Stores;
using Publisher.Text;

namespace Publisher.Rendering.Routes;

/// <summary>
/// A theme's or site's asset. Styles and scripts carry a fingerprint in their names, so that they may be cached for ever.
/// </summary>
public sealed record AssetRoute(SitePath Path, string Name) : Route(Path)
{
    private static readonly SitePath Folder = new("assets");

    public override OutputRole Role => OutputRole.Asset;

    public override string Origin => "the asset " + Name;

    public static SitePath PathOf(string name, Stamp stamp)
    {
        var path = Folder.Combine(name);
        return path.HasExtension(".css", ".js") ? path.WithExtension("." + stamp.ToString()[..10] + path.Extension) : path;
    }

    public override void Render(RenderScope scope, Utf8Buffer output) => output.Write(scope.Asset(Name)!.Bytes);
}
