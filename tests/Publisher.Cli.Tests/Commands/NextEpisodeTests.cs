using Publisher.Testing;

namespace Publisher.Cli.Tests.Commands;

/// <summary><c>publisher new episode</c>, in shows of every style.</summary>
public class NextEpisodeTests
{
    private const string Sound = "mp3_bytes: 1600000\nmp3_duration: 1:40";

    private static Ended Run(TestFolder site, string folder, params string[] args) =>
        Cli.Run(Path.Combine(site.Path, folder), ["new", "episode", .. args, "--clock", "2026-11-21T09:30:00Z"]);

    private static string New(TestFolder site, params string[] args) => Run(site, "", args).With(0).Output.TrimEnd();

    /// <summary>What the last episode is like, and what the next one is: its file, and all of its front matter but the title.</summary>
    [Theory]
    [InlineData("2026-02-01-107-rain.md", Sound, "2026-11-21-108-the-sun.md", "mp3_bytes:\nmp3_duration:\n")]
    [InlineData("2026-02-01-007-rain.md", Sound, "2026-11-21-008-the-sun.md", "mp3_bytes:\nmp3_duration:\n")]
    [InlineData("2026-02-01-7-rain.md", Sound + "\naudio: https://m.example/7.mp3", "2026-11-21-8-the-sun.md",
        "mp3_bytes:\nmp3_duration:\n# Its sound, an address or a file of this site:\n# audio: https://m.example/8.mp3\n")]
    [InlineData("009-rain/index.md", "date: 2026-02-01\naudio: rain.mp3", "010-the-sun/index.md",
        "date: 2026-11-21\n# Its sound, an address or a file of this site:\n# audio: 010-the-sun.mp3\n")]
    [InlineData("2026-02-01-rain.md", "number: 012\nguests: [Bob]\naudio: https://m.example/ep-012.mp3\ntags: [a]", "2026-11-21-the-sun.md",
        "number: 013\nguests: []\n# Its sound, an address or a file of this site:\n# audio: https://m.example/ep-013.mp3\ntags: []\n")]
    [InlineData("rain-12.md", "date: 2026-02-01 18:00\nepisode: 12\nseason: 2\nguest: Bob\nguest_avatar: bob.png\nmp3: /a/rain-12.mp3", "the-sun-13.md",
        "date: 2026-11-21 09:30\nseason: 2\nepisode: 13\nguest:\nguest_avatar:\n# Its sound, an address or a file of this site:\n# audio: /a/the-sun-13.mp3\n")]
    [InlineData("2025/2025-02-01-episode-3.md", "number: 3\naudio: { url: 'https://m.example/3.mp3', bytes: 1, duration: 2 }", "2026/2026-11-21-episode-4.md",
        "number: 4\n# Its sound, an address or a file of this site:\n# audio: { url: https://m.example/4.mp3, bytes: 0, duration: 0:00 }\n")]
    [InlineData("s02e07-rain.md", "date: 2026-02-01\nseason: 2\nepisode: 7\nsub-title: S02E07", "s02e08-the-sun.md",
        "sub-title: \"S02E08\"\ndate: 2026-11-21\nseason: 2\nepisode: 8\n# Its sound, an address or a file of this site:\n# audio: s02e08-the-sun.mp3\n")]
    [InlineData("season-2/e07-rain.md", "date: 2026-02-01\nseason: 2\nepisode: 7\nmp3_bytes: 1", "season-2/e08-the-sun.md",
        "date: 2026-11-21\nseason: 2\nepisode: 8\nmp3_bytes:\n")]
    [InlineData("2026-02-01-rain.md", "audio: rain.mp3", "2026-11-21-the-sun.md",
        "# Its sound, an address or a file of this site:\n# audio: the-sun.mp3\n")]
    public void It_continues_as_the_last_one_is(string file, string matter, string next, string lines)
    {
        using var site = Site.Small();
        site.Write("content/podcast/" + file, $"---\ntitle: Rain\n{matter}\n---\nText.\n");
        Assert.Equal("content/podcast/" + next, New(site, "The sun"));
        Assert.Equal($"---\ntitle: \"The sun\"\n{lines}---\n\n", site.Read("content/podcast/" + next));
    }

