namespace Publisher.Cli.Tests.Commands;

public class BuildTests
{
    [Fact]
    public void Writes_the_site_once_and_then_nothing()
    {
        using var site = Site.Small();
        var first = Cli.Run(site.Path, "build").With(0);
        Assert.Matches(@"^Built \d+ pages and \d+ files in [\d.]+ m?s: \d+ written, 0 unchanged, 0 removed\.$", first.LastLine);
        Assert.Contains("Two, after", site.Read("_site/posts/second/index.html"));
        var before = Times(site["_site"]);

        var second = Cli.Run(site.Path, "build").With(0);
        Assert.Contains(": 0 written, ", second.LastLine);
        Assert.Equal(before, Times(site["_site"]));
    }

    [Fact]
    public void Says_which_version_made_the_site()
    {
        using var site = Site.Small();
        Cli.Run(site.Path, "build").With(0);
        var version = Cli.Run(site.Path, "--version").With(0).Output.Trim();
        Assert.Contains($"<meta name=\"generator\" content=\"Publisher {version}\">", site.Read("_site/index.html"));
    }

    [Fact]
    public void Removes_what_the_site_no_longer_has_and_nothing_that_is_not_its_own()
    {
        using var site = Site.Small();
        Cli.Run(site.Path, "build").With(0);
        site.Write("_site/posts/first/mine.txt", "not yours");
        site.Write("_site/CNAME", "example.org");
        File.Delete(site["content/posts/2026-01-02-first.md"]);

        Cli.Run(site.Path, "build").With(0);
        Assert.False(File.Exists(site["_site/posts/first/index.html"]));
        Assert.Equal("not yours", site.Read("_site/posts/first/mine.txt"));
        Assert.Equal("example.org", site.Read("_site/CNAME"));
    }

    [Fact]
    public void Never_overwrites_a_file_that_it_did_not_write_unless_told_to()
    {
        using var site = Site.Small();
        site.Write("_site/index.html", "mine");
        var refused = Cli.Run(site.Path, "build").With(1);
        Assert.Contains("error PB0703", refused.Error);
        Assert.Equal("Nothing was written, because of 1 error.", refused.LastLine);
        Assert.Equal("mine", site.Read("_site/index.html"));

        Cli.Run(site.Path, "build", "--force").With(0);
        Assert.NotEqual("mine", site.Read("_site/index.html"));
    }

    [Fact]
    public void A_link_out_of_the_site_gives_nothing_away()
    {
        using var site = Site.Small();
        File.CreateSymbolicLink(site["content/stolen.txt"], "/etc/hostname");
        File.CreateSymbolicLink(site["result"], "/usr/share"); // Beside the sources may lie what the site never reads.
        var built = Cli.Run(site.Path, "build").With(0);
        Assert.Contains("content/stolen.txt: warning PB0217: this link leads out of the site, to '/etc/hostname'", built.Error);
        Assert.DoesNotContain("result", built.Error);
        Assert.False(File.Exists(site["_site/stolen.txt"]));
    }

    [Theory]
    [InlineData("content")]
    [InlineData("content/posts")]
    [InlineData("content/new")]
    [InlineData("templates")]
    [InlineData("data/new")]
    [InlineData("themes/mine/out")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("drafts")]
    [InlineData("link-to-content")]
    public void Is_never_built_into_its_own_sources(string output)
    {
        using var site = Site.Small();
        site.Write("drafts/idea.md", "# Not yet\n");
        Directory.CreateSymbolicLink(site["link-to-content"], site["content"]);
        var before = site.List();

        var refused = Cli.Run(site.Path, "build", "-o", output).With(1);
        Assert.Matches("error PB070[19]: .*'" + System.Text.RegularExpressions.Regex.Escape(output) + "' ", refused.Error);
        Assert.Contains("  hint: ", refused.Error);
        Assert.Equal("Nothing was written, because of 1 error.", refused.LastLine);
        Assert.Equal(before, site.List());
    }

