using System.Net;
using System.Text;

namespace Publisher.Core.Tests.Publishing;

/// <summary>A request as it came.</summary>
internal sealed record Heard(string Method, string Url, string Body, WebHeaderCollection Headers);

/// <summary>A server on this machine that writes down what it hears, and answers what it is told to.</summary>
internal sealed class Listener : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly (int Status, string Body) otherwise;

    /// <param name="otherwise">The answer when no other is waiting.</param>
    public Listener((int Status, string Body) otherwise)
    {
        this.otherwise = otherwise;
        using (var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = new($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/");
        }
        // Whatever the Host header says.
        listener.Prefixes.Add($"http://*:{Address.Port}/");
        listener.Start();
        _ = ListenAsync();
    }

    public Uri Address { get; }

    public List<Heard> Heard { get; } = [];

    public Queue<(int Status, string Body)> Answers { get; } = new();

    /// <summary>Called before each answer.</summary>
    public Action? OnRequest { get; init; }

    public void Dispose() => listener.Close();

    private async Task ListenAsync()
    {
        while (listener.IsListening)
        {
            HttpListenerContext exchange;
            try
            {
                exchange = await listener.GetContextAsync();
            }
            catch (Exception end) when (end is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            using var reader = new StreamReader(exchange.Request.InputStream);
            var body = await reader.ReadToEndAsync();
            var (request, headers) = (exchange.Request, (WebHeaderCollection)exchange.Request.Headers);
            lock (Heard) Heard.Add(new(request.HttpMethod, request.RawUrl!, body, headers));
            OnRequest?.Invoke();
            var (status, answer) = Answers.TryDequeue(out var next) ? next : otherwise;
            exchange.Response.StatusCode = status;
            await exchange.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(answer));
            exchange.Response.Close();
        }
    }
}
