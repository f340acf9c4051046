using System.Text;
using System.Text.Json;
using System.Xml;
using Publisher.Feeds;
using Publisher.Rendering.Routes;
using Publisher.Sources;
using Publisher.Text;

namespace Publisher.Core.Tests.Feeds;

/// <summary>Whatever a site says, its feeds can be parsed.</summary>
public sealed class HostileFeedTests
{
    private const string Alphabet =
        " \n\t\r-:,[]{}&*|>'\"%#<\\/0a;é😀\0\u0001\u0008\u000b\u001b\u007f\u0085\u00a0\u00ad\u200f\u202e\u2028\ud800\udfff\ufdd0\ufeff\ufffe\uffff";

    private static readonly string[] Texts =
    [
        "a ]]> b <![CDATA[ c", "<b>not <i>nested</b></i><p><ul><li>", "<a href=\"javascript:x()\" onclick='y' title=\"]]>\">z</a>", "&amp; &#0; &nosuch; &#xFFFE;",
        "\u202eright to left\u202c \u200fא", "\ud83d\ude00 \ud83d \ude00", "\ufffe\uffff\ufdd0\u0000\u000c\u001f", "http://exa mple.org/%zz?a=]]>&b=\"'<", "//[::1", "https://\u0000/",
        "<!-- -- --><!DOCTYPE x [<!ENTITY y \"z\">]><?xml version=\"2\"?>", "<script>if (a < b) ']]>'</script><style>*{}", "<svg><![CDATA[ x ]]></svg><math>",
        "<img src=x srcset=\"a 1x, b\" alt='\"<>&'>", "- 0:57 -- a ]]> b\n- 1:02:33 -- \u0001\n", "::: note {title=\"]]>\"}\n<b\n:::", "```x ]]>\n\u0000\n```", "{{ page.title }}{% raw %}",
        "1:02", "99999999999999999999", "-1", "2026-13-45", "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00", "true", "~", "urn:x", "a > b / c",
    ];

    private static readonly SitePath Halves = new("content/posts/2026-01-03-halves.md");

    /// <summary>One site for all: that of the last text is taken over where it is equal.</summary>
    private readonly MemoryReader site = ShowSite.Source();

    [Fact]
    public void Feeds_can_be_parsed_whatever_the_site_says()
    {
        var builder = BuiltFeeds.Builder(remembers: true);
        Fuzz.Run([.. Texts, string.Concat(Texts)], 300, text =>
        {
            Write(text);
            var build = builder.Advance(site.Read(), default);
            // Otherwise the front matter was refused, and nothing of it is in the feeds.
            Assert.DoesNotContain(build.Diagnostics, problem => problem.Code is "PB0201" or "PB0202" && problem.At.File != Halves);
            var feeds = BuiltFeeds.Of(build);
            Assert.Contains("podcast/feed.xml", feeds.Keys);
            foreach (var (path, bytes) in feeds) Parse(path, bytes);
            foreach (var path in build.Paths.Where(path => build.Routes.Find(path) is ChaptersRoute))
                using (JsonDocument.Parse(build.Render(path)!.Output.Bytes)) { }
        }, Alphabet);
    }

    [Fact]
    public void Feeds_with_very_long_texts_can_be_parsed()
    {
        Write(string.Concat(Enumerable.Repeat("]]>&<\u0001\ud800é😀", 4_000)));
        foreach (var (path, bytes) in BuiltFeeds.Of(site)) Parse(path, bytes);
    }

    [Fact]
    public void What_XML_forbids_becomes_a_blank_and_the_rest_is_said()
    {
        Write("a\u0001b \ufffe c & ]]> <i> \ud800 😀");
        var feed = BuiltFeeds.Read("podcast/feed.xml", BuiltFeeds.Of(site)["podcast/feed.xml"]);
        Assert.Equal("a b \ufffd c & ]]> <i> \ufffd 😀", feed.Channel.TextOf("title"));
        Assert.StartsWith("<p>a b \ufffd c &amp; ]]&gt; &lt;i&gt; \ufffd 😀</p>\n", Source(feed).TextOf("description"));
    }

    [Theory]
    [InlineData("word & ", 3990)]
    [InlineData("😀", 2660)]
    [InlineData("'", 3990)]
    public void Notes_are_cut_to_what_Apple_takes(string text, int least)
    {
        Write(string.Concat(Enumerable.Repeat(text, 9000)));
        var notes = Source(BuiltFeeds.Read("podcast/feed.xml", BuiltFeeds.Of(site)["podcast/feed.xml"])).TextOf("description");
        Assert.InRange(Encoding.UTF8.GetByteCount(notes), least, 4000);
        Assert.EndsWith("…</p>", notes);
        Assert.DoesNotContain('\ufffd', notes);
    }

    private static FeedElement Source(Feed feed) =>
        feed.Items.Single(item => item.Id!.Text.EndsWith("1-source", StringComparison.Ordinal)).Element;

    /// <summary>As strictly as a reader can: no byte that is no UTF-8, no character that the format forbids.</summary>
    private static void Parse(string path, byte[] bytes)
    {
        _ = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        if (path.EndsWith(".json", StringComparison.Ordinal))
        {
            using var json = JsonDocument.Parse(bytes);
            Assert.NotEqual(0, json.RootElement.GetProperty("items").GetArrayLength());
        }
        else
        {
            var settings = new XmlReaderSettings { CheckCharacters = true, DtdProcessing = DtdProcessing.Prohibit };
            using var xml = XmlReader.Create(new MemoryStream(bytes), settings);
            while (xml.Read()) { }
        }
        if (!path.EndsWith(".opml", StringComparison.Ordinal)) Assert.NotEmpty(BuiltFeeds.Read(path, bytes).Items);
    }

