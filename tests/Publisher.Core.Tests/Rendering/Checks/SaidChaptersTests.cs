using Publisher.Sources;

namespace Publisher.Core.Tests.Rendering.Checks;

/// <summary>Chapters in front matter and in files are held to the rules of topics, each at its own place; feeds repeat nothing.</summary>
public class SaidChaptersTests
{
    private const string Good = "- 0:00 a\n- 1:00 b\n";

    [Theory]
    [InlineData("- 3:00 c\n- 2:00 d", "10:3 PB0904")]
    [InlineData("- 16:41 c", "9:3 PB0905")]
    [InlineData("- (1:75) c", "9:4 PB0906")]
    [InlineData("- \"1:75 - c\"", "9:4 PB0906")]
    [InlineData("- 1:00 c", "9:3 PB0907")]
    [InlineData("- { title: c, start: 1:00 }", "9:22 PB0907")]
    [InlineData("- { title: c, start: 0:30 }", "9:22 PB0904")]
    [InlineData("- { start: 2:00, title: c, end: 1:30 }", "9:33 PB0632")]
    [InlineData("- { start: 2:00, title: c, end: later }", "9:33 PB0632")]
    [InlineData("- later", "9:3 PB0908")]
    [InlineData("- { start: 75, title: c }", null)]
    public void In_front_matter(string more, string? expected)
    {
        var told = FeedSite.Check(FeedSite.Show(FeedSite.Good, "chapters:\n" + Good + more)).Where(problem => problem.Code != "PB0986");
        Assert.Equal(expected is null ? [] : ["2026-01-01-1-stock.md:" + expected],
            told.Select(problem => $"{problem.At.File.Name}:{problem.At.Line}:{problem.At.Column} {problem.Code}"));
    }

    [Fact]
    public void In_a_file()
    {
        var site = FeedSite.Show(FeedSite.Good, "chapters: one.json");
        site.Write("content/podcast/one.json", """
            { "version": "1.2.0", "chapters": [
              { "startTime": 0, "title": "a" },
              { "startTime": 60, "title": "b" },
              { "startTime": 30.5, "title": "c" },
              { "startTime": 60, "title": "d" },
              { "startTime": 1001, "title": "e" } ] }
            """);
        Assert.Equal(["one.json:4:18 PB0904", "one.json:5:18 PB0907", "one.json:6:18 PB0905"], Found(site));
    }

    [Fact]
    public void A_file_that_is_not_there() => Assert.Equal(["2026-01-01-1-stock.md:6:11 PB0909"],
        Found(FeedSite.Show(FeedSite.Good, "chapters: none.json")));

    [Fact]
    public void A_topic_twice_is_told_once()
    {
        var site = FeedSite.Show(FeedSite.Good);
        site.Write("content/podcast/2026-01-01-1-stock.md", "---\ntitle: Stock\naudio: https://media.example.org/1.mp3\nmp3_bytes: 16000000\n"
            + "mp3_duration: 16:40\n---\n- 0:00 a\n- 1:00 b\n- 1:00 c\n");
        Assert.Equal(["2026-01-01-1-stock.md:9:3 PB0907"], Found(site));
    }

    [Fact]
    public void A_sound_that_is_of_another_kind_than_its_name_is_told_once()
    {
        var site = FeedSite.Show(FeedSite.Good);
        site.Write("content/podcast/one.m4a", File.ReadAllBytes(
            Path.Combine(Tidy.Repository.Root, "content/podcast/001-hello-listener/hello-listener.mp3")));
        site.Write("content/podcast/2026-01-01-1-stock.md", "---\ntitle: Stock\naudio: { url: one.m4a, type: audio/x-m4a }\n---\n");
        var problem = Assert.Single(FeedSite.Check(site));
        Assert.Equal("content/podcast/2026-01-01-1-stock.md:3:15 PB0633 one.m4a is an MP3 file, whatever its name says, and players go by the name",
            $"{problem.At} {problem.Code} {problem.Message}");
    }

    private static IEnumerable<string> Found(MemoryReader site) => FeedSite.Check(site)
        .Select(problem => $"{problem.At.File.Name}:{problem.At.Line}:{problem.At.Column} {problem.Code}");
}
