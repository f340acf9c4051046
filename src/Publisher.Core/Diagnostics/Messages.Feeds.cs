using Publisher.Text;

namespace Publisher.Diagnostics;

/// <summary>Feeds of any kind, as their readers see them.</summary>
public static partial class Messages
{
    public static Diagnostic BadXml(Location at, string fault, string? hint) =>
        Error("PB0901", at, $"this XML cannot be read: {fault}", hint);

    public static Diagnostic NoFeed(Location at, string what) =>
        Error("PB0902", at, $"{what} is no feed", "RSS 2.0 begins with <rss>, Atom with <feed>, and JSON Feed is one object");

    public static Diagnostic RssWithoutChannel(Location at) => Error("PB0902", at, "this <rss> has no <channel>");

    public static Diagnostic FeedTooLarge(Location at, long bytes, long most) =>
        Error("PB0903", at, $"the file has {bytes:#,0} bytes, and is not read: {most:#,0} are the most");

    public static Diagnostic FeedTooDeep(Location at, int most) =>
        Error("PB0903", at, $"tags stand in each other more than {most} deep, and the feed is not read");

    public static Diagnostic FeedWithoutEncoding(Location at) =>
        Warning("PB0920", at, "the feed does not say how it is encoded",
            "begin it with <?xml version=\"1.0\" encoding=\"UTF-8\"?>");

    public static Diagnostic FeedInOtherEncoding(Location at, string encoding) =>
        Error("PB0920", at, $"the feed is encoded as '{encoding}'",
            "save it as UTF-8, and begin it with <?xml version=\"1.0\" encoding=\"UTF-8\"?>");

    public static Diagnostic WrongNamespace(Location at, string space, string meant) =>
        Error("PB0921", at, $"'{space}' is not the name space that players know, so they see none of its tags",
            $"write \"{meant}\", letter by letter");

    public static Diagnostic MisspeltTag(Location at, string tag, string meant) =>
        Warning("PB0922", at, $"nobody reads a tag <{tag}>", $"did you mean <{meant}>?");

    public static Diagnostic FeedRefusedForSize(Location at, long bytes, long most) =>
        Error("PB0923", at, $"the feed has {bytes:#,0} bytes; from {most:#,0} on it is refused",
            "leave out old items or their full text, or page it (RFC 5005)");

    public static Diagnostic LargeFeed(Location at, long bytes) =>
        Note("PB0923", at, $"the feed has {bytes / 1024:#,0} KB, which every reader fetches each time it changes",
            "fewer items, or summaries in old ones, make it smaller");

    public static Diagnostic TagTwice(Location at, string tag) =>
        Warning("PB0924", at, $"<{tag}> stands here a second time; each reader takes another one", "keep one of them");

    public static Diagnostic FeedWithoutSelf(Location at, string line) =>
        Warning("PB0925", at, "the feed does not say its own address", $"add {line}");

    public static Diagnostic FeedPagesInCircles(Location at, string relation, string url) =>
        Error("PB0926", at, $"the link '{relation}' leads to this same page, {url}, so readers go in circles",
            "leave it out on the first and the last page");

    public static Diagnostic FeedPagesAgree(Location at, string relation, string other, string url) =>
        Warning("PB0926", at, $"the links '{relation}' and '{other}' lead to the same page, {url}");

    public static Diagnostic FeedPagesHalf(Location at, string relation) =>
        Warning("PB0926", at, $"there is a link '{relation}', and none to the other end",
            "give both 'first' and 'last', or neither");

    public static Diagnostic HubWithoutSelf(Location at) =>
        Warning("PB0927", at, "a hub is named, but not the feed that is subscribed to there",
            "add a link with rel=\"self\" and the feed's address");

    public static Diagnostic XsltFeed(Location at) =>
        Note("PB0928", at, "this style sheet is XSLT, which browsers no longer apply",
            "offer a page in HTML for people, and link to it");

    public static Diagnostic FeedAddressNotFull(Location at, string tag, string url) =>
        Error("PB0929", at, $"'{url}' in '{tag}' is no full address", "write it with its scheme and host: https://example.org/…");

    public static Diagnostic FeedAddressNotAscii(Location at, string tag, string url, string encoded) =>
        Error("PB0930", at, $"the address '{Brief(url)}' in '{tag}' has letters that an address cannot have", $"write {encoded}");

    public static Diagnostic FeedAddressNotHttps(Location at, string tag, string url) =>
        Warning("PB0931", at, $"'{tag}' is fetched without encryption, which some players refuse",
            $"write https{url[4..]}, if the server has it");

