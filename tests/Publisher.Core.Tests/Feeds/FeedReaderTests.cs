using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Publisher.Diagnostics;
using Publisher.Feeds;
using Publisher.Text;

namespace Publisher.Core.Tests.Feeds;

/// <summary>What is read of a feed, and what is said of one that cannot be read.</summary>
public class FeedReaderTests
{
    [Fact]
    public void Names_do_not_depend_on_the_feeds_prefixes()
    {
        var feed = Read("<rss xmlns:i='http://www.itunes.com/dtds/podcast-1.0.dtd'><channel><i:author>Ann &amp; Bo</i:author></channel></rss>");
        var author = feed!.Channel.Find("itunes:author")!;
        Assert.Equal(("i:author", "Ann & Bo"), (author.Written, author.Text));
    }

    [Fact]
    public void Places_count_lines_and_columns_in_the_file()
    {
        var feed = Read("<rss>\r\n <channel>\r\n  <title\r\n   lang=\"é😀\">\r\n   Ö  </title>\r\n </channel></rss>");
        var title = feed!.Channel.Find("title")!;
        Assert.Equal(((3, 4), (4, 10), (5, 4)), (Place(title.At), Place(title.Attributes[0].At), Place(title.TextAt)));

        static (int, int) Place(Location at) => (at.Line, at.Column);
    }

    [Fact]
    public void A_byte_order_mark_takes_no_column()
    {
        var problems = new List<Diagnostic>();
        var feed = FeedReader.Read(new SitePath("feed.xml"), Encoding.UTF8.GetPreamble().Concat("<rss><channel/></rss>"u8.ToArray()).ToArray(), problems);
        Assert.Empty(problems);
        Assert.Equal(2, feed!.Root.At.Column);
    }

    [Theory]
    [InlineData("", "1:1 PB0901")]
    [InlineData("hello", "1:1 PB0901")]
    [InlineData("<rss><channel><title>A & B</title></channel></rss>", "1:24 PB0901")]
    [InlineData("<rss>\n<channel><title>A&nbsp;B</title></channel></rss>", "2:18 PB0901")]
    [InlineData("<rss>\n<channel><title></channel></rss>", "2:19 PB0901")]
    [InlineData("<rss><channel><itunes:image/></channel></rss>", "1:16 PB0901")]
    [InlineData("<!DOCTYPE rss [<!ENTITY a 'aaaa'>]><rss>&a;</rss>", "1:1 PB0901")]
    [InlineData("<html><body/></html>", "1:2 PB0902")]
    [InlineData("<rss/>", "1:2 PB0902")]
    [InlineData("{\"items\": [,]}", "1:12 PB0202")]
    [InlineData("{\"a\": 1,}", "1:9 PB0202")]
    [InlineData("{\"a\": 1} // end", "1:10 PB0202")]
    public void What_cannot_be_read_is_one_error_at_its_place(string text, string expected)
    {
        var problems = new List<Diagnostic>();
        Assert.Null(FeedReader.Read(new SitePath("feed"), Encoding.UTF8.GetBytes(text), problems));
        var problem = Assert.Single(problems);
        Assert.Equal(expected, $"{problem.At.Line}:{problem.At.Column} {problem.Code}");
    }

    [Fact]
    public void Tags_may_not_stand_in_each_other_without_end()
    {
        var problems = new List<Diagnostic>();
        var deep = string.Concat(Enumerable.Repeat("<a>", 100_000));
        Assert.Null(FeedReader.Read(new SitePath("feed.xml"), Encoding.UTF8.GetBytes(deep), problems));
        Assert.Equal("PB0903", Assert.Single(problems).Code);
    }

    [Fact]
    public void Mutated_feeds_never_throw() => Fuzz.Run(CleanFeeds.All, 1500, text =>
    {
        foreach (var finding in FeedCase.Check(text, out _)) Assert.InRange(finding.Problem.At.Line, 0, text.Length + 1);
    }, "<>/=\"'&;![]-: \n\t:0#{},.aé😀\0\r%+T");

    /// <summary>Feeds that can be read, with anything in the place of one of their values, so that the rules are reached.</summary>
    [Fact]
    public void Rules_never_throw_whatever_a_value_is()
    {
        var spots = Regex.Matches(CleanFeeds.Podcast, "(?<=>)[^<>]+(?=</)|(?<= [a-zA-Z]+=\")[^\"]+(?=\")").Where(spot => spot.Index > 500).ToArray();
        string[] seeds =
        [
            "Fri, 13 Nov 2026 10:00:00 GMT", "00:00 Hello\n(01:10) The spring\n- 12:30 -- Its water", "https://example.org/ü 4.mp3?x#y", "-16,000,000.5e3",
            "<p>One <a href='#x' onclick=y>two</a><svg><g/></svg> <script>if (1 < 2)</script> <!-- -- ></p>", "99:59:59.999", "geo:52.52,13.40", "FREQ=WEEKLY;COUNT=3",
            "Episode 12: en_GB & yes", "00000000-0000-0000-0000-000000000000",
        ];
        var turn = 0;
        Fuzz.Run(seeds, 2000, text =>
        {
            var value = System.Security.SecurityElement.Escape(string.Concat(text.Where(XmlConvert.IsXmlChar)));
            var spot = spots[turn++ % spots.Length];
            var feed = CleanFeeds.Podcast.Remove(spot.Index, spot.Length).Insert(spot.Index, value);
            FeedCase.Check(feed, out var problems);
            if (spot.Value.StartsWith("http://", StringComparison.Ordinal) || spot.Value is "1.0" or "UTF-8") return;
            Assert.Empty(problems);
        }, "<>/=\"'&;![]-: \n\t:0123456789#{},.aé😀%+TZ");
    }

    private static Feed? Read(string text) => FeedReader.Read(new SitePath("feed.xml"), Encoding.UTF8.GetBytes(text), new List<Diagnostic>());
}
