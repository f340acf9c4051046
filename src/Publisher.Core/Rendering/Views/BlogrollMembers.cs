using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Publisher.Configuration;
using Publisher.Diagnostics;
using Publisher.Model;
using Publisher.Rendering.Podcasts;
using Publisher.Rendering.Routes;
using Publisher.Scriban.Values;
using Publisher.Text;

namespace Publisher.Rendering.Views;

/// <summary>The blogs that a page recommends, and the list of them for feed readers.</summary>
internal static partial class BlogrollMembers
{
    private static readonly View<BlogrollEntry> BlogrollView = new("blog",
        View<BlogrollEntry>.Text("title", (blog, _) => blog.Title), View<BlogrollEntry>.Text("url", (blog, _) => blog.Url),
        View<BlogrollEntry>.Text("feed", (blog, _) => blog.Feed),
        View<BlogrollEntry>.Text("description", (blog, _) => blog.Description),
        View<BlogrollEntry>.Text("group", (blog, _) => blog.Group));

    public static IEnumerable<Member> All =>
    [
        View<Entry>.Member("blogroll", (page, scope) => BlogrollView.List(Of(page, scope)), () => BlogrollView.Many),
        View<Entry>.Text("blogroll_url", (page, scope) =>
            Blogroll.IsWanted(scope.Extra(page, Blogroll.Key))
                ? EpisodeFiles.AddressOf(BlogrollRoute.PathOf(scope.Read(page, Field.Url)), scope)
                : null),
    ];

    /// <summary>With the addresses of the site's own pages and files as this output has them.</summary>
    /// <param name="reports">Whether what is wrong with it is told of here.</param>
    public static ImmutableArray<BlogrollEntry> Of(Entry page, RenderScope scope, bool reports = false)
    {
        var problems = reports ? new List<Diagnostic>() : null;
        var node = scope.Extra(page, Blogroll.Key);
        var entries = Blogroll.NameOf(node) is { } name
            ? Blogroll.OfData(name, ((ScalarNode)node!).At, scope.Data, problems)
            : Blogroll.Of(node, problems);
        foreach (var problem in problems ?? []) scope.Report(problem);
        return
        [
            .. entries.Select(entry => entry with
            {
                Url = AddressOf(page, scope, entry.Url, entry.UrlAt, reports),
                Feed = AddressOf(page, scope, entry.Feed, entry.FeedAt, reports),
            }),
        ];
    }

    private static string AddressOf(Entry page, RenderScope scope, string target, Location at, bool reports)
    {
        if (target.Length == 0) return "";
        // With a port it looks like a scheme.
        var isExternal = Urls.IsExternal(target);
        if (Host().IsMatch(target) && (isExternal || scope.Link(page, target).Fault == LinkFault.Dead))
        {
            if (reports) scope.Report(Messages.BlogrollHost(at, target));
            return target;
        }
        if (isExternal) return target;
        if (reports) TextLink.Resolve(scope, page, target, at, reports);
        return scope.Address(page, target);
    }

    /// <summary>An address without its scheme: what ends like a file is rather one.</summary>
    [GeneratedRegex(
        @"^(?:[\p{L}\p{Nd}-]+\.)+(?!(?:md|markdown|html?|xml|rss|atom|rdf|json|opml|txt|php)(?:$|[/:]))\p{L}{2,}"
        + "(?::[0-9]+)?(?:/.*)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Host();
}
