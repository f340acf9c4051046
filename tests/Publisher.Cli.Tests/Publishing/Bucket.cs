using Amazon.S3.Model;
using Publisher.Publishing;
using Publisher.Stores;
using Publisher.Testing;

namespace Publisher.Cli.Tests.Publishing;

/// <summary>A bucket on the real gateway, reached through a proxy that counts, with what a test wants to do to it.</summary>
internal sealed class Bucket : IAsyncDisposable
{
    private static int publishes;
    private readonly RadosGateway gateway;

    private Bucket(RadosGateway gateway, string name) =>
        (this.gateway, Name, Proxy) = (gateway, name, new RecordingProxy(gateway.Endpoint));

    public string Name { get; }

    public RecordingProxy Proxy { get; }

    public S3Target Target => new("live", default, Name) { Endpoint = Proxy.Address };

    public PublishOptions Options => new()
    {
        Clock = TimeProvider.System, Id = $"test-{Interlocked.Increment(ref publishes)}",
        Keys = new(gateway.AccessKey, gateway.SecretKey),
    };

    public static async Task<Bucket> CreateAsync(RadosGateway gateway) => new(gateway, await gateway.CreateBucketAsync());

    public Task<PublishResult> PublishAsync(params (string, string)[] files) => PublishAsync(new TestSite(files));

    public Task<PublishResult> PublishAsync(IOutputs site, S3Target? target = null, PublishOptions? options = null) =>
        Publish.RunAsync(site, target ?? Target, options ?? Options, null, CancellationToken.None);

    /// <summary>The keys in the bucket, sorted, without the manifest.</summary>
    public async Task<string[]> KeysAsync()
    {
        var keys = new List<string>();
        var request = new ListObjectsV2Request { BucketName = Name };
        do
        {
            var page = await gateway.Client.ListObjectsV2Async(request);
            keys.AddRange((page.S3Objects ?? []).Select(one => one.Key));
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (request.ContinuationToken is not null);
        return [.. keys.Where(key => !key.EndsWith(".publisher/manifest.json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
    }

    public async Task<string> TextAsync(string key)
    {
        using var found = await gateway.Client.GetObjectAsync(Name, key);
        using var reader = new StreamReader(found.ResponseStream);
        return await reader.ReadToEndAsync();
    }

    public Task<GetObjectMetadataResponse> HeadAsync(string key) => gateway.Client.GetObjectMetadataAsync(Name, key);

    public Task PutAsync(string key, string text) =>
        gateway.Client.PutObjectAsync(new() { BucketName = Name, Key = key, ContentBody = text, UseChunkEncoding = false });

    public Task RemoveAsync(string key) => gateway.Client.DeleteObjectAsync(Name, key);

    /// <summary>The requests since last asked: method and key.</summary>
    public string[] Requests()
    {
        var seen = Proxy.Seen.Select(one => $"{one.Method} {Key(one.Path)}".TrimEnd()).ToArray();
        Proxy.Forget();
        return seen;
    }

    private string Key(string path) => Uri.UnescapeDataString(path.Split('?')[0]).Replace($"/{Name}", "").TrimStart('/');

    public ValueTask DisposeAsync() => Proxy.DisposeAsync();
}

/// <summary>The tests that share one gateway.</summary>
[CollectionDefinition("gateway")]
public sealed class GatewayTests : ICollectionFixture<GatewayFixture>;
