namespace Publisher.Media;

/// <summary>
/// The header of one frame of MPEG audio (ISO 11172-3, 2.4.1.3; 13818-3; and the unofficial 2.5): which kind of sound, and how
/// many bytes until the next frame.
/// </summary>
internal readonly record struct MpegFrame(
    int Version, int Layer, int SampleRate, int Bitrate, int Length, bool IsPadded, bool IsMono)
{
    public const int ShortestFrame = 24, LongestFrame = 2884;

    // By version 1 and layer, version 2 and layer 1, version 2 and the other layers; in thousands of bits per second.
    private static ReadOnlySpan<short> Bitrates =>
    [
        0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448,
        0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384,
        0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320,
        0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256,
        0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160,
    ];

    private static ReadOnlySpan<ushort> SampleRates => [44100, 48000, 32000];

    public int Samples => SamplesOf(Version, Layer);

    /// <summary>Where a Xing head stands in the frame: behind the side information, which it leaves empty.</summary>
    public int XingAt => 4 + (Version == 1 ? IsMono ? 17 : 32 : IsMono ? 9 : 17);

    /// <summary>Null when these bytes do not begin a frame, or one of free format.</summary>
    public static MpegFrame? Read(ReadOnlySpan<byte> bytes)
    {
        if (!IsHeader(bytes) || bytes[2] >> 4 == 0) return null;
        var layer = 4 - (bytes[1] >> 1 & 3);
        var halvings = (bytes[1] >> 3 & 3) switch { 3 => 0, 2 => 1, _ => 2 };
        var version = halvings == 0 ? 1 : 2;
        var rate = SampleRates[bytes[2] >> 2 & 3] >> halvings;
        var table = version == 1 ? layer - 1 : layer == 1 ? 3 : 4;
        var bitrate = 1000 * Bitrates[table * 15 + (bytes[2] >> 4)];
        var padded = (bytes[2] & 2) != 0;
        var slot = layer == 1 ? 4 : 1;
        var length = (SamplesOf(version, layer) / 8 / slot * bitrate / rate + (padded ? 1 : 0)) * slot;
        return new MpegFrame(version, layer, rate, bitrate, length, padded, bytes[3] >> 6 == 3);
    }

    /// <summary>Whether its bits per second are nowhere written, which few players can play.</summary>
    public static bool IsFreeFormat(ReadOnlySpan<byte> bytes) => IsHeader(bytes) && bytes[2] >> 4 == 0;

    /// <summary>Whether both may stand in one file: what else the header says can change from frame to frame.</summary>
    public bool IsLike(MpegFrame other) =>
        Version == other.Version && Layer == other.Layer && SampleRate == other.SampleRate;

    private static int SamplesOf(int version, int layer) => layer == 1 ? 384 : layer == 3 && version == 2 ? 576 : 1152;

    /// <summary>Eleven bits of sync, and no reserved value in what follows.</summary>
    private static bool IsHeader(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 4 && bytes[0] == 0xFF && bytes[1] >= 0xE0 && (bytes[1] >> 3 & 3) != 1 && (bytes[1] >> 1 & 3) != 0
            && bytes[2] >> 4 != 15 && (bytes[2] >> 2 & 3) != 3;
}
