using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Publisher.Cli.Preview;

namespace Publisher.Cli.Tests.Preview;

public sealed class ServerTests
{
    [Theory]
    [InlineData("/", "<h1>Home</h1>")]
    [InlineData("/index.html", "<h1>Home</h1>")]
    [InlineData("/posts/a/", "<h1>A</h1>")]
    [InlineData("/posts/a/index.html", "<h1>A</h1>")]
    [InlineData("/posts/a/?x=1", "<h1>A</h1>")]
    [InlineData("/plain", "<h1>Plain</h1>")]
    [InlineData("/posts/%C3%BCbergr%C3%B6%C3%9Fen%20%26%20co/", "<h1>Ü</h1>")]
    public async Task A_page_is_served_fresh_with_the_script(string url, string content)
    {
        await using var preview = await Running.StartAsync();
        using var response = await preview.Http.GetAsync(url);
        var body = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("no-cache", response.Headers.CacheControl!.ToString());
        Assert.Contains(content, body);
        Assert.Matches("""<script src="/_publisher/live.js" defer data-stamp="[0-9a-f]{16}" data-source="[^"]+\.html"></script></body></html>$""", body);
    }

    [Theory]
    [InlineData("/posts/a", "/posts/a/")]
    [InlineData("/posts/a?x=1&y=%C3%BC", "/posts/a/?x=1&y=%C3%BC")]
    [InlineData("/posts/%C3%BCbergr%C3%B6%C3%9Fen%20%26%20co", "/posts/%C3%BCbergr%C3%B6%C3%9Fen%20%26%20co/")]
    public async Task A_page_without_its_slash_is_sent_there(string url, string location)
    {
        await using var preview = await Running.StartAsync();
        using var response = await preview.Http.GetAsync(url);
        Assert.Equal(HttpStatusCode.TemporaryRedirect, response.StatusCode);
        Assert.Equal(location, response.Headers.GetValues("Location").Single());
    }

    [Theory]
    [InlineData("/style.css", "text/css; charset=utf-8")]
    [InlineData("/talk.mp3", "audio/mpeg")]
    [InlineData("/_publisher/live.js", "text/javascript; charset=utf-8")]
    public async Task Other_files_have_their_type_and_no_script(string url, string type)
    {
        await using var preview = await Running.StartAsync();
        using var response = await preview.Http.GetAsync(url);
        Assert.Equal(type, response.Content.Headers.ContentType!.ToString());
        Assert.DoesNotContain("<script", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_browser_that_asks_for_an_icon_by_itself_hears_no_error()
    {
        await using var preview = await (await Running.StartAsync()).ReadyAsync();
        Assert.Equal(HttpStatusCode.NoContent, (await preview.Http.GetAsync("/favicon.ico")).StatusCode);
        preview.Folder.Save("favicon.ico", "icon");
        await UntilAsync(async () => (await preview.Http.GetAsync("/favicon.ico")).StatusCode == HttpStatusCode.OK);
        Assert.Equal("icon", await preview.Http.GetStringAsync("/favicon.ico"));
    }

    [Fact]
    public async Task Head_says_the_same_without_the_content()
    {
        await using var preview = await Running.StartAsync();
        foreach (var url in new[] { "/posts/a/", "/talk.mp3", "/style.css" })
        {
            using var get = await preview.Http.GetAsync(url);
            using var head = await preview.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, url));
            Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
            Assert.Equal(get.Headers.ETag, head.Headers.ETag);
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task An_unchanged_output_is_not_sent_twice_and_a_changed_one_is()
    {
        await using var preview = await Running.StartAsync();
        foreach (var (url, file) in new[] { ("/posts/a/", "posts/a.html"), ("/style.css", "style.css"), ("/talk.mp3", "talk.mp3") })
        {
            using var first = await preview.Http.GetAsync(url);
            using var second = await GetAsync(preview, url, request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));
            Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
            preview.Folder.Save(file, "something of another length");
            await UntilAsync(async () =>
            {
                using var third = await GetAsync(preview, url, request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));
                return third.StatusCode == HttpStatusCode.OK && (await third.Content.ReadAsStringAsync()).Contains("something of another length");
            });
        }
    }

