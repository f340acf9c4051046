using System.Globalization;
using System.Net;
using System.Text;
using System.Xml;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Publishing.Cdn;

/// <summary>
/// Tells an Amazon CloudFront distribution what to forget, by one signed request (API 2020-05-31, CreateInvalidation).
/// </summary>
/// <param name="keys">Gives the keys to sign with.</param>
internal sealed class CloudFront(
    CloudFrontSettings settings, PublishOptions options, string siteTag, Func<CancellationToken, Task<AwsKeys>> keys) : ICache
{
    private const string Version = "2020-05-31";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly Retry retry = new(options.Clock);

    public async Task<(int Told, Diagnostic? Problem)> ForgetAsync(IReadOnlyList<SitePath> changed, CancellationToken cancel)
    {
        var items = Items(changed);
        try
        {
            var own = await keys(cancel);
            using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
            var body = Body(items);
            await retry.RunAsync(Limit, Judge, attempt => SendAsync(http, own, body, attempt), cancel);
            return (items.Count, null);
        }
        catch (Exception failure) when (failure is HttpRequestException or TimeoutException or Stores.StoreException)
        {
            var cache = $"CloudFront distribution {settings.Distribution}";
            return (0, Messages.CacheNotTold(settings.At, cache, failure.Message, Hint(failure)));
        }
    }

    /// <summary>
    /// The paths (or, by tag, "#tag") of one invalidation; a wildcard when they are too many, for each is billed and a
    /// wildcard is one.
    /// </summary>
    internal IReadOnlyList<string> Items(IReadOnlyList<SitePath> changed)
    {
        var root = "/" + options.BasePath.Trim('/') + (options.BasePath.Trim('/').Length > 0 ? "/" : "");
        var items = settings.ByTag
            ? changed.Select(path => "#" + CacheRules.TagOf(siteTag, path)).ToList()
            : changed.SelectMany(ChangedUrls.Of).Select(path => Percent.EncodeStrictly(root + path)).ToList();
        if (items.Count <= settings.MaxPaths) return items;
        return settings.ByTag ? ["#" + siteTag] : [Percent.EncodeStrictly(root) + "*"];
    }

    /// <summary>
    /// The batch; its reference makes repeating the request harmless: CloudFront takes the same one for the same
    /// invalidation.
    /// </summary>
    private byte[] Body(IReadOnlyList<string> items)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartElement("InvalidationBatch", $"http://cloudfront.amazonaws.com/doc/{Version}/");
            xml.WriteStartElement("Paths");
            xml.WriteElementString("Quantity", items.Count.ToString(CultureInfo.InvariantCulture));
            xml.WriteStartElement("Items");
            foreach (var item in items) xml.WriteElementString("Path", item);
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteElementString("CallerReference",
                $"{options.Id}-{items.Aggregate(Stamp.Of("paths"), (stamp, item) => stamp.With(item))}");
            xml.WriteEndElement();
        }
        return bytes.ToArray();
    }

    private async Task<bool> SendAsync(HttpClient http, AwsKeys own, byte[] body, CancellationToken cancel)
    {
        var url = new Uri(settings.Endpoint,
            $"/{Version}/distribution/{Uri.EscapeDataString(settings.Distribution)}/invalidation");
        var date = SignatureV4.Date(options.Clock.GetUtcNow());
        var headers = new Dictionary<string, string>
        {
            ["host"] = url.Authority, ["x-amz-date"] = date, ["content-type"] = "application/xml",
        };
        if (own.Token is not null) headers["x-amz-security-token"] = own.Token;
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/xml");
        foreach (var (name, value) in headers)
            if (name.StartsWith("x-amz", StringComparison.Ordinal)) request.Headers.TryAddWithoutValidation(name, value);
        // CloudFront is one service for the whole world, and signs as if it were in Virginia.
        request.Headers.TryAddWithoutValidation("Authorization",
            SignatureV4.Authorize(own, "us-east-1", "cloudfront", date, "POST", url.AbsolutePath, "", headers, body));
        using var response = await http.SendAsync(request, cancel);
        if (response.IsSuccessStatusCode) return true;
        var (code, message) = ReadError(await response.Content.ReadAsByteArrayAsync(cancel));
        var said = $"{(int)response.StatusCode} {code ?? response.ReasonPhrase}";
        throw new CloudFrontException(code, message is null ? said : $"{said}: {message}", response.StatusCode);
    }

    private static (string? Code, string? Message) ReadError(byte[] body)
    {
        try
        {
            string? code = null, message = null;
            using var xml = XmlReader.Create(new MemoryStream(body));
            while (xml.Read())
            {
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "Code" }) code = xml.ReadElementContentAsString();
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "Message" }) message = xml.ReadElementContentAsString();
            }
            return (code, message);
        }
        catch (XmlException)
        {
            return (null, null);
        }
    }

    private static Passing Judge(Exception failure) => failure switch
    {
        CloudFrontException { Code: "Throttling" or "ThrottlingException" or "TooManyInvalidationsInProgress" } => Passing.Yes,
        HttpRequestException { StatusCode: HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError } =>
            Passing.Yes,
        HttpRequestException { StatusCode: null } => Passing.Hardly,
        _ => Passing.No,
    };

    private static string? Hint(Exception failure) => (failure as CloudFrontException)?.Code switch
    {
        "AccessDenied" => "the key needs the permission cloudfront:CreateInvalidation",
        "NoSuchDistribution" => "look at the distribution's ID in publisher.yml",
        "TooManyInvalidationsInProgress" => "publish again in a few minutes, or use a smaller max_paths",
        _ => null,
    };

    private sealed class CloudFrontException(string? code, string message, HttpStatusCode status)
        : HttpRequestException(message, null, status)
    {
        public string? Code => code;
    }
}
