using System.Buffers.Binary;
using System.Text;

namespace Publisher.Core.Tests.Media;

/// <summary>Builds MP3 files out of silent frames and ID3 tags.</summary>
internal static class Mp3Bytes
{
    /// <summary>MPEG-1, layer III, 44.1 kHz, stereo; by the number of the bitrate in the header (9: 128 kbit/s).</summary>
    public static byte[] Silence(int bitrate = 9, bool isPadded = false)
    {
        ReadOnlySpan<short> rates = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
        var bytes = new byte[144 * 1000 * rates[bitrate] / 44100 + (isPadded ? 1 : 0)];
        new byte[] { 0xFF, 0xFB, (byte)(bitrate << 4 | (isPadded ? 2 : 0)), 0 }.CopyTo(bytes, 0);
        return bytes;
    }

    public static byte[] Sounds(int count, int bitrate = 9) => Join(Enumerable.Repeat(Silence(bitrate), count));

    /// <summary>The silent first frame in which an encoder says how many follow.</summary>
    public static byte[] Xing(int frames, int bytes, string kind = "Xing", int delay = 0, int padding = 0)
    {
        var frame = Silence();
        var at = frame.AsSpan(36);
        Encoding.ASCII.GetBytes(kind).CopyTo(at);
        at[7] = 3;
        BinaryPrimitives.WriteInt32BigEndian(at[8..], frames);
        BinaryPrimitives.WriteInt32BigEndian(at[12..], bytes);
        "LAME3.100"u8.CopyTo(at[16..]);
        (at[37], at[38], at[39]) = ((byte)(delay >> 4), (byte)(delay << 4 | padding >> 8), (byte)padding);
        return frame;
    }

    public static byte[] Vbri(int frames, int bytes)
    {
        var frame = Silence();
        var at = frame.AsSpan(36);
        "VBRI"u8.CopyTo(at);
        BinaryPrimitives.WriteInt32BigEndian(at[10..], bytes);
        BinaryPrimitives.WriteInt32BigEndian(at[14..], frames);
        return frame;
    }

    public static byte[] Tag(int version, ReadOnlySpan<byte> frames, int flags = 0, bool footer = false)
    {
        byte[] head = [.. "ID3"u8, (byte)version, 0, (byte)(flags | (footer ? 0x10 : 0)), .. SyncSafe(frames.Length)];
        return footer ? [.. head, .. frames, .. "3DI"u8, .. head[3..]] : [.. head, .. frames];
    }

    public static byte[] Frame(int version, string name, ReadOnlySpan<byte> body, int flags = 0)
    {
        var size = version == 4 ? SyncSafe(body.Length) : Number(body.Length);
        return [.. Encoding.ASCII.GetBytes(name), .. size, (byte)(flags >> 8), (byte)flags, .. body];
    }

    public static byte[] Chapter(int version, string id, int start, int end, params byte[][] parts) =>
        Frame(version, "CHAP", [.. Encoding.Latin1.GetBytes(id), 0, .. Number(start), .. Number(end), .. Number(-1), .. Number(-1), .. Join(parts)]);

    public static byte[] Id3v1() => [.. "TAG"u8, .. new byte[125]];

    public static byte[] ApeTag()
    {
        byte[] item = [3, 0, 0, 0, 0, 0, 0, 0, .. "Key\0"u8, .. "abc"u8];
        byte[] End(uint flags)
        {
            byte[] block = [.. "APETAGEX"u8, .. new byte[24]];
            BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(8), 2000);
            BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(12), item.Length + 32);
            BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(16), 1);
            BinaryPrimitives.WriteUInt32LittleEndian(block.AsSpan(20), flags);
            return block;
        }
        return [.. End(0xA0000000), .. item, .. End(0x80000000)];
    }

    public static byte[] Join(IEnumerable<byte[]> parts) => [.. parts.SelectMany(part => part)];

    public static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    public static byte[] SyncSafe(int value) => [(byte)(value >> 21 & 127), (byte)(value >> 14 & 127), (byte)(value >> 7 & 127), (byte)(value & 127)];
}
