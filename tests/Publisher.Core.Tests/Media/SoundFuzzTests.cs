using Publisher.Media;

namespace Publisher.Core.Tests.Media;

/// <summary>Whatever the bytes, measuring them ends soon, reads little more than they are, and throws nothing.</summary>
public class SoundFuzzTests
{
    private static readonly byte[][] Seeds =
    [
        [.. Mp3Bytes.Tag(4, [.. Mp3Bytes.Chapter(4, "c", 0, 5000, Mp3Bytes.Frame(4, "TIT2", "\u0003A"u8)), .. new byte[30]], footer: true), .. Mp3Bytes.Xing(20, 21 * 417), .. Mp3Bytes.Sounds(20), .. Mp3Bytes.ApeTag(), .. Mp3Bytes.Id3v1()],
        [.. Mp3Bytes.Tag(3, Mp3Bytes.Chapter(3, "c", 0, 5000, Mp3Bytes.Frame(3, "TIT2", "\0A"u8)), flags: 0x80), .. Mp3Bytes.Vbri(10, 11 * 417), .. Mp3Bytes.Sounds(10), .. Mp3Bytes.Sounds(3, 5)],
        Mp4Bytes.File(20, more: Mp4Bytes.NeroChapters((0, "A"), (5, "B"))),
        [.. Mp4Bytes.Brand, .. Mp4Bytes.Box("moov", Mp4Bytes.Header(), Mp4Bytes.Track(1, "soun", 60, reference: Mp4Bytes.ChapterReference(2), edits: Mp4Bytes.Edits((60000, 0))),
            Mp4Bytes.Track(2, "text", 40, wide: true, chunkAt: 30, sizes: [7, 12])), .. Mp4Bytes.Box("mdat", new byte[50])],
        [.. Mp4Bytes.Brand, .. Mp4Bytes.Box("moov", Mp4Bytes.Header(true), Mp4Bytes.Track(1, "soun", 0), Mp4Bytes.Extends(1, 500, 10)), .. Mp4Bytes.Fragment(1, 4), .. Mp4Bytes.Fragment(1, 2, [700, 900])],
    ];

    [Fact]
    public void Mutated_files_are_measured_or_refused() => Fuzz.Run(Seeds, 4_000, bytes =>
    {
        using var stream = new CountingStream(new MemoryStream(bytes));
        var problems = new List<Publisher.Diagnostics.Diagnostic>();
        var sound = Sound.Read(default, stream, problems);
        Assert.True(sound is not null || problems.Count == 1, "refused without a reason");
        if (sound is not null) Assert.InRange(sound.Duration, 0, 1e8);
        Assert.InRange(stream.Count, 0, 64 * 1024 + 40 * bytes.Length);
    });

    /// <summary>Each would take hours if it were looked through again for every part of it.</summary>
    [Fact]
    public void Large_nonsense_costs_little_more_than_its_size()
    {
        const int Size = 1 << 20;
        byte[] overlong = [.. Mp4Bytes.Number(24), .. "moof"u8, .. Mp4Bytes.Number(Size), .. "traf"u8, .. Mp4Bytes.Number(8), .. "free"u8];
        byte[] movie = [.. Mp4Bytes.Brand, .. Mp4Bytes.Box("moov", Mp4Bytes.Header(), Mp4Bytes.Track(1, "soun", 0), Mp4Bytes.Extends(1, 500, 10))];
        byte[][] files =
        [
            [.. movie, .. Many(overlong)], [.. movie, .. Many([.. Mp4Bytes.Number(8), .. "free"u8])],
            Many(Mp3Bytes.Id3v1()), Many(Mp3Bytes.Tag(3, [], 0x80)), Many([0xFF, 0xFB, 0x90, 0]), Many([0xFF]), [.. Mp3Bytes.Sounds(4), .. Many([0xFF, 0xFB, 0x90, 0, 0])],
        ];
        foreach (var bytes in files)
        {
            var start = ThreadTime.Milliseconds;
            using var stream = new CountingStream(new MemoryStream(bytes));
            Sound.Read(default, stream, []);
            Assert.InRange(stream.Count, 0, 8 * bytes.Length);
            Assert.InRange(ThreadTime.Milliseconds - start, 0, 5000);
        }

        static byte[] Many(byte[] part) => Mp3Bytes.Join(Enumerable.Repeat(part, Size / part.Length));
    }
}
