namespace Publisher.Core.Tests.Rendering;

/// <summary>Where a link in a text leads.</summary>
public class LinkTests
{
    [Theory]
    [InlineData("?x=1", "/sub/weeknotes/rain/?x=1")]
    [InlineData("?x=1#sun", "/sub/weeknotes/rain/?x=1#sun")]
    [InlineData("#sun", "#sun")]
    [InlineData("../?x=1", "/sub/weeknotes/?x=1")]
    public void A_query_alone_is_for_the_page_itself(string target, string expected)
    {
        var build = SmallSite.Build("title: T\nbase_url: https://example.org/sub/\n",
            ("content/weeknotes/rain.md", $"---\ntitle: Rain\ndate: 2026-01-01\n---\n[here]({target})\n\n## Sun\n"));
        Assert.Contains($"<a href=\"{expected}\">here</a>", SmallSite.Text(build, "weeknotes/rain/index.html"));
    }
}
