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
        return path.HasExtension(".css", ".js") ? path.WithExtension("." + Fingerprint(stamp) + path.Extension) : path;
    }

    /// <summary>
    /// Ten hexadecimal digits, the first a letter and the last a figure, so that caches' rules know them from a date or a word.
    /// </summary>
    private static string Fingerprint(Stamp stamp)
    {
        var digits = stamp.ToString();
        return (char)('a' + digits[0] % 6) + digits[1..9] + (char)('0' + digits[9] % 10);
    }

    public override void Render(RenderScope scope, Utf8Buffer output) => output.Write(scope.Theme.Asset(Name)!.Bytes);
}
