namespace Publisher.Media;

/// <summary>
/// An ID3v2 tag (id3.org, versions 2.2 to 2.4): where its frames stand, read one header at a time, so that pictures are
/// passed over.
/// </summary>
/// <param name="Bytes">Holds the frames: the file, or a plain copy of a tag that is unsynchronised as a whole.</param>
/// <param name="After">Where the file goes on behind the tag.</param>
internal sealed record Id3Tag(FileBytes Bytes, int Version, long Start, long End, long After)
{
    /// <summary>What would have to be held in memory is not read beyond this size.</summary>
    public const int MostHeld = 16 << 20;

    /// <summary>Whether the frames of a 2.4 tag are unsynchronised, whatever their own flags say.</summary>
    public bool IsUnsynchronised { get; private init; }

    /// <summary>Whether its frames can be told; not if it is unsynchronised as a whole and large.</summary>
    public bool IsReadable { get; private init; } = true;

    public IEnumerable<Id3Frame> Frames => Id3Frame.In(Bytes, Version, Start, End, IsUnsynchronised);

    /// <summary>The tag that begins exactly here; null when none does, or one that is longer than the file.</summary>
    public static Id3Tag? Read(FileBytes bytes, long offset)
    {
        if (bytes.At(offset, 10) is not [(byte)'I', (byte)'D', (byte)'3', var version and >= 2 and <= 4, _, var flags, ..] head
            || SyncSafe(head[6..]) is not { } size)
            return null;
        var (start, end) = (offset + 10, offset + 10 + size);
        var after = end + (version == 4 && (flags & 0x10) != 0 ? 10 : 0);
        if (end > bytes.Length) return null;
        var isUnsynchronised = (flags & 0x80) != 0;
        if (isUnsynchronised && version < 4)
        {
            if (size > MostHeld) return new Id3Tag(bytes, version, end, end, after) { IsReadable = false };
            bytes = new FileBytes(Synchronised(bytes.At(start, (int)size)));
            (start, end) = (0, bytes.Length);
        }
        if ((flags & 0x40) != 0)
            start += version switch
            {
                3 => 4L + bytes.UInt32(start),
                4 => SyncSafe(bytes.At(start, 4)) ?? 0,
                _ => 0,
            };
        return new Id3Tag(bytes, version, start, end, after) { IsUnsynchronised = isUnsynchronised && version == 4 };
    }

    /// <summary>A number of 28 bits, seven in each byte; null when it is none.</summary>
    public static long? SyncSafe(ReadOnlySpan<byte> four) =>
        four.Length >= 4 && (four[0] | four[1] | four[2] | four[3]) < 0x80
            ? four[0] << 21 | four[1] << 14 | four[2] << 7 | four[3]
            : null;

    public static byte[] SyncSafe(long number) =>
        [(byte)(number >> 21 & 127), (byte)(number >> 14 & 127), (byte)(number >> 7 & 127), (byte)(number & 127)];

    /// <summary>Without the zeros that keep the bytes of a tag from looking like the beginning of a frame of sound.</summary>
    public static byte[] Synchronised(ReadOnlySpan<byte> bytes)
    {
        var plain = new byte[bytes.Length];
        var count = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            plain[count++] = bytes[i];
            if (bytes[i] == 0xFF && i + 1 < bytes.Length && bytes[i + 1] == 0) i++;
        }
        return plain[..count];
    }
}