    [Theory]
    [InlineData("bytes=0-9", 206, "abcdefghij", "bytes 0-9/1000")]
    [InlineData("bytes=990-", 206, "cdefghijkl", "bytes 990-999/1000")]
    [InlineData("bytes=-3", 206, "jkl", "bytes 997-999/1000")]
    [InlineData("bytes=998-5000", 206, "kl", "bytes 998-999/1000")]
    [InlineData("bytes=1000-", 416, "", "bytes */1000")]
    [InlineData("bytes=0-1,5-6", 200, null, null)]
    public async Task A_recording_can_be_read_in_parts(string range, int status, string? content, string? contentRange)
    {
        await using var preview = await Running.StartAsync();
        using var response = await GetAsync(preview, "/talk.mp3", request => request.Headers.TryAddWithoutValidation("Range", range));
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("bytes", response.Headers.AcceptRanges.ToString());
        if (content is not null) Assert.Equal(content, await response.Content.ReadAsStringAsync());
        if (contentRange is not null) Assert.Equal(contentRange, response.Content.Headers.GetValues("Content-Range").Single());
        if (status == 200) Assert.Equal(1000, response.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task A_part_of_another_version_is_not_given()
    {
        await using var preview = await Running.StartAsync();
        using var first = await preview.Http.GetAsync("/talk.mp3");
        foreach (var (tag, status) in new[] { (first.Headers.ETag!.ToString(), 206), ("\"other\"", 200) })
        {
            using var response = await GetAsync(preview, "/talk.mp3", request =>
            {
                request.Headers.Range = new RangeHeaderValue(0, 1);
                request.Headers.TryAddWithoutValidation("If-Range", tag);
            });
            Assert.Equal(status, (int)response.StatusCode);
        }
    }

    [Fact]
    public async Task What_is_not_there_is_the_sites_404_page_with_the_script()
    {
        await using var preview = await Running.StartAsync();
        using var response = await preview.Http.GetAsync("/posts/c/");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var body = await response.Content.ReadAsStringAsync();
        Assert.Contains("Not here", body);
        Assert.Contains("/_publisher/live.js", body);
    }

    [Fact]
    public async Task Without_a_404_page_the_nearest_page_is_named()
    {
        await using var preview = await Running.StartAsync();
        File.Delete(preview.Folder["404.html"]);
        await UntilAsync(async () => (await (await preview.Http.GetAsync("/posts/aa/")).Content.ReadAsStringAsync()).Contains("""Did you mean <a href="/posts/a/">"""));
    }

    [Fact]
    public async Task A_site_can_be_mounted_below_the_root()
    {
        await using var preview = await Running.StartAsync(site => site.BasePath = "/the base");
        Assert.Equal("/the%20base/", (await preview.Http.GetAsync("/")).Headers.GetValues("Location").Single());
        Assert.Equal("/the%20base/", (await preview.Http.GetAsync("/the%20base")).Headers.GetValues("Location").Single());
        Assert.Equal("/the%20base/posts/a/", (await preview.Http.GetAsync("/the%20base/posts/a")).Headers.GetValues("Location").Single());
        Assert.Contains("<h1>A</h1>", await preview.Http.GetStringAsync("/the%20base/posts/a/"));
        Assert.Equal(HttpStatusCode.NotFound, (await preview.Http.GetAsync("/posts/a/")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await preview.Http.GetAsync("/_publisher/live.js")).StatusCode);
    }

    [Theory]
    [InlineData("/../../../../etc/passwd")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/posts/..%2f..%2f..%2fetc%2fpasswd")]
    [InlineData("/..%5c..%5cetc%5cpasswd")]
    [InlineData("//etc/passwd")]
    [InlineData("//example.org/posts/a")]
    [InlineData("/posts//a")]
    [InlineData("/posts/./a%5c")]
    [InlineData("/%00")]
    [InlineData("/%c3%28")]
    [InlineData("/%zz%")]
    [InlineData("/posts/a/index.html/")]
    public async Task Odd_paths_lead_nowhere(string path)
    {
        await using var preview = await Running.StartAsync();
        var answer = await RawAsync(preview, $"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        Assert.Matches("^HTTP/1.1 (404|400) ", answer);
        Assert.DoesNotContain("root:", answer);
    }

    [Theory]
    [InlineData("localhost", 200)]
    [InlineData("localhost:4000", 200)]
    [InlineData("blog.localhost", 200)]
    [InlineData("127.0.0.1", 200)]
    [InlineData("[::1]:4000", 200)]
    [InlineData("evil.example", 403)]
    public async Task Only_this_machines_own_names_are_answered(string host, int status)
    {
        await using var preview = await Running.StartAsync();
        Assert.StartsWith($"HTTP/1.1 {status} ", await RawAsync(preview, $"GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"));
    }

    [Fact]
    public async Task A_page_elsewhere_cannot_listen()
    {
        await using var preview = await Running.StartAsync();
        const string Request = "GET /_publisher/live HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\nOrigin: https://evil.example\r\n\r\n";
        Assert.StartsWith("HTTP/1.1 403 ", await RawAsync(preview, Request));
        Assert.Equal(HttpStatusCode.UpgradeRequired, (await preview.Http.GetAsync("/_publisher/live")).StatusCode);
    }

    [Fact]
    public async Task Nothing_can_be_written()
    {
        await using var preview = await Running.StartAsync();
        using var response = await preview.Http.PostAsync("/", new StringContent("x"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal("GET, HEAD", string.Join(", ", response.Content.Headers.GetValues("Allow")));
    }

    [Fact]
    public async Task Requests_are_accepted_before_the_first_look_and_wait_for_it()
    {
        using var go = new ManualResetEventSlim();
        await using var preview = await Running.StartAsync(site => site.Before = _ => go.Wait());
        var waiting = preview.Http.GetStringAsync("/posts/a/");
        Assert.Contains("publisher", await preview.Http.GetStringAsync("/_publisher/live.js"));
        await Task.Delay(50);
        Assert.False(waiting.IsCompleted);
        go.Set();
        Assert.Contains("<h1>A</h1>", await waiting);
    }

    [Fact]
    public async Task Nothing_is_rendered_before_it_is_asked_for()
    {
        await using var preview = await Running.StartAsync();
        await preview.Http.GetStringAsync("/posts/a/");
        await preview.Http.GetStringAsync("/posts/a/");
        Assert.Equal(1, preview.Site.Renders);
    }

    [Fact]
    public async Task A_taken_port_is_a_clear_problem_when_it_was_asked_for()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        using var folder = new TemporaryFolder(Running.Files);
        var problem = await PreviewServer.RunAsync(new PreviewOptions { SourceRoot = folder.Root, Port = port }, new FolderSite(folder.Root), _ => { }, default);
        Assert.Equal("PB0841", problem!.Code);
        Assert.Contains($"port {port}", problem.Message);
    }

    [Fact]
    public async Task A_taken_default_port_gives_the_next_free_one_and_says_so()
    {
        TcpListener? other = new(IPAddress.Loopback, PreviewOptions.DefaultPort);
        try { other.Start(); }
        catch (SocketException) { other = null; } // Somebody else has it already, and may let go of it.
        await using var preview = await Running.StartAsync(options: options => options with { Port = null });
        var listening = preview.Events.OfType<PreviewEvent.Listening>().Single();
        if (other is null && listening.TakenPort is null) return;
        Assert.Equal(PreviewOptions.DefaultPort, listening.TakenPort);
        Assert.True(listening.Url.Port > PreviewOptions.DefaultPort);
        Assert.Contains("Home", await preview.Http.GetStringAsync("/"));
        other?.Dispose();
    }

    [Fact]
    public async Task Cancelling_ends_it_at_once_with_browsers_listening_and_the_engine_at_work()
    {
        using var folder = new TemporaryFolder(Running.Files);
        using var cancel = new CancellationTokenSource();
        using var stuck = new ManualResetEventSlim();
        using var working = new ManualResetEventSlim();
        var site = new FolderSite(folder.Root)
        {
            Before = hint =>
            {
                if (hint.Everything) return;
                working.Set();
                stuck.Wait(Batches.Patience);
            },
        };
        var listening = new TaskCompletionSource<Uri>();
        var running = PreviewServer.RunAsync(new PreviewOptions { SourceRoot = folder.Root, Port = 0 }, site, happened =>
        {
            if (happened is PreviewEvent.Listening started) listening.SetResult(started.Url);
        }, cancel.Token);
        using var client = await Listening.ToAsync(await listening.Task, "/posts/a/");
        await client.NextAsync();
        using var http = new HttpClient { BaseAddress = await listening.Task };
        await http.GetStringAsync("/");
        folder.Save("posts/a.html", "stuck");
        Assert.True(working.Wait(Batches.Patience));
        await cancel.CancelAsync();
        Assert.Null(await running.WaitAsync(TimeSpan.FromSeconds(5))); // Which the engine would keep it from for a minute.
        stuck.Set();
    }

    private static Task<HttpResponseMessage> GetAsync(Running preview, string url, Action<HttpRequestMessage> arrange)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        arrange(request);
        return preview.Http.SendAsync(request);
    }

    private static async Task<string> RawAsync(Running preview, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, preview.Url.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(stream);
        return request.Contains("Connection: close") ? await reader.ReadToEndAsync() : await reader.ReadLineAsync() ?? "";
    }

    private static async Task UntilAsync(Func<Task<bool>> done)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await done())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < Batches.Patience, "it did not happen");
            await Task.Delay(20);
        }
    }
}
