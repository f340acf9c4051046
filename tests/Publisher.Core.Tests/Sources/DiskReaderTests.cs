using System.Text;
using Publisher.Configuration;
using Publisher.Engine;
using Publisher.Sources;
using Publisher.Testing;
using Publisher.Text;

namespace Publisher.Core.Tests.Sources;

/// <summary>Folders as they may be found: with links, closed doors and names that are no text.</summary>
public sealed class DiskReaderTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_link_is_the_file_it_leads_to_when_that_is_in_the_site()
    {
        folder.Write("site/shared/long.txt", "a rather long text, longer than its path");
        Link("site/content/text.txt", "../shared/long.txt");
        Link("site/content/again.txt", folder["site/content/text.txt"]);
        var set = Read();
        Assert.Empty(set.Problems);
        Assert.Equal(["content/again.txt", "content/text.txt", "shared/long.txt"], set.Files.Select(file => file.Path.Value));
        Assert.Equal(40, set.Find(new("content/again.txt"))!.Length);

        folder.Write("site/shared/long.txt", "shorter");
        Assert.Equal(7, Reader().Refresh(set, [new("content/text.txt")], default).Find(new("content/text.txt"))!.Length);
    }

    [Fact]
    public void Other_links_are_left_out_and_told()
    {
        folder.Write("secret.txt", "secret");
        folder.Write("site/content/a.md", "a");
        Directory.CreateDirectory(folder["site/shared"]);
        Link("site/content/out.txt", "../../secret.txt");
        Link("site/content/nowhere.md", "nothing.md");
        Link("site/content/circle.md", "circle.md");
        Link("site/content/folder", "../shared");
        Link("site/content/way", folder.Path);
        Link("site/content/winding.txt", "way/secret.txt");
        var set = Read();
        Assert.Equal(["content/a.md"], set.Files.Select(file => file.Path.Value));
        Assert.Equal(
            ["content/circle.md PB0211", "content/folder PB0213", "content/nowhere.md PB0211", "content/out.txt PB0217",
                "content/way PB0213", "content/winding.txt PB0217"],
            set.Problems.Select(problem => $"{problem.At.File} {problem.Code}"));

        File.Delete(folder["site/content/out.txt"]);
        folder.Write("site/content/out.txt", "mine");
        var mended = Reader().Refresh(set, [new("content/out.txt")], default);
        Assert.Equal(["content/a.md", "content/out.txt"], mended.Files.Select(file => file.Path.Value));
        Assert.Equal(5, mended.Problems.Length);
        File.Delete(folder["site/content/a.md"]);
        Link("site/content/a.md", "nothing.md");
        Assert.Equal(6, Reader().Refresh(mended, [new("content"), new("content/a.md")], default).Problems.Length);
    }

    [Fact]
    public void A_site_may_itself_be_reached_by_a_link()
    {
        folder.Write("site/content/a.md", "a");
        Link("site/content/b.md", folder["site/content/a.md"]);
        Link("way", "site");
        var set = new DiskReader(folder["way"], []).Read(null, default);
        Assert.Equal((2, 0), (set.Files.Length, set.Problems.Length));
    }

    [Fact]
    public void A_link_to_a_folder_that_is_left_out_is_left_out_too()
    {
        folder.Write("elsewhere/index.html", "x");
        folder.Write("site/content/a.md", "a");
        Link("site/_site", "../elsewhere");
        Link("site/node_modules", "../elsewhere");
        var set = new DiskReader(folder["site"], [folder["site/_site"]]).Read(null, default);
        Assert.Equal((1, 0), (set.Files.Length, set.Problems.Length));
    }

    [Fact]
    public void Links_that_lead_nowhere_or_in_a_circle_stop_nothing()
    {
        Small();
        Link("site/content/a.md", "b.md");
        Link("site/content/b.md", "a.md");
        Link("site/content/gone.md", "nowhere.md");
        Link("site/content/circle", "../content");
        Link("site/beside", "nowhere");
        var build = Build();
        Assert.Equal(["content/a.md PB0211", "content/b.md PB0211", "content/circle PB0213", "content/gone.md PB0211"], Problems(build));
        Assert.Contains("Fine.", Encoding.UTF8.GetString(build.Render(new SitePath("fine/index.html"))!.Output.Bytes.Span));
    }

    [Fact]
    public void What_may_not_be_read_is_told_of()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess) return;
        Small();
        folder.Write("site/content/closed.md", "x\n");
        folder.Write("site/content/closed.png", "x\n");
        folder.Write("site/content/closed.html", "---\n---\nx\n");
        folder.Write("site/data/closed.yml", "a: 1\n");
        folder.Write("site/templates/closed.sbn-html", "x\n");
        folder.Write("site/content/inner/a.md", "x\n");
        folder.Write("site/other/a.md", "x\n");
        string[] closed = ["content/closed.md", "content/closed.png", "content/closed.html", "data/closed.yml",
            "templates/closed.sbn-html", "content/inner", "other"];
        foreach (var path in closed) File.SetUnixFileMode(folder["site/" + path], UnixFileMode.None);
        var build = Build();
        var problems = Problems(build);
        var copied = Assert.Throws<UnreadableException>(() => build.Want(new("closed.png")).Open());
        foreach (var path in closed)
            File.SetUnixFileMode(folder["site/" + path], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Equal(
            ["content/closed.md PB0211", "content/inner PB0212", "data/closed.yml PB0211", "templates/closed.sbn-html PB0211"], problems);
        Assert.Equal(("PB0211", "content/closed.png"), (copied.Problem.Code, copied.Problem.At.File.Value));
    }

    [Fact]
    public void What_opens_is_read_though_neither_its_length_nor_its_time_changed()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess) return;
        Small();
        folder.Write("site/content/page.md", "x\n");
        folder.Write("site/content/inner/a.md", "x\n");
        File.SetUnixFileMode(folder["site/content/page.md"], UnixFileMode.None);
        File.SetUnixFileMode(folder["site/content/inner"], UnixFileMode.None);
        var builder = Builder();
        var closed = Read();
        Assert.Equal(["content/inner PB0212", "content/page.md PB0211"], Problems(builder.Advance(closed, default)));
        File.SetUnixFileMode(folder["site/content/page.md"], UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.SetUnixFileMode(
            folder["site/content/inner"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var open = Reader().Refresh(closed, [new("content/page.md"), new("content/inner/a.md")], default);
        Assert.Empty(Problems(builder.Advance(open, default)));
    }

    [Fact]
    public void A_name_with_a_backslash_is_told_of()
    {
        if (OperatingSystem.IsWindows()) return;
        Small();
        folder.Write("site/content/back\\slash.md", "x\n");
        folder.Write("site/content/fol\\der/a.md", "x\n");
        var build = Build();
        Assert.Equal(["PB0214", "PB0214"], build.Diagnostics.Select(problem => problem.Code));
        Assert.DoesNotContain(build.Paths, path => path.Value.Contains("slash") || path.Value.Contains("der/a"));
    }

    [Fact]
    public void Looking_again_at_a_part_keeps_what_was_found_elsewhere()
    {
        Small();
        Link("site/content/one", "..");
        Link("site/content/sub/two", "..");
        var first = Read();
        Assert.Equal(2, first.Problems.Length);
        Assert.Equal(2, Reader().Refresh(first, [new SitePath("content/sub"), new SitePath("content/fine.md")], default).Problems.Length);
        File.Delete(folder["site/content/sub/two"]);
        Assert.Equal("content/one", Assert.Single(Reader().Refresh(first, [new SitePath("content/sub")], default).Problems).At.File.Value);
    }

    [Fact]
    public void Text_that_is_none_is_told_of_in_pages_data_and_settings()
    {
        Small();
        Directory.CreateDirectory(folder["site/data"]);
        File.WriteAllBytes(folder["site/content/nul.md"], [.. "Té\nx"u8, 0, .. "y\n"u8]);
        File.WriteAllBytes(folder["site/data/latin.yml"], [.. "a: caf"u8, 0xE9, .. "\n"u8]);
        File.WriteAllBytes(folder["site/publisher.yml"], [.. "title: caf"u8, 0xE9, .. "\n"u8]);
        Assert.Equal(["content/nul.md:2:2", "data/latin.yml:1:7", "publisher.yml:1:11"],
            Build().Diagnostics.Where(problem => problem.Code == "PB0210").Select(problem => problem.At.ToString()).Order());
    }

    private void Small()
    {
        folder.Write("site/publisher.yml", "title: Disk\n");
        folder.Write("site/content/fine.md", "Fine.\n");
    }

    private void Link(string at, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder[at])!);
        File.CreateSymbolicLink(folder[at], target);
    }

    private DiskReader Reader() => new(folder["site"], []);

    private SourceSet Read() => Reader().Read(null, default);

    private Build Build() => Builder().Advance(Read(), default);

    private static Builder Builder() =>
        new(new EmbeddedReader(typeof(Builder).Assembly, "themes/").Read(), new BuildOptions(), new FixedClock(), remembers: true);

    private static IEnumerable<string> Problems(Build build) =>
        build.Diagnostics.Select(problem => $"{problem.At.File} {problem.Code}").Order(StringComparer.Ordinal);
}
