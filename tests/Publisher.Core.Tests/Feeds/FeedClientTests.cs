using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using Publisher.Content.Podcasts;
using Publisher.Testing;

namespace Publisher.Core.Tests.Feeds;

/// <summary>What two readers that know nothing of Publisher make of its feeds.</summary>
public sealed class FeedClientTests
{
    private static readonly XNamespace Podcast = "https://podcastindex.org/namespace/1.0";
    private static readonly string[] NotData = ["version", "isPermaLink"];

    [ServerFact(Servers.FeedClients)]
    public async Task Nothing_in_a_feed_is_lost_on_its_readers()
    {
        var feeds = BuiltFeeds.Of(ShowSite.Source());
        var read = await FeedClients.ReadAsync(feeds);
        Assert.Equal(
            ["atom.xml", "feed.json", "feed.xml", "feeds.opml", "podcast/atom.xml", "podcast/feed.json", "podcast/feed.xml"],
            feeds.Keys.Where(path => path.Count(sign => sign == '/') == 0 || path.StartsWith("podcast/feed") || path == "podcast/atom.xml"));
        Assert.All(feeds, feed =>
        {
            var known = Leaves(read.GetProperty(feed.Key).GetProperty("feedsmith").GetProperty("feed")).ToHashSet();
            var said = feed.Key.EndsWith(".json", StringComparison.Ordinal)
                ? Leaves(JsonDocument.Parse(feed.Value).RootElement)
                : Leaves(XDocument.Load(new MemoryStream(feed.Value)).Root!);
            Assert.Equal([], said.Except(known));
        });
    }

    [ServerFact(Servers.FeedClients)]
    public async Task The_Podcast_Index_knows_every_tag_of_its_name_space_that_we_write()
    {
        var feeds = BuiltFeeds.Of(ShowSite.Source());
        var read = await FeedClients.ReadAsync(feeds);
        var feed = XDocument.Load(new MemoryStream(feeds["podcast/feed.xml"])).Root!.Element("channel")!;
        var written = feed.Elements().Concat(feed.Elements("item").Elements())
            .Where(element => element.Name.Namespace == Podcast).Select(element => element.Name.LocalName).ToHashSet();
        var known = read.GetProperty("podcast/feed.xml").GetProperty("partytime").GetProperty("pc20support").EnumerateObject()
            .SelectMany(phase => phase.Value.EnumerateArray()).Select(tag => tag.GetString()!);
        // Its parser is older than these tags, which the other client reads.
        Assert.Equal(written.Except(["image", "podping", "updateFrequency"]).Order(), known.Distinct().Order());
        Assert.Equal(24, written.Count);
    }

    [ServerFact(Servers.FeedClients)]
    public async Task The_feed_of_a_season_is_a_podcast_of_its_own()
    {
        var feeds = BuiltFeeds.Of(ShowSite.Source());
        var season = (await FeedClients.ReadAsync(feeds)).GetProperty("podcast/season-2/feed.xml").GetProperty("partytime");
        Assert.Equal("Running Water: season 2, Downstream & up", season.Text("title"));
        Assert.Equal(Show.GuidOf("https://example.org/podcast/season-2/feed.xml").ToString(), season.Text("guid"));
        Assert.Equal("https://example.org/podcast/season-2/", season.Text("link"));
        Assert.Equal("https://example.org/podcast/cover.png", season.Text("itunesImage"));
        Assert.Equal("", season.Text("itunesNewFeedUrl"));
        Assert.Equal(3, season.GetProperty("items").GetArrayLength());
        Assert.Equal("", BuiltFeeds.Errors(BuiltFeeds.Read("feed.xml", feeds["podcast/season-2/feed.xml"])));
    }