    [Fact]
    public void A_folder_of_Markdown_elsewhere_is_built_into_only_when_told_to()
    {
        using var site = Site.Small();
        using var notes = new Publisher.Testing.TestFolder();
        notes.Write("deep/notes.MD", "# Mine\n");
        Assert.Contains("error PB0709", Cli.Run(site.Path, "build", "-o", notes.Path).With(1).Error);
        Assert.Equal(["deep/notes.MD"], notes.List());

        Cli.Run(site.Path, "build", "-o", notes.Path, "--force").With(0);
        Assert.Contains(": 0 written, ", Cli.Run(site.Path, "build", "-o", notes.Path).With(0).LastLine);
        Assert.Equal("# Mine\n", notes.Read("deep/notes.MD"));
    }

    [Fact]
    public void A_page_that_cannot_be_made_keeps_its_old_file()
    {
        using var site = Site.Small();
        Cli.Run(site.Path, "build").With(0);
        var old = site.Read("_site/posts/first/index.html");
        site.Write("content/posts/2026-01-02-first.md", "---\ntitle: [First\ndraft: true\n---\nSecret.\n");
        site.Write("content/posts/2026-01-03-second.md", "---\ntitle: Second\n---\nTwo, edited.\n");

        var broken = Cli.Run(site.Path, "build").With(1);
        Assert.Contains("content/posts/2026-01-02-first.md:2:8: error PB0201: ", broken.Error);
        Assert.Contains("1 left as they were because of errors", broken.LastLine);
        Assert.Equal(old, site.Read("_site/posts/first/index.html"));
        Assert.Contains("Two, edited.", site.Read("_site/posts/second/index.html"));
    }

    [Fact]
    public void A_broken_template_leaves_every_page_it_makes_as_it_was()
    {
        using var site = Site.Small();
        Cli.Run(site.Path, "build").With(0);
        var before = Times(site["_site"]);
        site.Write("templates/includes/footer.sbn-html", "<footer>{{ sitee.title }}</footer>\n");

        var broken = Cli.Run(site.Path, "build").With(1);
        Assert.Contains("templates/includes/footer.sbn-html:1:12: error PB04", broken.Error);
        Assert.Contains("did you mean 'site'?", broken.Error);
        Assert.Matches(@"\(and on \d+ more pages\)", broken.Error);
        Assert.Single(broken.Error.Split('\n'), line => line.Contains(": error "));
        Assert.Equal(before[site["_site/index.html"]], Times(site["_site"])[site["_site/index.html"]]);
    }

    [Fact]
    public void Writes_nothing_with_wrong_settings()
    {
        using var site = Site.Small();
        Cli.Run(site.Path, "build").With(0);
        var before = Times(site["_site"]);
        site.Write("publisher.yml", "title: [Small\nbase_url: https://example.org/elsewhere/\n");

        var broken = Cli.Run(site.Path, "build").With(1);
        Assert.Contains("error PB0801: nothing was written", broken.Error);
        Assert.Equal(before, Times(site["_site"]));
    }

    [Fact]
    public void Settings_come_from_the_file_the_environment_and_the_command_line_in_this_order()
    {
        using var site = Site.Small();
        string Title() => site.Read("_site/index.html").Split("<title>")[1].Split("</title>")[0];

        Cli.Run(site.Path, [("PUBLISHER_TITLE", "From outside")], "build").With(0);
        Assert.Equal("From outside", Title());
        Cli.Run(site.Path, [("PUBLISHER_TITLE", "From outside")], "build", "--set", "title=From the line").With(0);
        Assert.Equal("From the line", Title());

        var typo = Cli.Run(site.Path, [("PUBLISHER_TITEL", "x"), ("PUBLISHER_HOME_OF_ANOTHER_PROGRAM", "y")], "build").With(0);
        Assert.Contains("PUBLISHER_TITEL: warning PB0101: 'titel' is not a key of publisher.yml\n  hint: did you mean 'title'?", typo.Error);
        Assert.DoesNotContain("ANOTHER", typo.Error);
        Cli.Run(site.Path, [("PUBLISHER_TITEL", "x")], "build", "--strict").With(1);
    }

