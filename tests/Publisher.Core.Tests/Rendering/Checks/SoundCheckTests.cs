using Publisher.Core.Tests.Tidy;
using Publisher.Sources;

namespace Publisher.Core.Tests.Rendering.Checks;

/// <summary>What front matter says of sound, against the file and against the show's other episodes.</summary>
public class SoundCheckTests
{
    private const string Page = "content/podcast/2026-01-01-1-stock.md";

    private static readonly byte[] Recording =
        File.ReadAllBytes(Path.Combine(Repository.Root, "content/podcast/001-hello-listener/hello-listener.mp3"));

    [Theory]
    [InlineData("mp3_bytes: 229418\nmp3_duration: 0:57")]
    [InlineData("mp3_bytes: 229,418")]
    [InlineData("mp3_bytes: 100", "4:12 PB0620 write 229418, or leave 'mp3_bytes' out")]
    [InlineData("mp3_duration: 1:57", "4:15 PB0620 write 0:57, or leave 'mp3_duration' out")]
    [InlineData("mp3_duration: '00:01:57'", "4:15 PB0620 write 00:00:57, or leave 'mp3_duration' out")]
    [InlineData("mp3_duration: 117", "4:15 PB0620 write 57, or leave 'mp3_duration' out")]
    [InlineData("mp3_bytes: 0:57\nmp3_duration: 229418", "4:12 PB0956 write mp3_bytes: 229418 and mp3_duration: 0:57")]
    public void A_file_of_the_site_is_measured(string matter, params string[] expected)
    {
        var site = FeedSite.Show(FeedSite.Good);
        site.Write("content/podcast/one.mp3", Recording);
        site.Write(Page, $"---\ntitle: Stock\naudio: one.mp3\n{matter}\n---\n");
        Assert.Equal(expected, Found(site));
    }

    [Fact]
    public void The_type_beside_the_address_is_measured_too()
    {
        var site = FeedSite.Show(FeedSite.Good);
        site.Write("content/podcast/one.mp3", Recording);
        site.Write(Page, "---\ntitle: Stock\naudio: { url: one.mp3, type: audio/mp3, bytes: 229418 }\n---\n");
        Assert.Equal(["3:30 PB0620 write audio/mpeg, or leave 'type' out"], Found(site));
    }

    [Theory]
    [InlineData("mp3_bytes: 16:40\nmp3_duration: 16000000", "4:12 PB0956 write mp3_bytes: 16000000 and mp3_duration: 16:40", 2)]
    [InlineData("mp3_bytes: 1000\nmp3_duration: 8000000", "4:12 PB0956 write mp3_bytes: 8000000 and mp3_duration: 1000", 0)]
    [InlineData("mp3_bytes: 500\nmp3_duration: 8000000", "4:12 PB0956 write mp3_bytes: 8000000 and mp3_duration: 500", 2)]
    [InlineData("mp3_bytes: 15625\nmp3_duration: 16:40", "4:12 PB0956 mp3_bytes is the file's size in bytes, not in kilobytes or seconds", 0)]
    [InlineData("mp3_bytes: 32000000\nmp3_duration: 16:40", "5:15 PB0957 it has the duration of content/podcast/2026-01-02-2-stock.md: about 33:20 is likely", 0)]
    [InlineData("mp3_bytes: 32000000\nmp3_duration: 50:00", "4:12 PB0957 it has the size of content/podcast/2026-01-02-2-stock.md: about 48000000 bytes are likely", 0)]
    [InlineData("mp3_bytes: 30000000\nmp3_duration: 50:00", "4:12 PB0957 if the file is not encoded otherwise, its size or its duration is wrong", 0)]
    [InlineData("mp3_bytes: 48800000\nmp3_duration: 50:00", null, 0)]
    public void Sound_elsewhere_has_the_bitrate_of_the_show(string matter, string? expected, int fixes)
    {
        var site = FeedSite.Show(FeedSite.Good);
        for (var i = 2; i < 7; i++)
        {
            var seconds = i == 2 && matter.Contains("50:00") ? 2000 : 1000;
            FeedSite.Episode(site, i, $"mp3_bytes: {seconds * 16000}\nmp3_duration: {seconds}");
        }
        FeedSite.Episode(site, 1, matter);
        Assert.Equal(expected is null ? [] : [expected], Found(site));
        Assert.Equal(fixes, FeedSite.Check(site).SingleOrDefault()?.Fixes.Length ?? 0);
    }

    private static IEnumerable<string> Found(MemoryReader site) => FeedSite.Check(site).Where(problem => problem.At.File.Value == Page)
        .Select(problem => $"{problem.At.Line}:{problem.At.Column} {problem.Code} {problem.Hint}");
}