    public static Diagnostic FeedAddressNotFetched(Location at, string tag, string scheme) =>
        Error("PB0931", at, $"'{tag}' is an address with '{scheme}', which no player fetches", "put it where https leads");

    public static Diagnostic RssVersion(Location at, string version) =>
        Error("PB0932", at, version.Length == 0 ? "this <rss> has no version" : $"this is RSS {version}",
            "write <rss version=\"2.0\">");

    public static Diagnostic ChannelWithout(Location at, string tag) =>
        Error("PB0933", at, $"the channel has no {tag}", $"write it in <{tag}>");

    public static Diagnostic WrongLanguage(Location at, string language, string? likely) =>
        Error("PB0934", at, $"'{language}' is no language of ISO 639", $"write {likely ?? "it like en or en-us"}");

    public static Diagnostic PodcastWithoutLanguage(Location at) =>
        Error("PB0934", at, "the show does not say its language", "add <language>en</language>, or yours");

    public static Diagnostic LongDescription(Location at, string tag, int bytes, int most) =>
        Warning("PB0935", at, $"this {tag} has {bytes:#,0} bytes; what goes beyond {most:#,0} is cut",
            "shorten it; the whole text may stand in content:encoded");

    public static Diagnostic BareMarkup(Location at, string tag, string child) =>
        Error("PB0936", at, $"<{child}> stands in <{tag}> as XML, so readers lose the text in it",
            "put the whole text into <![CDATA[ … ]]>");

    public static Diagnostic ImageWithout(Location at, string tag) =>
        Warning("PB0937", at, $"the channel's image has no {tag}", "it needs url, title and link");

    public static Diagnostic ImageDiffers(Location at, string tag, string own, string channel) =>
        Warning("PB0937", at, $"the image's {tag} is '{Brief(own)}', and the channel's is another", $"write '{channel}'");

    public static Diagnostic MailWithoutName(Location at, string tag, string text) =>
        Warning("PB0938", at, $"'{Brief(text)}' in <{tag}> is no address with a name",
            $"write it like {(text.Contains('@') ? text.Split(' ', '(')[0] : "mail@example.org")} "
            + $"({(text.Contains('@') || text.Length == 0 ? "Name" : text)}), or use <dc:creator> for a name alone");

    public static Diagnostic DateOfBuild(Location at, string date, DateTimeOffset newest) =>
        Note("PB0939", at, $"'{date}' is later than the newest item ({newest:yyyy-MM-dd}): the feed changes when nothing did",
            "give it the date of the newest item");

    public static Diagnostic ItemWithoutText(Location at) =>
        Error("PB0940", at, "this item has neither a title nor a description");

    public static Diagnostic EpisodeWithoutTitle(Location at) => Error("PB0940", at, "this episode has no title");

    public static Diagnostic ItemWithoutGuid(Location at) =>
        Warning("PB0941", at, "this item has no guid, so it counts as new when its address changes",
            "add <guid isPermaLink=\"false\">…</guid> with something that never changes");

    public static Diagnostic SameIdentity(Location at, string tag, string id, string other) =>
        Error("PB0942", at, $"the {tag} '{Brief(id)}' is that of {other}, so one of them is lost");

    public static Diagnostic GuidIsNoLink(Location at, string guid) =>
        Warning("PB0943", at, $"the guid '{Brief(guid)}' is no address, and does not say so",
            "write <guid isPermaLink=\"false\">");

    public static Diagnostic BadFeedDate(Location at, string tag, string date, string right, bool isKnown) =>
        Error("PB0944", at, $"'{Brief(date)}' in <{tag}> is no date that readers understand",
            isKnown ? $"write {right}" : $"write it like {right}");

    public static Diagnostic WrongWeekday(Location at, string date, string right) =>
        Error("PB0945", at, $"'{date}' was no {date[..3]}", $"write {right}{date[3..]}");

    public static Diagnostic FutureItem(Location at, string tag, string date) =>
        Warning("PB0946", at, $"the {tag} '{date}' is in the future; players hide the item, or show it out of order");

    public static Diagnostic ItemOutOfOrder(Location at) =>
        Note("PB0947", at, "this item is newer than the one before it", "put the newest first: some readers look no further");

    public static Diagnostic EpisodeWithoutDate(Location at) =>
        Warning("PB0948", at, "this episode has no date, so it has no place among the others",
            "add <pubDate>, like Sat, 21 Nov 2026 09:30:00 +0000");

