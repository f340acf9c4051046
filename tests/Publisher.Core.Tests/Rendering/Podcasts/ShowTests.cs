using Publisher.Text;

namespace Publisher.Core.Tests.Rendering.Podcasts;

/// <summary>Which podcast a page belongs to, and what leads from an episode to what is made beside it.</summary>
public class ShowTests
{
    private const string Show = "---\ntitle: Talk\nhost: Ada\nartwork: cover.png\n---\n";
    private const string Shown = "{{ page.show.title }} {{ page.show.feed_url }} {{ for who in page.people }}{{ who.name }}{{ end }}";

    [Fact]
    public void A_folder_of_a_season_is_no_podcast_of_its_own()
    {
        var build = SmallSite.Build("title: T\nbase_url: https://example.org/\nsections:\n  podcast: { feed: true }\n",
            ("content/podcast/index.md", Show), ("content/podcast/season-1/index.md", "---\ntitle: The first\n---\n"),
            ("content/podcast/season-1/2026-01-02-1-salt.md", "---\ntitle: Salt\npermalink: /salt/\naudio: https://m.example/1.mp3\nseason: 1\n---\n"),
            ("templates/episode.sbn-html", Shown), ("templates/section.sbn-html", "{{ page.show.title }}"));

        Assert.Equal("Talk https://example.org/podcast/feed.xml Ada", SmallSite.Text(build, "salt/index.html"));
        Assert.Equal("Talk", SmallSite.Text(build, "podcast/season-1/index.html"));
        Assert.Contains("podcast:guid", SmallSite.Text(build, "podcast/feed.xml"));
        Assert.DoesNotContain("podcast:guid", SmallSite.Text(build, "podcast/season-1/feed.xml"));
        Assert.Contains(build.Paths, path => path.Value == "people/ada/index.html");
    }

    [Fact]
    public void Nothing_leads_to_a_season_that_is_not_listed()
    {
        var build = SmallSite.Build("title: T\n", ("content/team/index.md", "---\ntitle: Team\n---\n"),
            ("content/team/weeknotes/2026-01-02-s01e01-x.md", "---\ntitle: X\n---\n"), ("content/weeknotes/2026-01-02-s01e01-y.md", "---\ntitle: Y\n---\n"),
            ("templates/weeknote.sbn-html", "{{ page.season }} {{ page.season_url ?? 'none' }}"));

        Assert.Equal("1 none", SmallSite.Text(build, "team/weeknotes/s01e01-x/index.html"));
        Assert.Equal("1 /weeknotes/season-1/", SmallSite.Text(build, "weeknotes/s01e01-y/index.html"));
        Assert.Contains(build.Paths, path => path.Value == "weeknotes/season-1/index.html");
    }

    [Fact]
    public void Nothing_leads_to_a_blogroll_that_is_not_made()
    {
        var build = SmallSite.Build("title: T\ncascade:\n  - match: posts/**\n    set: { blogroll: true }\n",
            ("content/posts/index.md", "---\ntitle: P\ncascade: { blogroll: true }\n---\n"), ("content/posts/2026-01-01-soup.md", "Hot.\n"),
            ("templates/post.sbn-html", "{{ page.blogroll_url ?? 'none' }}"));

        Assert.Equal("none", SmallSite.Text(build, "posts/soup/index.html"));
    }

    [Theory]
    [InlineData("chapters: false", "")]
    [InlineData("chapters: [{ start: 10, title: Said }]", "Intro Said /salt/chapters.json")]
    [InlineData("first_chapter: Hello", "Hello First /salt/chapters.json")]
    public void Chapters_may_be_refused(string matter, string expected)
    {
        var build = SmallSite.Build("title: T\n", ("content/podcast/2026-01-02-1-salt.md",
            $"---\ntitle: Salt\npermalink: /salt/\naudio: https://m.example/1.mp3\n{matter}\n---\n- 0:10 First\n"),
            ("templates/episode.sbn-html", "{{ for one in page.chapters }}{{ one.title }} {{ end }}{{ page.chapters_url }}"));

        Assert.Equal(expected, SmallSite.Text(build, "salt/index.html"));
        Assert.Equal(expected.Length > 0, build.Paths.Any(path => path.Name == "chapters.json"));
        Assert.Empty(build.Render(new SitePath("salt/index.html"))!.Diagnostics.Where(problem => problem.Code == "PB0904"));
    }

    [Theory]
    [InlineData("WEBVTT\n\n00:00.000 --> 00:01.000\nHello.\n", "vtt srt json html txt ")]
    [InlineData("WEBVTT\n", "")]
    [InlineData("", "")]
    [InlineData("<html>not found", "")]
    public void Nothing_leads_to_a_transcript_in_which_nothing_is_said(string transcript, string expected)
    {
        var build = SmallSite.Build("title: T\n", ("content/podcast/2026-01-02-1-salt.md",
            "---\ntitle: Salt\npermalink: /salt/\naudio: https://m.example/1.mp3\ntranscript: salt.vtt\n---\n"),
            ("content/podcast/salt.vtt", transcript), ("templates/episode.sbn-html",
            "{{ for one in page.transcripts }}{{ one.url | string.split '.' | array.last }} {{ end }}"));

        Assert.Equal(expected.Trim(), SmallSite.Text(build, "salt/index.html"));
    }

    [Fact]
    public void A_guest_has_the_role_and_group_that_are_said()
    {
        var build = SmallSite.Build("title: T\n", ("content/podcast/index.md", Show), ("content/podcast/2026-01-02-0-salt.md",
            "---\ntitle: Salt\nseason: 0\naudio: https://m.example/1.mp3\nguest: { name: 'Linus & Co', role: narrator, group: cast, url: 'https://l.example/' }\n---\n"));

        Assert.Empty(build.Diagnostics.Where(problem => problem.Code == "PB0102"));
        var feed = SmallSite.Text(build, "podcast/feed.xml");
        Assert.Contains("\n<podcast:person role=\"host\">Ada</podcast:person>\n", feed);
        Assert.Contains("\n<podcast:person role=\"narrator\" group=\"cast\" href=\"https://l.example/\">Linus &amp; Co</podcast:person>\n</item>", feed);
        Assert.DoesNotContain("itunes:episode>", SmallSite.Text(build, "feed.xml"));
        Assert.DoesNotContain("itunes:season>", SmallSite.Text(build, "feed.xml"));
    }

    [Theory]
    [InlineData("2f5ff4b2-4e8d-5d0a-8f0a-6a8d6a6f0c11", "urn:uuid:2f5ff4b2-4e8d-5d0a-8f0a-6a8d6a6f0c11")]
    [InlineData("urn:uuid:2f5ff4b2-4e8d-5d0a-8f0a-6a8d6a6f0c11", "urn:uuid:2f5ff4b2-4e8d-5d0a-8f0a-6a8d6a6f0c11")]
    [InlineData("https://example.org/twenty-two/salty", "https://example.org/twenty-two/salty")]
    public void An_id_in_atom_is_an_address(string id, string expected)
    {
        var build = SmallSite.Build("title: T\n", ("content/posts/2026-01-01-soup.md", $"---\nid: {id}\n---\nHot.\n"));

        Assert.Contains($"<id>{expected}</id>", SmallSite.Text(build, "atom.xml"));
        Assert.Contains($">{id}</guid>", SmallSite.Text(build, "feed.xml"));
    }
}
