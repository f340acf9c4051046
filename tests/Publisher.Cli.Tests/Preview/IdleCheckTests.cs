using System.Diagnostics;
using System.Text.Json;
using Publisher.Cli.Preview;
using Publisher.Text;

namespace Publisher.Cli.Tests.Preview;

/// <summary>What is known of pages that nobody has open, and that nobody waits for it.</summary>
public sealed class IdleCheckTests
{
    [Fact]
    public async Task Problems_of_a_page_that_nobody_opened_come_to_the_terminal_and_to_the_open_page_and_go_when_mended()
    {
        await using var preview = await (await Running.StartAsync()).ReadyAsync();
        using var client = await Listening.ToAsync(preview.Url, "/posts/a/");
        await client.NextAsync();
        preview.Folder.Save("posts/b.html", "<p>!!error</p>\n");
        Assert.Equal(["posts/b.html"], Files(await client.NextAsync()));
        Batches.WaitUntil(
            () => preview.Events.OfType<PreviewEvent.Checked>().Any(one => one.Problems.Any(problem => problem.At.File.Value == "posts/b.html")),
            () => "the event"); // The page is told before the terminal.

        // It is still known after an edit elsewhere, and told only once.
        preview.Folder.Save("posts/a.html", "<h1>A!</h1>");
        Assert.False((await client.NextAsync()).TryGetProperty("problems", out _));
        preview.Folder.Save("posts/b.html", "<p>right</p>\n");
        Assert.Empty(Files(await client.NextAsync()));
    }

    [Fact]
    public void Many_problems_of_one_place_are_one()
    {
        var told = new ProblemReport("/", null).Write(new EmptySite(),
        [
            new(Diagnostics.Severity.Error, "T", new Location(new("t")), "no") { Trail = [new Location(new("a"))] },
            new(Diagnostics.Severity.Error, "T", new Location(new("t")), "no") { Trail = [new Location(new("b"))] },
        ]);
        Assert.Equal(1, JsonDocument.Parse(told).RootElement.GetProperty("errors").GetInt32());
    }

    [Fact]
    public async Task A_request_and_a_change_come_first()
    {
        var checks = 0;
        using var entered = new SemaphoreSlim(0);
        await using var preview = await (await Running.StartAsync(site => site.Checking = _ =>
        {
            Interlocked.Increment(ref checks);
            entered.Release();
        })).ReadyAsync();
        // A machine that is busy elsewhere may leave the preview alone for long enough; then the requests come again.
        var kept = false;
        for (var attempt = 0; attempt < 20 && !kept; attempt++)
        {
            (await preview.Http.GetAsync("/posts/a/")).Dispose();
            await Task.Delay(Idleness.QuietMs / 10);
            var before = Volatile.Read(ref checks);
            var longest = TimeSpan.Zero;
            for (var i = 0; i < 20; i++)
            {
                var since = Stopwatch.GetTimestamp();
                (await preview.Http.GetAsync("/posts/a/")).Dispose();
                await Task.Delay(Idleness.QuietMs / 10);
                if (Stopwatch.GetElapsedTime(since) is var took && took > longest) longest = took;
            }
            if (longest.TotalMilliseconds > Idleness.QuietMs / 2) continue;
            Assert.Equal(before, Volatile.Read(ref checks));
            kept = true;
        }
        Assert.True(kept, "the machine was never quick enough");
        while (entered.Wait(0)) { }
        preview.Folder.Save("posts/b.html", "<p>changed</p>\n");
        Assert.True(await entered.WaitAsync(Idleness.QuietMs * 120));
    }

    private static IEnumerable<string?> Files(JsonElement told) =>
        told.GetProperty("problems").GetProperty("list").EnumerateArray().Select(one => one.GetProperty("file").GetString());
}
