using Publisher.Media;
using Publisher.Testing;

namespace Publisher.Core.Tests.Media;

public class ArtworkTests
{
    private static readonly byte[] Png =
        [0x89, .. "PNG\r\n\u001A\n"u8, .. Mp3Bytes.Number(13), .. "IHDR"u8, .. Mp3Bytes.Number(1400), .. Mp3Bytes.Number(1500), 8, 2, 0, 0, 0];

    [Theory]
    [InlineData(0, ArtworkColor.Grey)]
    [InlineData(2, ArtworkColor.Rgb)]
    [InlineData(3, ArtworkColor.Rgb)]
    [InlineData(4, ArtworkColor.Grey)]
    [InlineData(6, ArtworkColor.Rgb)]
    public void A_png_says_its_colours(byte type, ArtworkColor color) =>
        Assert.Equal(new Artwork(1400, 1500, "image/png", color), Read([.. Png[..25], type, .. Png[26..]]));

    [Theory]
    [InlineData(1, ArtworkColor.Grey)]
    [InlineData(3, ArtworkColor.Rgb)]
    [InlineData(4, ArtworkColor.Cmyk)]
    public void So_does_a_jpeg_behind_whatever_comes_first(byte components, ArtworkColor color) =>
        Assert.Equal(new Artwork(300, 200, "image/jpeg", color),
            Read([0xFF, 0xD8, 0xFF, 0xE2, 0xFF, 0x00, .. new byte[0xFF00 - 2], 0xFF, 0xFF, 0xFE, 0, 3, 1, 0xFF, 0xC2, 0, 17, 8, 0, 200, 1, 44, components]));

    [Fact]
    public void What_is_neither_is_none()
    {
        Assert.Null(Read([]));
        Assert.Null(Read([.. "GIF89a"u8, 1, 0, 1, 0]));
        Assert.Null(Read([0xFF, 0xD8, 0xFF, 0xE0, 0, 0]));
        Assert.Null(Read(Png[..12]));
    }

    [Fact]
    public void Mutated_pictures_are_read_or_not() =>
        Fuzz.Run([Png, [0xFF, 0xD8, 0xFF, 0xFE, 0, 3, 1, 0xFF, 0xC2, 0, 17, 8, 0, 200, 1, 44, 3]], 2_000, bytes => Read(bytes));

    [ServerFact(Servers.Encoders)]
    public async Task Real_pictures_are_read()
    {
        using var folder = new TestFolder();
        foreach (var (name, format, color) in new[] { ("a.jpg", "yuvj420p", ArtworkColor.Rgb), ("a.png", "rgb24", ArtworkColor.Rgb), ("g.png", "gray", ArtworkColor.Grey) })
        {
            await Encoders.FfmpegAsync("-f", "lavfi", "-i", "testsrc=s=320x200", "-frames:v", "1", "-pix_fmt", format, folder[name]);
            using var file = File.OpenRead(folder[name]);
            Assert.Equal(new Artwork(320, 200, name.EndsWith("jpg") ? "image/jpeg" : "image/png", color), Artwork.Read(file));
        }
    }

    private static Artwork? Read(byte[] bytes) => Artwork.Read(new MemoryStream(bytes));
}
