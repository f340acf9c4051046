using System.Buffers.Binary;
using System.Text;

namespace Publisher.Media;

/// <summary>One frame of an ID3v2.3 or 2.4 tag: its name, and where it stands.</summary>
/// <param name="Start">Where its header of ten bytes begins.</param>
internal readonly record struct Id3Frame(FileBytes Bytes, int Version, string Name, int Flags, long Start, long End)
{
    private const int Header = 10;

    public bool IsUnsynchronised => Version == 4 && (Flags & 2) != 0;

    /// <summary>Up to the padding, or the first that is none. Tags of version 2.2 have none of these.</summary>
    /// <param name="isUnsynchronised">Whether all are, as the tag has it.</param>
    public static IEnumerable<Id3Frame> In(FileBytes bytes, int version, long at, long end, bool isUnsynchronised)
    {
        while (version >= 3 && end - at >= Header && IsName(bytes.At(at, 4)))
        {
            var size = SizeAt(bytes, version, at, end);
            if (size > end - at - Header) yield break;
            var flags = bytes.UInt16(at + 8) | (isUnsynchronised ? 2 : 0);
            var name = Encoding.ASCII.GetString(bytes.At(at, 4));
            yield return new Id3Frame(bytes, version, name, flags, at, at + Header + size);
            at += Header + size;
        }
    }

    /// <summary>
    /// Its content as it was meant; null when it is compressed, encrypted, or too large to be undone in memory.
    /// </summary>
    public (FileBytes Bytes, long Start, long End)? Open()
    {
        var (packed, grouped) = Version == 4 ? (Flags & 0x0C, Flags & 0x40) : (Flags & 0xC0, Flags & 0x20);
        if (packed != 0) return null;
        var start = Start + Header + (grouped != 0 ? 1 : 0) + (Version == 4 && (Flags & 1) != 0 ? 4 : 0);
        if (start > End) return null;
        if (!IsUnsynchronised) return (Bytes, start, End);
        if (End - start > Id3Tag.MostHeld) return null;
        var plain = new FileBytes(Id3Tag.Synchronised(Bytes.At(start, (int)(End - start))));
        return (plain, 0, plain.Length);
    }

    /// <summary>
    /// As it is, with what the tag said of all frames in its own flags, and its size as the version has it.
    /// </summary>
    public void CopyTo(Stream copy)
    {
        const int Piece = 64 * 1024;
        copy.Write(Head(Version, Name, End - Start - Header, Flags));
        for (var at = Start + Header; at < End; at += Piece) copy.Write(Bytes.At(at, (int)Math.Min(Piece, End - at)));
    }

    public static byte[] Head(int version, string name, long size, int flags = 0)
    {
        var plain = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(plain, (uint)size);
        if (version == 4) plain = Id3Tag.SyncSafe(size);
        return [.. Encoding.ASCII.GetBytes(name), .. plain, (byte)(flags >> 8), (byte)flags];
    }

    /// <summary>
    /// In 2.4 seven bits a byte; but iTunes wrote eight for years. Where the two differ, the one that leads to another frame
    /// counts.
    /// </summary>
    private static long SizeAt(FileBytes bytes, int version, long at, long end)
    {
        long plain = bytes.UInt32(at + 4);
        if (version == 3 || plain < 0x80) return plain;
        if (Id3Tag.SyncSafe(bytes.At(at + 4, 4)) is not { } size) return plain;
        return !IsFollowed(size) && IsFollowed(plain) ? plain : size;

        bool IsFollowed(long length)
        {
            var next = at + Header + length;
            return next == end || (next < end && IsName(bytes.At(next, 4)));
        }
    }

    private static bool IsName(ReadOnlySpan<byte> name)
    {
        foreach (var letter in name)
            if (!(char.IsAsciiLetterUpper((char)letter) || char.IsAsciiDigit((char)letter))) return false;
        return name.Length == 4;
    }
}
