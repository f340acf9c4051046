using Publisher.Testing;

namespace Publisher.Cli.Tests.Commands;

/// <summary><c>publisher new weeknote</c>, after weeknotes that are counted in many ways, or not at all.</summary>
public class NextWeeknoteTests
{
    private static string New(TestFolder site, params string[] title) =>
        Cli.Run(site.Path, ["new", "weeknote", .. title, "--clock", "2026-11-21T09:30:00Z"]).With(0).Output.TrimEnd();

    private static TestFolder With(params (string File, string Matter)[] notes)
    {
        var site = Site.Small();
        foreach (var (file, matter) in notes) site.Write("content/weeknotes/" + file, $"---\n{matter}\n---\nText.\n");
        return site;
    }

    [Fact]
    public void It_continues_the_last_by_date()
    {
        using var site = With(
            ("2025-03-07-s01e01.md", "title: S01E01"), ("2025-03-14-s01e02.md", "title: S01E02"),
            ("2025-03-21-s01e03.md", "title: S01E03"), ("2026-02-06-weeknote-1.md", "title: Weeknote 1"),
            ("2026-02-13-weeknote-2.md", "title: Weeknote 2"));
        Assert.Equal("content/weeknotes/2026-11-20-weeknote-3.md", New(site));
        Assert.Equal("---\ntitle: \"Weeknote 3\"\ntags: []\n---\n\n", site.Read("content/weeknotes/2026-11-20-weeknote-3.md"));
    }

    [Fact]
    public void A_folder_may_have_the_season()
    {
        using var site = With(
            ("season-1/e06.md", "title: S01E06\ndate: 2026-11-06"), ("season-1/e07.md", "title: S01E07\ndate: 2026-11-13"));
        Assert.Equal("content/weeknotes/season-1/e08.md", New(site));
        Assert.Equal("---\ntitle: \"S01E08\"\ndate: 2026-11-20\ntags: []\n---\n\n", site.Read("content/weeknotes/season-1/e08.md"));
    }

    [Fact]
    public void A_number_is_given_once_whatever_the_order_of_days()
    {
        using var site = With(("2026-02-06-weeknote-2.md", "title: Weeknote 2"), ("2026-02-13-weeknote-1.md", "title: Weeknote 1"));
        Assert.Equal("content/weeknotes/2026-11-20-weeknote-3.md", New(site));
    }

    /// <summary>Two that say their week, or nothing, and what the next one is: its file and its front matter.</summary>
    [Theory]
    [InlineData("2026-11-06-week-45.md", "title: Week 45", "2026-11-13-week-46.md", "title: Week 46", null,
        "2026-11-20-week-47.md", "title: \"Week 47\"\ntags: []\n")]
    [InlineData("2026-11-06-week-45.md", "title: 'Week 45: rain'", "2026-11-13-week-46.md", "title: 'Week 46: hail'", "Sun",
        "2026-11-20-week-47.md", "title: \"Week 47: Sun\"\ntags: []\n")]
    [InlineData("weeknotes-2-8-november.md", "title: Weeknotes 2–8 November\ndate: 2026-11-06",
        "weeknotes-9-15-november.md", "title: Weeknotes 9–15 November\ndate: 2026-11-13", null,
        "weeknotes-16-22-november.md", "title: \"Weeknotes 16–22 November\"\ndate: 2026-11-20\ntags: []\n")]
    [InlineData("2026/w45.md", "title: 2026-W45\ndate: 2026-11-06", "2026/w46.md", "title: 2026-W46\ndate: 2026-11-13", null,
        "2026/w47.md", "title: \"2026-W47\"\ndate: 2026-11-20\ntags: []\n")]
    [InlineData("2026/45.md", "title: Week 45\ndate: 2026-11-06", "2026/46.md", "title: Week 46\ndate: 2026-11-13", null,
        "2026/47.md", "title: \"Week 47\"\ndate: 2026-11-20\ntags: []\n")]
    [InlineData("2026-11-06-hail.md", "title: Hail", "2026-11-13-rain.md", "title: Rain", "Sun",
        "2026-11-20-sun.md", "title: \"Sun\"\ntags: []\n")]
    [InlineData("2026-11-06-hail.md", "title: Hail", "2026-11-13-rain.md", "title: Rain", null,
        "2026-11-20-weeknote.md", "title: \"Weeknote\"\ntags: []\n")]
    [InlineData("2026-11-06.md", "title: Weeknotes\ndate: 2026-11-06", "2026-11-13.md", "title: Weeknotes\ndate: 2026-11-13", null,
        "2026-11-20.md", "title: \"Weeknotes\"\ndate: 2026-11-20\ntags: []\n")]
    [InlineData("2026-11-06-weeknote-3.md", "title: Weeknote 3", "2026-11-13-rome.md", "title: Rome", null,
        "2026-11-20-weeknote-4.md", "title: \"Weeknote 4\"\ntags: []\n")]
    public void What_is_not_counted_is_not_counted_on(
        string first, string one, string second, string two, string? title, string next, string lines)
    {
        using var site = With((first, one), (second, two));
        Assert.Equal("content/weeknotes/" + next, title is null ? New(site) : New(site, title));
        Assert.Equal($"---\n{lines}---\n\n", site.Read("content/weeknotes/" + next));
        Assert.Equal("", Cli.Run(site.Path, "check", "--clock", "2026-12-01").With(0).Error);
    }

    [Theory]
    [InlineData("subtitle: S01E07", null, "title: \"Weeknote\"\nsubtitle: \"S01E08\"\n")]
    [InlineData("subtitle: S01E07", "Sun", "title: \"Sun\"\nsubtitle: \"S01E08\"\n")]
    [InlineData("number: 9", null, "title: \"Weeknote\"\nnumber: 10\n")]
    [InlineData("excerpt: 'S01E07 – in which it rains'", "Sun", "title: \"Sun\"\nexcerpt: \"S01E08\"\n")]
    [InlineData("summary: S01E07", "Sun", "title: \"Sun\"\nsummary: \"S01E08\"\n")]
    public void The_number_goes_where_the_last_one_had_it_and_only_there(string matter, string? title, string lines)
    {
        using var site = With(("2026-11-13-rain.md", "title: Rain\n" + matter));
        var next = title is null ? New(site) : New(site, title);
        Assert.Equal($"---\n{lines}tags: []\n---\n\n", site.Read(next));
        Assert.Equal("", Cli.Run(site.Path, "check", "--clock", "2026-12-01").With(0).Error);
    }
}
