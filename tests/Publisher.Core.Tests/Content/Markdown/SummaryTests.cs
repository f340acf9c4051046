namespace Publisher.Core.Tests.Content.Markdown;

public class SummaryTests
{
    [Theory]
    [InlineData("One [a](b).\n\nTwo.\n", "<p>One <a href=\"b\">a</a>.</p>\n")]
    [InlineData("One.\n\n- x\n\n<!-- more -->\n\nTwo.\n", "<p>One.</p>\n<ul>\n<li>x</li>\n</ul>\n")]
    [InlineData("One. <!--more--> Two.\n\nThree.\n", "<p>One. </p>\n")]
    [InlineData("## H {#h}\n\nOne[^1].\n\n<!--more-->\n\n[^1]: n\n", "<h2>H</h2>\n<p>One.</p>\n")]
    [InlineData("# T\n\n> q\n\nOne.\n", "<p>One.</p>\n")]
    [InlineData("- only\n", "")]
    [InlineData("0:00 First\n0:20 Second\n\nOne.\n", "<p>One.</p>\n")]
    [InlineData("<!--more-->\n\nOne.\n", "")]
    public void Is_what_stands_before_the_mark_or_the_first_paragraph(string text, string expected) =>
        Assert.Equal(expected, Rendered.Fill(Rendered.Of(text, titleFromHeading: true).Summary));

    [Fact]
    public void The_mark_is_not_shown() =>
        Assert.Equal("<p>One.</p>\n<p>Two  x</p>\n", Rendered.Fill(Rendered.Of("One.\n\n<!--more-->\n\nTwo <!--more--> x\n").Body));

    [Fact]
    public void Counts_nothing_a_second_time()
    {
        var markup = Rendered.Of("One two [three](x).\n");
        Assert.Equal((3, 1), (markup.Words, markup.Body.Holes.Length));
        Assert.Equal(markup.Body.Holes[0], markup.Summary.Holes[0]);
    }

    [Theory]
    [InlineData("It's *a* `b` [c](d)\nand \"e\".", "It’s a b c and “e”.")]
    [InlineData("![pic](x)\n\nText", "Text")]
    [InlineData("# H\n\n- x", "")]
    [InlineData("0:00 First\n0:20 Second", "")]
    [InlineData("0:00 First\n0:20 Second\n\n10:30 we met\nand left.", "10:30 we met and left.")]
    public void The_excerpt_is_plain_text(string text, string expected) => Assert.Equal(expected, Rendered.Of(text).Excerpt);

    [Fact]
    public void The_excerpt_ends_at_a_word()
    {
        var excerpt = Rendered.Of(string.Join(' ', Enumerable.Repeat("words", 100))).Excerpt;
        Assert.EndsWith("words…", excerpt);
        Assert.InRange(excerpt.Length, 150, 201);
        Assert.InRange(Rendered.Of(new string('x', 1000)).Excerpt.Length, 150, 201);
    }

    [Theory]
    [InlineData("one two\nthree *four* fi*ve* `six` — 7", 8)]
    [InlineData("```\nnot counted\n```", 0)]
    [InlineData("日本語 です", 5)]
    [InlineData("# A b\n\n| c | d |\n|---|---|\n| e | f g |\n", 7)]
    public void Words_are_counted(string text, int expected) => Assert.Equal(expected, Rendered.Of(text).Words);

    [Fact]
    public void Equal_texts_have_equal_stamps_and_a_moved_link_has_another()
    {
        Assert.Equal(Rendered.Of("a [b](c)").Body.Stamp, Rendered.Of("a [b](c)").Body.Stamp);
        Assert.NotEqual(Rendered.Of("a [b](c)").Body.Stamp, Rendered.Of("a [b](d)").Body.Stamp);
        Assert.NotEqual(Rendered.Of("a [b](c)").Body.Stamp, Rendered.Of("a [b](c)", firstLine: 2).Body.Stamp);
        Assert.Equal(Rendered.Of("a b").Body.Stamp, Rendered.Of("a b", firstLine: 2).Body.Stamp);
    }
}
