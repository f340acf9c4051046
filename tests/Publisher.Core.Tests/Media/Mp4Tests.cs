using System.Text;
using Publisher.Media;
using static Publisher.Core.Tests.Media.Measuring;
using static Publisher.Core.Tests.Media.Mp4Bytes;

namespace Publisher.Core.Tests.Media;

public class Mp4Tests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_sound_track_says_how_long_it_is(bool wide)
    {
        var bytes = File(61, wide);
        var sound = Measure(bytes);
        Assert.Equal(61, sound.Duration);
        Assert.Equal("audio/x-m4a", sound.Type);
        Assert.Equal(bytes.Length, sound.Bytes);
        Assert.Equal(800, sound.Bitrate);
    }

    [Fact]
    public void The_index_may_stand_behind_the_data_and_have_sizes_of_64_bits()
    {
        byte[] bytes = [.. Brand, .. WideBox("mdat", new byte[5000]), .. WideBox("moov", [.. Header(), .. Track(1, "soun", 7)])];
        Assert.Equal(7, Measure(bytes).Duration);
    }

    [Fact]
    public void The_last_box_may_reach_to_the_end_of_the_file()
    {
        var bytes = File(8);
        var data = bytes.AsSpan(bytes.Length - 808, 4);
        data.Clear();
        Assert.Equal(8, Measure(bytes).Duration);
    }

    [Fact]
    public void What_an_edit_leaves_out_is_not_heard()
    {
        byte[] bytes = [.. Brand, .. Box("moov", Header(), Track(1, "soun", 10, edits: Edits((9500, 500)))), .. Box("mdat", new byte[1000])];
        Assert.Equal(9.5, Measure(bytes).Duration);
    }

    [Fact]
    public void Fragments_are_added_up()
    {
        byte[] bytes = [.. Brand, .. Box("moov", Header(), Track(1, "soun", 0), Extends(1, 500, 10)), .. Fragment(1, 4), .. Fragment(2, 9), .. Fragment(1, 2, [700, 900])];
        Assert.Equal(3.6, Measure(bytes).Duration, 6);
    }

    [Fact]
    public void Of_a_file_that_was_cut_off_what_is_left_counts()
    {
        var head = File(60).Length - 6000;
        byte[] bytes = [.. Brand, .. Box("moov", Header(), Track(1, "soun", 60, chunkAt: head)), .. Box("mdat", new byte[6000])];
        Assert.Equal(60, Measure(bytes).Duration);
        Assert.Equal(20, Measure(bytes[..(head + 2050)], "PB0602").Duration);
    }

    [Fact]
    public void Chapters_stand_in_neros_list()
    {
        var sound = Measure(File(60, more: NeroChapters((0, "Anfang"), (12.5, "Zwölf"))));
        Assert.Equal((Chapter[])[new Chapter(0, "Anfang"), new Chapter(12.5, "Zwölf")], sound.Chapters);
    }

    [Fact]
    public void A_track_of_texts_counts_more_than_the_list()
    {
        byte[] texts = [0, 5, .. "First"u8, 0, 12, 0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("Zwölf")];
        byte[] Whole(int at) =>
        [
            .. Brand,
            .. Box("moov", Header(), Track(1, "soun", 60, reference: ChapterReference(2)),
                Track(2, "text", 40, chunkAt: at, sizes: [7, 14], edits: Edits((2000, -1), (40000, 0))), NeroChapters((0, "Nero"))),
            .. Box("mdat", texts),
        ];
        var sound = Measure(Whole(Whole(0).Length - texts.Length));
        Assert.Equal((Chapter[])[new Chapter(2, "First") { End = 22 }, new Chapter(22, "Zwölf") { End = 42 }], sound.Chapters);
    }

    [Fact]
    public void What_is_no_sound_is_refused_with_its_reason()
    {
        Assert.Contains("no index", Refusal([.. Brand, .. Box("mdat", new byte[100])]));
        Assert.Contains("not copied to its end", Refusal([.. Brand, .. Box("mdat", new byte[100])[..50]]));
        Assert.Contains("no sound", Refusal([.. Brand, .. Box("moov", Header(), Track(1, "vide", 5))]));
        Assert.Contains("how long", Refusal([.. Brand, .. Box("moov", Header(), Track(1, "soun", 0))]));
    }
}
