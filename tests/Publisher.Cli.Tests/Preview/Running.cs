using System.Collections.Concurrent;
using Publisher.Cli.Preview;

namespace Publisher.Cli.Tests.Preview;

/// <summary>A preview of a small site, running, with what it reported.</summary>
public sealed class Running : IAsyncDisposable
{
    private readonly PreviewServer server;

    private Running(TemporaryFolder folder, FolderSite site, PreviewServer server, ConcurrentQueue<PreviewEvent> events)
    {
        (Folder, Site, this.server, Events) = (folder, site, server, events);
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = server.Url };
    }

    public TemporaryFolder Folder { get; }

    public FolderSite Site { get; }

    public HttpClient Http { get; }

    public ConcurrentQueue<PreviewEvent> Events { get; }

    public Uri Url => server.Url;

    public static (string, string)[] Files { get; } =
    [
        ("layout.txt", "<!doctype html><html lang=en><head><title>Test</title><link rel=stylesheet href=/style.css></head><body>{{ content }}</body></html>"),
        ("index.html", "<h1>Home</h1>"),
        ("404.html", "<h1>Not here</h1>"),
        ("plain.html", "<h1>Plain</h1>"),
        ("posts/a.html", "<h1>A</h1>"),
        ("posts/b.html", "<h1>B</h1>"),
        ("posts/übergrößen & co.html", "<h1>Ü</h1>"),
        ("style.css", "body { color: black }"),
        ("talk.mp3", string.Concat(Enumerable.Range(0, 1000).Select(i => (char)('a' + i % 26)))),
    ];

    public static async Task<Running> StartAsync(Action<FolderSite>? arrange = null, Func<PreviewOptions, PreviewOptions>? options = null, TemporaryFolder? folder = null)
    {
        folder ??= new TemporaryFolder(Files);
        var site = new FolderSite(folder.Root);
        arrange?.Invoke(site);
        var events = new ConcurrentQueue<PreviewEvent>();
        var chosen = new PreviewOptions { SourceRoot = folder.Root, Port = 0 };
        return new Running(folder, site, await PreviewServer.StartAsync(options?.Invoke(chosen) ?? chosen, site, events.Enqueue), events);
    }

    /// <summary>Once this returns the first look is done and changes are watched for.</summary>
    public async Task<Running> ReadyAsync()
    {
        (await Http.GetAsync("/")).Dispose();
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await server.DisposeAsync();
        Folder.Dispose();
    }
}
