using System.Text;
using Publisher.Configuration;
using Publisher.Engine;
using Publisher.Sources;
using Publisher.Text;

namespace Publisher.Core.Tests.Sources;

/// <summary>Folders as they may be found: with links, closed doors and names that are no text.</summary>
public sealed class DiskReaderTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("publisher-disk-").FullName;

    public DiskReaderTests()
    {
        Write("publisher.yml", "title: Disk\n");
        Write("content/fine.md", "Fine.\n");
    }

    [Fact]
    public void Links_that_lead_nowhere_or_in_a_circle_are_told_of_and_stop_nothing()
    {
        if (OperatingSystem.IsWindows()) return;
        File.CreateSymbolicLink(Full("content/a.md"), "b.md");
        File.CreateSymbolicLink(Full("content/b.md"), "a.md");
        File.CreateSymbolicLink(Full("content/gone.md"), "nowhere.md");
        Directory.CreateSymbolicLink(Full("content/circle"), "../content");
        var build = Build();
        Assert.Equal(["content/a.md PB0211", "content/b.md PB0211", "content/circle PB0213", "content/gone.md PB0211"], Problems(build));
        Assert.Contains("Fine.", Encoding.UTF8.GetString(build.Render(new SitePath("fine/index.html"))!.Output.Bytes.Span));
    }

    [Fact]
    public void What_may_not_be_read_is_told_of()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess) return;
        Write("content/closed.md", "x\n");
        Write("content/closed.png", "x\n");
        Write("content/closed.html", "---\n---\nx\n");
        Write("data/closed.yml", "a: 1\n");
        Write("templates/closed.sbn-html", "x\n");
        Write("content/inner/a.md", "x\n");
        Write("other/a.md", "x\n");
        string[] closed = ["content/closed.md", "content/closed.png", "content/closed.html", "data/closed.yml",
            "templates/closed.sbn-html", "content/inner", "other"];
        foreach (var path in closed) File.SetUnixFileMode(Full(path), UnixFileMode.None);
        var problems = Problems(Build());
        foreach (var path in closed) File.SetUnixFileMode(Full(path), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Equal(
            ["content/closed.md PB0211", "content/inner PB0212", "data/closed.yml PB0211", "templates/closed.sbn-html PB0211"], problems);
    }

    [Fact]
    public void A_name_with_a_backslash_is_told_of()
    {
        if (OperatingSystem.IsWindows()) return;
        Write("content/back\\slash.md", "x\n");
        Write("content/fol\\der/a.md", "x\n");
        var build = Build();
        Assert.Equal(["PB0214", "PB0214"], build.Diagnostics.Select(problem => problem.Code));
        Assert.DoesNotContain(build.Paths, path => path.Value.Contains("slash") || path.Value.Contains("der/a"));
    }

    [Fact]
    public void Looking_again_at_a_part_keeps_what_was_found_elsewhere()
    {
        if (OperatingSystem.IsWindows()) return;
        Directory.CreateSymbolicLink(Full("content/one"), "..");
        Write("content/sub/a.md", "x\n");
        Directory.CreateSymbolicLink(Full("content/sub/two"), "..");
        var reader = new DiskReader(root, []);
        var first = reader.Read(null, default);
        Assert.Equal(2, first.Problems.Length);
        Assert.Equal(2, reader.Refresh(first, [new SitePath("content/sub"), new SitePath("content/fine.md")], default).Problems.Length);
        Directory.Delete(Full("content/sub/two"));
        Assert.Equal("content/one", Assert.Single(reader.Refresh(first, [new SitePath("content/sub")], default).Problems).At.File.Value);
    }

    [Fact]
    public void Text_that_is_none_is_told_of_in_pages_data_and_settings()
    {
        File.WriteAllBytes(Full("content/nul.md"), [.. "Té\nx"u8, 0, .. "y\n"u8]);
        Directory.CreateDirectory(Full("data"));
        File.WriteAllBytes(Full("data/latin.yml"), [.. "a: caf"u8, 0xE9, .. "\n"u8]);
        File.WriteAllBytes(Full("publisher.yml"), [.. "title: caf"u8, 0xE9, .. "\n"u8]);
        Assert.Equal(["content/nul.md:2:2", "data/latin.yml:1:7", "publisher.yml:1:11"],
            Build().Diagnostics.Where(problem => problem.Code == "PB0210").Select(problem => problem.At.ToString()).Order());
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private Build Build() =>
        new Builder(new EmbeddedReader(typeof(Builder).Assembly, "themes/").Read(), new BuildOptions(), new FixedClock(), remembers: false)
            .Advance(new DiskReader(root, []).Read(null, default), default);

    private static IEnumerable<string> Problems(Build build) =>
        build.Diagnostics.Select(problem => $"{problem.At.File} {problem.Code}").Order(StringComparer.Ordinal);

    private string Full(string path) => Path.Combine(root, path);

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Full(path))!);
        File.WriteAllText(Full(path), text);
    }
}
