using Publisher.Publishing;
using Publisher.Text;

namespace Publisher.Core.Tests.Publishing;

public sealed class PathPatternTests
{
    [Theory]
    [InlineData("*.mp3", "a/b/c.mp3", true)]
    [InlineData("*.mp3", "a/b/c.mp3.txt", false)]
    [InlineData("404.html", "404.html", true)]
    [InlineData("404.html", "a/404.html", true)]
    [InlineData("/404.html", "a/404.html", false)]
    [InlineData("/404.html", "404.html", true)]
    [InlineData("assets/**", "assets/a/b.css", true)]
    [InlineData("assets/", "assets/a/b.css", true)]
    [InlineData("assets/*", "assets/a/b.css", false)]
    [InlineData("assets/*", "assets/b.css", true)]
    [InlineData("**/img/*.png", "img/a.png", true)]
    [InlineData("**/img/*.png", "x/y/img/a.png", true)]
    [InlineData("**/img/*.png", "x/y/img/z/a.png", false)]
    [InlineData("**/a/**/b", "a/x/a/y/b", true)]
    [InlineData("**", "any/thing", true)]
    [InlineData("?.html", "a.html", true)]
    [InlineData("?.html", "ab.html", false)]
    [InlineData("*a*b*", "xxaxxbxx", true)]
    [InlineData("", "a", false)]
    public void Fits(string pattern, string path, bool fits) =>
        Assert.Equal(fits, new PathPattern(pattern).Fits(new SitePath(path)));

    [Fact]
    public void ManyStarsTakeNoLongTime() =>
        Assert.False(new PathPattern(string.Concat(Enumerable.Repeat("*a", 50)) + "b")
            .Fits(new SitePath(new string('a', 5000))));
}