    [ServerFact(Servers.FeedClients)]
    public async Task An_episode_comes_back_as_the_site_tells_it()
    {
        var feeds = BuiltFeeds.Of(ShowSite.Source());
        var read = (await FeedClients.ReadAsync(feeds)).GetProperty("podcast/feed.xml");
        Assert.Equal("""
            The Podcast Index: Running Water, 917393e3-1b1e-5cef-ace4-edaa54e1f810, serial, [Science > Nature, Society & Culture]
            Stones, urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a, 2026-01-12T08:30:00.000Z
              https://elsewhere.example/stones.m4a, 16000000, audio/x-m4a, 1000 s, season 2, episode 2, bonus, True
              Co-Host Carol, Guest Bob https://bob.example/
              https://example.org/podcast/2-stones/chapters.json, https://example.org/podcast/2-stones/transcript.vtt text/vtt de, https://example.org/podcast/2-stones/transcript.srt application/srt de, https://example.org/podcast/2-stones/transcript.json application/json de, https://example.org/podcast/2-stones/transcript.html text/html de, https://example.org/podcast/2-stones/transcript.txt text/plain de
            The Source, tag:example.org,2026-01-05:podcast/2026-01-05-1-source, 2026-01-05T00:00:00.000Z
              https://media.example.org/1/1-source.mp3, 54880000, audio/mpeg, 3430 s, season 2, episode 1, full, False
              Host Ada https://ada.example/ https://example.org/podcast/ada.png, Editor Eve, Guest Grace https://grace.example/?a=1&b=2 https://example.org/podcast/grace.png, Guest Alan
              https://example.org/podcast/1-source/chapters.json, https://example.org/podcast/1-source/transcript.vtt text/vtt en, https://example.org/podcast/1-source/transcript.srt application/srt en, https://example.org/podcast/1-source/transcript.json application/json en, https://example.org/podcast/1-source/transcript.html text/html en, https://example.org/podcast/1-source/transcript.txt text/plain en
            Soon & deep, tag:example.org,2026-01-01:podcast/2026-01-01-0-soon, 2026-01-01T00:00:00.000Z
              https://media.example.org/0/0-soon.mp3, 1600000, audio/mpeg, 100 s, season 2, episode , trailer, False
              
              , 
            """, Told(read.GetProperty("partytime")));
        Assert.Equal("""
            feedsmith: Running Water, 917393e3-1b1e-5cef-ace4-edaa54e1f810, serial
            Stones, urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a, Mon, 12 Jan 2026 08:30:00 +0000
              https://elsewhere.example/stones.m4a, 16000000, audio/x-m4a, 1000 s, season 2, episode 2, bonus, True
              co-host Carol, guest Bob https://bob.example/
              https://example.org/podcast/2-stones/chapters.json, https://example.org/podcast/2-stones/transcript.vtt text/vtt de, https://example.org/podcast/2-stones/transcript.srt application/x-subrip de, https://example.org/podcast/2-stones/transcript.json application/json de, https://example.org/podcast/2-stones/transcript.html text/html de, https://example.org/podcast/2-stones/transcript.txt text/plain de
              00:00:00.000 Hello https://example.org/hello https://example.org/podcast/bonus.png | 00:01:01.500 A <stone> | 00:10:00.000 End
            The Source, tag:example.org,2026-01-05:podcast/2026-01-05-1-source, Mon, 05 Jan 2026 00:00:00 +0000
              https://media.example.org/1/1-source.mp3, 54880000, audio/mpeg, 3430 s, season 2, episode 1, full, False
              host Ada https://ada.example/ https://example.org/podcast/ada.png, editor Eve, guest Grace https://grace.example/?a=1&b=2 https://example.org/podcast/grace.png, guest Alan
              https://example.org/podcast/1-source/chapters.json, https://example.org/podcast/1-source/transcript.vtt text/vtt en, https://example.org/podcast/1-source/transcript.srt application/x-subrip en, https://example.org/podcast/1-source/transcript.json application/json en, https://example.org/podcast/1-source/transcript.html text/html en, https://example.org/podcast/1-source/transcript.txt text/plain en
              00:00:00.000 Intro | 00:00:57.000 The spring & its “water” | 00:12:30.000 Downhill | 00:57:01.000 Home
            Soon & deep, tag:example.org,2026-01-01:podcast/2026-01-01-0-soon, Thu, 01 Jan 2026 00:00:00 +0000
              https://media.example.org/0/0-soon.mp3, 1600000, audio/mpeg, 100 s, season 2, episode , trailer, False
              
              , 
              
            """, ToldBySmith(read.GetProperty("feedsmith").GetProperty("feed")));
    }

