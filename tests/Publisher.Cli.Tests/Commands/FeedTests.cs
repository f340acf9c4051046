using System.Text.Json;
using Publisher.Testing;

namespace Publisher.Cli.Tests.Commands;

/// <summary><c>check --feeds</c>: any feed, wherever it comes from, in the reports that sites have.</summary>
public class FeedTests
{
    private const string Notes = """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
        <title>Notes</title><link>https://example.org/</link><description>Notes</description>
        <atom:link rel="self" href="https://example.org/feed.xml"/>
        <item><title>One</title><guid>https://example.org/1</guid><pubDate>Mon, 02 Nov 2026 10:00:00 GMT</pubDate></item>
        </channel></rss>

        """;

    [Fact]
    public void Tells_what_is_wrong_and_where()
    {
        using var folder = new TestFolder();
        folder.Write("good.xml", Notes);
        folder.Write("in/bad.xml", Notes.Replace("Mon, 02", "Tue, 02"));
        Assert.Equal("Checked 1 feed with 1 item: nothing is wrong.\n", Cli.Run(folder.Path, "check", "--feeds", "good.xml").With(0).Output);
        var check = Cli.Run(folder.Path, "check", "--feeds", "in/bad.xml", "good.xml").With(1);
        Assert.Equal("Checked 2 feeds with 2 items: 1 error.\n", check.Output);
        Assert.StartsWith("in/bad.xml:5:68: error PB0945: ", check.Error);
        Assert.Contains("hint: write Mon, 02 Nov 2026 10:00:00 GMT", check.Error);
        Assert.StartsWith("../good.xml", Cli.Run(folder["in"], "check", "--clock", "2026-11-01", "--feeds", "../good.xml", "bad.xml", "--format", "msbuild").Output);
        var json = JsonDocument.Parse(Cli.Run(folder["in"], "check", "--format", "json", "--feeds", "bad.xml").With(1).Output).RootElement;
        Assert.Equal("PB0945", json.GetProperty("diagnostics")[0].GetProperty("code").GetString());
    }

    [Fact]
    public void A_missing_file_does_not_hide_what_is_wrong_with_the_others()
    {
        using var folder = new TestFolder();
        folder.Write("bad.xml", "<rss");
        var check = Cli.Run(folder.Path, "check", "--feeds", "none.xml", "bad.xml").With(1);
        Assert.Contains("error PB0802: cannot read 'none.xml': there is no such file", check.Error);
        Assert.Contains("bad.xml:1:", check.Error);
        Cli.Run(folder.Path, "check", ".", "--feeds", "bad.xml").With(2);
        Cli.Run(folder.Path, "check", "--feeds").With(2);
    }

    [Fact]
    public void Reads_the_standard_input()
    {
        using var folder = new TestFolder();
        using var process = Cli.Start(folder.Path, [], ["check", "--feeds", "-"]);
        process.StandardInput.Write(Notes.Replace("<title>One</title>", "<title>&lt;b&gt;One</title>"));
        process.StandardInput.Close();
        Assert.StartsWith("stdin:5:14: warning PB0952: ", process.StandardError.ReadToEnd());
        Assert.True(process.WaitForExit(60_000));
        Assert.Equal(0, process.ExitCode);
    }
}
