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
            description: "The week of 16–22 November 2026"
            tags: []
            ---


            """, site.Read("content/weeknotes/2026-11-21-weeknote-1.md"));
        Assert.Equal("content/weeknotes/2026-11-21-rain.md", New(site, "weeknote", "Rain"));
        Assert.Contains("number: 2\n", site.Read("content/weeknotes/2026-11-21-rain.md"));
        Assert.Equal("content/weeknotes/2026-11-21-weeknote-3.md", New(site, "weeknote", "--draft"));
        Assert.Contains("number: 3\n", site.Read("content/weeknotes/2026-11-21-weeknote-3.md"));
        Assert.Contains("draft: true\n", site.Read("content/weeknotes/2026-11-21-weeknote-3.md"));
        Assert.Equal("content/weeknotes/2026-11-21-weeknote-4.md", New(site, "weeknote")); // the draft's number is taken
    }

    [Fact]
    public void Seasons_go_on_within_the_newest()
    {
        using var site = Site.Small();
        site.Write("content/weeknotes/2026-01-01-s01e09.md", "---\ntitle: S01E09\n---\n");
        site.Write("content/weeknotes/2026-02-01-s02e03.md", "---\ntitle: S02E03\n---\n");
        Assert.Equal("content/weeknotes/2026-11-21-s02e04.md", New(site, "weeknote"));
        Assert.Contains("season: 2\nnumber: 4\n", site.Read("content/weeknotes/2026-11-21-s02e04.md"));
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
        Assert.Equal("", Cli.Run(site.Path, "check", "--strict", "--clock", "2026-12-01").With(0).Error);
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