    /// <summary>Puts a text wherever a site can say one: as YAML and as JSON with escapes, and as it is.</summary>
    private void Write(string text)
    {
        var said = Escaped(text);
        site.Write("publisher.yml", $"title: {said}\nbase_url: https://example.org/\nauthor: {said}\ndescription: {said}\nlanguage: {said}\n");
        site.Write("content/podcast/index.md", $$"""
            ---
            title: {{said}}
            description: {{said}}
            authors: [{{said}}]
            owner: { name: {{said}}, email: {{said}} }
            artwork: {{said}}
            categories: [{{said}}]
            language: {{said}}
            type: {{said}}
            copyright: {{said}}
            license: { name: {{said}}, url: {{said}} }
            funding: [{ url: {{said}}, text: {{said}} }]
            hosts: [{ name: {{said}}, url: {{said}}, image: {{said}}, role: {{said}}, group: {{said}} }]
            medium: {{said}}
            id: {{said}}
            new_feed_url: {{said}}
            location: {{said}}
            verify: { {{said}}: {{said}} }
            podroll: [{{said}}]
            update_frequency: {{said}}
            seasons: { 1: {{said}} }
            value: { type: {{said}}, method: {{said}}, suggested: {{said}}, recipients: [{ name: {{said}}, type: {{said}}, address: {{said}}, split: 1, custom_key: {{said}} }, {{said}}] }
            comments: [{{said}}, { url: {{said}}, protocol: {{said}}, account: {{said}} }, { url: "https://a.example/", protocol: {{said}}, account_url: {{said}} }]
            chat: { server: {{said}}, protocol: {{said}}, account: {{said}}, space: {{said}} }
            publisher: { guid: {{said}}, url: {{said}} }
            block: { {{said}}: true }
            audio_url: https://media.example.org/:number/:slug.mp3
            ---
            {{text}}
            """);
        site.Write("content/podcast/2026-01-05-1-source.md", $$"""
            ---
            title: {{said}}
            description: {{said}}
            mp3_bytes: {{said}}
            mp3_duration: {{said}}
            season: {{said}}
            episode_type: {{said}}
            episode_display: {{said}}
            soundbites: [{ start: {{said}}, duration: {{said}}, title: {{said}} }, { start: 1, duration: 20, title: {{said}} }, {{said}}]
            alternates: [{{said}}, { url: {{said}}, title: {{said}}, type: {{said}}, bytes: {{said}}, rel: {{said}}, language: {{said}} }]
            value: {{said}}
            comments: {{said}}
            chat: {{said}}
            explicit: {{said}}
            image: {{said}}
            updated: {{said}}
            guest: {{said}}
            guest_avatar: {{said}}
            guest_website: {{said}}
            guest_2: {{said}}
            guest_2_twitter: {{said}}
            tags: [{{said}}]
            chapters: [{ start: 0, title: {{said}}, url: {{said}}, image: {{said}} }, { start: {{said}}, title: a }, {{said}}]
            transcript: [{ file: {{said}}, language: {{said}} }, {{said}}]
            ---
            {{text}}
            """);
        site.Write("content/podcast/2026-01-06-3-topics.md", $"---\nmp3_duration: 57:10\nfirst_chapter: {said}\n---\n- 0:57 -- {text}\n- 1:57 {text}\n");
        site.Write("content/podcast/2026-01-06-3-topics.vtt", $"WEBVTT\n\n00:01.000 --> 00:03.000\n<v {text}>{text}\n");
        site.Write("content/podcast/2026-01-12-2-stones.md", $$"""
            {
              "title": {{said}}, "id": {{said}}, "date": {{said}},
              "audio": { "url": {{said}}, "bytes": {{said}}, "duration": {{said}}, "type": {{said}} },
              "guests": [{ "name": {{said}}, "url": {{said}}, "image": {{said}}, "role": {{said}} }], "hosts": {{said}}, "lang": {{said}}
            }

            {{text}}
            """);
        site.Write("content/posts/2026-01-01-one.md", $"---\ntitle: {said}\nauthors: {said}\ncategories: {said}\nlang: {said}\nimage: {said}\n---\n{text}");
        site.Write(Halves.Value, $"{{ \"title\": \"\\ud800{said[1..]}, \"description\": {said} }}\n{text}");
        // What is no UTF-8 at all, in a text and in front matter.
        site.Write("content/posts/2026-01-02-bytes.md",
            [.. "---\ntitle: a \xE2\x82 b\n---\n"u8, 0xC3, 0xED, 0xA0, 0x80, 0xFF, 0xEF, 0xBF, 0xBE, .. Encoding.UTF8.GetBytes(text), 0xF0, 0x9F]);
    }

    /// <summary>
    /// In double quotes, characters by their numbers, so that also what no file may hold gets through. Halves of pairs do not:
    /// front matter that has them is told of, and left out.
    /// </summary>
    private static string Escaped(string text)
    {
        var said = new StringBuilder("\"", text.Length * 6 + 2);
        foreach (var rune in text.EnumerateRunes())
            if (char.IsAsciiLetterOrDigit((char)rune.Value) || !rune.IsBmp) said.Append(rune);
            else said.Append($"\\u{rune.Value:x4}");
        return said.Append('"').ToString();
    }
}
