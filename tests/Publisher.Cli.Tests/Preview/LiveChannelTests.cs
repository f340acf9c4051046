using System.Text.Json;
using Publisher.Cli.Preview;

namespace Publisher.Cli.Tests.Preview;

public sealed class LiveChannelTests
{
    [Fact]
    public async Task A_client_that_says_nothing_hears_of_each_refresh_when_the_new_page_is_there()
    {
        await using var preview = await (await Running.StartAsync()).ReadyAsync();
        using var client = await Listening.ToAsync(preview.Url);
        for (var i = 0; i < 5; i++)
        {
            preview.Folder.Write("posts/a.html", $"<h1>A {i}</h1>");
            // A write may be seen twice: when the file is made empty, and when its text is there. The last word is the new page's.
            do Assert.Equal("reload", (await client.NextAsync()).GetProperty("type").GetString());
            while (!(await preview.Http.GetStringAsync("/posts/a/")).Contains($"<h1>A {i}</h1>"));
        }
    }

    [Fact]
    public async Task A_browser_is_told_of_its_own_page_only()
    {
        await using var preview = await (await Running.StartAsync()).ReadyAsync();
        using var a = await Listening.ToAsync(preview.Url, "/posts/a/");
        using var b = await Listening.ToAsync(preview.Url, "/posts/b/");
        Assert.Equal("hello", (await a.NextAsync()).GetProperty("type").GetString());
        await b.NextAsync();
        preview.Folder.Save("posts/a.html", "<h1>New</h1>");
        var told = await a.NextAsync();
        Assert.Equal("reload", told.GetProperty("type").GetString());
        Assert.Contains($"data-stamp=\"{told.GetProperty("page").GetString()}\"", await preview.Http.GetStringAsync("/posts/a/"));
        Assert.Null(await b.NextAsync(200));
    }

    [Fact]
    public async Task Only_open_pages_are_rendered_when_the_layout_changes()
    {
        await using var preview = await (await Running.StartAsync()).ReadyAsync();
        using var a = await Listening.ToAsync(preview.Url, "/posts/a/");
        await a.NextAsync();
        var before = preview.Site.Renders;
        preview.Folder.Save("layout.txt", "<main>{{ content }}</main>");
        Assert.True((await a.NextAsync()).TryGetProperty("page", out _));
        Assert.Equal(before + 1, preview.Site.Renders);
    }

    [Fact]
    public async Task Writing_the_same_again_is_no_news()
    {
        await using var preview = await (await Running.StartAsync()).ReadyAsync();
        using var silent = await Listening.ToAsync(preview.Url);
        preview.Folder.Save("posts/a.html", "<h1>A</h1>");
        File.SetLastWriteTimeUtc(preview.Folder["posts/a.html"], DateTime.UtcNow);
        Batches.WaitUntil(() => preview.Site.Looks > 1, () => "a look");
        Assert.Null(await silent.NextAsync(300));
    }

    [Fact]
    public async Task A_changed_style_sheet_is_named_and_the_page_is_not()
    {
        await using var preview = await (await Running.StartAsync()).ReadyAsync();
        using var client = await Listening.ToAsync(preview.Url, "/posts/a/", """{"/style.css":"","/talk.mp3":"","/gone.css":""}""", await StampAsync(preview, "/posts/a/"));
        var hello = await client.NextAsync();
        Assert.Equal(2, hello.GetProperty("assets").EnumerateObject().Count());
        Assert.Empty(hello.GetProperty("changed").EnumerateArray());
        preview.Folder.Save("style.css", "body { color: red }");
        var told = await client.NextAsync();
        Assert.Equal(["/style.css"], told.GetProperty("changed").EnumerateArray().Select(url => url.GetString()));
        Assert.False(told.TryGetProperty("page", out _));
    }

    [Fact]
    public async Task A_browser_that_comes_back_hears_what_changed_while_it_was_away()
    {
        await using var preview = await (await Running.StartAsync()).ReadyAsync();
        using var same = await Listening.ToAsync(preview.Url, "/posts/a/", stamp: await StampAsync(preview, "/posts/a/"));
        Assert.False((await same.NextAsync()).TryGetProperty("page", out _));
        using var old = await Listening.ToAsync(preview.Url, "/posts/a/", """{"/style.css":"0123456789abcdef"}""", "0123456789abcdef");
        var told = await old.NextAsync();
        Assert.True(told.TryGetProperty("page", out _));
        Assert.Equal("/style.css", told.GetProperty("changed")[0].GetString());
    }

