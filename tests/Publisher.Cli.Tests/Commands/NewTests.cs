using Publisher.Testing;

namespace Publisher.Cli.Tests.Commands;

public class NewTests
{
    private static readonly string[] Clock = ["--clock", "2026-11-21T09:30:00Z"];

    private static string New(TestFolder folder, params string[] args) => Cli.Run(folder.Path, ["new", .. args, .. Clock]).With(0).Output.TrimEnd();

    [Fact]
    public void A_new_site_builds_without_a_word_of_complaint()
    {
        using var folder = new TestFolder();
        var made = New(folder, "site", "my-notes");
        Assert.Equal(["my-notes/publisher.yml", "my-notes/.gitignore", "my-notes/content/index.md", "my-notes/content/posts/2026-11-21-hello.md",
            "my-notes/content/weeknotes/index.md"], made.Split('\n'));
        Assert.Contains("title: \"My notes\"", folder.Read("my-notes/publisher.yml"));
        var check = Cli.Run(folder["my-notes"], "check", "--strict", "--future").With(0);
        Assert.Equal("", check.Error);
    }

    [Fact]
    public void Every_remarked_setting_of_a_new_site_is_a_setting()
    {
        using var folder = new TestFolder();
        New(folder, "site", "notes");
        var lines = folder.Read("notes/publisher.yml").Split('\n').Select(line =>
            System.Text.RegularExpressions.Regex.IsMatch(line, @"^# ( *[a-z0-9_]+:|  +- )") ? line[2..] : line);
        folder.Write("notes/publisher.yml", string.Join('\n', lines));
        Assert.Equal("", Cli.Run(folder["notes"], "check", "--strict", "--future").With(0).Error);
    }

    [Fact]
    public void A_new_site_needs_an_empty_folder()
    {
        using var folder = new TestFolder();
        folder.Write("notes/a.txt", "");
        folder.Write("notes/b.txt", "");
        var refused = Cli.Run(folder.Path, "new", "site", "notes").With(2);
        Assert.Contains("'notes' holds files already: a.txt, b.txt; choose a new folder", refused.Error);
        Assert.Equal(["notes/a.txt", "notes/b.txt"], folder.List());

        folder.Write("repository/.git/HEAD", "ref: refs/heads/main");
        New(folder, "site", "repository");
    }

    [Fact]
    public void Titles_without_a_letter_get_names_of_their_own_and_there_must_be_a_title()
    {
        using var site = Site.Small();
        Assert.Equal("content/posts/2026-11-21-post.md", New(site, "post", "🎉🎊"));
        Assert.Equal("content/posts/2026-11-21-post-2.md", New(site, "post", "🎉"));
        Assert.Equal("content/posts/2026-11-21-post-3.md", New(site, "post", "…"));
        Assert.Contains("title: \"🎉🎊\"", site.Read("content/posts/2026-11-21-post.md"));
        Assert.Contains("a title cannot be empty", Cli.Run(site.Path, "new", "post", " ").With(2).Error);
    }

    [Fact]
    public void What_cannot_be_written_is_told()
    {
        using var site = Site.Small();
        site.Write("content/docs", "a file");
        var failed = Cli.Run(site.Path, "new", "doc", "A").With(1);
        Assert.Contains("error PB0707: cannot write 'content/docs/a.md': ", failed.Error);
        Assert.Contains("hint: ", failed.Error);
    }

    [Fact]
    public void Ctrl_C_in_the_editor_is_for_the_editor()
    {
        using var site = Site.Small();
        // Between the editor and the program is the shell that started it.
        const string editor = "sh -c 'program=$(cut -d\" \" -f4 /proc/$PPID/stat); kill -INT $program; sleep 0.3; kill -INT $program; sleep 4; exit 7'";
        Cli.Run(site.Path, [("VISUAL", ""), ("EDITOR", editor)], "new", "page", "A", "--edit").With(7);
    }

