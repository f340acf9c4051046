using Publisher.Configuration;
using Publisher.Core.Tests.Feeds;
using Publisher.Core.Tests.Rendering.Checks;
using Publisher.Engine;
using Publisher.Sources;

namespace Publisher.Core.Tests.Rendering.Podcasts;

/// <summary>What of a podcast's feeds is found or measured and not simply said.</summary>
public class PodcastTagTests
{
    private static readonly SourceSet Themes = new EmbeddedReader(typeof(Builder).Assembly, "themes/").Read();

    private readonly MemoryReader site = FeedSite.Show(FeedSite.Good + "\nseasons: { 1: Beginnings }");

    [Fact]
    public void Artwork_and_other_forms_of_an_episode_are_measured()
    {
        site.Write("content/podcast/wide.png", FeedSite.Picture(1600, 900));
        site.Write("content/podcast/small.mp3", Media.Mp3Bytes.Sounds(200));
        FeedSite.Episode(site, 2, "image: wide.png\nalternates: [small.mp3, gone.mp3, 'https://m.example/a.opus']");
        var feed = Feed("podcast/feed.xml");

        Assert.Contains("<podcast:image href=\"https://example.org/podcast/cover.png\" aspect-ratio=\"1/1\" width=\"1400\" purpose=\"artwork\"/>", feed);
        Assert.Contains("<podcast:image href=\"https://example.org/podcast/wide.png\" aspect-ratio=\"1600/900\" width=\"1600\" purpose=\"artwork\"/>", feed);
        Assert.Contains("<podcast:alternateEnclosure type=\"audio/mpeg\" length=", feed);
        Assert.Contains(" bitrate=\"128000\">\n<podcast:source uri=\"https://example.org/podcast/small.mp3\"/>", feed);
        Assert.Contains("<podcast:alternateEnclosure type=\"audio/ogg\">\n<podcast:source uri=\"https://m.example/a.opus\"/>", feed);
        Assert.DoesNotContain("gone.mp3", feed);
    }

    [Theory]
    [InlineData("true", true, "<podcast:block>yes</podcast:block>")]
    [InlineData("[apple]", true, "<podcast:block id=\"apple\">yes</podcast:block>")]
    [InlineData("{ all: true, apple: false }", false, "<podcast:block>yes</podcast:block>\n<podcast:block id=\"apple\">no</podcast:block>")]
    public void Apple_reads_its_own_tag_of_what_is_blocked(string block, bool isBlocked, string tags)
    {
        site.Write("content/podcast/index.md", $"---\ntitle: Talk\nblock: {block}\n---\n");
        var feed = Feed("podcast/feed.xml");

        Assert.Contains(tags, feed);
        Assert.Equal(isBlocked, feed.Contains("<itunes:block>Yes</itunes:block>"));
    }

    [Fact]
    public void A_season_has_its_name_wherever_it_is_shown()
    {
        FeedSite.Episode(site, 2, "season: 1");
        FeedSite.Episode(site, 3, "season: 2");

        Assert.Contains("<title>Talk: season 1, Beginnings</title>", Feed("podcast/season-1/feed.xml"));
        Assert.Contains("<podcast:season name=\"Beginnings\">1</podcast:season>", Feed("podcast/season-1/feed.xml"));
        Assert.Contains("Give your podcast app this address:</p>\n<p><a href=\"https://example.org/podcast/season-1/feed.xml\"", Feed("podcast/season-1/feed/index.html"));
        Assert.Contains("<title>Talk: season 2</title>", Feed("podcast/season-2/feed.xml"));
        Assert.Contains("<podcast:season>2</podcast:season>", Feed("podcast/feed.xml"));
        Assert.Contains(">Talk: season 1, Beginnings</h1>", Feed("podcast/season-1/index.html"));
        Assert.Contains(">Season 1: Beginnings</a>", Feed("podcast/season-1/index.html"));
    }

    [Fact]
    public void A_trailer_is_told_of_where_apps_look_first()
    {
        site.Write("content/podcast/index.md", "---\ntitle: Talk\nfeed_size: 1\n---\n");
        FeedSite.Episode(site, 2, "");
        FeedSite.Episode(site, 3, "");
        site.Write("content/podcast/2025-12-01-soon.md", "---\ntitle: Soon\nepisode_type: trailer\naudio: https://m.example/0.mp3\n---\n");

        Assert.Contains("<podcast:trailer pubdate=\"Mon, 01 Dec 2025 00:00:00 +0000\" url=\"https://m.example/0.mp3\" type=\"audio/mpeg\">Soon</podcast:trailer>",
            Feed("podcast/feed.xml"));
        Assert.DoesNotContain("podcast:trailer", Feed("podcast/feed-4.xml"));
    }

    [Theory]
    [InlineData("people/bob/feed.xml")]
    [InlineData("tags/salt/feed.xml")]
    [InlineData("feed.xml")]
    public void Other_feeds_bring_the_sound_too(string path)
    {
        FeedSite.Episode(site, 2, "tags: [salt]\nguest: Bob\nmp3_bytes: 16000000\nmp3_duration: 16:40");
        var feed = Feed(path);

        Assert.Contains("<enclosure url=\"https://media.example.org/2.mp3\" length=\"16000000\" type=\"audio/mpeg\"/>\n<itunes:duration>1000</itunes:duration>", feed);
        Assert.Contains("rel=\"enclosure\" href=\"https://media.example.org/2.mp3\"", Feed(path.Replace("feed.xml", "atom.xml")));
        Assert.Contains("\"attachments\": [{ \"url\": \"https://media.example.org/2.mp3\"", Feed(path.Replace("feed.xml", "feed.json")));
    }

    [Theory]
    [InlineData("feed.xml", false)]
    [InlineData("podcast/feed.xml", true)]
    [InlineData("podcast/season-1/feed.xml", true)]
    public void Only_what_says_so_of_itself_is_a_podcast(string path, bool isPodcast)
    {
        FeedSite.Episode(site, 2, "season: 1\nmp3_bytes: 16000000\nmp3_duration: 16:40");
        var feed = BuiltFeeds.Read(path, System.Text.Encoding.UTF8.GetBytes(Feed(path)));

        Assert.Equal(isPodcast, feed.IsPodcast);
        Assert.Equal("", BuiltFeeds.Errors(feed));
    }

    private string Feed(string path) => SmallSite.Text(
        new Builder(Themes, new BuildOptions(), new FixedClock(), remembers: false).Advance(site.Read(), default), path);
}
