using System.Collections.Immutable;
using Publisher.Model;
using Publisher.Text;

namespace Publisher.Rendering;

/// <summary>
/// Resolves what authors write in links: paths of source files (relative to the page's own file, or from the content's
/// root), addresses of the finished site, and anchors.
/// </summary>
internal static class LinkResolver
{
    /// <param name="anchorsOf">The places in a page that a link may lead to.</param>
    public static LinkAnswer Resolve(
        Site site, RouteTable routes, SitePath from, string target, Func<Entry, ImmutableArray<string>> anchorsOf)
    {
        if (Urls.IsExternal(target)) return new LinkAnswer(target, IsLocal: false);
        var hash = target.IndexOf('#');
        var (rest, anchor) = hash < 0 ? (target, null) : (target[..hash], target[(hash + 1)..]);
        var question = rest.IndexOf('?');
        var (path, query) = question < 0 ? (rest, "") : (rest[..question], rest[question..]);
        var own = site.Index.Find(from) is >= 0 and var at ? site.Entries[at] : null;
        if (path.Length == 0 && query.Length == 0)
            return own is null || anchor is null
                ? new LinkAnswer(target, false)
                : Anchored(new LinkAnswer("", false), own, anchor, anchorsOf);
        var found = path.Length == 0 && own is not null
            ? ToEntry(site, own)
            : Find(site, routes, from, own, Percent.Decode(path));
        if (found is not { } answer) return new LinkAnswer(target, IsLocal: path.StartsWith('/'), LinkFault.Dead);
        answer = answer with { Url = answer.Url + query };
        if (anchor is null) return answer;
        var entry = site.Index.Find(answer.Target) is >= 0 and var to ? site.Entries[to] : null;
        return entry is null ? answer with { Url = answer.Url + "#" + anchor } : Anchored(answer, entry, anchor, anchorsOf);
    }

    private static LinkAnswer Anchored(
        LinkAnswer answer, Entry entry, string anchor, Func<Entry, ImmutableArray<string>> anchorsOf)
    {
        var known = anchor.Length == 0 || anchor == "top"
            || anchorsOf(entry).AsSpan().BinarySearch(anchor, StringComparer.Ordinal) >= 0
            || anchorsOf(entry).AsSpan().BinarySearch(Percent.Decode(anchor), StringComparer.Ordinal) >= 0;
        // Links into media (#57:10, #t=30) name a moment, not a heading.
        if (!known && (anchor.Contains(':') || anchor.Contains('='))) known = true;
        var fault = known || answer.Fault != LinkFault.None ? answer.Fault : LinkFault.DeadAnchor;
        return answer with { Url = answer.Url + "#" + anchor, Fault = fault, Target = entry.Path };
    }

    private static LinkAnswer? Find(Site site, RouteTable routes, SitePath from, Entry? own, string path)
    {
        var content = site.Settings.Content;
        var isRooted = path.StartsWith('/');
        var file = isRooted ? content.Combine(path) : from.Parent.Combine(path);
        if (Source(site, file) is { } source) return source;
        if (isRooted && site.Settings.BasePath.Length > 0
            && path.StartsWith(site.Settings.BasePath + "/", StringComparison.Ordinal)
            && Address(routes, path[site.Settings.BasePath.Length..]) is { } based) return based;
        if (isRooted) return Address(routes, path);
        if (own is null) return null;
        var folder = own.Url.EndsWith('/') ? own.Url : own.Url[..(own.Url.LastIndexOf('/') + 1)];
        var url = "/" + new SitePath(folder + "/" + path).Value;
        return Address(routes, path.EndsWith('/') && url.Length > 1 ? url + "/" : url);
    }

    /// <summary>A page's source file, a folder that has an index or a listing, or a file that is copied.</summary>
    private static LinkAnswer? Source(Site site, SitePath file)
    {
        if (site.Index.Find(file) is >= 0 and var at) return ToEntry(site, site.Entries[at]);
        foreach (var name in IndexNames)
            if (site.Index.Find(file.Combine(name)) is >= 0 and var index) return ToEntry(site, site.Entries[index]);
        if (site.Index.Find(file.WithExtension(file.Extension + ".md")) is >= 0 and var bare)
            return ToEntry(site, site.Entries[bare]);
        if (file.IsBelow(site.Settings.Content)
            && site.Index.Section(file.Below(site.Settings.Content)) is { Index: < 0, AllPages.IsEmpty: false } folder)
            return new LinkAnswer(Percent.Encode(folder.Url), true);
        if (site.OutputOfFile(file) is { } output)
            return new LinkAnswer(Percent.Encode(Route.UrlOf(output)), true, LinkFault.None, file);
        return null;
    }

    private static readonly string[] IndexNames = ["index.md", "README.md", "_index.md", "readme.md"];

    private static LinkAnswer ToEntry(Site site, Entry entry) =>
        new(Percent.Encode(entry.Url), true, SiteIndex.Shown(entry, site.Settings) ? LinkFault.None : LinkFault.Unpublished,
            entry.Path, entry.Status);

    private static LinkAnswer? Address(RouteTable routes, string url)
    {
        if (routes.FindUrl(url) is not { } route) return null;
        var source = route is Routes.PageRoute page ? page.Source
            : route is Routes.ListingRoute { Index: { } index } ? index
            : default;
        return new LinkAnswer(Percent.Encode(route.Path.Name == "index.html" ? route.Url : url), true, LinkFault.None, source);
    }
}
