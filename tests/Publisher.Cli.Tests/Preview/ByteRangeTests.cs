using Publisher.Cli.Preview;

namespace Publisher.Cli.Tests.Preview;

public sealed class ByteRangeTests
{
    [Theory]
    [InlineData(null, 0, 10)]
    [InlineData("bytes=0-", 0, 10)]
    [InlineData("bytes=2-4", 2, 3)]
    [InlineData("bytes=2-999999999999999999999999", 2, 8)]
    [InlineData("bytes=-3", 7, 3)]
    [InlineData("bytes=-30", 0, 10)]
    [InlineData("Bytes= 9 - 9 ", 9, 1)]
    [InlineData("bytes=0-1,4-5", 0, 10)]
    [InlineData("bytes=4-2", 0, 10)]
    [InlineData("bytes=a-b", 0, 10)]
    [InlineData("bytes=+1-2", 0, 10)]
    [InlineData("bytes=-", 0, 10)]
    [InlineData("lines=1-2", 0, 10)]
    public void Asks_for(string? header, long from, long length) => Assert.Equal(new ByteRange(from, length), ByteRange.Parse(header, 10));

    [Theory]
    [InlineData("bytes=10-", 10)]
    [InlineData("bytes=-0", 10)]
    [InlineData("bytes=0-", 0)]
    [InlineData("bytes=99999999999999999999-", 10)]
    public void Cannot_be_had(string header, long length) => Assert.Null(ByteRange.Parse(header, length));
}
