using System.Buffers.Binary;

namespace Publisher.Media;

/// <summary>
/// A file's bytes, of which few more are read than are looked at. Beyond its end there is nothing, and its numbers are zero.
/// </summary>
internal sealed class FileBytes(Stream stream)
{
    private const int Glance = 4 * 1024, Stretch = 64 * 1024;

    private byte[] window = [];
    private long start;
    private int held;

    public FileBytes(byte[] bytes) : this(new MemoryStream(bytes, writable: false)) { }

    public long Length { get; } = stream.Length;

    /// <summary>The same file through a second window, for who reads at two places in turn.</summary>
    public FileBytes Again() => new(stream);

    /// <summary>As many as there are, up to <paramref name="count"/>; good until the next call.</summary>
    public ReadOnlySpan<byte> At(long offset, int count)
    {
        if (offset < 0 || offset >= Length || count <= 0) return [];
        count = (int)Math.Min(count, Length - offset);
        if (offset < start || offset + count > start + held) Load(offset, count);
        var from = (int)(offset - start);
        return window.AsSpan(from, Math.Min(count, held - from));
    }

    public byte Byte(long offset) => At(offset, 1) is [var value] ? value : (byte)0;

    public ushort UInt16(long offset) =>
        At(offset, 2) is [var high, var low] ? (ushort)(high << 8 | low) : (ushort)0;

    public uint UInt32(long offset) => At(offset, 4) is { Length: 4 } span ? BinaryPrimitives.ReadUInt32BigEndian(span) : 0;

    public ulong UInt64(long offset) => At(offset, 8) is { Length: 8 } span ? BinaryPrimitives.ReadUInt64BigEndian(span) : 0;

    /// <summary>Who goes on where the last window ended will want the rest; who jumps wants a few bytes.</summary>
    private void Load(long offset, int count)
    {
        var goesOn = held > 0 && offset >= start && offset <= start + held;
        var wanted = Math.Max(count, goesOn ? Stretch : Glance);
        if (window.Length < wanted) window = new byte[wanted];
        stream.Position = start = offset;
        held = stream.ReadAtLeast(window.AsSpan(0, wanted), wanted, throwOnEndOfStream: false);
    }
}
