using Publisher.Sources;

namespace Publisher.Core.Tests.Rendering.Checks;

/// <summary>Values of the wrong kind for the keys of shows and episodes: each is told once, at its place.</summary>
public class EpisodeKeysTests
{
    [Theory]
    [InlineData("persons: 7", "4:10")]
    [InlineData("hosts: [Ada, 5]", "4:14")]
    [InlineData("host: { role: host }", "4:7")]
    [InlineData("hosts: [{ name: Ada, url: [x] }]", "4:27")]
    [InlineData("podroll: 7", "4:10")]
    [InlineData("podroll: [917393e3-1b1e-5cef-ace4-edaa54e1f810, x y]", "4:49")]
    [InlineData("verify: 7", "4:9")]
    [InlineData("verify: { applepodcastsverify: [a] }", "4:9")]
    [InlineData("license: 7", "4:10")]
    [InlineData("license: [[mit]]", "4:11")]
    [InlineData("directories: [a]", "4:15")]
    [InlineData("directories: { Apple: true }", "4:14")]
    [InlineData("funding: {}", "4:10")]
    [InlineData("funding: { text: Give, link: 'https://a.example' }", "4:10")]
    [InlineData("update_frequency: [weekly]", "4:19")]
    [InlineData("update_frequency: 7", "4:19")]
    [InlineData("location: 7", "4:11")]
    [InlineData("explicit: []", "4:11")]
    public void A_shows_key_of_the_wrong_type(string line, string place) =>
        Assert.Equal([$"index.md:{place} PB0102"], FeedSite.Found(FeedSite.Show(line + "\n" + FeedSite.Good)));

    [Theory]
    [InlineData("verify: { applepodcastsverify: 7 }")]
    [InlineData("verify: [a, { b: c }]")]
    [InlineData("license: { name: Mine, url: 'https://a.example/licence' }")]
    [InlineData("directories: { Apple: 'https://a.example', Here: /show }")]
    [InlineData("funding: [https://a.example, { url: 'https://a.example/give', text: Give }]")]
    [InlineData("hosts: [Ada, 'No', '7', { name: Nan, links: [https://nan.example] }]")]
    [InlineData("podroll: 917393e3-1b1e-5cef-ace4-edaa54e1f810")]
    public void A_shows_key_as_it_is_meant(string line) =>
        Assert.Empty(FeedSite.Found(FeedSite.Show(line + "\n" + FeedSite.Good)));

    [Theory]
    [InlineData("transcript: {}", "6:13 PB0102")]
    [InlineData("transcripts: 5", "6:14 PB0102")]
    [InlineData("transcripts: [{ file: 5 }]", "6:15 PB0102")]
    [InlineData("chapters: 7", "6:11 PB0102")]
    [InlineData("chapters: true", "6:11 PB0102")]
    [InlineData("chapters: no")]
    [InlineData("first_chapter: 5", "6:16 PB0102")]
    [InlineData("embed_chapters: maybe", "6:17 PB0102")]
    [InlineData("embed_chapters: no")]
    [InlineData("episode: -2", "6:10 PB0102")]
    [InlineData("season: -1", "6:9 PB0102")]
    [InlineData("season: x", "6:9 PB0102")]
    [InlineData("number: x", "6:9 PB0102")]
    [InlineData("explicit: []", "6:11 PB0102")]
    [InlineData("episode_type: [full]", "6:15 PB0102")]
    [InlineData("guests: { role: guest }", "6:9 PB0102")]
    [InlineData("guest: 7", "6:8 PB0102")]
    [InlineData("guest: Bob\nguest_avatar: [a]", "7:15 PB0102")]
    [InlineData("guest_2: Bob\nguest_twitter_2: [a]", "7:18 PB0102")]
    [InlineData("guest: Bob\nguest_count: [1]")]
    [InlineData("guest: Bob\nguest_website: '#'", "7:16 PB0102")]
    [InlineData("guest: Bob\nguest_mastodon: bob", "7:17 PB0102")]
    [InlineData("transcript: { file: 'https://a.example/a.vtt', language: [en] }", "6:13 PB0102")]
    [InlineData("chapters: [0:00 a, { start: 1:00, title: b, url: [x] }, 2:00 c]", "6:50 PB0102")]
    [InlineData("blogroll: { a: b }", "6:11 PB0102")]
    [InlineData("blogroll: [{ title: a, url: [b] }]", "6:29 PB0102")]
    public void An_episodes_key_of_the_wrong_type(string lines, params string[] expected) =>
        Assert.Equal(expected.Select(told => "2026-01-01-1-stock.md:" + told), FeedSite.Found(FeedSite.Show(FeedSite.Good, lines))
            .Where(told => !told.Contains("PB0985")));

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{ url: [x] }")]
    public void A_sound_of_the_wrong_type(string sound)
    {
        var site = FeedSite.Show(FeedSite.Good);
        site.Write("content/podcast/2025-01-02-2-soup.md", $"---\ntitle: Soup\naudio: {sound}\n---\n");
        Assert.Equal(["2025-01-02-2-soup.md:3:8 PB0102"], FeedSite.Found(site));
    }

