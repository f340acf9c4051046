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
    public void A_number_is_given_once_whatever_the_order_of_days()
    {
        using var site = With(("2026-02-06-weeknote-2.md", "title: Weeknote 2"), ("2026-02-13-weeknote-1.md", "title: Weeknote 1"));
        Assert.Equal("content/weeknotes/2026-11-20-weeknote-3.md", New(site));
    }
}