    [Fact]
    public void Weeknotes_count_on()
    {
        using var site = Site.Small();
        Assert.Equal("content/weeknotes/2026-11-21-weeknote-1.md", New(site, "weeknote"));
        Assert.Equal("""
            ---
            title: "Weeknote 1"
            date: 2026-11-21 09:30
            number: 1
            tags: []
            ---


            """, site.Read("content/weeknotes/2026-11-21-weeknote-1.md"));
        Assert.Equal("content/weeknotes/2026-11-21-weeknote-2.md", New(site, "weeknote", "Rain"));
        Assert.Contains("title: \"Weeknote 2: Rain\"\n", site.Read("content/weeknotes/2026-11-21-weeknote-2.md"));
        Assert.Contains("number: 2\n", site.Read("content/weeknotes/2026-11-21-weeknote-2.md"));
        Assert.Equal("content/weeknotes/2026-11-21-weeknote-3.md", New(site, "weeknote", "--draft"));
        Assert.Contains("draft: true\n", site.Read("content/weeknotes/2026-11-21-weeknote-3.md"));
        Assert.Equal("content/weeknotes/2026-11-21-weeknote-4.md", New(site, "weeknote")); // the draft's number is taken
    }

    /// <summary>What the last weeknote is like, and what the next one is: its file, and the lines it must have.</summary>
    [Theory]
    [InlineData("2026-02-01-s01e07.md", "title: S01E07", null, "2026-11-21-s01e08.md", "title: \"S01E08\"")]
    [InlineData("2026-02-01-s01e07.md", "title: 'S01E07: Rain'", "Sun", "2026-11-21-s01e08.md", "title: \"S01E08: Sun\"")]
    [InlineData("2026-02-01-s01e07-rain.md", "title: 's1e7 – Rain'", "Sun", "2026-11-21-s01e08-sun.md", "title: \"s1e8 – Sun\"")]
    [InlineData("2026-02-01-rain.md", "title: 'Rain (S01E09)'", "Sun", "2026-11-21-sun-s01e10.md", "title: \"Sun (S01E10)\"")]
    [InlineData("2026-02-01-rain.md", "title: 'Rain (#9)'", null, "2026-11-21-10.md", "title: \"#10\"")]
    [InlineData("s01e06-s01e09.md", "title: 's01e06-s01e09 away'\ndate: 2026-02-01", null, "s01e10.md", "title: \"s01e10\"\ndate: 2026-11-21\n")]
    [InlineData("2026-02-01-s01e07.md", "title: S01E07", "S02E01: Back", "2026-11-21-s02e01.md", "title: \"S02E01: Back\"")]
    [InlineData("012-rain.md", "title: Rain\ndate: 2026-02-01", "The sun", "013-the-sun.md", "title: \"The sun\"\ndate: 2026-11-21\ntags")]
    [InlineData("week-notes-099.md", "title: Week notes 099\ndate: 2026-02-01 18:00", null, "week-notes-100.md", "title: \"Week notes 100\"\ndate: 2026-11-21 09:30\ntags")]
    [InlineData("2026-02-01-rain.md", "title: Rain\nsub-title: s01e09", "Sun", "2026-11-21-sun.md", "title: \"Sun\"\nsub-title: \"s01e10\"\ntags")]
    [InlineData("2026-02-01-rain.md", "title: Rain\nexcerpt: S01E09", "Sun", "2026-11-21-sun.md", "title: \"Sun\"\nexcerpt: \"S01E10\"\ntags")]
    [InlineData("2026-02-01-rain.md", "title: Rain\nnumber: 009", "Sun", "2026-11-21-sun.md", "title: \"Sun\"\nnumber: 010\ntags")]
    [InlineData("2026-02-01-rain.md", "title: Rain\nseason: 2\nnumber: 6-9", "Sun", "2026-11-21-sun.md", "season: 2\nnumber: 10\n")]
    [InlineData("2026-02-01-weeknote-3/index.md", "title: Weeknote 3", null, "2026-11-21-weeknote-4/index.md", "title: \"Weeknote 4\"")]
    [InlineData("2025/2025-02-01-weeknote-3.md", "title: Weeknote 3", null, "2026/2026-11-21-weeknote-4.md", "title: \"Weeknote 4\"")]
    [InlineData("2025/02/weeknote-3.markdown", "title: Weeknote 3\ndate: 2025-02-01", null, "2026/11/weeknote-4.markdown", "title: \"Weeknote 4\"")]
    public void A_weeknote_continues_as_the_others_are(string file, string matter, string? title, string next, string lines)
    {
        using var site = Site.Small();
        site.Write("content/weeknotes/" + file, $"---\n{matter}\n---\nText.\n");
        string[] words = title is null ? ["weeknote"] : ["weeknote", title];
        Assert.Equal("content/weeknotes/" + next, New(site, words));
        Assert.Contains(lines, site.Read("content/weeknotes/" + next));
        Assert.Equal("", Cli.Run(site.Path, "check", "--clock", "2026-12-01").With(0).Error);
    }

