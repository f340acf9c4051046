using System.Text.Json;
using Publisher.Testing;

namespace Publisher.Cli.Tests.Commands;

/// <summary>What the program says about a site with one error and one warning, in each format, letter for letter.</summary>
public class ReportTests
{
    private static TestFolder Faulty()
    {
        var site = Site.Small();
        site.Write("content/posts/2026-01-04-third.md", "---\ntitle: Third\ntags: {a: 1}\n---\n\nSee\t[it](secnd.md), 100% sure.\n");
        return site;
    }

    [Fact]
    public void Text_is_for_people()
    {
        using var site = Faulty();
        var check = Cli.Run(site.Path, "check").With(1);
        Assert.Equal("""
            content/posts/2026-01-04-third.md:3:7: error PB0102: 'tags' must be a text or a list of texts
              2 | title: Third
              3 | tags: {a: 1}
                |       ^
              4 | ---
            content/posts/2026-01-04-third.md:6:5: warning PB0310: the link 'secnd.md' leads nowhere
              6 | See [it](secnd.md), 100% sure.
                |     ^^^^^^^^^^^^^^

            """, check.Error);
        Assert.Matches(@"^Checked \d+ pages: 1 error, 1 warning\.\n$", check.Output);
        Assert.Empty(site.List("_site"));
    }

    [Fact]
    public void Json_is_for_programs()
    {
        using var site = Faulty();
        var check = Cli.Run(site.Path, "check", "--format", "json").With(1);
        Assert.Equal("", check.Error);
        var root = JsonDocument.Parse(check.Output).RootElement;
        Assert.Equal(["error", "warning"], root.GetProperty("diagnostics").EnumerateArray().Select(one => one.GetProperty("severity").GetString()!));
        var first = root.GetProperty("diagnostics")[0];
        Assert.Equal("PB0102", first.GetProperty("code").GetString());
        Assert.Equal("content/posts/2026-01-04-third.md", first.GetProperty("file").GetString());
        Assert.Equal((3, 7), (first.GetProperty("line").GetInt32(), first.GetProperty("column").GetInt32()));
        Assert.Equal("check", root.GetProperty("summary").GetProperty("command").GetString());
        Assert.Equal(1, root.GetProperty("summary").GetProperty("errors").GetInt32());
    }

    [Fact]
    public void GitHub_is_told_by_workflow_commands_with_paths_from_the_current_folder()
    {
        using var site = Faulty();
        var check = Cli.Run(Path.GetDirectoryName(site.Path)!, "check", "-s", site.Path, "--format", "github").With(1);
        var folder = Path.GetFileName(site.Path);
        Assert.StartsWith(
            $"::error file={folder}/content/posts/2026-01-04-third.md,line=3,col=7,endColumn=8,title=PB0102::'tags' must be a text or a list of texts\n"
            + $"::warning file={folder}/content/posts/2026-01-04-third.md,line=6,col=5,endColumn=19,title=PB0310::the link 'secnd.md' leads nowhere",
            check.Output);
    }

    [Fact]
    public void MsBuild_reads_one_line_each()
    {
        using var site = Faulty();
        var check = Cli.Run(site.Path, "check", "--format", "msbuild").With(1);
        Assert.StartsWith("content/posts/2026-01-04-third.md(3,7): error PB0102: 'tags' must be a text or a list of texts\n", check.Output);
    }

    [Fact]
    public void Colours_come_only_where_they_are_wanted()
    {
        using var site = Faulty();
        Assert.DoesNotContain('\e', Cli.Run(site.Path, "check").Error);
        Assert.Contains("\e[1;31merror PB0102\e[0m", Cli.Run(site.Path, [("FORCE_COLOR", "1")], "check").Error);
        Assert.DoesNotContain('\e', Cli.Run(site.Path, [("FORCE_COLOR", "1"), ("NO_COLOR", "1")], "check").Error);
    }

    [Fact]
    public void A_check_of_a_sound_site_says_so()
    {
        using var site = Site.Small();
        var check = Cli.Run(site.Path, "check", "--strict").With(0);
        Assert.EndsWith("pages: nothing is wrong.\n", check.Output);
        Assert.Equal("", check.Error);
    }

    [Fact]
    public void A_check_looks_at_the_targets_too()
    {
        using var site = Site.Small();
        site.Write("publisher.yml", "title: Small\nbase_url: https://example.org/\ntargets:\n  live:\n    s3:\n      bukket: x\n");
        var check = Cli.Run(site.Path, "check").With(1);
        Assert.Contains("publisher.yml:6:7: warning PB0712: 'bukket' is not a setting of a target", check.Error);
        Assert.Contains("did you mean 'bucket'?", check.Error);
    }
}
