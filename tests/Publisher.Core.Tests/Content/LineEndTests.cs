using System.Text;
using Publisher.Configuration;
using Publisher.Content;
using Publisher.Diagnostics;
using Publisher.Sources;
using Publisher.Text;

namespace Publisher.Core.Tests.Content;

/// <summary>A line ends with a line feed, with a return, or with both: what is read and where is the same.</summary>
public class LineEndTests
{
    private const string Page = "---\ntitle: Soup\ndate: soon\n---\n\nHot\n\n[a](b) [c]\n";

    [Theory]
    [InlineData("\r")]
    [InlineData("\r\n")]
    public void A_page(string end)
    {
        var (expected, found) = (Read(Page), Read(Page.Replace("\n", end)));
        Assert.Equal("Soup", found.Card.Matter.Title);
        Assert.Equal(expected.Diagnostics.Select(told => $"{told.At} {told.Message}"), found.Diagnostics.Select(told => $"{told.At} {told.Message}"));
        Assert.Equal(3, Assert.Single(found.Diagnostics).At.Line);
        Assert.Equal(expected.Text.Body.Html.ToArray(), found.Text.Body.Html.ToArray());
        Assert.Equal(Where(expected), Where(found));
    }

    [Theory]
    [InlineData("a\rb\r\nc\r", "a\nb\r\nc\n")]
    [InlineData("a\r\nb", "a\r\nb")]
    [InlineData("\r\r\n\r", "\n\r\n\n")]
    public void Returns_alone_become_line_feeds(string text, string expected) => Assert.Equal(expected, SourceText.Lines(text));

    [Fact]
    public void What_is_no_text_has_its_line()
    {
        var problems = new List<Diagnostic>();
        SourceText.Decode(new SitePath("a.md"), [.. "a\rb\r\nc"u8, 0xFF], problems);
        Assert.Equal("a.md:3:2", Assert.Single(problems).At.ToString());
    }

    [Fact]
    public void A_value_is_mended_where_it_stands()
    {
        var done = new List<Fix>();
        var fix = new Fix(new Location(new SitePath("a.md"), 3, 3, 1), "1", "2");
        Assert.Equal("---\rx: 1\ry: 2\r\nz: 1", Encoding.UTF8.GetString(
            MatterEdit.Apply("---\rx: 1\ry: 1\r\nz: 1"u8.ToArray(), [[fix with { At = fix.At with { Column = 4 } }]], done)));
        Assert.Single(done);
    }

    private static Page Read(string text)
    {
        var source = new MemoryReader();
        source.Write("a.md", text);
        return new PageParser(new Settings()).Parse(source.Read().Find(new SitePath("a.md"))!);
    }

    private static IEnumerable<string> Where(Page page) => page.Text.Diagnostics.Select(problem => problem.At.ToString());
}
