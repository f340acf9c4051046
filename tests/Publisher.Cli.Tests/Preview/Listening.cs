using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Publisher.Cli.Tests.Preview;

/// <summary>A WebSocket client of a preview: what it was told, in order.</summary>
public sealed class Listening : IDisposable
{
    private readonly ClientWebSocket socket = new();

    public static async Task<Listening> ToAsync(Uri preview, string? page = null, string assets = "{}", string stamp = "")
    {
        var listening = new Listening();
        await listening.socket.ConnectAsync(new UriBuilder(preview) { Scheme = "ws", Path = "/_publisher/live" }.Uri, default);
        if (page is not null) await listening.SayAsync($$"""{"page":"{{page}}","stamp":"{{stamp}}","assets":{{assets}}}""");
        return listening;
    }

    public Task SayAsync(string text) => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, default);

    /// <summary>The next message, which must come.</summary>
    public async Task<JsonElement> NextAsync() => await NextAsync((int)Batches.Patience.TotalMilliseconds) ?? throw new TimeoutException("no message");

    /// <summary>The next message, or null when there is none in time; then nothing more can be received.</summary>
    public async Task<JsonElement?> NextAsync(int timeoutMs)
    {
        using var timeout = new CancellationTokenSource(timeoutMs);
        var buffer = new byte[512 * 1024];
        var length = 0;
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(length), timeout.Token);
                length += part.Count;
                if (part.MessageType == WebSocketMessageType.Close) throw new WebSocketException("closed");
                if (part.EndOfMessage) return JsonDocument.Parse(buffer.AsMemory(0, length)).RootElement.Clone();
            }
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    public void Dispose() => socket.Dispose();
}
