using System.Collections.Immutable;

namespace Publisher.Media;

/// <summary>A track of an MPEG-4 file: what it holds, and how its time is counted.</summary>
/// <param name="Handler">Four letters: 'soun', 'vide', 'text'…</param>
/// <param name="Scale">Its ticks in a second.</param>
/// <param name="Duration">In seconds, by what it says of itself; 0 if it says nothing.</param>
/// <param name="Delay">In seconds, before its first sample.</param>
/// <param name="ChapterTracks">Those that hold this one's chapters.</param>
internal sealed record Mp4Track(
    Mp4Box Box, uint Id, uint Handler, uint Scale, double Duration, double Delay, ImmutableArray<uint> ChapterTracks)
{
    public const uint Sound = 0x736F756E, Picture = 0x76696465, Text = 0x74657874, Subtitle = 0x7362746C;

    /// <summary>Null when it has no header that tells its time.</summary>
    /// <param name="movieScale">Ticks in a second of the movie, in which edits are counted.</param>
    public static Mp4Track? Read(Mp4Box trak, uint movieScale)
    {
        if (trak.Find("mdiamdhd"u8) is not { } header) return null;
        var bytes = trak.Bytes;
        var isLong = header.Version == 1;
        var scale = bytes.UInt32(header.Body + (isLong ? 20 : 12));
        if (scale == 0) return null;
        var ticks = isLong ? bytes.UInt64(header.Body + 24) : bytes.UInt32(header.Body + 16);
        var duration = ticks is uint.MaxValue or ulong.MaxValue ? 0 : (double)ticks / scale;
        var (delay, played) = Edits(trak, movieScale);
        return new Mp4Track(
            trak,
            trak.Find("tkhd"u8) is { } track ? bytes.UInt32(track.Body + (track.Version == 1 ? 20 : 12)) : 0,
            trak.Find("mdiahdlr"u8) is { } handler ? bytes.UInt32(handler.Body + 8) : 0,
            scale,
            // An edit leaves out the samples that the encoder needed to get going.
            played > 0 && played < duration ? played : duration,
            delay,
            trak.Find("trefchap"u8) is { } chapters ? Ids(chapters) : []);
    }

    private static ImmutableArray<uint> Ids(Mp4Box list)
    {
        const int Most = 16;
        var count = (int)Math.Clamp((list.End - list.Body) / 4, 0, Most);
        return [.. Enumerable.Range(0, count).Select(i => list.Bytes.UInt32(list.Body + i * 4))];
    }

    private static (double Delay, double Played) Edits(Mp4Box trak, uint movieScale)
    {
        const int Most = 1000;
        if (movieScale == 0 || trak.Find("edtselst"u8) is not { } list) return (0, 0);
        var bytes = trak.Bytes;
        var isLong = list.Version == 1;
        var size = isLong ? 20 : 12;
        var count = Math.Min(Math.Min(bytes.UInt32(list.Body + 4), Most), (list.End - list.Body - 8) / size);
        double delay = 0, played = 0;
        for (var i = 0; i < count; i++)
        {
            var at = list.Body + 8 + i * size;
            var length = (isLong ? bytes.UInt64(at) : bytes.UInt32(at)) / (double)movieScale;
            var isEmpty = isLong ? bytes.UInt64(at + 8) == ulong.MaxValue : bytes.UInt32(at + 4) == uint.MaxValue;
            if (!isEmpty) played += length;
            else if (played == 0) delay += length;
        }
        return (delay, played);
    }
}