    [Fact]
    public async Task An_error_keeps_the_last_good_page_and_comes_with_its_place_and_frame_until_it_is_mended()
    {
        await using var preview = await (await Running.StartAsync(options: options => options with { EditorLink = "vscode://file/{file}:{line}:{column}" })).ReadyAsync();
        using var client = await Listening.ToAsync(preview.Url, "/posts/a/");
        Assert.Empty((await client.NextAsync()).GetProperty("problems").GetProperty("list").EnumerateArray());
        preview.Folder.Save("posts/a.html", "<h1>A</h1>\n<p>so !!error</p>\n");
        var told = await client.NextAsync();
        Assert.False(told.TryGetProperty("page", out _));
        var problem = Assert.Single(told.GetProperty("problems").GetProperty("list").EnumerateArray().ToArray());
        Assert.Equal(1, told.GetProperty("problems").GetProperty("errors").GetInt32());
        Assert.Equal(("posts/a.html", 2, 7), (problem.GetProperty("file").GetString(), problem.GetProperty("line").GetInt32(), problem.GetProperty("column").GetInt32()));
        Assert.Equal($"vscode://file{preview.Folder["posts/a.html"]}:2:7", problem.GetProperty("link").GetString()!.Replace("file//", "file/"));
        Assert.Equal("<p>so !!error</p>", problem.GetProperty("frame").GetProperty("lines")[1].GetString());
        Assert.Equal(("layout.txt", 1), (problem.GetProperty("trail")[0].GetProperty("file").GetString(), problem.GetProperty("trail")[0].GetProperty("line").GetInt32()));
        Assert.Contains("<h1>A</h1></body>", (await preview.Http.GetStringAsync("/posts/a/")).Replace("<script src=\"/_publisher/live.js\"", "</body>"));
        preview.Folder.Save("posts/a.html", "<h1>A</h1>");
        Assert.Empty((await client.NextAsync()).GetProperty("problems").GetProperty("list").EnumerateArray());
    }

    [Fact]
    public async Task A_change_during_a_look_is_not_lost_and_the_newest_state_wins()
    {
        await using var preview = await (await Running.StartAsync()).ReadyAsync();
        using var entered = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        preview.Site.Before = _ => { entered.Set(); go.Wait(); };
        using var client = await Listening.ToAsync(preview.Url, "/posts/a/");
        await client.NextAsync();
        preview.Folder.Save("posts/b.html", "<h1>B2</h1>");
        entered.Wait();
        for (var i = 1; i <= 3; i++)
        {
            preview.Folder.Save("posts/a.html", $"<h1>A{i}</h1>");
            await Task.Delay(30);
        }
        await Task.Delay(500); // Until the watcher has told of the last one.
        var before = preview.Site.Looks;
        go.Set();
        await client.NextAsync();
        Assert.Contains("<h1>A3</h1>", await preview.Http.GetStringAsync("/posts/a/"));
        Assert.Contains("<h1>B2</h1>", await preview.Http.GetStringAsync("/posts/b/"));
        Assert.InRange(preview.Site.Looks - before, 1, 2);
    }

    [Fact]
    public async Task When_the_engine_throws_the_last_site_stays_and_the_next_change_looks_at_everything()
    {
        await using var preview = await (await Running.StartAsync()).ReadyAsync();
        using var client = await Listening.ToAsync(preview.Url, "/posts/a/");
        await client.NextAsync();
        preview.Site.Before = _ => throw new IOException("the disk is gone");
        preview.Folder.Save("posts/a.html", "<h1>Unseen</h1>");
        var told = await client.NextAsync();
        Assert.Contains("the disk is gone", told.GetProperty("problems").GetProperty("list")[0].GetProperty("message").GetString());
        Assert.Contains("<h1>A</h1>", await preview.Http.GetStringAsync("/posts/a/"));
        preview.Site.Before = hint => Assert.True(hint.Everything);
        preview.Folder.Save("posts/b.html", "<h1>B2</h1>");
        told = await client.NextAsync();
        Assert.Empty(told.GetProperty("problems").GetProperty("list").EnumerateArray());
        Assert.Contains("<h1>Unseen</h1>", await preview.Http.GetStringAsync("/posts/a/"));
        Batches.WaitUntil(() => preview.Events.OfType<PreviewEvent.Failed>().Count() == 1, () => "the event");
    }

