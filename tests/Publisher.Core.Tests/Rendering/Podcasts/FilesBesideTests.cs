using System.Text;
using Publisher.Core.Tests.Rendering.Checks;
using Publisher.Sources;

namespace Publisher.Core.Tests.Rendering.Podcasts;

/// <summary>Files beside an episode's page: what they are taken for, and what is told of those that are of no use.</summary>
public class FilesBesideTests
{
    private const string Folder = "content/podcast/2026-01-01-1-stock/";

    [Fact]
    public void Chapters_in_a_file_of_the_episode_are_its_chapters()
    {
        var site = Site("- 0:30 Not this\n");
        site.Write(Folder + "chapters.json", """{"version":"1.2.0","chapters":[{"startTime":0,"title":"Mine"}, {"startTime":9,"title":"B"}, {"startTime":19,"title":"C"}]}""");
        Assert.Empty(FeedSite.Found(site));
        var feed = Assert.Single(FeedSite.Outputs(site), text => text.Contains("<podcast:guid>"));
        Assert.Contains("title=\"Mine\"", feed);
        Assert.Contains("/chapters.json\" type=\"application/json+chapters\"", feed);
        Assert.DoesNotContain("title=\"Not this\"", feed);
    }

    [Fact]
    public void Such_a_file_that_is_broken_is_told()
    {
        var site = Site("");
        site.Write(Folder + "chapters.json", "{\"chapters\": [{\"tit");
        Assert.Contains(FeedSite.Check(site), problem => problem.At is { File.Name: "chapters.json", Line: 1 });
    }

    [Theory]
    [InlineData("chapters: [{ start: 0:00, title: One, image: nope.png }]", "4:21")]
    [InlineData("chapters: [{ start: 0:00, title: One, url: nope.md }]", "4:21")]
    public void A_chapter_that_leads_nowhere_is_told(string line, string place)
    {
        var found = FeedSite.Check(Site("", line)).Where(problem => problem.Code == "PB0909");
        Assert.Equal(place, string.Join(", ", found.Select(problem => $"{problem.At.Line}:{problem.At.Column}")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<!doctype html><title>Not found</title>")]
    public void A_file_without_any_sound_keeps_its_episode_back(string bytes)
    {
        var site = Site("", "audio: a.mp3\nembed_chapters: true");
        site.Write(Folder + "a.mp3", Encoding.UTF8.GetBytes(bytes));
        var told = Assert.Single(FeedSite.Check(site), problem => problem.Code == "PB0601");
        Assert.Equal((Publisher.Diagnostics.Severity.Error, "index.md", 4), (told.Severity, told.At.File.Name, told.At.Line));
    }

    [Fact]
    public void A_transcript_of_another_episode_is_seen_by_its_length()
    {
        var site = Site("", "audio: https://media.example.org/1.mp3\nmp3_duration: 1:00\nmp3_bytes: 960000");
        site.Write(Folder + "transcript.vtt", "WEBVTT\n\n00:20:00.000 --> 00:20:01.000\nHello\n");
        Assert.Contains(FeedSite.Check(site), problem => problem.Code == "PB0616" && problem.At.File.Name == "transcript.vtt");
    }

    [Fact]
    public void A_pattern_may_have_the_season_and_without_what_it_asks_for_there_is_no_sound()
    {
        var site = FeedSite.Show(FeedSite.Good + "\naudio_url: https://m.example/s:season/:number.mp3");
        site.Remove("content/podcast/2026-01-01-1-stock.md");
        site.Write("content/podcast/1-a.md", "---\ntitle: A\ndate: 2026-01-01\nseason: 2\nmp3_bytes: 960000\nmp3_duration: 1:00\n---\n");
        site.Write("content/podcast/b.md", "---\ntitle: B\ndate: 2026-01-02\nseason: 2\n---\n");
        var feed = Assert.Single(FeedSite.Outputs(site), text => text.Contains("<podcast:guid>") && text.Contains("/podcast/feed.xml"));
        Assert.Contains("https://m.example/s2/1.mp3", feed);
        Assert.DoesNotContain("/.mp3", feed);
        Assert.Contains(FeedSite.Check(site), problem => problem.Code == "PB0224" && problem.At.File.Name == "b.md");
    }

    [Theory]
    [InlineData(3000, false)]
    [InlineData(5000, true)]
    public void A_description_that_apps_would_not_get_whole_is_told(int letters, bool isTold)
    {
        var found = FeedSite.Check(FeedSite.Show(FeedSite.Good, "description: " + new string('a', letters)));
        Assert.Equal(isTold, found.Exists(problem => problem is { Code: "PB0935", At: { Line: 6, Column: 14 } }));
    }

    private static MemoryReader Site(string text, string lines = "audio: https://media.example.org/1.mp3\nmp3_bytes: 16000000\nmp3_duration: 16:40")
    {
        var site = FeedSite.Show(FeedSite.Good);
        site.Remove("content/podcast/2026-01-01-1-stock.md");
        var audio = lines.Contains("audio:") ? "" : "\naudio: https://media.example.org/1.mp3\nmp3_bytes: 16000000\nmp3_duration: 16:40";
        site.Write(Folder + "index.md", $"---\ntitle: Stock\ndate: 2026-01-01\n{lines}{audio}\n---\n{text}");
        return site;
    }
}
