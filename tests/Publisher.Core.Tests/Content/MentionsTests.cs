using Publisher.Content;

namespace Publisher.Core.Tests.Content;

public class MentionsTests
{
    [Theory]
    [InlineData("0:57 The shell", true)]
    [InlineData("One.\n\n> - **[0:57** The shell", true)]
    [InlineData("1:02:33 The end", true)]
    [InlineData("One.\r\n0:57 The shell", true)]
    [InlineData("We met at 10:30", false)]
    [InlineData(":30 at 1:2", false)]
    [InlineData("", false)]
    public void A_time_counts_at_the_beginning_of_a_line(string text, bool expected) =>
        Assert.Equal(expected, MentionsOf.Text(text).HasFlag(Mentions.Times));

    [Fact]
    public void A_long_line_of_times_takes_no_longer_than_its_length()
    {
        var line = "x" + string.Concat(Enumerable.Repeat(" 10:30", 75_000));
        var start = ThreadTime.Milliseconds;
        Assert.Equal(Mentions.None, MentionsOf.Text(line));
        Assert.InRange(ThreadTime.Milliseconds - start, 0, 500);
    }
}
