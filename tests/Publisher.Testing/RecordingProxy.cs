using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Publisher.Testing;

/// <summary>What became of one request that went through a <see cref="RecordingProxy"/>.</summary>
public sealed record SeenRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, int Status);

/// <summary>
/// Stands between a client and a real server, passes every byte on as it is (signatures stay good), and remembers each
/// request. On demand it does what no server does on demand: refuses, or loses an answer after the server has acted.
/// </summary>
public sealed class RecordingProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<SeenRequest> seen = new();
    private readonly Uri server;
    private readonly Task accepting;

    public RecordingProxy(Uri server)
    {
        this.server = server;
        listener.Start();
        accepting = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");

    public SeenRequest[] Seen => [.. seen];

    /// <summary>Asked before each request is passed on; a text is sent back as the whole answer instead.</summary>
    public Func<SeenRequest, string?> Refuse { get; set; } = static _ => null;

    /// <summary>Asked after the server answered; true loses the answer and the connection.</summary>
    public Func<SeenRequest, bool> Lose { get; set; } = static _ => false;

    public void Forget() => seen.Clear();

    /// <summary>An answer as S3 gives when it refuses.</summary>
    public static string S3Error(int status, string code)
    {
        var body = $"<?xml version=\"1.0\"?><Error><Code>{code}</Code><Message>{code}</Message><RequestId>1</RequestId></Error>";
        string[] head =
        [
            $"HTTP/1.1 {status} {code}", "Content-Type: application/xml", $"Content-Length: {body.Length}", "Connection: close",
            $"Date: {DateTime.UtcNow.ToString("R", CultureInfo.InvariantCulture)}",
        ];
        return string.Join("\r\n", head) + "\r\n\r\n" + body;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = ServeAsync(await listener.AcceptTcpClientAsync(stop.Token));
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException) { }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using (client)
            {
                using var upstream = new TcpClient();
                await upstream.ConnectAsync(server.Host, server.Port, stop.Token);
                (client.NoDelay, upstream.NoDelay) = (true, true);
                var (near, far) = (new HttpBytes(client.GetStream()), new HttpBytes(upstream.GetStream()));
                while (await ExchangeAsync(near, far)) { }
            }
        }
        catch (Exception end) when (end is IOException or OperationCanceledException or SocketException
            or ObjectDisposedException) { }
    }

    private async Task<bool> ExchangeAsync(HttpBytes near, HttpBytes far)
    {
        if (await near.ReadHeadAsync(stop.Token) is not { } head) return false;
        var parts = head.FirstLine.Split(' ');
        var request = new SeenRequest(parts[0], parts[1], head.Headers, 0);
        if (Refuse(request) is { } answer)
        {
            await near.SkipBodyAsync(head, stop.Token);
            await near.WriteAsync(Encoding.UTF8.GetBytes(answer), stop.Token);
            seen.Enqueue(request with { Status = int.Parse(answer.Split(' ')[1], CultureInfo.InvariantCulture) });
            return false;
        }
        await far.WriteAsync(head.Bytes, stop.Token);
        if (head.Headers.TryGetValue("Expect", out _))
        {
            var interim = await far.ReadHeadAsync(stop.Token) ?? throw new IOException("The server closed the connection.");
            await near.WriteAsync(interim.Bytes, stop.Token);
            if (!interim.FirstLine.Contains(" 100")) throw new IOException("The server refused the body.");
        }
        await near.CopyBodyAsync(head, far, hasBody: true, stop.Token);
        var reply = await far.ReadHeadAsync(stop.Token) ?? throw new IOException("The server closed the connection.");
        var status = int.Parse(reply.FirstLine.Split(' ')[1], CultureInfo.InvariantCulture);
        request = request with { Status = status };
        seen.Enqueue(request);
        if (Lose(request)) return false;
        await near.WriteAsync(reply.Bytes, stop.Token);
        await far.CopyBodyAsync(reply, near, hasBody: parts[0] != "HEAD" && status is not (204 or 304), stop.Token);
        return !reply.Headers.TryGetValue("Connection", out var connection)
            || !connection.Equals("close", StringComparison.OrdinalIgnoreCase);
    }
}
