using System.Net;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Publishing.Cdn;

/// <summary>
/// Tells a cache by PURGE requests: one for each changed URL, or, by tag, one for each batch of tags in a header, as Varnish
/// with xkey and Fastly take them.
/// </summary>
internal sealed class PurgeRequests(PurgeSettings settings, PublishOptions options, string siteTag) : ICache
{
    // Fastly takes 256 keys at once, and Varnish a header of 8 KB: 37 bytes each.
    private const int TagsPerRequest = 100;

    // Beyond this the site's own tag is kinder to the cache than ten thousand tags.
    private const int MostTags = 1000;
    private const int AtOnce = 8;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private readonly Retry retry = new(options.Clock);

    public async Task<(int Told, Diagnostic? Problem)> ForgetAsync(IReadOnlyList<SitePath> changed, CancellationToken cancel)
    {
        var requests = Requests(changed);
        var done = 0;
        try
        {
            var headers = settings.Headers.Select(header => KeyValuePair.Create(header.Key, Secret(header.Value))).ToArray();
            using var sockets = new SocketsHttpHandler { MaxConnectionsPerServer = AtOnce, AllowAutoRedirect = false };
            using var http = new HttpClient(sockets) { Timeout = Timeout.InfiniteTimeSpan };
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel };
            await Parallel.ForEachAsync(requests, parallel, async (one, cancel) =>
            {
                await retry.RunAsync(Limit, Judge, attempt => SendAsync(http, one.Url, one.Tags, headers, attempt), cancel);
                Interlocked.Add(ref done, one.Count);
            });
            return (done, null);
        }
        catch (Exception failure) when (failure is HttpRequestException or TimeoutException or MissingSecretException)
        {
            return (done, Messages.CacheNotTold(settings.At, $"the cache at {settings.Url}", failure.Message, Hint(failure)));
        }
    }

    internal IReadOnlyList<(Uri Url, string? Tags, int Count)> Requests(IReadOnlyList<SitePath> changed)
    {
        if (!settings.ByTag)
        {
            var root = settings.Url.AbsoluteUri.TrimEnd('/') + "/";
            return [.. changed.SelectMany(ChangedUrls.Of)
                .Select(path => (new Uri(root + Percent.EncodeAsBrowsers(path)), (string?)null, 1))];
        }
        if (changed.Count > MostTags) return [(settings.Url, siteTag, 1)];
        return [.. changed.Select(path => CacheRules.TagOf(siteTag, path)).Chunk(TagsPerRequest)
            .Select(tags => (settings.Url, (string?)string.Join(' ', tags), tags.Length))];
    }

    private async Task<bool> SendAsync(
        HttpClient http, Uri url, string? tags, KeyValuePair<string, string>[] headers, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(new HttpMethod(settings.Method), url);
        if (settings.Host is not null) request.Headers.Host = settings.Host;
        if (tags is not null) request.Headers.TryAddWithoutValidation(settings.TagHeader, tags);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await http.SendAsync(request, cancel);
        // 404: some caches say so when they did not hold the URL, which is all we want.
        if (response.IsSuccessStatusCode || (tags is null && response.StatusCode == HttpStatusCode.NotFound)) return true;
        var said = $"{settings.Method} {url}: {(int)response.StatusCode} {response.ReasonPhrase}";
        throw new HttpRequestException(said, null, response.StatusCode);
    }

    private string Secret(string value)
    {
        if (!value.StartsWith('$')) return value;
        var name = value[1..].Trim('{', '}');
        return options.Environment(name) is { Length: > 0 } found ? found : throw new MissingSecretException(name);
    }

    private static Passing Judge(Exception failure) => (failure as HttpRequestException)?.StatusCode switch
    {
        HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway => Passing.Yes,
        HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => Passing.Yes,
        null when failure is HttpRequestException => Passing.Hardly,
        _ => Passing.No,
    };

    private static string? Hint(Exception failure) => failure switch
    {
        HttpRequestException
        {
            StatusCode: HttpStatusCode.MethodNotAllowed or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden,
        } =>
            "the cache does not take purges from here: look at its access rules and at the token in headers:",
        MissingSecretException missing => $"set the environment variable {missing.Name}",
        _ => null,
    };

    private sealed class MissingSecretException(string name) : Exception($"the environment variable {name} is not set")
    {
        public string Name => name;
    }
}
