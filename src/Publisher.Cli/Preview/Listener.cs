using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.AspNetCore.WebSockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Publisher.Cli.Preview;

/// <summary>
/// An HTTP server on this machine's own address: Kestrel with one delegate, and none of the host around it, which costs
/// start-up time.
/// </summary>
internal sealed class Listener : IAsyncDisposable
{
    private readonly KestrelServer server;

    private Listener(KestrelServer server, int port) => (this.server, Port) = (server, port);

    public int Port { get; }

    /// <summary>Accepts requests from the moment this returns.</summary>
    /// <exception cref="IOException">The port is taken, or the system refuses it.</exception>
    public static async Task<Listener> OpenAsync(int port, RequestDelegate answer, CancellationToken cancel)
    {
        var options = new KestrelServerOptions { AddServerHeader = false, ApplicationServices = NoServices.Instance };
        options.Listen(IPAddress.Loopback, port, endpoint => endpoint.Protocols = HttpProtocols.Http1);
        var silence = NullLoggerFactory.Instance;
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), silence);
        var server = new KestrelServer(Options.Create(options), transport, silence);
        try
        {
            await server.StartAsync(new Application(answer), cancel);
        }
        catch
        {
            server.Dispose();
            throw;
        }
        var addresses = server.Features.Get<IServerAddressesFeature>()!.Addresses;
        return new Listener(server, new Uri(addresses.First()).Port);
    }

    /// <summary>Closes at once: nobody waits for a browser that listens for ever.</summary>
    public async ValueTask DisposeAsync()
    {
        await server.StopAsync(new CancellationToken(canceled: true));
        server.Dispose();
    }

    private sealed class Application(RequestDelegate answer) : IHttpApplication<HttpContext>
    {
        private readonly WebSocketMiddleware sockets =
            new(answer, Options.Create(new WebSocketOptions()), NullLoggerFactory.Instance);

        public HttpContext CreateContext(IFeatureCollection features) => new DefaultHttpContext(features);

        public Task ProcessRequestAsync(HttpContext context) => sockets.Invoke(context);

        public void DisposeContext(HttpContext context, Exception? exception) { }
    }

    private sealed class NoServices : IServiceProvider
    {
        public static readonly NoServices Instance = new();

        public object? GetService(Type serviceType) => null;
    }
}
