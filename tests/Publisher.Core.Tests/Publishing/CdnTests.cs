using System.Xml.Linq;
using Publisher.Publishing;
using Publisher.Publishing.Cdn;
using Publisher.Testing;
using Publisher.Text;

namespace Publisher.Core.Tests.Publishing;

/// <summary>What caches are told, as a listener on this machine hears it.</summary>
public sealed class CdnTests : IDisposable
{
    private static readonly SitePath[] Changed = [new("index.html"), new("a b/it's ü.html"), new("docs/index.html")];
    private readonly Listener listener = new(otherwise: (201, "<Invalidation/>"));

    public void Dispose() => listener.Dispose();

    private Uri Address => listener.Address;

    private List<Heard> Heard => listener.Heard;

    private Queue<(int Status, string Body)> Answers => listener.Answers;

    [Fact]
    public async Task CloudFrontHearsASignedInvalidation()
    {
        var (told, problem) = await CloudFront().ForgetAsync(Changed, default);
        Assert.Null(problem);
        Assert.Equal(5, told);
        var request = Assert.Single(Heard);
        Assert.Equal(("POST", "/2020-05-31/distribution/E1/invalidation"), (request.Method, request.Url));
        var xml = XElement.Parse(request.Body);
        XNamespace api = "http://cloudfront.amazonaws.com/doc/2020-05-31/";
        Assert.Equal(["/docs/index.html", "/docs/", "/docs/a%20b/it%27s%20%C3%BC.html", "/docs/docs/index.html", "/docs/docs/"],
            xml.Descendants(api + "Path").Select(path => path.Value));
        Assert.Equal("5", xml.Descendants(api + "Quantity").Single().Value);
        Assert.StartsWith("publish-1-", xml.Descendants(api + "CallerReference").Single().Value);
        Assert.Equal("token", request.Headers["x-amz-security-token"]);
        var headers = new[] { "host", "x-amz-date", "content-type",
            "x-amz-security-token" }.Select(name => KeyValuePair.Create(name, request.Headers[name]!));
        Assert.Equal(request.Headers["Authorization"],
            SignatureV4.Authorize(new("AK", "SK", "token"), "us-east-1", "cloudfront", request.Headers["x-amz-date"]!,
            "POST", request.Url, "", headers, System.Text.Encoding.UTF8.GetBytes(request.Body)));
    }

    [Fact]
    public async Task TooManyPathsAreOneWildcard()
    {
        await CloudFront(maxPaths: 4).ForgetAsync(Changed, default);
        Assert.Contains("<Quantity>1</Quantity><Items><Path>/docs/*</Path></Items>", Heard[0].Body);
    }

    [Fact]
    public void ByTagTheTagsAreTold()
    {
        var items = CloudFront(byTag: true).Items(Changed);
        Assert.Equal(Changed.Select(path => "#" + CacheRules.TagOf("site", path)), items);
        Assert.Equal(["#site"], CloudFront(byTag: true, maxPaths: 2).Items(Changed));
    }

    [Fact]
    public async Task ThrottlingIsWaitedOut()
    {
        Answers.Enqueue((400, Error("Throttling")));
        Answers.Enqueue((400, Error("TooManyInvalidationsInProgress")));
        Answers.Enqueue((503, ""));
        Assert.Null((await CloudFront().ForgetAsync(Changed, default)).Problem);
        Assert.Equal(4, Heard.Count);
        Assert.Single(Heard.Select(request => XElement.Parse(request.Body).Value).Distinct());
    }

    [Fact]
    public async Task ARefusalIsSaidInWords()
    {
        Answers.Enqueue((404, Error("NoSuchDistribution")));
        var problem = (await CloudFront().ForgetAsync(Changed, default)).Problem!;
        Assert.Contains("404 NoSuchDistribution: why", problem.Message);
        Assert.Contains("ID", problem.Hint);
        Assert.Single(Heard);
    }

    [Fact]
    public async Task PurgeNamesEveryUrlAsBrowsersSendIt()
    {
        var purge = new PurgeRequests(new(default, new(Address, "/docs")) { Host = "www.example.org" }, Options, "site");
        Answers.Enqueue((404, ""));
        Assert.Equal((5, null), await purge.ForgetAsync(Changed, default));
        Assert.Equal(["/docs/", "/docs/a%20b/it's%20%C3%BC.html", "/docs/docs/", "/docs/docs/index.html", "/docs/index.html"],
            Heard.Select(request => request.Url).Order(StringComparer.Ordinal));
        Assert.All(Heard, request => Assert.Equal(("PURGE", "www.example.org"), (request.Method, request.Headers["Host"])));
    }

    [Fact]
    public async Task ThePurgeOfTagsIsOneRequestForMany()
    {
        var settings = new PurgeSettings(default, new(Address, "/service/S/purge"))
        {
            ByTag = true, Method = "POST", TagHeader = "Surrogate-Key",
            Headers = [new("Fastly-Key", "${KEY}"), new("Fastly-Soft-Purge", "1")],
        };
        var paths = Enumerable.Range(0, 150).Select(i => new SitePath($"{i}.html")).ToArray();
        Assert.Equal((150, null), await new PurgeRequests(settings, Options, "site").ForgetAsync(paths, default));
        Assert.Equal(2, Heard.Count);
        Assert.All(Heard, request => Assert.Equal(("POST", "/service/S/purge", "secret", "1"),
            (request.Method, request.Url, request.Headers["Fastly-Key"], request.Headers["Fastly-Soft-Purge"])));
        Assert.Equal(paths.Select(path => CacheRules.TagOf("site", path)).Order(),
            Heard.SelectMany(request => request.Headers["Surrogate-Key"]!.Split(' ')).Order());

        var all = await new PurgeRequests(settings, Options, "site")
            .ForgetAsync([.. Enumerable.Range(0, 1001).Select(i => new SitePath($"{i}"))], default);
        Assert.Equal("site", Heard[^1].Headers["Surrogate-Key"]);
        Assert.Equal(1, all.Told);
    }

    [Fact]
    public async Task ASecretThatIsNotSetIsNamed()
    {
        var settings = new PurgeSettings(default, Address) { Headers = [new("Fastly-Key", "$NOT_SET")] };
        var problem = (await new PurgeRequests(settings, Options, "site").ForgetAsync(Changed, default)).Problem!;
        Assert.Equal(("PB0750", "set the environment variable NOT_SET"), (problem.Code, problem.Hint));
        Assert.Empty(Heard);
    }

    private static PublishOptions Options => new()
    {
        Clock = new HurriedClock(), Id = "publish-1", BasePath = "/docs/",
        Environment = name => name == "KEY" ? "secret" : null,
    };

    private CloudFront CloudFront(int maxPaths = 100, bool byTag = false) =>
        new(new(default, "E1") { Endpoint = Address, MaxPaths = maxPaths, ByTag = byTag }, Options, "site",
            _ => Task.FromResult(new AwsKeys("AK", "SK", "token")));

    private static string Error(string code) =>
        $"<ErrorResponse xmlns=\"x\"><Error><Code>{code}</Code><Message>why</Message></Error></ErrorResponse>";
}