    [Fact]
    public void Unpublished_pages_are_left_out_until_asked_for()
    {
        using var site = Site.Small();
        site.Write("content/posts/draft.md", "---\ntitle: Draft\ndraft: true\ndate: 2026-01-01\n---\n");
        site.Write("content/posts/later.md", "---\ntitle: Later\ndate: 2026-03-01\n---\n");
        bool Has(string slug) => File.Exists(site[$"_site/posts/{slug}/index.html"]);

        Cli.Run(site.Path, "build", "--clock", "2026-02-01").With(0);
        Assert.False(Has("draft") || Has("later"));
        Cli.Run(site.Path, "build", "--clock", "2026-02-01", "--drafts", "--future").With(0);
        Assert.True(Has("draft") && Has("later"));
        Cli.Run(site.Path, "build", "--clock", "2026-04-01").With(0);
        Assert.True(Has("later") && !Has("draft"));
    }

    [Fact]
    public void The_same_clock_gives_the_same_bytes_in_any_folder()
    {
        using var one = Site.Small();
        using var other = Site.Small();
        Cli.Run(one.Path, "build", "--clock", "2026-02-01").With(0);
        Cli.Run(Path.GetTempPath(), "build", "-s", other.Path, "-o", other["out"], "--clock", "2026-02-01").With(0);
        Assert.Equal(one.List("_site"), other.List("out"));
        foreach (var file in one.List("_site")) Assert.Equal(one.Read("_site/" + file), other.Read("out/" + file));
    }

    [Fact]
    public void Folders_of_Markdown_are_sites_and_what_was_built_is_never_their_content()
    {
        using var notes = new Publisher.Testing.TestFolder();
        notes.Write("README.md", "# My notes\n\nSee [one](deep/one.md).\n");
        notes.Write("deep/one.md", "# One\n");
        Cli.Run(notes.Path, "build").With(0);
        Assert.Contains("href=\"/deep/one/\"", notes.Read("_site/index.html"));
        var first = notes.List("_site");
        Cli.Run(notes.Path, "build").With(0);
        Assert.Equal(first, notes.List("_site"));
    }

    [Fact]
    public async Task Ctrl_C_leaves_whole_files_and_the_next_build_goes_on()
    {
        using var site = Site.Small();
        for (var i = 0; i < 2000; i++) site.Write($"content/posts/p{i}.md", $"---\ntitle: P{i}\ndate: 2026-01-01\n---\n{new string('x', 2000)}\n");
        var (code, error) = (0, "");
        // On a busy machine the build may be over before the signal is sent.
        for (var attempt = 0; attempt < 10 && code == 0; attempt++)
        {
            if (Directory.Exists(site["_site"])) Directory.Delete(site["_site"], recursive: true);
            using var process = Cli.Start(site.Path, [], "build");
            var said = process.StandardError.ReadToEndAsync();
            while (!process.HasExited && !Directory.Exists(site["_site/.publisher-new/posts"])) Thread.Sleep(1);
            Cli.Interrupt(process);
            Assert.True(process.WaitForExit(60_000));
            (code, error) = (process.ExitCode, await said);
        }
        Assert.Equal("Cancelled.\n", error);
        Assert.Equal(130, code);
        Assert.False(Directory.Exists(site["_site/.publisher-new"]));
        foreach (var file in Directory.EnumerateFiles(site["_site"], "*.html", SearchOption.AllDirectories))
            Assert.EndsWith("</html>\n", File.ReadAllText(file));

        Cli.Run(site.Path, "build").With(0);
        Assert.Equal(2003, site.List("_site").Count(file => file.StartsWith("posts/", StringComparison.Ordinal) && file.Count('/') == 2 && !file.StartsWith("posts/page/") && !file.StartsWith("posts/feed/") && !file.StartsWith("posts/2026/")) + 1);
    }

    private static Dictionary<string, DateTime> Times(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(file => file, File.GetLastWriteTimeUtc);
}