    [Fact]
    public async Task A_first_look_that_fails_is_a_page_that_says_so_and_recovers()
    {
        var broken = true;
        await using var preview = await Running.StartAsync(site => site.Before = _ => { if (broken) throw new IOException("unreadable"); });
        using var response = await preview.Http.GetAsync("/");
        Assert.Equal(500, (int)response.StatusCode);
        var body = await response.Content.ReadAsStringAsync();
        Assert.Contains("unreadable", body);
        Assert.Contains("/_publisher/live.js", body);
        using var client = await Listening.ToAsync(preview.Url, "/");
        await client.NextAsync();
        broken = false;
        preview.Folder.Save("posts/a.html", "<h1>A!</h1>");
        Assert.True((await client.NextAsync()).TryGetProperty("page", out _));
        Assert.Contains("Home", await preview.Http.GetStringAsync("/"));
    }

    [Fact]
    public async Task Following_goes_to_the_page_of_the_file_written_last()
    {
        await using var preview = await (await Running.StartAsync(options: options => options with { Follow = true })).ReadyAsync();
        using var client = await Listening.ToAsync(preview.Url, "/posts/a/");
        await client.NextAsync();
        preview.Folder.Save("posts/b.html", "<h1>B2</h1>");
        Assert.Equal("/posts/b/", (await client.NextAsync()).GetProperty("go").GetString());
    }

    [Fact]
    public async Task Drafts_are_told_by_their_urls_and_marked_in_their_own_page()
    {
        await using var preview = await (await Running.StartAsync()).ReadyAsync();
        using var client = await Listening.ToAsync(preview.Url, "/");
        await client.NextAsync();
        preview.Folder.Save("posts/b.html", "<h1>B</h1><!-- !!draft -->");
        Assert.Equal("draft", (await client.NextAsync()).GetProperty("statuses").GetProperty("/posts/b/").GetString());
        Assert.Contains(" data-status=\"draft\"></script>", await preview.Http.GetStringAsync("/posts/b/"));
    }

    [Fact]
    public async Task Nonsense_from_a_client_does_no_harm()
    {
        await using var preview = await (await Running.StartAsync()).ReadyAsync();
        using var client = await Listening.ToAsync(preview.Url);
        foreach (var text in new[] { "", "hello", "[]", "{\"page\":1}", "{\"page\":\"%zz/../..\",\"assets\":[]}", "{\"page\":null}", "{\"page\":\"/\",\"assets\":{\"//\":\"\",\"x\":3}}" })
            await client.SayAsync(text);
        await client.SayAsync("""{"page":"/posts/a/"}""");
        JsonElement told;
        do told = await client.NextAsync();
        while (!told.TryGetProperty("page", out _));
        preview.Folder.Save("posts/a.html", "<h1>still here</h1>");
        Assert.True((await client.NextAsync()).TryGetProperty("page", out _));
    }

    [Fact]
    public async Task The_terminal_hears_what_changed_how_long_it_took_and_what_is_wrong()
    {
        await using var preview = await (await Running.StartAsync()).ReadyAsync();
        using var client = await Listening.ToAsync(preview.Url, "/posts/a/");
        await client.NextAsync();
        preview.Folder.Save("posts/a.html", "<p>!!warning");
        await client.NextAsync();
        Batches.WaitUntil(() => preview.Events.OfType<PreviewEvent.Refreshed>().Count() == 2, () => "the event");
        var refreshed = preview.Events.OfType<PreviewEvent.Refreshed>().Last();
        Assert.Equal("posts/a.html", Assert.Single(refreshed.Hint.Paths).Value);
        Assert.Equal(1, refreshed.Told);
        Assert.True(refreshed.Total >= refreshed.Advance);
        Assert.Equal("T2", Assert.Single(refreshed.Problems).Code);
    }

    private static async Task<string> StampAsync(Running preview, string url)
    {
        var page = await preview.Http.GetStringAsync(url);
        return page.Split("data-stamp=\"")[1][..16];
    }
}
