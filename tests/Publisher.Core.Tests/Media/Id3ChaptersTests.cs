using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Publisher.Diagnostics;
using Publisher.Media;
using Publisher.Testing;
using static Publisher.Core.Tests.Media.Mp3Bytes;

namespace Publisher.Core.Tests.Media;

public class Id3ChaptersTests
{
    private static readonly ImmutableArray<Chapter> Two = [new(0, "Intro"), new(61.5, "Grüße → alle") { Url = "https://example.com/" }];

    private static readonly Chapter[] TwoRead =
        [new(0, "Intro") { End = 61.5 }, new(61.5, "Grüße → alle") { End = 100, Url = "https://example.com/" }];

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void Chapters_replace_those_of_a_tag_and_all_else_stays(int version)
    {
        byte[] title = Mp3Bytes.Frame(version, "TIT2", "\0Show"u8), picture = Mp3Bytes.Frame(version, "APIC", new byte[200_000]), odd = Mp3Bytes.Frame(version, "XYZ9", [1, 2, 3], 0x4000);
        byte[] frames = [.. title, .. Chapter(version, "old", 0, 9), .. picture, .. Mp3Bytes.Frame(version, "CTOC", "toc\0\u0003\u0001old\0"u8), .. odd];
        var sound = Sounds(20);
        var copy = Written([.. Tag(version, [.. frames, .. new byte[500]], footer: version == 4), .. sound]);
        Assert.Equal(version, copy[3]);
        Assert.Equal([.. title, .. picture, .. odd], copy[10..(10 + title.Length + picture.Length + odd.Length)]);
        Assert.Equal(sound, copy[^sound.Length..]);
        Assert.Equal(TwoRead, Measuring.Measure(copy).Chapters);
        Assert.Equal(copy, Written(copy));
    }

    [Fact]
    public void A_file_without_a_tag_gets_one()
    {
        var copy = Written(Sounds(20));
        Assert.Equal(4, copy[3]);
        Assert.Equal(TwoRead, Measuring.Measure(copy).Chapters);
        Assert.Equal(Sounds(20), copy[^Sounds(20).Length..]);
    }

    [Fact]
    public void An_unsynchronised_tag_keeps_what_it_holds()
    {
        byte[] guarded = [1, 0xFF, 0, 0xFE, .. "A\0"u8], plain = [1, 0xFF, 0xFE, .. "A\0"u8];
        byte[] third = [.. "TIT2"u8, .. Number(plain.Length), 0, 0, .. guarded];
        Assert.Equal(Mp3Bytes.Frame(3, "TIT2", plain), Written([.. Tag(3, third, flags: 0x80), .. Sounds(5)])[10..25]);
        Assert.Equal(Mp3Bytes.Frame(4, "TIT2", guarded, 2), Written([.. Tag(4, Mp3Bytes.Frame(4, "TIT2", guarded), flags: 0x80), .. Sounds(5)])[10..26]);
    }

    [Fact]
    public void More_chapters_than_a_table_holds_are_kept()
    {
        ImmutableArray<Chapter> many = [.. Enumerable.Range(0, 1000).Select(i => new Chapter(i, $"No {i}"))];
        var chapters = Measuring.Measure(Written(Sounds(20), many)).Chapters;
        Assert.Equal(many.Select(chapter => chapter.Title), chapters.Select(chapter => chapter.Title));
    }

    [Fact]
    public void None_at_all_removes_them() => Assert.Empty(Measuring.Measure(Written(Written(Sounds(20)), [])).Chapters);

    [Fact]
    public void What_cannot_hold_chapters_is_left_alone()
    {
        Assert.Contains("version 2.2", Refusal([.. Tag(2, new byte[30]), .. Sounds(5)]));
        Assert.Contains("no MP3", Refusal(Mp4Bytes.File(5)));
        Assert.Contains("broken", Refusal([.. Tag(3, [.. "TIT2"u8, .. Number(5000), .. new byte[20]]), .. Sounds(5)]));
    }

    [Fact]
    public void Mutated_files_get_chapters_or_are_refused() => Fuzz.Run(
        [[.. Tag(3, [.. Mp3Bytes.Frame(3, "TIT2", "\0Show"u8), .. Chapter(3, "old", 0, 9)]), .. Sounds(4)], [.. Tag(4, Mp3Bytes.Frame(4, "TIT2", "\0Show"u8), flags: 0x80, footer: true), .. Sounds(4)]],
        2_000, bytes =>
        {
            var (problems, copy) = (new List<Diagnostic>(), new MemoryStream());
            if (Write(bytes, copy, Two, problems))
                Assert.Equal(TwoRead, Id3Chapters.Read(Id3Tag.Read(new FileBytes(copy.ToArray()), 0)!));
            else Assert.Equal((1, 0), (problems.Count, copy.Length));
        });

    [Fact]
    public void What_is_written_is_read() => Prop.ForAll<NonEmptyArray<(ushort Start, NonNull<string> Title)>, bool>((all, third) =>
    {
        ImmutableArray<Chapter> chapters = [.. all.Get.Select(one => new Chapter(one.Start, WellFormed(one.Title.Get)))];
        var tag = third ? Tag(3, Mp3Bytes.Frame(3, "TIT2", "\0Show"u8)) : [];
        return Measuring.Measure(Written([.. tag, .. Sounds(5)], chapters)).Chapters.Select(chapter => (chapter.Start, chapter.Title))
            .SequenceEqual(chapters.OrderBy(chapter => chapter.Start).Select(chapter => (chapter.Start, chapter.Title)));
    }).Check(Config.QuickThrowOnFailure.WithReplay(2024, 809));

    [ServerFact(Servers.Encoders)]
    public async Task Ffmpeg_reads_them()
    {
        using var folder = new TestFolder();
        File.WriteAllBytes(folder["a.mp3"], Written([.. Tag(3, Mp3Bytes.Frame(3, "TIT2", "\0Show"u8)), .. Sounds(500)]));
        await Encoders.FfmpegAsync("-i", folder["a.mp3"], "-f", "ffmetadata", folder["a.txt"]);
        var read = folder.Read("a.txt");
        Assert.Contains("title=Show\n", read);
        Assert.Contains("[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=61500\ntitle=Intro\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=61500\nEND=100000\ntitle=Grüße → alle\n", read);
    }

    /// <summary>Without halves of pairs, NULs, and the white space around it.</summary>
    private static string WellFormed(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => rune.Value is not (0 or 0xFFFD))).Trim();

    private static byte[] Written(byte[] sound, ImmutableArray<Chapter>? chapters = null)
    {
        var (problems, copy) = (new List<Diagnostic>(), new MemoryStream());
        Assert.True(Write(sound, copy, chapters ?? Two, problems));
        Assert.Empty(problems);
        return copy.ToArray();
    }

    /// <summary>As it is published: the head that was made, and the rest as it stands in the file.</summary>
    private static bool Write(byte[] sound, MemoryStream copy, ImmutableArray<Chapter> chapters, List<Diagnostic> problems)
    {
        if (Id3Chapters.Head(default, new MemoryStream(sound), chapters, 100, problems) is not var (head, rest)) return false;
        copy.Write(head);
        copy.Write(sound.AsSpan((int)rest));
        return true;
    }

    private static string Refusal(byte[] bytes)
    {
        var (problems, copy) = (new List<Diagnostic>(), new MemoryStream());
        Assert.False(Write(bytes, copy, Two, problems));
        Assert.Equal(0, copy.Length);
        return Assert.Single(problems).Message;
    }
}
