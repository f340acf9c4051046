using System.Collections.Concurrent;

namespace Publisher.Cli.Preview;

/// <summary>
/// All browsers that listen: tells each one what concerns its own page, and a client that never named a page every refresh.
/// </summary>
internal sealed class LiveChannel(Refresher refresher, ProblemReport report, CancellationToken stopping)
{
    private readonly ConcurrentDictionary<LiveClient, bool> clients = [];

    public async Task AcceptAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = 426;
            context.Response.Headers.Upgrade = "websocket";
            return;
        }
        if (!IsOurs(context.Request))
        {
            // Any page in the browser may open a WebSocket here; only ours may hear what it says.
            context.Response.StatusCode = 403;
            return;
        }
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var client = new LiveClient(socket, refresher, report);
        clients[client] = true;
        try
        {
            await client.RunAsync(ended.Token);
        }
        finally
        {
            clients.TryRemove(client, out _);
        }
    }

    /// <summary>Renders the pages that are open and tells the browsers whose page changed.</summary>
    /// <param name="goTo">The URL every browser should be at, if any.</param>
    /// <returns>How many were told something.</returns>
    public int Publish(string? goTo) => clients.Keys.Count(client => client.Refresh(goTo));

    /// <summary>The problems the open pages have of their own.</summary>
    public IEnumerable<Diagnostics.Diagnostic> Problems => clients.Keys.SelectMany(client => client.Problems);

    private static bool IsOurs(HttpRequest request) =>
        request.Headers.Origin.Count == 0
        || (Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin) && origin.Authority == request.Host.Value);
}
