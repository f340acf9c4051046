using System.Collections.Immutable;
using Publisher.Configuration;
using Publisher.Diagnostics;
using Publisher.Model;
using Publisher.Rendering.Podcasts;
using Publisher.Rendering.Routes;
using Publisher.Scriban.Values;

namespace Publisher.Rendering.Views;

/// <summary>The blogs that a page recommends, and the list of them for feed readers.</summary>
internal static class BlogrollMembers
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

    public static ImmutableArray<BlogrollEntry> Of(Entry page, RenderScope scope, List<Diagnostic>? problems = null)
    {
        var node = scope.Extra(page, Blogroll.Key);
        return Blogroll.NameOf(node) is { } name
            ? Blogroll.OfData(name, ((ScalarNode)node!).At, scope.Data, problems)
            : Blogroll.Of(node, problems);
    }
}
