using System.Diagnostics;
using Publisher.Testing;

namespace Publisher.Cli.Tests.Commands;

/// <summary>Signals at any moment: a prompt end, the right code, and a folder that the next build makes right.</summary>
public class InterruptionTests
{
    private const int Posts = 200;

    [Fact]
    public void A_build_after_killed_ones_gives_what_a_fresh_one_gives()
    {
        using var site = Many();
        var random = new Random(1);
        for (var round = 0; round < 10; round++)
        {
            for (var kills = 0; kills <= round % 4 / 3; kills++)
            {
                for (var i = round; i < Posts; i += 7) Write(site, i, $"round {round}, kill {kills}");
                using var process = Cli.Start(site.Path, [], "build", "--clock", "2026-06-01");
                if (!process.WaitForExit(random.Next(100, 900))) process.Kill();
                process.WaitForExit();
                AllWhole(site["_site"]);
            }
            if (round % 2 == 0) File.Delete(site[$"content/posts/p{round}.md"]);
            Cli.Run(site.Path, "build", "--clock", "2026-06-01").With(0);
            using var fresh = new TestFolder();
            Cli.Run(site.Path, "build", "--clock", "2026-06-01", "-o", fresh.Path).With(0);
            Assert.Equal(fresh.List(), site.List("_site"));
            foreach (var file in fresh.List()) Assert.Equal(fresh.Read(file), site.Read("_site/" + file));
        }
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public void Ends_soon_also_when_nobody_reads_what_it_says(string signal, int code)
    {
        using var site = Site.Small();
        site.Write("content/long.md", string.Concat(Enumerable.Range(0, 5000).Select(i => $"[a](nowhere-{i}.md)\n")));
        using var process = Cli.Start(site.Path, [], "check", "--format", "json");
        _ = process.StandardError.ReadToEndAsync();
        Assert.NotEqual(-1, process.StandardOutput.Read());
        Thread.Sleep(1000); // Its output is longer than what a pipe holds, so by now it waits for a reader.
        Assert.False(process.HasExited);
        Signal(process, signal);
        Assert.True(process.WaitForExit(15_000)); // After three seconds of patience; without them it would wait for ever.
        Assert.Equal(code, process.ExitCode);
    }

    [Theory]
    [InlineData("build")]
    [InlineData("check")]
    [InlineData("publish")]
    public async Task A_polite_kill_ends_it_with_its_own_code(string command)
    {
        using var site = Many(Posts * 10);
        using var process = Cli.Start(site.Path, [], command);
        var error = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        Thread.Sleep(350);
        Signal(process, "TERM");
        Assert.True(process.WaitForExit(60_000));
        Assert.Equal(143, process.ExitCode);
        Assert.Matches("^(Cancelled\\.\n)?$", await error); // Nothing when the kill came before the program had begun.
        AllWhole(site["_site"]);
    }

    [Fact]
    public async Task Of_two_builds_at_once_one_is_told_and_nothing_is_spoilt()
    {
        using var site = Many();
        using var first = Cli.Start(site.Path, [], "build");
        using var second = Cli.Start(site.Path, [], "build");
        var said = new[] { first.StandardError.ReadToEndAsync(), second.StandardError.ReadToEndAsync() };
        foreach (var process in new[] { first, second })
        {
            _ = process.StandardOutput.ReadToEndAsync();
            Assert.True(process.WaitForExit(60_000));
        }
        foreach (var (process, text) in new[] { first, second }.Zip(said))
            if (process.ExitCode != 0) Assert.Contains("error PB0702: another build is writing to '_site'", await text);
        Assert.Contains(0, new[] { first.ExitCode, second.ExitCode });
        Assert.Contains(": 0 written, ", Cli.Run(site.Path, "build").With(0).LastLine);
    }

    private static TestFolder Many(int posts = Posts)
    {
        var site = Site.Small();
        for (var i = 0; i < posts; i++) Write(site, i, "first");
        return site;
    }

    private static void Write(TestFolder site, int post, string text) =>
        site.Write($"content/posts/p{post}.md", $"---\ntitle: P{post}\ndate: 2026-01-01\n---\n{text} {new string('x', 2000)}\n");

    private static void Signal(Process process, string signal)
    {
        using var kill = Process.Start("/bin/kill", ["-" + signal, process.Id.ToString()]);
        kill.WaitForExit();
    }

    private static void AllWhole(string folder)
    {
        if (!Directory.Exists(folder)) return;
        foreach (var file in Directory.EnumerateFiles(folder, "*.html", SearchOption.AllDirectories))
            if (!file.Contains(".publisher-new")) Assert.EndsWith("</html>\n", File.ReadAllText(file));
    }
}
