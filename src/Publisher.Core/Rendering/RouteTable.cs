using System.Collections.Immutable;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Rendering;

/// <summary>Every output of the site, by path.</summary>
public sealed class RouteTable
{
    private readonly Dictionary<SitePath, Route> byPath;
    private readonly Lazy<ImmutableArray<SitePath>> paths;

    internal RouteTable(Dictionary<SitePath, Route> routes, IEnumerable<Diagnostic> problems, Stamp stamp)
    {
        byPath = routes;
        paths = new Lazy<ImmutableArray<SitePath>>(() => [.. routes.Keys.Order()]);
        Diagnostics = [.. problems];
        Stamp = stamp;
    }

    public ImmutableArray<SitePath> Paths => paths.Value;

    /// <summary>The feeds that readers subscribe to.</summary>
    public IEnumerable<SitePath> Feeds => byPath.Values.OfType<Routes.FeedRoute>().Select(route => route.Path);

    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Of all that planning looked at.</summary>
    internal Stamp Stamp { get; }

    public Route? Find(SitePath path) => byPath.GetValueOrDefault(path);

    /// <summary>The route that a web server would answer this address with; null when it would say 404.</summary>
    public Route? FindUrl(string url)
    {
        var path = Uri.UnescapeDataString(url).Trim('/');
        if (url.EndsWith('/')) return Find(new SitePath(path.Length == 0 ? "index.html" : path + "/index.html"));
        return Find(new SitePath(path)) ?? Find(new SitePath(path + ".html")) ?? Find(new SitePath(path + "/index.html"));
    }
}
