using Amazon.Runtime;

namespace Publisher.Publishing.S3;

/// <summary>
/// The one HTTP client of a bucket, without the library's habit of asking leave (Expect: 100-continue) before each body: that
/// costs a journey, which only a large body is worth.
/// </summary>
internal sealed class PlainHttp : HttpClientFactory, IDisposable
{
    private const long LargeBytes = 1024 * 1024;
    private readonly HttpClient client;

    public PlainHttp(int connections)
    {
        var sockets = new SocketsHttpHandler
        {
            AllowAutoRedirect = false, MaxConnectionsPerServer = connections, ConnectTimeout = TimeSpan.FromSeconds(10),
        };
        client = new HttpClient(new WithoutAsking(sockets)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => client;

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;

    public void Dispose() => client.Dispose();

    private sealed class WithoutAsking(HttpMessageHandler next) : DelegatingHandler(next)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
        {
            if (!(request.Content?.Headers.ContentLength > LargeBytes)) request.Headers.ExpectContinue = false;
            return base.SendAsync(request, cancel);
        }
    }
}
