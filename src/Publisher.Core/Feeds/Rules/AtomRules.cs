using System.Collections.Immutable;
using Publisher.Diagnostics;

namespace Publisher.Feeds.Rules;

/// <summary>What RFC 4287 asks of Atom.</summary>
internal static class AtomRules
{
    public static ImmutableArray<FeedRule> All { get; } =
    [
        new("PB0989", "Atom", FeedScope.Atom, Required,
            "The feed and every entry have an id, a title and a date of their last change."),
        new("PB0990", "Atom", FeedScope.Atom, Ids,
            "An id is a full address, or another IRI such as `tag:` or `urn:`."),
        new("PB0991", "Atom", FeedScope.Atom, Changed,
            "Nothing was changed before it was published."),
        new("PB0992", "Atom", FeedScope.Atom, Author,
            "The feed has an author, or every entry has."),
        new("PB0993", "Atom", FeedScope.Atom, Content,
            "An entry has content or a link, and content says its type: text, html or xhtml."),
    ];

    private static void Required(FeedInspection its)
    {
        foreach (var (part, item) in its.Parts)
            foreach (var name in new[] { "id", "title", "updated" })
                // An empty title is allowed (4.2.14), an empty id or date is none.
                if (part.Find("atom:" + name) is not { } found || found.Text.Length == 0 && name != "title")
                    its.Report(Messages.AtomWithout((part.Find("atom:" + name) ?? part).At, part.Written, name), item,
                        name == "updated" ? "date" : name);
    }

    private static void Ids(FeedInspection its)
    {
        foreach (var (id, item) in its.All("atom:id"))
            if (id.Text.Length > 0 && !Uri.TryCreate(id.Text, UriKind.Absolute, out _) || id.Text.StartsWith('/'))
                its.Report(Messages.AtomId(id.TextAt, id.Text), item, "id");
    }

    private static void Changed(FeedInspection its)
    {
        foreach (var item in its.Feed.Items)
            if (item.Element.Find("atom:updated") is { } updated && item.Element.Find("atom:published") is { } published
                && FeedDate.Rfc3339(updated.Text).Value < FeedDate.Rfc3339(published.Text).Value)
                its.Report(Messages.ChangedTooEarly(updated.TextAt, updated.Text, published.Text), item, "updated");
    }

    private static void Author(FeedInspection its)
    {
        if (its.Feed.Channel.Find("atom:author") is null)
        {
            if (its.Feed.Items.IsEmpty) its.Report(Messages.AtomWithoutAuthor(its.Feed.Channel.At), null, "author");
            foreach (var item in its.Feed.Items)
                if (item.Element.Find("atom:author") is null && item.Element.Find("atom:source")?.Find("atom:author") is null)
                    its.Report(Messages.AtomWithoutAuthor(item.At), item, "author");
        }
        foreach (var (author, item) in its.All("atom:author"))
            if (author.TextOf("atom:name").Length == 0) its.Report(Messages.AuthorWithoutName(author.At), item, "author");
    }

    private static void Content(FeedInspection its)
    {
        foreach (var item in its.Feed.Items)
        {
            if (item.Element.Find("atom:content") is not { } content)
            {
                if (!item.Element.All("atom:link").Any(link => link.Attribute("rel")?.Value is null or "alternate"))
                    its.Report(Messages.EntryWithoutContent(item.At), item, null);
                continue;
            }
            var type = content.Attribute("type");
            if (type is not null && !(type.Value is "text" or "html" or "xhtml" || type.Value.Contains('/')))
                its.Report(Messages.WrongContentType(type.At, type.Value), item, null);
            else if (type?.Value == "xhtml" && !(content.Children is [{ Name: "xhtml:div" }]))
                its.Report(Messages.XhtmlWithoutDiv(content.At), item, null);
            else if (type?.Value is null or "text" && content.Tags.Count > 0)
                its.Report(Messages.HtmlAsText(content.At), item, null);
        }
    }
}
