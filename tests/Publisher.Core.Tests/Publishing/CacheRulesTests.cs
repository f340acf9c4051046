using Publisher.Publishing;
using Publisher.Stores;
using Publisher.Testing;
using Publisher.Text;

namespace Publisher.Core.Tests.Publishing;

public sealed class CacheRulesTests
{
    [Theory]
    [InlineData("index.html", "text/html; charset=utf-8", "public, max-age=0, s-maxage=86400")]
    [InlineData("feed.xml", "application/xml; charset=utf-8", "public, max-age=0, s-maxage=86400")]
    [InlineData("robots.txt", "text/plain; charset=utf-8", "public, max-age=3600, s-maxage=86400")]
    [InlineData("app.0f9e8d7c.js", "text/javascript; charset=utf-8", "public, max-age=31536000, immutable")]
    [InlineData("app-0f9e8d7c6b5a.css", "text/css; charset=utf-8", "public, max-age=31536000, immutable")]
    [InlineData("app.0f9e8d7c.js.map", "application/json; charset=utf-8", "public, max-age=31536000, immutable")]
    [InlineData("photo-20240131.jpg", "image/jpeg", "public, max-age=86400")]
    [InlineData("the-defaced.png", "image/png", "public, max-age=86400")]
    [InlineData("0f9e8d7c.css", "text/css; charset=utf-8", "public, max-age=3600, s-maxage=86400")]
    [InlineData("a.MP3", "audio/mpeg", "public, max-age=604800")]
    [InlineData("a.svg", "image/svg+xml; charset=utf-8", "public, max-age=86400")]
    [InlineData("CNAME", "text/plain; charset=utf-8", "public, max-age=3600, s-maxage=86400")]
    [InlineData("a.unknown", "application/octet-stream", "public, max-age=3600, s-maxage=86400")]
    public void HeadersOfAnOutput(string path, string type, string cacheControl)
    {
        var headers = new CacheRules([], purged: true, siteTag: null).HeadersOf(Output(path));
        Assert.Equal((type, cacheControl, null), (headers.ContentType, headers.CacheControl, headers.CacheTag));
    }

    [Fact]
    public void ACacheThatNobodyTellsKeepsPagesShortly() =>
        Assert.Equal("public, max-age=0, s-maxage=60", new CacheRules([], purged: false, siteTag: null)
            .HeadersOf(Output("a.html")).CacheControl);

    [Fact]
    public void TheFirstPatternThatFitsCounts()
    {
        var rules = new CacheRules([new(new("a*"), "one"), new(new("*.html"), "two")], true, null);
        Assert.Equal(("one", "two"), (rules.HeadersOf(Output("ab.html")).CacheControl,
            rules.HeadersOf(Output("b.html")).CacheControl));
    }

    [Fact]
    public void ObjectsCarryTheSitesTagAndTheirOwn()
    {
        var tags = new CacheRules([], true, "site").HeadersOf(Output("a.html")).CacheTag!.Split(',');
        Assert.Equal(["site", CacheRules.TagOf("site", new SitePath("a.html"))], tags);
        Assert.NotEqual(tags[1], CacheRules.TagOf("site", new SitePath("b.html")));
    }

    private static Output Output(string path) =>
        new(new SitePath(path), TestSite.RoleOf(new SitePath(path)), default(ReadOnlyMemory<byte>));
}
