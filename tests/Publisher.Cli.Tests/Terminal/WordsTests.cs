using Publisher.Cli.Terminal;

namespace Publisher.Cli.Tests.Terminal;

public class WordsTests
{
    [Theory]
    [InlineData(0.003, "3 ms")]
    [InlineData(0.0032, "3.2 ms")]
    [InlineData(0.34, "340 ms")]
    [InlineData(0.9996, "1.00 s")]
    [InlineData(1.234, "1.23 s")]
    [InlineData(125, "2 min 5 s")]
    [InlineData(59.999, "1 min 0 s")]
    public void Times_are_short(double seconds, string text) => Assert.Equal(text, Words.Time(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(0, "0 pages")]
    [InlineData(1, "1 page")]
    [InlineData(1234, "1,234 pages")]
    public void Counts_are_grouped(int count, string text) => Assert.Equal(text, Words.Count(count, "page"));
}
