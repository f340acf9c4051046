using Publisher.Content.Podcasts;
using Publisher.Content;

namespace Publisher.Core.Tests.Content.Markdown;

public class MomentTests
{
    [Theory]
    [InlineData("- 0:57 -- The shell", "57 The shell")]
    [InlineData("* 57:10 – The shell", "3430 The shell")]
    [InlineData("+ 1:02:33 - The shell", "3753 The shell")]
    [InlineData("1. (0:57) The shell", "57 The shell")]
    [InlineData("3) [0:57] | The *shell*", "57 The shell")]
    [InlineData("- **0:57**: The shell", "57 The shell")]
    [InlineData("- **0:57 – The** shell", "57 The shell")]
    [InlineData("- `0:57` The shell", "57 The shell")]
    [InlineData("- [0:57](a.mp3#t=57) The shell", "57 The shell")]
    [InlineData("- [**0:57** The shell](https://example.org/)", "57 The shell")]
    [InlineData("- \\[0:57\\] -- The shell", "57 The shell")]
    [InlineData("- 0:57-1:20 The shell", "57 The shell")]
    [InlineData("- 0:57—The shell", "57 The shell")]
    [InlineData("- 0:57 -5 degrees", "57 -5 degrees")]
    [InlineData("- 125:30 A long one", "7530 A long one")]
    [InlineData("- 00:00:07 \"Quoted\" -- and so on", "7 “Quoted” – and so on")]
    [InlineData("- 0:57 One\n  line more\n\n  and a paragraph\n- 2:00 Two", "57 One line more; 120 Two")]
    [InlineData("- A\n  - 0:57 Nested\n", "57 Nested")]
    [InlineData("> - 0:57 Quoted", "57 Quoted")]
    [InlineData("0:00 Hello\n**0:57** The shell  \n(2:00) The end", "0 Hello; 57 The shell; 120 The end")]
    [InlineData("0:57 The shell", "57 The shell")]
    public void A_line_that_begins_with_a_time_is_a_topic(string text, string expected) => Assert.Equal(expected, Topics(text));

    [Theory]
    [InlineData("We met at 10:30 in the morning.")]
    [InlineData("10:30 we met\nand then we left.")]
    [InlineData("- Breakfast at 10:30")]
    [InlineData("- 1:11-20 is no time")]
    [InlineData("- 10:30am Breakfast")]
    [InlineData("- 1:2 is a ratio")]
    [InlineData("- 0:57.5 is more exact than anyone hears")]
    [InlineData("- 1:02:33:04 has frames")]
    [InlineData("- (0:57 is not closed")]
    [InlineData("- ![0:57](a.png) A picture")]
    [InlineData("- 0:57")]
    [InlineData("## 0:57 A heading")]
    [InlineData("    0:57 code")]
    public void Any_other_line_is_none(string text) => Assert.Equal("", Topics(text));

    [Theory]
    [InlineData("- 10:30 Breakfast\n- 12:00 Lunch", "<ul>\n<li>10:30 Breakfast</li>\n<li>12:00 Lunch</li>\n</ul>")]
    [InlineData("- **(10:30)** -- \"Breakfast\"", "<ul>\n<li><strong>(10:30)</strong> – “Breakfast”</li>\n</ul>")]
    [InlineData("1. `10:30` Breakfast", "<ol>\n<li><code>10:30</code> Breakfast</li>\n</ol>")]
    [InlineData("10:30 A\n10:40 B", "<p>10:30 A\n10:40 B</p>")]
    public void On_a_page_without_sound_the_text_stays_as_it_is_written(string text, string html) => Assert.Equal(html, Rendered.Html(text));

    [Fact]
    public void A_topic_has_its_place_in_the_file()
    {
        var topic = Assert.Single(Rendered.Of("- one\n- **[1:02:33]** -- two", firstLine: 10).Topics);
        Assert.Equal("posts/a.md:11:6", topic.At.ToString());
        Assert.Equal("1:02:33", topic.Time);
    }

    [Fact]
    public void A_summary_has_the_links_and_no_second_topic()
    {
        var markup = Rendered.Of("0:57 One\n\n<!--more-->\n\n2:00 Two");
        Assert.Equal(2, markup.Topics.Length);
        Assert.Equal([HoleKind.Moment, HoleKind.MomentEnd], markup.Summary.Holes.Select(hole => hole.Kind));
    }

    [Theory]
    [InlineData("- 0:57 text", true)]
    [InlineData("x\n  1. **(1:02:33)**", true)]
    [InlineData("57:10", true)]
    [InlineData("at 0:57", false)]
    [InlineData("- a:57", false)]
    [InlineData("::note", false)]
    [InlineData("1:", false)]
    public void A_glance_tells_whether_a_text_may_have_topics(string text, bool may) =>
        Assert.Equal(may, Publisher.Content.MentionsOf.Text(text).HasFlag(Mentions.Times));

    [Theory]
    [InlineData("#57:10", 3430)]
    [InlineData("#1:02:33", 3753)]
    [InlineData("#t=57", 57)]
    [InlineData("#t=1:02:33", 3753)]
    [InlineData("#heading", null)]
    [InlineData("#t=", null)]
    [InlineData("#t=soon", null)]
    public void A_fragment_may_be_a_moment(string fragment, int? seconds) => Assert.Equal(seconds, Moment.OfFragment(fragment));

    private static string Topics(string text) => string.Join("; ", Rendered.Of(text).Topics.Select(topic => $"{topic.Seconds} {topic.Title}"));
}
