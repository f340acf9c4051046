using System.Buffers.Binary;
using System.Globalization;

namespace Publisher.Media;

/// <summary>
/// The tags that programs put behind the sound: ID3v1, its extension, APEv1 and 2, Lyrics3, ID3v2.4 with a footer.
/// </summary>
internal static class TrailingTags
{
    /// <summary>Where the sound ends.</summary>
    public static long Before(FileBytes bytes, long begin)
    {
        const int Most = 16;
        var end = bytes.Length;
        for (var i = 0; i < Most && Size(bytes, end) is > 0 and var size && size <= end - begin; i++) end -= size;
        return end;
    }

    private static long Size(FileBytes bytes, long end)
    {
        const int Head = 256;
        Span<byte> tail = stackalloc byte[Head];
        tail.Clear();
        var read = bytes.At(Math.Max(end - Head, 0), (int)Math.Min(Head, end));
        read.CopyTo(tail[^read.Length..]);
        if (tail[^128..].StartsWith("TAG"u8)) return bytes.At(end - 128 - 227, 4).SequenceEqual("TAG+"u8) ? 128 + 227 : 128;
        if (tail[^32..].StartsWith("APETAGEX"u8))
        {
            const uint HasHeader = 1u << 31;
            var flags = BinaryPrimitives.ReadUInt32LittleEndian(tail[^12..]);
            return BinaryPrimitives.ReadUInt32LittleEndian(tail[^20..]) + ((flags & HasHeader) != 0 ? 32 : 0);
        }
        if (tail[^9..].SequenceEqual("LYRICS200"u8))
            return int.TryParse(tail[^15..^9], NumberStyles.None, CultureInfo.InvariantCulture, out var lyrics) ? lyrics + 15 : 0;
        return tail[^10..].StartsWith("3DI"u8) && Id3Tag.SyncSafe(tail[^4..]) is { } body ? body + 20 : 0;
    }
}
