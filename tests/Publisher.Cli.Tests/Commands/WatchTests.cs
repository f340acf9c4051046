using System.Collections.Concurrent;
using System.Diagnostics;
using Publisher.Testing;

namespace Publisher.Cli.Tests.Commands;

/// <summary>The preview through the program; the server itself has tests of its own.</summary>
public class WatchTests
{
    [Fact]
    public async Task Serves_follows_complains_and_is_glad()
    {
        using var site = Site.Small();
        using var watch = new Watch(site);
        var url = watch.Url;
        using var http = new HttpClient { BaseAddress = new Uri(url) };
        Assert.Contains("One.", await http.GetStringAsync("posts/first/"));
        Assert.Contains($"<link rel=\"canonical\" href=\"{url}posts/first/\">", await http.GetStringAsync("posts/first/"));

        site.Save("content/posts/2026-01-02-first.md", "---\ntitle: First\n---\nOne, edited.\n");
        watch.WaitFor("content/posts/2026-01-02-first.md changed: ");
        Assert.Contains("One, edited.", await http.GetStringAsync("posts/first/"));

        site.Save("content/posts/2026-01-02-first.md", "---\ntitle: [First\n---\nOne.\n");
        watch.WaitFor("content/posts/2026-01-02-first.md:2:8: error PB0201: ");
        site.Save("content/posts/2026-01-02-first.md", "---\ntitle: First\n---\nOne, mended.\n");
        watch.WaitFor("All mended.");
        Assert.Contains("One, mended.", await http.GetStringAsync("posts/first/"));

        site.Save("content/posts/new.md", "---\ntitle: New\ndraft: true\n---\nNew.\n");
        watch.WaitFor("content/posts/new.md changed: ");
        Assert.Contains("New.", await http.GetStringAsync("posts/new/"));
        Assert.Equal(0, watch.End());
    }

    [Fact]
    public async Task Keeps_the_base_path_and_leaves_the_output_alone()
    {
        using var site = Site.Small();
        site.Write("publisher.yml", "title: Small\nbase_url: https://example.org/docs/\n");
        Cli.Run(site.Path, "build").With(0);
        using var watch = new Watch(site);
        Assert.EndsWith("/docs/", watch.Url);
        using var http = new HttpClient();
        Assert.Contains($"href=\"{watch.Url}posts/first/\"", await http.GetStringAsync(watch.Url + "posts/first/"));
        site.Save("_site/other.html", "x");
        site.Save("content/posts/2026-01-02-first.md", "---\ntitle: First\n---\nOne, edited.\n");
        watch.WaitFor("content/posts/2026-01-02-first.md changed: ");
        Assert.DoesNotContain(watch.Lines, line => line.Contains("_site"));
    }

    [Fact]
    public void A_port_that_was_asked_for_and_is_taken_is_an_error()
    {
        using var site = Site.Small();
        using var watch = new Watch(site);
        var port = new Uri(watch.Url).Port;
        Assert.Contains($"error PB0841: port {port} is taken", Cli.Run(site.Path, "watch", "--port", port.ToString()).With(2).Error);
    }

    [Fact]
    public void From_Friday_on_a_week_without_a_weeknote_is_told_of_once()
    {
        using var site = Site.Small();
        site.Write("publisher.yml", "title: Small\nbase_url: https://example.org/\ntime_zone: Pacific/Auckland\n");
        site.Write("content/weeknotes/2026-11-13-weeknote-1.md", "---\ntitle: Weeknote 1\n---\nText.\n");
        const string line = "No weeknote for 16–22 November yet: publisher new weeknote";
        Assert.Equal(1, Told("2026-11-19T20:00:00Z")); // in Auckland it is Friday already
        Assert.Equal(0, Told("2026-11-19T10:00:00Z"));
        site.Write("content/weeknotes/2026-11-17-weeknote-2.md", "---\ntitle: Weeknote 2\ndraft: true\n---\nText.\n");
        Assert.Equal(0, Told("2026-11-21T10:00:00Z"));

        int Told(string clock)
        {
            using var watch = new Watch(site, "--clock", clock);
            site.Save("content/posts/2026-01-02-first.md", $"---\ntitle: First\n---\nOne, edited at {clock}.\n");
            watch.WaitFor("content/posts/2026-01-02-first.md changed: ");
            site.Save("content/posts/2026-01-02-first.md", "---\ntitle: First\n---\nOne.\n");
            watch.WaitFor("content/posts/2026-01-02-first.md changed: ");
            return watch.Lines.Count(said => said == line);
        }
    }

    private sealed class Watch : IDisposable
    {
        private readonly Process process;
        private readonly BlockingCollection<string> lines = [];
        private readonly List<string> seen = [];

        public Watch(TestFolder site, params string[] more)
        {
            process = Cli.Start(site.Path, [], ["watch", "--port", "0", .. more]);
            process.OutputDataReceived += (_, line) => lines.Add(line.Data ?? "");
            process.ErrorDataReceived += (_, line) => lines.Add(line.Data ?? "");
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            Url = WaitFor("Listening on ").Split(' ')[2];
            WaitFor("Read ");
        }

        public string Url { get; }

        public IReadOnlyList<string> Lines => seen;

        public string WaitFor(string start)
        {
            while (lines.TryTake(out var line, TimeSpan.FromSeconds(60)))
            {
                seen.Add(line);
                if (line.StartsWith(start, StringComparison.Ordinal)) return line;
            }
            throw new TimeoutException($"No line began with '{start}':\n{string.Join('\n', seen)}");
        }

        public int End()
        {
            Cli.Interrupt(process);
            Assert.True(process.WaitForExit(60_000));
            return process.ExitCode;
        }

        public void Dispose()
        {
            if (!process.HasExited) process.Kill();
            process.Dispose();
        }
    }
}
