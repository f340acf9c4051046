using System.Globalization;
using System.Text.RegularExpressions;
using Publisher.Sources;
using Publisher.Testing;

namespace Publisher.Core.Tests.Feeds;

/// <summary>The feed of a real podcast (when the folder PUBLISHER_SHARED names is there).</summary>
public sealed partial class CorpusFeedTests
{
    private static readonly string Corpus = Path.Combine(
        Environment.GetEnvironmentVariable("PUBLISHER_SHARED") ?? "", "corpora/running-in-production/_posts/podcast");

    private const string Index = """
        ---
        title: Running in Production
        description: How other developers and teams run their web apps in production.
        authors: [Nick Janetakis]
        owner: { name: Nick Janetakis, email: nick@example.org }
        artwork: cover.jpg
        categories: [Technology, Education > How To]
        language: en-us
        explicit: false
        hosts: [{ name: Nick Janetakis, url: "https://nickjanetakis.com" }]
        cascade: { audio_url: 'https://media.example.org/running-in-production-:number.mp3' }
        ---
        """;

    [Fact]
    public void Has_every_episode_and_no_error()
    {
        if (!Directory.Exists(Corpus)) return;
        var bytes = BuiltFeeds.Of(Site())["podcast/feed.xml"];
        Assert.InRange(bytes.Length, 100_000, 5_000_000);
        var feed = BuiltFeeds.Read("podcast/feed.xml", bytes);
        Assert.Equal(108, feed.Items.Length);
        Assert.Equal("", BuiltFeeds.Errors(feed));
    }

    [ServerFact(Servers.FeedClients)]
    public async Task Both_clients_read_it()
    {
        if (!Directory.Exists(Corpus)) return;
        var read = await FeedClients.ReadAsync(BuiltFeeds.Of(Site()));
        var episodes = Directory.GetFiles(Corpus, "*.md").Select(Facts).OrderByDescending(facts => facts.Number).ToList();
        var show = read.GetProperty("podcast/feed.xml");
        var index = show.GetProperty("partytime").GetProperty("items").EnumerateArray().Select(item => (
            Number: item.TryGetProperty("itunesEpisode", out var number) ? number.GetInt32() : 0,
            item.GetProperty("enclosure").GetProperty("length").GetInt64(), item.GetProperty("duration").GetInt32()));
        Assert.Equal(episodes, index.OrderByDescending(item => item.Number));
        var smith = show.GetProperty("feedsmith").GetProperty("feed").GetProperty("items").EnumerateArray().Select(item => (
            Number: item.GetProperty("itunes").TryGetProperty("episode", out var number) ? number.GetInt32() : 0,
            item.GetProperty("enclosures")[0].GetProperty("length").GetInt64(), item.GetProperty("itunes").GetProperty("duration").GetInt32()));
        Assert.Equal(episodes, smith.OrderByDescending(item => item.Number));
    }

    [ServerFact(Servers.FeedClients)]
    public async Task Every_topic_is_a_chapter_at_its_time()
    {
        if (!Directory.Exists(Corpus)) return;
        var feeds = BuiltFeeds.Of(Site()).Where(feed => feed.Key == "podcast/feed.xml").ToDictionary();
        var read = (await FeedClients.ReadAsync(feeds)).GetProperty("podcast/feed.xml").GetProperty("feedsmith").GetProperty("feed");
        var told = read.GetProperty("items").EnumerateArray().SelectMany(item =>
            item.TryGetProperty("psc", out var psc) ? psc.GetProperty("chapters").EnumerateArray() : []).ToList();
        var typed = Directory.GetFiles(Corpus, "*.md").SelectMany(File.ReadLines).Select(line => Topic().Match(line))
            .Where(match => match.Success).Select(match => Seconds(match.Groups[1].Value)).ToList();
        Assert.Equal(3061, typed.Count);
        Assert.Equal(typed.Order(), told.Where(chapter => chapter.Text("title") != "Intro").Select(chapter => (int)TimeSpan.Parse(chapter.Text("start"), CultureInfo.InvariantCulture).TotalSeconds).Order());
    }

    [GeneratedRegex(@"^- ((\d+:)?\d+:\d\d) -- ")]
    private static partial Regex Topic();

    private static MemoryReader Site()
    {
        var site = new MemoryReader();
        site.Write("publisher.yml", "title: Running\nbase_url: https://example.org/\nfeeds: { terms: false }\n");
        site.Write("content/podcast/index.md", Index);
        site.Write("content/podcast/cover.jpg", "");
        foreach (var file in Directory.GetFiles(Corpus, "*.md")) site.Write("content/podcast/" + Path.GetFileName(file), File.ReadAllBytes(file));
        return site;
    }

    /// <summary>What the author typed into the front matter.</summary>
    private static (int Number, long Bytes, int Seconds) Facts(string file)
    {
        var lines = File.ReadLines(file).ToList();
        return (int.Parse(Path.GetFileName(file).Split('-')[3], CultureInfo.InvariantCulture),
            long.Parse(Typed("mp3_bytes"), CultureInfo.InvariantCulture), Seconds(Typed("mp3_duration")));

        string Typed(string key) => lines.First(line => line.StartsWith(key + ":", StringComparison.Ordinal)).Split(':', 2)[1].Trim(' ', '"');
    }

    private static int Seconds(string time) =>
        time.Split(':').Aggregate(0, (sum, part) => sum * 60 + int.Parse(part, CultureInfo.InvariantCulture));
}
