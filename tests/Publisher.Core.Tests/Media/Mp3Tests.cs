using System.Text;
using Publisher.Media;
using static Publisher.Core.Tests.Media.Measuring;
using static Publisher.Core.Tests.Media.Mp3Bytes;

namespace Publisher.Core.Tests.Media;

public class Mp3Tests
{
    private const double Frame = 1152 / 44100.0;

    [Fact]
    public void Frames_of_one_bitrate_are_not_counted()
    {
        var sound = Measure(Sounds(1000));
        Assert.Equal(1000 * Frame, sound.Duration, 3);
        Assert.Equal((128_000, false, "audio/mpeg"), (sound.Bitrate, sound.IsVariable, sound.Type));
    }

    [Fact]
    public void Frames_of_several_bitrates_are_counted()
    {
        var sound = Measure([.. Sounds(400, 9), .. Sounds(100, 14), .. Sounds(100, 5)]);
        Assert.Equal(600 * Frame, sound.Duration, 9);
        Assert.True(sound.IsVariable);
    }

    [Theory]
    [InlineData("Xing", true)]
    [InlineData("Info", false)]
    public void The_encoder_says_how_many_frames_there_are(string kind, bool varies)
    {
        var frames = Sounds(200);
        var sound = Measure([.. Xing(200, frames.Length + 417, kind, delay: 576, padding: 1000), .. frames]);
        Assert.Equal((200 * 1152 - 1576) / 44100.0, sound.Duration, 9);
        Assert.Equal(varies, sound.IsVariable);
    }

    [Fact]
    public void So_does_fraunhofers()
    {
        var frames = Sounds(200);
        Assert.Equal(200 * Frame, Measure([.. Vbri(200, frames.Length + 417), .. frames]).Duration, 9);
    }

    [Fact]
    public void A_hundred_megabytes_that_say_how_long_they_are_cost_a_few_kilobytes()
    {
        const int Frames = 250_000;
        using var file = new CountingStream(new MemoryStream([.. Xing(Frames, (Frames + 1) * 417), .. Sounds(Frames)]));
        Assert.Equal(Frames * Frame, Sound.Read(default, file, [])!.Duration, 6);
        Assert.InRange(file.Count, 1, 32 * 1024);
        file.Position = 0;
        using var silent = new CountingStream(new MemoryStream(Sounds(Frames)));
        Assert.Equal(Frames * Frame, Sound.Read(default, silent, [])!.Duration, 3);
        Assert.InRange(silent.Count, 1, 600 * 1024);
    }

    [Fact]
    public void What_was_cut_off_is_counted_and_told()
    {
        var frames = Sounds(200);
        Assert.Equal(100 * Frame, Measure([.. Xing(200, frames.Length + 417), .. frames[..(100 * 417 + 30)]], "PB0602").Duration, 9);
    }

    [Fact]
    public void An_encoder_that_cannot_be_right_is_not_believed() =>
        Assert.Equal(200 * Frame, Measure([.. Xing(1_000_000, 201 * 417), .. Sounds(200)]).Duration, 9);

    [Fact]
    public void What_was_joined_is_counted()
    {
        byte[] part = [.. Xing(200, 201 * 417), .. Sounds(200)];
        Assert.Equal(401 * Frame, Measure([.. part, .. part]).Duration, 9);
    }

    [Fact]
    public void Tags_before_and_behind_are_no_sound()
    {
        byte[] tags = [.. Tag(4, new byte[3000], footer: true), .. Tag(3, new byte[300]), .. Tag(2, new byte[30])];
        Assert.Equal(500 * Frame, Measure([.. tags, .. Sounds(500), .. ApeTag(), .. Id3v1()]).Duration, 3);
        Assert.Equal(500 * Frame, Measure([.. Sounds(500), .. Tag(4, new byte[3000], footer: true)]).Duration, 3);
    }

    [Fact]
    public void Noise_before_the_first_frame_is_passed_over_though_it_looks_like_one()
    {
        byte[] noise = [1, 2, 3, .. Silence(12), .. new byte[500], 0xFF, 0xFB, 0x90, 0];
        Assert.Equal(500 * Frame, Measure([.. noise, .. Sounds(500)]).Duration, 3);
    }

