using System.Collections.Immutable;
using System.Net;

namespace Publisher.Feeds;

/// <summary>
/// One tag in the HTML that a feed carries, with its place in the text: enough to judge it, without building a tree.
/// </summary>
/// <param name="Name">In lower case.</param>
internal sealed record HtmlTag(string Name, int Offset, int Length, bool IsEnd)
{
    /// <summary>Elements that never have an end tag (HTML, 13.1.2).</summary>
    public static readonly HashSet<string> Void =
    [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    ];

    /// <summary>Elements whose end tag may be left out (HTML, 13.1.2.4).</summary>
    public static readonly HashSet<string> EndOptional =
    [
        "p", "li", "dt", "dd", "rt", "rp", "optgroup", "option", "colgroup", "caption", "thead", "tbody", "tfoot", "tr", "td",
        "th", "html", "head", "body",
    ];

    /// <summary>All elements of HTML, with those that are no longer but are still understood.</summary>
    public static readonly HashSet<string> Known =
    [
        .. Void, .. EndOptional, "a", "abbr", "acronym", "address", "article", "aside", "audio", "b", "bdi", "bdo", "big",
        "blockquote", "button", "canvas", "center", "cite", "code", "data", "datalist", "del", "details", "dfn", "dialog", "dir",
        "div", "dl", "em", "fieldset", "figcaption", "figure", "font", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hgroup", "i", "iframe", "ins", "kbd", "label", "legend", "main", "map", "mark", "math", "menu", "meter", "nav",
        "noscript", "object", "ol", "output", "picture", "pre", "progress", "q", "ruby", "s", "samp", "script", "search",
        "section", "select", "small", "span", "strike", "strong", "style", "sub", "summary", "sup", "svg", "table", "template",
        "textarea", "time", "title", "tt", "u", "ul", "var", "video",
    ];

    public ImmutableArray<(string Name, string Value, int Offset)> Attributes { get; init; } = [];

    /// <summary>The tags of a text in their order; comments, and what stands in scripts and styles, are passed over.</summary>
    public static List<HtmlTag> In(string html)
    {
        var tags = new List<HtmlTag>();
        for (var at = 0; (at = html.IndexOf('<', at)) >= 0 && at + 1 < html.Length;)
        {
            if (html.AsSpan(at).StartsWith("<!--"))
            {
                at = After(html, "-->", at);
                continue;
            }
            var isEnd = html[at + 1] == '/';
            var name = at + (isEnd ? 2 : 1);
            if (name >= html.Length || !char.IsAsciiLetter(html[name]))
            {
                at++;
                continue;
            }
            var tag = Read(html, at, name, isEnd);
            tags.Add(tag);
            at += tag.Length;
            if (!isEnd && tag.Name is "script" or "style")
                at = html.IndexOf("</" + tag.Name, at, StringComparison.OrdinalIgnoreCase) is >= 0 and var end ? end
                    : html.Length;
        }
        return tags;
    }

    private static int After(string html, string what, int from) =>
        html.IndexOf(what, from, StringComparison.Ordinal) is >= 0 and var found ? found + what.Length : html.Length;

    private static HtmlTag Read(string html, int start, int at, bool isEnd)
    {
        var name = at;
        while (at < html.Length && html[at] is not (' ' or '\t' or '\r' or '\n' or '/' or '>' or '<')) at++;
        var attributes = ImmutableArray.CreateBuilder<(string, string, int)>();
        var tag = html[name..at].ToLowerInvariant();
        while (at < html.Length && html[at] is not ('>' or '<'))
        {
            if (char.IsWhiteSpace(html[at]) || html[at] is '/' or '=' or '"' or '\'')
            {
                at++;
                continue;
            }
            var key = at;
            while (at < html.Length && !char.IsWhiteSpace(html[at]) && html[at] is not ('=' or '>' or '/')) at++;
            var keyEnd = at;
            while (at < html.Length && char.IsWhiteSpace(html[at])) at++;
            if (at >= html.Length || html[at] != '=')
            {
                attributes.Add((html[key..keyEnd].ToLowerInvariant(), "", key));
                continue;
            }
            at++;
            while (at < html.Length && char.IsWhiteSpace(html[at])) at++;
            var (value, end) = Value(html, at);
            attributes.Add((html[key..keyEnd].ToLowerInvariant(), WebUtility.HtmlDecode(html[value..end]).Trim(), value));
            at = value > at ? Math.Min(end + 1, html.Length) : end;
        }
        if (at < html.Length && html[at] == '>') at++;
        return new HtmlTag(tag, start, at - start, isEnd) { Attributes = attributes.DrainToImmutable() };
    }

    private static (int Start, int End) Value(string html, int at)
    {
        if (at < html.Length && html[at] is '"' or '\'')
            return (at + 1, html.IndexOf(html[at], at + 1) is >= 0 and var quote ? quote : html.Length);
        var end = at;
        while (end < html.Length && !char.IsWhiteSpace(html[end]) && html[end] != '>') end++;
        return (at, end);
    }
}