    [Theory]
    [InlineData("guests: [{ name: Bob, url: 'javascript:alert(1)' }]", "6:28")]
    [InlineData("guests: [{ name: Bob, avatar: 'data:text/html,x' }]", "6:31")]
    [InlineData("guests: [{ name: Bob, links: [{ title: x, url: ' VBScript:x' }] }]", "6:48")]
    [InlineData("guest: Bob\nguest_website: javascript:alert(1)", "7:16")]
    [InlineData("chapters: [{ start: 0:00, title: 'javascript: why', url: 'javascript:x' }, 1:00 b, 2:00 c]", "6:58")]
    [InlineData("transcript: javascript:x", "6:13")]
    [InlineData("author: { name: Bob, url: 'javascript:alert(1)' }", "6:27")]
    public void An_address_that_would_run_a_script_is_told_and_left_out(string lines, string place)
    {
        var site = FeedSite.Show(FeedSite.Good, lines);
        Assert.Equal([$"2026-01-01-1-stock.md:{place} PB0631 write an address like https://…"],
            FeedSite.Found(site).Where(told => !told.Contains("PB0985")));
        Assert.DoesNotContain("script:", Printed(site).Replace("javascript: why", ""), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("data:text", Printed(site));
    }

    [Theory]
    [InlineData("directories: { Apple: 'javascript:x' }", "4:23")]
    [InlineData("funding: { url: 'data:,x', text: Give }", "4:17")]
    [InlineData("license: { name: Mine, url: 'javascript:x' }", "4:29")]
    [InlineData("hosts: [{ name: Ada, url: 'javascript:x' }]", "4:27")]
    public void So_is_one_of_a_show(string line, string place)
    {
        var site = FeedSite.Show(line + "\n" + FeedSite.Good);
        Assert.Equal([$"index.md:{place} PB0631 write an address like https://…"], FeedSite.Found(site));
        Assert.DoesNotContain("script:x", Printed(site));
        Assert.DoesNotContain("data:,x", Printed(site));
    }

    [Fact]
    public void And_one_of_a_blogroll()
    {
        var site = FeedSite.Show(FeedSite.Good);
        site.Write("content/blogs.md", "---\ntitle: Blogs\nblogroll:\n- { title: A, url: 'javascript:x', feed: 'https://a.example/feed' }\n---\n");
        Assert.Equal(["content/blogs.md:4:20 PB0631 write an address like https://…"], FeedSite.Found(site));
        Assert.DoesNotContain("javascript:x", Printed(site));
    }

    [Theory]
    [InlineData("episode: 1", "2026-01-02-2-stock.md:6:10 PB0630")]
    [InlineData("episode: 1\nseason: 2", null)]
    [InlineData("episode: 1\nepisode_type: bonus", null)]
    public void Two_episodes_with_one_number(string lines, string? expected)
    {
        var site = FeedSite.Show(FeedSite.Good);
        FeedSite.Episode(site, 2, "mp3_bytes: 16000000\nmp3_duration: 16:40\n" + lines);
        var found = FeedSite.Check(site);
        Assert.Equal(expected is null ? [] : [expected], found.Select(told => $"{told.At.File.Name}:{told.At.Line}:{told.At.Column} {told.Code}"));
        if (expected is not null)
            Assert.Equal("the number 1 is also that of content/podcast/2026-01-01-1-stock.md", found[0].Message);
    }

    [Fact]
    public void Two_episodes_of_one_season_with_one_number()
    {
        var site = FeedSite.Show(FeedSite.Good, "season: 2\nepisode: 9");
        FeedSite.Episode(site, 2, "mp3_bytes: 16000000\nmp3_duration: 16:40\nseason: 2\nnumber: 9");
        Assert.Equal("the number 9 of season 2 is also that of content/podcast/2026-01-01-1-stock.md:7:10",
            Assert.Single(FeedSite.Check(site)).Message);
    }

    /// <summary>All that is printed of the site, in one text.</summary>
    private static string Printed(MemoryReader site) => string.Join('\n', FeedSite.Outputs(site));
}
