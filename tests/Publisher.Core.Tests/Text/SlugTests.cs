using Publisher.Text;

namespace Publisher.Core.Tests.Text;

public class SlugTests
{
    [Theory]
    [InlineData("C#", "c-sharp")]
    [InlineData("F# and C#", "f-sharp-and-c-sharp")]
    [InlineData("C++", "c-plus-plus")]
    [InlineData("C/C++ tips", "c-c-plus-plus-tips")]
    [InlineData("Google+", "google-plus")]
    [InlineData(".NET", "net")]
    [InlineData("Issue #5", "issue-5")]
    [InlineData("#hash + more", "hash-more")]
    [InlineData("a+b", "a-b")]
    [InlineData("a#b", "a-b")]
    [InlineData("Grüße, Zoë", "grüße-zoë")]
    public void Names_what_the_text_says(string text, string slug) => Assert.Equal(slug, Slug.Of(text));

    [Theory]
    [InlineData("+", "u2b")]
    [InlineData("#", "u23")]
    [InlineData("..", "u2e-u2e")]
    public void A_text_without_words_goes_by_its_characters_numbers(string text, string slug) => Assert.Equal(slug, Slug.OrNumbers(text));

    [Fact]
    public void A_slug_can_be_a_files_name_however_long_its_text_is()
    {
        Assert.Equal(new string('a', 240), Slug.Of(new string('a', 300)));
        Assert.Equal(new string('日', 80), Slug.Of(new string('日', 300)));
        Assert.Equal("word" + string.Concat(Enumerable.Repeat("-word", 47)), Slug.Of(string.Concat(Enumerable.Repeat("word ", 48))));
        Assert.True(Slug.IsCut(new string('a', 241)));
        Assert.False(Slug.IsCut(new string('a', 240)));
    }
}
