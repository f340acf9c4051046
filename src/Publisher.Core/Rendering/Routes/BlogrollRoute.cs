using System.Collections.Immutable;
using Publisher.Model;
using Publisher.Rendering.Views;
using Publisher.Stores;
using Publisher.Text;

namespace Publisher.Rendering.Routes;

/// <summary>The blogroll of a page for feed readers, which subscribe to all of it (OPML 2.0, opml.org/spec2.opml).</summary>
public sealed record BlogrollRoute(SitePath Path, SitePath Source) : Route(Path)
{
    public override OutputRole Role => OutputRole.Feed;

    public override string Origin => $"the blogroll of {Source}";

    public override SitePath Subject => Source;

    /// <summary>Beside the page: <c>/blogs/</c> has <c>/blogs/blogroll.opml</c>.</summary>
    public static SitePath PathOf(Entry page) => page.Beside("blogroll.opml");

    public override void Render(RenderScope scope, Utf8Buffer output)
    {
        var page = scope.Page(Source)!;
        scope.AbsoluteUrls = true;
        var entries = BlogrollMembers.Of(page, scope, reports: true);
        output.Write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<opml version=\"2.0\">\n<head>\n"u8);
        Element(output, "title", page.Title);
        if (scope.Settings.Author.Length > 0) Element(output, "ownerName", scope.Settings.Author);
        Element(output, "docs", "http://opml.org/spec2.opml");
        output.Write("</head>\n<body>\n"u8);
        foreach (var group in entries.GroupBy(entry => entry.Group)) Write(group.Key, [.. group], output);
        output.Write("</body>\n</opml>\n"u8);
        output.MakeXml();
    }

    private static void Write(string group, ImmutableArray<BlogrollEntry> entries, Utf8Buffer output)
    {
        if (group.Length > 0) Outline(output, isOpen: true, ("text", group), ("title", group));
        foreach (var entry in entries)
        {
            // A subscription needs a feed; what has none is a link.
            if (entry.Feed.Length == 0)
                Outline(output, false, ("type", "link"), ("text", entry.Title), ("title", entry.Title), ("url", entry.Url),
                    ("description", entry.Description));
            else
                Outline(output, false, ("type", "rss"), ("text", entry.Title), ("title", entry.Title), ("xmlUrl", entry.Feed),
                    ("htmlUrl", entry.Url), ("description", entry.Description));
        }
        if (group.Length > 0) output.Write("</outline>\n"u8);
    }

    private static void Outline(Utf8Buffer output, bool isOpen, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        output.Write("<outline"u8);
        foreach (var (name, value) in attributes)
        {
            if (value.Length == 0) continue;
            output.Write($" {name}=\"");
            Escaping.Write(output, value);
            output.Write("\""u8);
        }
        output.Write(isOpen ? ">\n"u8 : "/>\n"u8);
    }

    private static void Element(Utf8Buffer output, string name, string text)
    {
        output.Write($"<{name}>");
        Escaping.Write(output, text);
        output.Write($"</{name}>\n");
    }
}
