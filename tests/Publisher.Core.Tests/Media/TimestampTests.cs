using Publisher.Media;

namespace Publisher.Core.Tests.Media;

public class TimestampTests
{
    [Theory]
    [InlineData("0:57", 57)]
    [InlineData("57:10", 3430)]
    [InlineData("90:00", 5400)]
    [InlineData("1:02:33", 3753)]
    [InlineData("01:02:33.250", 3753.25)]
    [InlineData("00:00:01,5", 1.5)]
    [InlineData("3430", 3430)]
    public void What_people_write_is_read(string text, double seconds) => Assert.Equal(seconds, Timestamp.Seconds(text));

    [Theory]
    [InlineData("")]
    [InlineData("1:")]
    [InlineData(":10")]
    [InlineData("1:60")]
    [InlineData("1:002")]
    [InlineData("1:2:3:4")]
    [InlineData("-1:00")]
    [InlineData("+1:00")]
    [InlineData("1.")]
    [InlineData("1e3")]
    [InlineData("99999999999")]
    [InlineData("1h 2m")]
    public void What_is_no_time_is_none(string text) => Assert.Null(Timestamp.Seconds(text));

    [Theory]
    [InlineData(57.9, "0:57", "00:57", "00:00:57.900")]
    [InlineData(3430, "57:10", "57:10", "00:57:10.000")]
    [InlineData(3753.2504, "1:02:33", "01:02:33", "01:02:33.250")]
    [InlineData(59.9996, "1:00", "01:00", "00:01:00.000")]
    [InlineData(-1, "0:00", "00:00", "00:00:00.000")]
    public void Each_reader_has_his_form(double seconds, string shortly, string padded, string exact)
    {
        Assert.Equal((shortly, padded, exact), (Timestamp.Short(seconds), Timestamp.Padded(seconds), Timestamp.Exact(seconds)));
        Assert.Equal(exact.Replace('.', ','), Timestamp.Exact(seconds, ','));
    }

    [Fact]
    public void What_is_written_is_read()
    {
        for (var i = 0; i < 400_000; i += 1237)
        {
            Assert.Equal(i / 10.0, Timestamp.Seconds(Timestamp.Exact(i / 10.0))!.Value, 6);
            Assert.Equal(i, Timestamp.Seconds(Timestamp.Short(i)));
            Assert.Equal(i, Timestamp.Seconds(Timestamp.Padded(i)));
        }
    }
}
