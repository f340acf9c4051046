using System.Collections.Immutable;
using System.Globalization;
using Publisher.Configuration;
using Publisher.Diagnostics;

namespace Publisher.Feeds.Rules;

/// <summary>What JSON Feed 1.1 asks.</summary>
internal static class JsonFeedRules
{
    private const string Version11 = "https://jsonfeed.org/version/1.1", Version1 = "https://jsonfeed.org/version/1";

    public static ImmutableArray<FeedRule> All { get; } =
    [
        new("PB0994", "JSON Feed", FeedScope.Json, Version,
            "`version` is `https://jsonfeed.org/version/1.1`."),
        new("PB0995", "JSON Feed", FeedScope.Json, Required,
            "The feed has a `title` and a list of `items`."),
        new("PB0996", "JSON Feed", FeedScope.Json, Item,
            "An item has an `id`, which is a text, and `content_html` or `content_text`."),
        new("PB0997", "JSON Feed", FeedScope.Json, Attachment,
            "An attachment has a `url` and a `mime_type`; its size is in bytes and its duration in seconds, as numbers."),
    ];

    private static void Version(FeedInspection its)
    {
        var version = its.Feed.Root.Find("version");
        if (version is null || version.Text is not (Version11 or Version1))
            its.Report(Messages.JsonFeedVersion((version ?? its.Feed.Root).At, version?.Text, Version11), null, null);
    }

    private static void Required(FeedInspection its)
    {
        var root = its.Feed.Root;
        if (root.Find("title") is not { Text.Length: > 0 } title) its.Report(Messages.JsonFeedWithout(root.At, "title"), null,
            "title");
        else if (!IsText(title)) its.Report(Messages.JsonFeedType(title.At, "title", "a text"), null, "title");
        if (root.Find("items") is not { } items) its.Report(Messages.JsonFeedWithout(root.At, "items"), null, null);
        else if (items.Json is not SequenceNode) its.Report(Messages.JsonFeedType(items.At, "items", "a list"), null, null);
    }

    private static void Item(FeedInspection its)
    {
        foreach (var item in its.Feed.Items)
        {
            if (item.Element.Json is not MappingNode)
            {
                its.Report(Messages.JsonItem(item.At, "an item is an object", null), item, null);
                continue;
            }
            if (item.Id is not { Text.Length: > 0 } id)
                its.Report(Messages.JsonItem(item.At, "this item has no 'id', so readers leave it out",
                    "its permanent address is best"),
                    item, "id");
            else if (!IsText(id)) its.Report(Messages.JsonIdIsNumber(id.At, id.Text), item, "id");
            if (item.Element.Find("content_html") is null && item.Element.Find("content_text") is null)
                its.Report(Messages.JsonItem(item.At, "this item has neither 'content_html' nor 'content_text'", null), item,
                    null);
        }
    }

    private static void Attachment(FeedInspection its)
    {
        foreach (var item in its.Feed.Items)
            foreach (var attachment in item.Element.Find("attachments")?.Children ?? [])
            {
                foreach (var name in new[] { "url", "mime_type" })
                    if (attachment.TextOf(name).Length == 0)
                        its.Report(Messages.AttachmentWithout(attachment.At, name), item, "audio");
                foreach (var name in new[] { "size_in_bytes", "duration_in_seconds" })
                    if (attachment.Find(name) is { } number && (IsText(number) || !double.TryParse(number.Text,
                        NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value)
                        || value <= 0))
                        its.Report(Messages.AttachmentNumber(number.At, name, number.Text), item,
                            name == "size_in_bytes" ? "mp3_bytes" : "mp3_duration");
            }
    }

    private static bool IsText(FeedElement value) => value.Json is ScalarNode { IsPlain: false };
}
