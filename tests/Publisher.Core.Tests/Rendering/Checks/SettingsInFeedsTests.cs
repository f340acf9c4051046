namespace Publisher.Core.Tests.Rendering.Checks;

/// <summary>What feeds have from <c>publisher.yml</c> is told of at its line there, once.</summary>
public class SettingsInFeedsTests
{
    [Theory]
    [InlineData("title: List<T> & a < b")]
    [InlineData("title: a <b> c")]
    [InlineData("title: K\ndescription: 'What is <b>bold</b>, and 1 < 2'")]
    [InlineData("title: K\ndescription: x <foo> y", "publisher.yml:2:14 PB0949 write &lt; for a '<' that is text")]
    [InlineData("title: K\ndescription: x <b> y", "publisher.yml:2:14 PB0949 end it with </b>, before what it stands in ends")]
    [InlineData("title: K\nlanguage: english", "publisher.yml:2:11 PB0934 write en")]
    [InlineData("title: K\nbase_url: http://example.org/a",
        "publisher.yml:2:11 PB0931 write https://example.org/a/podcast/feed.xml, if the server has it")]
    public void A_setting(string settings, params string[] expected)
    {
        var site = FeedSite.Show(FeedSite.Good);
        if (!settings.Contains("base_url")) settings += "\nbase_url: https://example.org/";
        site.Write("publisher.yml", settings + "\nauthor: Ann\n");
        site.Write("content/podcast/one.mp3", File.ReadAllBytes(
            Path.Combine(Tidy.Repository.Root, "content/podcast/001-hello-listener/hello-listener.mp3")));
        site.Write("content/podcast/2026-01-01-1-stock.md", "---\ntitle: Stock\naudio: one.mp3\n---\n- 0:00 a\n- 0:10 b\n- 0:20 c\n");
        site.Write("content/posts/2026-01-01-soup.md", "---\ntitle: Soup <b> of Map<K, V>\n---\nHot.\n");
        Assert.Equal(expected, FeedSite.Check(site).Select(problem => $"{problem.At} {problem.Code} {problem.Hint}".TrimEnd()));
    }

    [Fact]
    public void What_to_write_is_said_of_the_file_that_the_place_is_in()
    {
        var site = FeedSite.Show(FeedSite.Good);
        site.Write("publisher.yml", "title: K\nbase_url: https://example.org/\nauthor: ''\n");
        Assert.Equal(["publisher.yml:3:9 PB0962 say it with 'author' in publisher.yml"], FeedSite.Found(site));
    }

    [Fact]
    public void A_title_that_stands_in_for_a_description_is_told_of_as_a_title()
    {
        var site = FeedSite.Show(FeedSite.Good);
        site.Write("content/podcast/index.md", "---\ntitle: Talk <b> x\n" + FeedSite.Good + "\n---\n");
        Assert.Equal(["index.md:2:8 PB0952 write plain text"], FeedSite.Found(site));
    }
}
