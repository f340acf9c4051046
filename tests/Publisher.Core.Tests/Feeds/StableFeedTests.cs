using Publisher.Engine;
using Publisher.Sources;

namespace Publisher.Core.Tests.Feeds;

/// <summary>Feeds are the same bytes until what they tell of changes, and a long one is told in several documents.</summary>
public sealed class StableFeedTests
{
    private readonly MemoryReader site = new();
    private readonly FixedClock clock = new();
    private readonly Builder builder;
    private SortedDictionary<string, byte[]> last;

    public StableFeedTests()
    {
        site.Write("publisher.yml", "title: Stable\nbase_url: https://example.org/\nfeeds: { terms: false }\n");
        site.Write("content/podcast/index.md", "---\ntitle: Show\nfeed_size: 3\naudio_url: 'https://media.example.org/:number.mp3'\n---\n");
        for (var i = 1; i <= 7; i++) Episode(i);
        site.Write("content/posts/2026-01-01-post.md", "Text.\n");
        site.Write("content/docs/a.md", "# A\n\nText.\n");
        builder = BuiltFeeds.Builder(clock, remembers: true);
        last = Outputs();
    }

    [Fact]
    public void Another_day_is_the_same_feed()
    {
        clock.Now = clock.Now.AddDays(400);
        Assert.DoesNotContain(Changed(), IsFeed);
    }

    [Fact]
    public void An_edit_elsewhere_is_the_same_feed()
    {
        site.Write("content/docs/a.md", "# A\n\nOther.\n");
        site.Write("content/docs/b.md", "# B\n");
        site.Write("content/about.md", "# About\n");
        site.Write("assets/css/custom.css", "a {}");
        site.Write("templates/includes/footer.sbn-html", "another foot");
        Assert.DoesNotContain(Changed(), IsFeed);
    }

    [Fact]
    public void An_edit_of_another_section_changes_its_own_feeds_and_the_sites()
    {
        site.Write("content/posts/2026-01-01-post.md", "Other.\n");
        Assert.Equal(
            ["atom.xml", "feed.json", "feed.xml", "posts/atom.xml", "posts/feed.json", "posts/feed.xml"], Changed().Where(IsFeed));
    }

    [Fact]
    public void The_prose_of_an_episode_changes_its_page_and_the_documents_that_have_it()
    {
        Episode(2, text: "First.\n\nAnother text.");
        // It is in the last but one document of the show's feed; of what the site has, its 20 newest pages hold it.
        Assert.Equal(
            ["atom.xml", "feed.json", "feed.xml", "podcast/2/index.html", "podcast/atom.xml", "podcast/feed-2.xml", "podcast/feed.json"],
            Changed());
    }

    [Fact]
    public void What_pages_and_feeds_do_not_print_changes_nothing()
    {
        Episode(2, extra: "remark: for nobody\n");
        Assert.Empty(Changed());
    }

    [Fact]
    public void A_builder_that_remembers_nothing_makes_the_same_bytes()
    {
        Episode(2, text: "Another text.");
        var fresh = BuiltFeeds.Of(site, clock);
        Assert.All(BuiltFeeds.Of(builder.Advance(site.Read(), default)), feed => Assert.Equal(fresh[feed.Key], feed.Value));
    }

    [Fact]
    public void Each_episode_is_in_one_document_and_all_documents_are_linked()
    {
        var seen = new List<string>();
        var at = "podcast/feed.xml";
        for (string? before = null; ; )
        {
            var feed = BuiltFeeds.Read(at, last[at]);
            var links = feed.Channel.All("atom:link").ToDictionary(
                link => link.Attribute("rel")!.Value, link => link.Attribute("href")!.Value["https://example.org/".Length..]);
            Assert.Equal(at, links["self"]);
            Assert.Equal("podcast/feed.xml", links["first"]);
            Assert.Equal("podcast/feed-3.xml", links["last"]);
            Assert.Equal(before, links.GetValueOrDefault("prev"));
            seen.AddRange(feed.Items.Select(item => item.Element.TextOf("title")));
            if (!links.TryGetValue("next", out var next)) break;
            (before, at) = (at, next);
        }
        Assert.Equal("podcast/feed-3.xml", at);
        Assert.Equal(Enumerable.Range(1, 7).Reverse().Select(i => $"Episode {i}"), seen);
    }

    [Fact]
    public void A_new_episode_moves_one_on_in_each_document()
    {
        Episode(8);
        Assert.Equal(
            ["podcast/atom.xml", "podcast/feed-2.xml", "podcast/feed-3.xml", "podcast/feed.json", "podcast/feed.xml"],
            Changed().Where(path => path.StartsWith("podcast/", StringComparison.Ordinal) && IsFeed(path)));
        Assert.Equal([2, 3, 3], last.Where(output => output.Key.StartsWith("podcast/feed", StringComparison.Ordinal) && output.Key.EndsWith(".xml", StringComparison.Ordinal))
            .Select(output => BuiltFeeds.Read(output.Key, output.Value).Items.Length).Order());
    }

    [Fact]
    public void A_show_that_fits_one_document_links_to_no_other()
    {
        site.Write("content/podcast/index.md", "---\ntitle: Show\naudio_url: 'https://media.example.org/:number.mp3'\n---\n");
        var feed = BuiltFeeds.Of(site)["podcast/feed.xml"];
        Assert.Equal("self", Assert.Single(BuiltFeeds.Read("feed.xml", feed).Channel.All("atom:link")).Attribute("rel")!.Value);
    }

    private void Episode(int number, string text = "First.\n\nText.", string extra = "") => site.Write(
        $"content/podcast/2026-01-0{number}-{number}.md",
        $"---\ntitle: Episode {number}\nepisode: {number}\nmp3_bytes: 1000000\nmp3_duration: 62\n{extra}---\n{text}\n");

    private static bool IsFeed(string path) => !path.EndsWith(".html", StringComparison.Ordinal) && path is not ("sitemap.xml" or "robots.txt");

    /// <summary>The outputs whose bytes are others than in the last build.</summary>
    private List<string> Changed()
    {
        var (before, now) = (last, Outputs());
        last = now;
        return [.. now.Where(output => !before.TryGetValue(output.Key, out var bytes) || !bytes.AsSpan().SequenceEqual(output.Value)).Select(output => output.Key)
            .Where(path => !path.StartsWith("assets/", StringComparison.Ordinal))];
    }

    private SortedDictionary<string, byte[]> Outputs()
    {
        var build = builder.Advance(site.Read(), default);
        var outputs = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var path in build.Paths)
            if (build.Render(path) is { Output: { InMemory: true } output }) outputs.Add(path.Value, output.Bytes.ToArray());
        return outputs;
    }
}
