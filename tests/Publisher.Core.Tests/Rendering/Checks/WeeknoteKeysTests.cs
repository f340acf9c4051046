using Publisher.Sources;

namespace Publisher.Core.Tests.Rendering.Checks;

/// <summary>What a weeknote says twice of its number, and not the same.</summary>
public class WeeknoteKeysTests
{
    [Theory]
    [InlineData("title: S02E02 Rain\nnumber: 2\nseason: 2")]
    [InlineData("title: S02E02 Rain\nnumber: 5\nseason: 3", "2:8 this says 'S02E02', and what counts is S03E05, as 3:9 has it")]
    [InlineData("title: S02E02 Rain\nseason: 3", "2:8 this says 'S02E02', and what counts is S03E02, as 3:9 has it")]
    [InlineData("title: Rain\nsubtitle: S02E02\nnumber: S02E03", "3:11 this says 'S02E02', and what counts is S02E03, as 4:9 has it")]
    [InlineData("title: S02E02\nsubtitle: S02E03", "3:11 this says 'S02E03', and what counts is S02E02, as 2:8 has it")]
    [InlineData("title: Weeknote 12\nnumber: 6-9", "2:8 this says 'Weeknote 12', and what counts is 6-9, as 3:9 has it")]
    [InlineData("title: '7: the number'\nnumber: 6")]
    [InlineData("title: 'Rain (#7)'\nnumber: 6")]
    [InlineData("title: s01e06-s01e09\nnumber: 6-9\nseason: 1")]
    public void A_weeknote(string matter, params string[] expected)
    {
        var site = new MemoryReader();
        site.Write("publisher.yml", "title: K\nbase_url: https://example.org/\n");
        site.Write("content/weeknotes/2026-01-02-a.md", $"---\n{matter}\n---\nRain.\n");
        Assert.Equal(expected, FeedSite.Check(site).Select(problem =>
            $"{problem.At.Line}:{problem.At.Column} {problem.Message.Replace("content/weeknotes/2026-01-02-a.md:", "")}"));
    }

    [Theory]
    [InlineData("weeknotes", "seasons: { 1: Beginnings }")]
    [InlineData("weeknotes", "seasons: { one: Beginnings }", "2:12 PB0645")]
    [InlineData("weeknotes", "seasons: Beginnings", "2:10 PB0102")]
    [InlineData("podcast", "seasons: Beginnings", "2:10 PB0102")]
    [InlineData("docs", "seasons: Spring")]
    public void The_names_of_seasons(string folder, string matter, params string[] expected)
    {
        var site = new MemoryReader();
        site.Write("publisher.yml", "title: K\nbase_url: https://example.org/\n");
        site.Write($"content/{folder}/index.md", $"---\n{matter}\n---\n");
        Assert.Equal(expected, FeedSite.Check(site).Select(problem => $"{problem.At.Line}:{problem.At.Column} {problem.Code}"));
    }

    [Theory]
    [InlineData("title: S01E02 Rain", 1)]
    [InlineData("title: Rain\nnumber: S01E02", 1)]
    [InlineData("title: Weeknote 2", 3)]
    [InlineData("title: Weeknote 2\nseason: 4", 4)]
    public void What_a_weeknote_says_of_its_season_goes_before_what_its_section_says(string matter, int season)
    {
        var site = new MemoryReader();
        site.Write("publisher.yml", "title: K\nbase_url: https://example.org/\n");
        site.Write("content/weeknotes/index.md", "---\ncascade: { season: 3 }\n---\n");
        site.Write("content/weeknotes/2026-01-02-a.md", $"---\n{matter}\n---\nRain.\n");
        Assert.Empty(FeedSite.Check(site).Select(problem => problem.Message));
        Assert.Contains(FeedSite.Outputs(site), output => output.Contains($"/weeknotes/season-{season}/"));
    }
}
