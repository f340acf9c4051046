using System.Buffers.Binary;

namespace Publisher.Media;

/// <summary>
/// What an encoder wrote into a silent first frame, because a variable bitrate cannot be told from the size: how many frames
/// and bytes follow, and how many samples at both ends are not part of the sound. As Xing and LAME write it, or Fraunhofer
/// (VBRI). Zero where it does not say.
/// </summary>
internal readonly record struct XingHead(long Frames, long Bytes, int Delay, int Padding, bool IsVariable)
{
    /// <summary>Whether its frames could have so many bytes.</summary>
    public bool IsPlausible =>
        Frames > 0 && Bytes / Frames is >= MpegFrame.ShortestFrame and <= MpegFrame.LongestFrame;

    public static XingHead? Read(ReadOnlySpan<byte> frame, int xingAt)
    {
        const int VbriAt = 36;
        if (frame.Length > VbriAt + 18 && frame[VbriAt..].StartsWith("VBRI"u8))
            return new XingHead(UInt32(frame, VbriAt + 14), UInt32(frame, VbriAt + 10), 0, 0, true);
        if (frame.Length < xingAt + 8) return null;
        var head = frame[xingAt..];
        var isVariable = head.StartsWith("Xing"u8);
        if (!isVariable && !head.StartsWith("Info"u8)) return null;
        var flags = head[7];
        var at = 8;
        long frames = 0, bytes = 0;
        if ((flags & 1) != 0) { frames = UInt32(head, at); at += 4; }
        if ((flags & 2) != 0) { bytes = UInt32(head, at); at += 4; }
        if ((flags & 4) != 0) at += 100;
        if ((flags & 8) != 0) at += 4;
        var (delay, padding) = head.Length >= at + 24 ? Silence(head[at..]) : (0, 0);
        return new XingHead(frames, bytes, delay, padding, isVariable);
    }

    /// <summary>LAME's extension, which FFmpeg writes too: two numbers of twelve bits.</summary>
    private static (int Delay, int Padding) Silence(ReadOnlySpan<byte> lame) =>
        lame.StartsWith("LAME"u8) || lame.StartsWith("Lavf"u8) || lame.StartsWith("Lavc"u8)
            ? (lame[21] << 4 | lame[22] >> 4, (lame[22] & 15) << 8 | lame[23])
            : (0, 0);

    private static uint UInt32(ReadOnlySpan<byte> bytes, int at) =>
        bytes.Length >= at + 4 ? BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]) : 0;
}