    [ServerFact(Servers.FeedClients)]
    public async Task What_only_the_newer_tags_say_comes_back_too()
    {
        var feeds = BuiltFeeds.Of(ShowSite.Source());
        var read = (await FeedClients.ReadAsync(feeds)).GetProperty("podcast/feed.xml");
        Assert.Equal("""

            value {"type":"lightning","method":"keysend","suggested":0.05,"recipients":[{"name":"Ada","type":"node","address":"02d5c1bf","split":95,"fee":false},{"customKey":"696969","customValue":"eve","type":"lnaddress","address":"eve@pay.example","split":5,"fee":true}]}
            chat {"phase":"7","protocol":"irc","server":"irc.example.org","accountId":"ada","space":"#water"}
            podcastPublisher {"feedGuid":"003af0a0-6a45-55cf-b765-68e3d349551a","feedUrl":"https://publisher.example/feed.xml"}
            podcastBlockedPlatforms {"spreaker":true}
            trailers [{"title":"Soon & deep","url":"https://media.example.org/0/0-soon.mp3","pubdate":"2026-01-01T00:00:00.000Z","type":"audio/mpeg","length":1600000,"season":2}]
              podcastSeason {"number":2,"name":"Downstream & up"}
              podcastEpisode {"number":2}
              alternativeEnclosures [{"type":"audio/mpeg","length":9,"source":[{"uri":"https://example.org/podcast/small.mp3","contentType":"audio/mpeg"}],"default":false,"bitrate":32000,"lang":"en","title":"Small"},{"type":"video/mp4","length":700000000,"source":[{"uri":"https://elsewhere.example/stones.mp4","contentType":"video/mp4"}],"default":false,"height":1080,"rel":"film"}]
              podcastSeason {"number":2,"name":"Downstream & up"}
              podcastEpisode {"number":1,"display":"No. 1"}
              podcastSoundbites [{"duration":45.5,"startTime":750,"title":"Downhill & on"},{"duration":20,"startTime":60,"title":"Running Water"}]
              podcastSocialInteraction [{"platform":"activitypub","id":"@ada","url":"https://social.example/@ada/105079274766075912","priority":1},{"platform":"matrix","id":"ada","url":"https://talk.example/t/1","priority":2,"profileUrl":"https://talk.example/ada"}]
              chat {"phase":"7","protocol":"matrix","server":"matrix.example.org"}
              podcastSeason {"number":2,"name":"Downstream & up"}
            """, Members(read.GetProperty("partytime"), "", "value", "chat", "podcastPublisher", "podcastBlockedPlatforms", "trailers")
            + string.Concat(read.GetProperty("partytime").GetProperty("items").EnumerateArray().Select(item => Members(item, "  ",
                "podcastSeason", "podcastEpisode", "podcastSoundbites", "alternativeEnclosures", "podcastSocialInteraction", "chat"))));
        var feed = read.GetProperty("feedsmith").GetProperty("feed");
        Assert.Equal("""

            images [{"href":"https://example.org/podcast/cover.png","purpose":"artwork"}]
            blocks [{"value":false},{"value":true,"id":"spreaker"}]
            podping {"usesPodping":true}
            chat {"server":"irc.example.org","protocol":"irc","accountId":"ada","space":"#water"}
            publisher {"remoteItem":{"feedGuid":"003af0a0-6a45-55cf-b765-68e3d349551a","feedUrl":"https://publisher.example/feed.xml","medium":"publisher"}}
              images [{"href":"https://example.org/podcast/bonus.png","purpose":"artwork"}]
              socialInteracts [{"protocol":"disabled"}]
              values [{"type":"lightning","method":"lnaddress","valueRecipients":[{"name":"Grace","type":"lnaddress","address":"grace@pay.example","split":1}]}]
              socialInteracts [{"uri":"https://social.example/@ada/105079274766075912","protocol":"activitypub","accountId":"@ada","priority":1},{"uri":"https://talk.example/t/1","protocol":"matrix","accountId":"ada","accountUrl":"https://talk.example/ada","priority":2}]
            """, Members(feed.GetProperty("podcast"), "", "images", "blocks", "podping", "chat", "publisher")
            + string.Concat(feed.GetProperty("items").EnumerateArray().Select(item =>
                Members(item.GetProperty("podcast"), "  ", "images", "values", "socialInteracts"))));
    }

    private static string Members(JsonElement element, string before, params IEnumerable<string> names) => string.Concat(
        names.Where(name => element.At(name).ValueKind != JsonValueKind.Undefined)
            .Select(name => $"\n{before}{name} {element.At(name).GetRawText()}"));

    [Fact]
    public void No_rule_finds_an_error_in_a_show_that_says_all_there_is_to_say()
    {
        var feeds = BuiltFeeds.Of(ShowSite.Source());
        foreach (var path in (string[])["podcast/feed.xml", "podcast/atom.xml", "podcast/feed.json", "posts/feed.xml", "posts/atom.xml", "posts/feed.json"])
            Assert.Equal("", BuiltFeeds.Errors(BuiltFeeds.Read(path, feeds[path])));
    }