    [Fact]
    public void Noise_on_the_way_is_passed_over()
    {
        Assert.Equal(400 * Frame, Measure([.. Sounds(200), .. new byte[3000], .. Sounds(100, 10), .. new byte[20_000], .. Sounds(100)]).Duration, 9);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void Chapters_are_read(int version)
    {
        byte[] Text(string name, params byte[] body) => Mp3Bytes.Frame(version, name, body);
        var frames = Join(
        [
            Text("TIT2", [0, .. "Show"u8]),
            Text("APIC", [0, .. new byte[70_000]]),
            Chapter(version, "c2", 61_500, 90_000, Text("TIT2", [1, 0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Zweites\0")]), Text("APIC", new byte[9000]),
                Text("WXXX", [3, .. "Seite\0https://example.com/"u8])),
            Chapter(version, "c1", 0, 61_500, Text("TIT2", [0, 0xDC, .. "ber\0"u8])),
        ]);
        Chapter[] expected = [new(0, "Über") { End = 61.5 }, new(61.5, "Zweites") { End = 90, Url = "https://example.com/" }];
        Assert.Equal(expected, Measure([.. Tag(version, [.. frames, .. new byte[100]]), .. Sounds(10)]).Chapters);
    }

    [Fact]
    public void Chapters_are_read_from_an_unsynchronised_tag()
    {
        // 0xFF 0xFB in a time would look like sound; a zero keeps them apart.
        byte[] plain = Chapter(3, "c", 0xFFFB, 0x20000, Mp3Bytes.Frame(3, "TIT2", [1, 0xFF, 0xFE, .. "A\0"u8]));
        byte[] guarded = [.. plain.SelectMany(one => one == 0xFF ? (byte[])[one, 0] : [one])];
        Assert.Equal((Chapter[])[new Chapter(65.531, "A") { End = 131.072 }], Measure([.. Tag(3, guarded, flags: 0x80), .. Sounds(10)]).Chapters);

        byte[] body = [.. "c\0"u8, .. Number(0), .. Number(5), .. Number(-1), .. Number(-1), .. Mp3Bytes.Frame(4, "TIT2", [1, 0xFF, 0xFE, .. "A\0"u8])];
        byte[] safe = [.. body.SelectMany(one => one == 0xFF ? (byte[])[one, 0] : [one])];
        Assert.Equal((Chapter[])[new Chapter(0, "A") { End = 0.005 }], Measure([.. Tag(4, Mp3Bytes.Frame(4, "CHAP", safe, 2), flags: 0x80), .. Sounds(10)]).Chapters);
    }

    [Fact]
    public void Sizes_of_frames_as_itunes_wrote_them_are_understood()
    {
        byte[] wrong = [.. "TPE1"u8, .. Number(300), 0, 0, .. new byte[300]];
        var tag = Tag(4, [.. wrong, .. Chapter(4, "c", 0, 5, Mp3Bytes.Frame(4, "TIT2", "\0A"u8))]);
        Assert.Equal("A", Assert.Single(Measure([.. tag, .. Sounds(10)]).Chapters).Title);
    }

    [Fact]
    public void What_is_no_sound_is_refused_with_its_reason()
    {
        Assert.Contains("nothing", Refusal([]));
        Assert.Contains("WAV", Refusal([.. "RIFF"u8, .. new byte[50]]));
        Assert.Contains("HTML", Refusal([.. "\n<!doctype html>"u8]));
        Assert.Contains("no frames", Refusal(new byte[100_000]));
        Assert.Contains("no frames", Refusal([.. Enumerable.Repeat((byte)0xFF, 100_000)]));
        Assert.Contains("free format", Refusal([0xFF, 0xFB, 0x00, 0, .. new byte[3000]]));
        Assert.Contains("AAC without", Refusal([0xFF, 0xF1, 0x50, 0x80, .. new byte[50]]));
    }
}