    public static Diagnostic UnbalancedHtml(Location at, string tag, string html, bool isEnd) =>
        Warning("PB0949", at, isEnd ? $"</{html}> in '{tag}' closes nothing" : $"<{html}> in '{tag}' is not closed",
            isEnd ? null : $"end it with </{html}>, before what it stands in ends");

    public static Diagnostic UnknownHtml(Location at, string tag, string html, IEnumerable<string> known) =>
        Warning("PB0949", at, $"HTML has no <{html}>, which stands in '{tag}'",
            Suggest(html, known) ?? "write &lt; for a '<' that is text");

    public static Diagnostic UnsafeHtml(Location at, string tag, string what) =>
        Warning("PB0950", at, $"{what} in '{tag}' is removed by readers", "leave it out of the feed");

    public static Diagnostic RelativeAddress(Location at, string tag, string url, int more) =>
        Warning("PB0951", at, $"'{Brief(url)}' in '{tag}' leads nowhere outside of its page"
            + (more > 0 ? $", and so do {more} more" : ""), url.StartsWith('#')
                ? $"write the page's address before it: https://example.org/page/{url}"
                : url.StartsWith("//", StringComparison.Ordinal) ? $"write https:{url}"
                : "write the full address");

    public static Diagnostic MarkupInTitle(Location at, string tag, string markup) =>
        Warning("PB0952", at, $"'{Brief(markup)}' in <{tag}> is shown as it is: a title has no HTML", "write plain text");

    public static Diagnostic AtomWithout(Location at, string part, string tag) =>
        Error("PB0989", at, $"this <{part}> has no {tag}");

    public static Diagnostic AtomId(Location at, string id) =>
        Error("PB0990", at, $"the id '{Brief(id)}' is no full address", "write it like https://example.org/1 or "
            + "tag:example.org,2026:1");

    public static Diagnostic ChangedTooEarly(Location at, string updated, string published) =>
        Warning("PB0991", at, $"it was changed ({updated}) before it was published ({published})");

    public static Diagnostic AtomWithoutAuthor(Location at) =>
        Error("PB0992", at, "neither this nor the feed has an author", "add <author><name>…</name></author> to the feed");

    public static Diagnostic AuthorWithoutName(Location at) => Error("PB0992", at, "this author has no name");

    public static Diagnostic EntryWithoutContent(Location at) =>
        Error("PB0993", at, "this entry has neither content nor a link", "add <link href=\"…\"/> to its page");

    public static Diagnostic WrongContentType(Location at, string type) =>
        Error("PB0993", at, $"'{type}' is no type of content: text, html, xhtml or a media type",
            Suggest(type, ["text", "html", "xhtml", "text/html"]));

    public static Diagnostic XhtmlWithoutDiv(Location at) =>
        Error("PB0993", at, "content of type xhtml is one <div> of XHTML",
            "write <div xmlns=\"http://www.w3.org/1999/xhtml\"> around it");

    public static Diagnostic HtmlAsText(Location at) =>
        Warning("PB0993", at, "this HTML is shown with its tags, because the content does not say that it is HTML",
            "write type=\"html\"");

    public static Diagnostic JsonFeedVersion(Location at, string? version, string right) =>
        Error("PB0994", at, version is null ? "this JSON has no 'version', so it is no feed to a reader"
            : $"'{Brief(version)}' is no version of JSON Feed", $"write \"version\": \"{right}\"");

    public static Diagnostic JsonFeedWithout(Location at, string key) => Error("PB0995", at, $"the feed has no '{key}'");

    public static Diagnostic JsonFeedType(Location at, string key, string expected) =>
        Error("PB0995", at, $"'{key}' must be {expected}");

    public static Diagnostic JsonItem(Location at, string what, string? hint) => Error("PB0996", at, what, hint);

    public static Diagnostic JsonIdIsNumber(Location at, string id) =>
        Warning("PB0996", at, $"the id {id} is no text", $"write \"{id}\"");

    public static Diagnostic AttachmentWithout(Location at, string key) =>
        Error("PB0997", at, $"this attachment has no '{key}'",
            key == "mime_type" ? "write \"mime_type\": \"audio/mpeg\", or what it is" : null);

    public static Diagnostic AttachmentNumber(Location at, string key, string value) =>
        Error("PB0997", at, $"'{value}' is no number for '{key}'",
            key == "size_in_bytes" ? "write the file's size, like 55012345" : "write seconds, like 3430");
}