    [Theory]
    [InlineData("'#12: Rain'", "#13: Sun")]
    [InlineData("'S02E12 – Rain'", "S02E13 – Sun")]
    [InlineData("'Rain (Episode 12)'", "Sun (Episode 13)")]
    [InlineData("'Docker is #1'", "Sun")]
    [InlineData("'#12: “Rain” and sun'", "#13: Sun")]
    [InlineData("'#12: 🎧 Ünïcode'", "#13: Sun")]
    [InlineData("'#12 🎧 Ünïcode'", "#13 Sun")]
    [InlineData("'#12 — …and rain'", "#13 — Sun")]
    [InlineData("'#12 [Rain]'", "#13 [Sun]")]
    [InlineData("'#12: (No) rain'", "#13: Sun")]
    [InlineData("'#12: -5 degrees'", "#13: Sun")]
    [InlineData("'12. Rain'", "13. Sun")]
    [InlineData("'“Rain” (#12) 🎧'", "Sun (#13)")]
    [InlineData("'“Rain” | Episode 12'", "Sun | Episode 13")]
    public void Its_title_counts_where_the_last_one_does(string last, string title)
    {
        using var site = Site.Small();
        site.Write("content/podcast/2026-02-01-12-rain.md", $"---\ntitle: {last}\nseason: 2\n{Sound}\n---\n");
        Assert.Equal("content/podcast/2026-11-21-13-sun.md", New(site, "Sun"));
        Assert.Contains($"title: \"{title}\"\nseason: 2\n", site.Read("content/podcast/2026-11-21-13-sun.md"));
    }

    [Fact]
    public void What_the_last_two_say_alike_the_next_one_says_too()
    {
        using var site = Site.Small();
        foreach (var number in new[] { 1, 2 })
            site.Write($"content/podcast/2026-02-0{number}-{number}-rain.md",
                $"---\ntitle: Rain\nlayout: page\ncategory: podcast\nexplicit: false\nstudio: 'North: 1'\nepisode_type: bonus\nweather: {number}\n{Sound}\n---\n");
        Assert.Equal("content/podcast/2026-11-21-3-sun.md", New(site, "Sun"));
        Assert.Equal("---\ntitle: \"Sun\"\nmp3_bytes:\nmp3_duration:\nlayout: \"page\"\ncategories: [\"podcast\"]\nexplicit: false\nstudio: \"North: 1\"\n---\n\n",
            site.Read("content/podcast/2026-11-21-3-sun.md"));
    }

    [Fact]
    public void The_first_episode_of_a_show_whose_sound_is_elsewhere_asks_for_its_size()
    {
        using var site = Site.Small();
        site.Write("content/podcast/index.md", "---\ntitle: Talk\naudio_url: https://m.example/:number.mp3\n---\n");
        Assert.Equal("content/podcast/2026-11-21-sun.md", New(site, "Sun"));
        Assert.Equal("---\ntitle: \"Sun\"\ndate: 2026-11-21 09:30\nnumber: 1\nguests: []\nmp3_bytes:\nmp3_duration:\n---\n\n",
            site.Read("content/podcast/2026-11-21-sun.md"));
    }

    [Fact]
    public void Of_two_podcasts_one_must_be_named()
    {
        using var site = Site.Small();
        foreach (var (show, number) in new[] { ("garden", 30), ("kitchen", 7) })
        {
            site.Write($"content/{show}/index.md", $"---\ntitle: {show}\nkind: episode\ncascade: {{ kind: episode }}\n---\n");
            site.Write($"content/{show}/season-1/2026-02-01-{number}-rain.md", $"---\ntitle: Rain\n{Sound}\n---\n");
        }
        Assert.Contains("there is more than one podcast, so name one with --section: garden, kitchen", Run(site, "", "Sun").With(2).Error);
        Assert.Contains("there is no podcast 'kitchn': the site has garden, kitchen; did you mean 'kitchen'?",
            Run(site, "", "Sun", "--section", "kitchn").With(2).Error);
        Assert.Equal("content/kitchen/season-1/2026-11-21-8-sun.md", New(site, "Sun", "--section", "kitchen"));
        Assert.Equal("content/garden/season-1/2026-11-21-31-sun.md", New(site, "Sun", "--section", "content/garden"));
        Assert.Equal("2026-11-21-32-sun.md", Run(site, "content/garden/season-1", "Sun", "--source", "../../..").With(0).Output.TrimEnd());
    }
}
