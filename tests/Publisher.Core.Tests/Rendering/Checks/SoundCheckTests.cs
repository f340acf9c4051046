using Publisher.Core.Tests.Media;
using Publisher.Core.Tests.Tidy;
using Publisher.Diagnostics;
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

    [Theory]
    [InlineData("audio: helo.mp3", "3:8 PB0909 did you mean 'hello.mp3'?")]
    [InlineData("audio: { url: Hello.mp3 }", "3:15 PB0909 did you mean 'hello.mp3'?")]
    [InlineData("mp3: /podcast/helo.mp3", "3:6 PB0909 did you mean '/podcast/hello.mp3'?")]
    [InlineData("audio: clips/hello.mp3", "3:8 PB0909 put the sound file there, or write its whole address: https://…")]
    [InlineData("audio: ../../../other/one.mp3", "3:8 PB0909 put the sound file there, or write its whole address: https://…")]
    [InlineData("audio: hello.mp3")]
    public void A_file_that_is_not_there_is_an_error(string matter, params string[] expected)
    {
        var site = FeedSite.Show(FeedSite.Good);
        site.Write("content/podcast/hello.mp3", Recording);
        site.Write(Page, $"---\ntitle: Stock\n{matter}\n---\n");
        Assert.Equal(expected, Found(site));
        Assert.All(FeedSite.Check(site), problem => Assert.Equal(Severity.Error, problem.Severity));
    }

    [Theory]
    [InlineData(0, "PB0602")]
    [InlineData(20, "PB0601")]
    public void What_cannot_be_measured_is_told_at_the_file(int length, string code)
    {
        var site = FeedSite.Show(FeedSite.Good);
        byte[] cut = [.. Mp3Bytes.Xing(200, 200 * 417 + 417), .. Mp3Bytes.Sounds(200)[..(100 * 417 + 30)]];
        site.Write("content/podcast/one.mp3", length > 0 ? Recording[..length] : cut);
        site.Write(Page, "---\ntitle: Stock\naudio: one.mp3\n---\n");
        var problem = Assert.Single(FeedSite.Check(site), problem => problem.At.File.Name == "one.mp3");
        Assert.Equal((code, Severity.Warning), (problem.Code, problem.Severity));
    }

    [Theory]
    [InlineData("2026-01-05-talk", "", "PB0953")]
    [InlineData("talk", "audio: https://media.example.org/2.mp3\nmp3_bytes: 16000000\nmp3_duration: 16:40", "PB0948")]
    [InlineData("about", "", null)]
    [InlineData("2026-01-05-talk", "feed: false", null)]
    public void What_is_in_no_feed_of_the_podcast_is_told(string name, string matter, string? code)
    {
        var site = FeedSite.Show(FeedSite.Good);
        site.Write($"content/podcast/{name}.md", $"---\ntitle: Talk\n{matter}\n---\n");
        Assert.Equal(code is null ? [] : [code], FeedSite.Check(site).Where(problem => problem.At.File.Name == name + ".md")
            .Select(problem => problem.Code));
    }

    [Fact]
    public void A_placeholder_that_does_not_exist_is_told_at_its_pattern()
    {
        var site = FeedSite.Show(FeedSite.Good + "\ncascade:\n  audio_url: https://media.example.org:8080/:numbr.mp3");
        site.Write(Page, "---\ntitle: Stock\n---\n");
        var problem = Assert.Single(FeedSite.Check(site), problem => problem.Code == "PB0106");
        Assert.Equal("content/podcast/index.md:8:14 did you mean ':number'?", $"{problem.At} {problem.Hint}");
    }

    private static IEnumerable<string> Found(MemoryReader site) => FeedSite.Check(site).Where(problem => problem.At.File.Value == Page)
        .Select(problem => $"{problem.At.Line}:{problem.At.Column} {problem.Code} {problem.Hint}");
}