    private static string Told(JsonElement feed) => string.Join('\n', feed.GetProperty("items").EnumerateArray().Select(item =>
        $"{item.Text("title")}, {item.Text("guid")}, {item.Text("pubDate")}\n"
        + $"  {Enclosure(item.GetProperty("enclosure"))}, {item.Text("duration")} s, season {item.Text("itunesSeason")}, episode {item.Text("itunesEpisode")}, "
        + $"{item.Text("itunesEpisodeType")}, {item.Text("explicit")}\n"
        + $"  {People(item.At("podcastPeople"), "name")}\n"
        + $"  {item.At("podcastChapters").Text("url")}, {Transcripts(item.At("podcastTranscripts"))}")
        .Prepend($"The Podcast Index: {feed.Text("title")}, {feed.Text("guid")}, {feed.Text("itunesType")}, "
            + $"[{string.Join(", ", feed.GetProperty("itunesCategory").EnumerateArray())}]"));

    private static string ToldBySmith(JsonElement feed) => string.Join('\n', feed.GetProperty("items").EnumerateArray().Select(item =>
    {
        var (itunes, podcast) = (item.GetProperty("itunes"), item.GetProperty("podcast"));
        var moments = item.At("psc").At("chapters").Items().Select(chapter =>
            $"{chapter.Text("start")} {chapter.Text("title")} {chapter.Text("href")} {chapter.Text("image")}".TrimEnd());
        return $"{item.Text("title")}, {item.GetProperty("guid").Text("value")}, {item.Text("pubDate")}\n"
            + $"  {Enclosure(item.GetProperty("enclosures")[0])}, {itunes.Text("duration")} s, season {itunes.Text("season")}, episode {itunes.Text("episode")}, "
            + $"{itunes.Text("episodeType")}, {itunes.Text("explicit")}\n"
            + $"  {People(podcast.At("persons"), "display")}\n"
            + $"  {podcast.At("chapters").Text("url")}, {Transcripts(podcast.At("transcripts"))}\n"
            + $"  {string.Join(" | ", moments)}";
    }).Prepend($"feedsmith: {feed.Text("title")}, {feed.GetProperty("podcast").Text("guid")}, {feed.GetProperty("itunes").Text("type")}"));

    private static string Enclosure(JsonElement enclosure) => $"{enclosure.Text("url")}, {enclosure.Text("length")}, {enclosure.Text("type")}";

    private static string Transcripts(JsonElement transcripts) => string.Join(", ", transcripts.Items().Select(transcript =>
        $"{transcript.Text("url")} {transcript.Text("type")} {transcript.Text("language")}".TrimEnd()));

    private static string People(JsonElement people, string name) => string.Join(", ", people.Items().Select(person =>
        string.Join(' ', ((string[])["role", name, "href", "img"]).Select(key => person.Text(key)).Where(text => text.Length > 0))));

    /// <summary>Every value in a feed of XML, as a client may give it back: white space around it and the form of a date aside.</summary>
    private static IEnumerable<string> Leaves(XElement element) => element.DescendantsAndSelf().SelectMany(one =>
        one.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration && !NotData.Contains(attribute.Name.LocalName)).Select(attribute => attribute.Value)
            .Concat(one.HasElements ? [] : [one.Value]))
        .Select(Plain).Where(value => value.Length > 0);

    private static IEnumerable<string> Leaves(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Where(member => !NotData.Contains(member.Name)).SelectMany(member => Leaves(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Leaves),
        _ => [Plain(value.ToString())],
    };

    private static string Plain(string value) => value.Trim() switch
    {
        "yes" or "Yes" or "true" or "True" => "true",
        "no" or "false" or "False" => "false",
        var text => text,
    };
}

internal static class JsonTexts
{
    /// <summary>A member; nothing, without members or items of its own, when it is not there.</summary>
    public static JsonElement At(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    public static IEnumerable<JsonElement> Items(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];

    /// <summary>A member as text; empty when it is not there.</summary>
    public static string Text(this JsonElement element, string name) =>
        element.At(name) is { ValueKind: not JsonValueKind.Undefined } value ? Convert.ToString(value, CultureInfo.InvariantCulture) ?? "" : "";
}