    [Fact]
    public void Weeknotes_are_dated_on_the_day_on_which_people_wrote_before()
    {
        using var site = Site.Small();
        foreach (var (number, day) in new[] { (1, "2026-10-30"), (2, "2026-11-06"), (3, "2026-11-15"), (4, "2026-11-13") })
            site.Write($"content/weeknotes/{day}-weeknote-{number}.md", $"---\ntitle: Weeknote {number}\ndate: {day}\n---\n");
        // Mostly Fridays, and today is Saturday: this week's Friday was yesterday.
        Assert.Equal("content/weeknotes/2026-11-20-weeknote-5.md", New(site, "weeknote"));
        Assert.Contains("date: 2026-11-20\n", site.Read("content/weeknotes/2026-11-20-weeknote-5.md"));
        Assert.Equal("content/weeknotes/2026-11-21-weeknote-6.md", New(site, "weeknote")); // Friday is taken
    }

    [Fact]
    public void Pages_go_where_the_site_keeps_their_kind()
    {
        using var site = Site.Small();
        site.Write("content/notes/_index.md", "---\ntitle: Notes\nkind: weeknote\n---\n");
        site.Write("content/manual/_index.md", "---\ntitle: Manual\nkind: doc\n---\n");
        site.Write("content/manual/start.md", "---\ntitle: Start\nweight: 20\n---\n");
        Assert.StartsWith("content/notes/", New(site, "weeknote"));
        Assert.Equal("content/manual/how-it-works.md", New(site, "doc", "How it works"));
        Assert.Contains("weight: 30\n", site.Read("content/manual/how-it-works.md"));
        Assert.Equal("content/posts/2026-11-21-he-said-no.md", New(site, "post", "He said \"no\""));
        Assert.Equal("content/about.md", New(site, "page", "About"));
        Assert.Equal("content/podcast/2026-11-21-caches.md", New(site, "episode", "Caches"));
        Assert.Contains("number: 1\n", site.Read("content/podcast/2026-11-21-caches.md"));
        // An episode without its sound is no episode yet, and the only thing that is wrong.
        Assert.Equal(
            "content/podcast/2026-11-21-caches.md: error PB0953: this episode has no sound, so it is not in the podcast's feed\n"
            + "  hint: write 'audio: ADDRESS' here\n", Cli.Run(site.Path, "check", "--strict", "--clock", "2026-12-01").With(1).Error);
    }

    [Fact]
    public void Nothing_is_overwritten()
    {
        using var site = Site.Small();
        New(site, "page", "About");
        site.Write("content/about.md", "mine");
        var refused = Cli.Run(site.Path, "new", "page", "About").With(2);
        Assert.Contains("'content/about.md' exists already", refused.Error);
        Assert.Equal("mine", site.Read("content/about.md"));
    }

    [Fact]
    public void The_editor_opens_what_was_made()
    {
        using var site = Site.Small();
        Cli.Run(site.Path, [("VISUAL", ""), ("EDITOR", "cp -p publisher.yml")], ["new", "page", "About", "--edit"]).With(0);
        Assert.Equal(site.Read("publisher.yml"), site.Read("content/about.md"));
        Assert.Contains("set VISUAL or EDITOR", Cli.Run(site.Path, [("VISUAL", ""), ("EDITOR", "")], ["new", "page", "Other", "--edit"]).With(2).Error);
    }
}
