using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Feeds.Rules;

/// <summary>What the HTML in a feed must be, for it is shown far from the page that it was written for.</summary>
internal static partial class HtmlRules
{
    /// <summary>What readers remove for safety, or cannot work without a page's scripts (W3C, SecurityRisk).</summary>
    private static readonly HashSet<string> Refused =
        ["script", "style", "iframe", "object", "embed", "form", "input", "button", "textarea", "select", "meta", "link", "base"];

    private static readonly HashSet<string> Addresses = ["href", "src", "poster", "cite", "longdesc"];

    public static ImmutableArray<FeedRule> All { get; } =
    [
        new("PB0949", "W3C", FeedScope.Any, Valid,
            "HTML is valid: its tags are known, and all that is opened is closed."),
        new("PB0950", "W3C", FeedScope.Any, Safe,
            "HTML has no scripts, styles, forms, frames or event handlers."),
        new("PB0951", "W3C", FeedScope.Any, FullAddresses,
            "Addresses in HTML are full ones, with their scheme, those with `#` included; in Atom, `xml:base` makes them so."),
        new("PB0952", "W3C, RSS Board", FeedScope.Rss, PlainTitles,
            "Titles are plain text: RSS does not say whether a sign in them is HTML, as Atom does."),
    ];

    private static IEnumerable<(FeedElement Html, FeedItem? Item)> Texts(FeedInspection its) =>
        from part in its.Parts
        from child in part.Element.Children
        where child.Name is "description" or "content:encoded" or "itunes:summary" or "content_html"
            || child.Name is "atom:content" or "atom:summary" && child.Attribute("type")?.Value == "html"
        select (child, part.Item);

    private static void Valid(FeedInspection its)
    {
        foreach (var (html, item) in Texts(its))
        {
            // A title that stands in for a description is plain text, as it is in its own tag.
            if (html.Text == (item?.Element ?? its.Feed.Channel).TextOf("title")) continue;
            if (Fault(html.Tags) is var (tag, isKnown))
                its.Report(isKnown
                    ? Messages.UnbalancedHtml(html.Place(tag.Offset, tag.Length), html.Written, tag.Name, tag.IsEnd)
                    : Messages.UnknownHtml(html.Place(tag.Offset, tag.Length), html.Written, tag.Name, HtmlTag.Known), item,
                        html.Name is "description" or "itunes:summary" or "atom:summary" ? "description" : null);
        }
    }

    /// <summary>The first tag that HTML does not have, that is never closed, or that closes nothing.</summary>
    private static (HtmlTag Tag, bool IsKnown)? Fault(List<HtmlTag> tags)
    {
        var open = new Stack<HtmlTag>();
        string? foreign = null;
        foreach (var tag in tags)
        {
            // Drawings and formulas have names of their own.
            if (foreign is not null)
            {
                if (tag.IsEnd && tag.Name == foreign) foreign = null;
                continue;
            }
            if (!HtmlTag.Known.Contains(tag.Name)) return (tag, false);
            if (HtmlTag.Void.Contains(tag.Name)) continue;
            if (!tag.IsEnd && tag.Name is "svg" or "math")
            {
                foreign = tag.Name;
                continue;
            }
            if (!tag.IsEnd)
            {
                open.Push(tag);
                continue;
            }
            while (open.TryPeek(out var top) && top.Name != tag.Name && HtmlTag.EndOptional.Contains(top.Name)) open.Pop();
            if (!open.TryPop(out var begin)) return (tag, true);
            if (begin.Name != tag.Name) return (begin, true);
        }
        return open.LastOrDefault(tag => !HtmlTag.EndOptional.Contains(tag.Name)) is { } left ? (left, true) : null;
    }

    private static void Safe(FeedInspection its)
    {
        foreach (var (html, item) in Texts(its))
            foreach (var tag in html.Tags)
            {
                var handler = tag.Attributes.FirstOrDefault(one => one.Name.StartsWith("on", StringComparison.Ordinal)
                    || one.Name is "href" or "src" && Urls.IsScript(one.Value));
                if (tag.IsEnd || !Refused.Contains(tag.Name) && handler.Name is null) continue;
                its.Report(Messages.UnsafeHtml(html.Place(tag.Offset, tag.Length), html.Written,
                    Refused.Contains(tag.Name) ? $"<{tag.Name}>" : handler.Name), item, null);
                break;
            }
    }

    private static void FullAddresses(FeedInspection its)
    {
        foreach (var (html, item) in Texts(its))
        {
            if (AddressRules.IsRelativeByRight(its.Feed, html)) continue;
            var relative =
                from tag in html.Tags
                from address in AddressesIn(tag)
                where address.Url.Length > 0 && (!Urls.IsExternal(address.Url) || address.Url.StartsWith("//"))
                select address;
            if (relative.FirstOrDefault() is { Url: not null } first)
                its.Report(Messages.RelativeAddress(
                    html.Place(first.Offset, first.Url.Length), html.Written, first.Url, relative.Count() - 1), item, null);
        }
    }

    private static IEnumerable<(string Url, int Offset)> AddressesIn(HtmlTag tag)
    {
        foreach (var (name, value, offset) in tag.Attributes)
        {
            if (Addresses.Contains(name)) yield return (value, offset);
            if (name == "srcset")
                foreach (var (url, at) in Candidates(value)) yield return (url, offset + at);
        }
    }

    /// <summary>An address runs to white space, and commas within it are its own (HTML, 4.8.4.2.1).</summary>
    private static IEnumerable<(string Url, int Offset)> Candidates(string srcset)
    {
        for (var at = 0; at < srcset.Length;)
        {
            var end = srcset.AsSpan(at).IndexOfAny(" \t\n\r\f") is >= 0 and var length ? at + length : srcset.Length;
            var url = srcset[at..end].TrimEnd(',');
            if (url.Trim(',') is { Length: > 0 } address) yield return (address, at + url.Length - url.TrimStart(',').Length);
            // What stands behind white space, up to a comma, says what the address is for.
            var comma = url.Length < end - at ? end : srcset.IndexOf(',', end);
            at = url.Length == 0 ? end + 1 : comma < 0 ? srcset.Length : comma + 1;
        }
    }

    private static void PlainTitles(FeedInspection its)
    {
        foreach (var (part, item) in its.Parts)
            foreach (var title in part.Children)
                if (title.Name is "title" or "itunes:title" or "itunes:subtitle" or "itunes:author")
                    if (Markup().Match(title.Text) is { Success: true } match)
                        its.Report(Messages.MarkupInTitle(title.Place(match.Index, match.Length), title.Written, match.Value),
                            item,
                            "title");
    }

    [GeneratedRegex(@"</?(?:a|b|i|em|strong|code|br|span|p|sup|sub|u|small)(?: [^<>]*)?/?>"
        + "|&(?:amp|lt|gt|quot|nbsp|#[0-9]{2,5}|#x[0-9a-fA-F]{2,5}"
        + "|[lr][sd]quo|[mn]dash|hellip);", RegexOptions.CultureInvariant)]
    private static partial Regex Markup();
}
