using System.Buffers.Binary;

namespace Publisher.Media;

/// <summary>
/// A box of an MPEG-4 file (ISO 14496-12, 4.2), of which QuickTime calls the same an atom: four letters, and a body that may hold
/// more boxes.
/// </summary>
/// <param name="IsCut">Whether it says that it is longer than what holds it; then it ends with that.</param>
internal readonly record struct Mp4Box(FileBytes Bytes, uint Name, long Start, long Body, long End, bool IsCut)
{
    public bool Is(ReadOnlySpan<byte> name) => Name == BinaryPrimitives.ReadUInt32BigEndian(name);

    /// <summary>Version and flags, which begin the body of many.</summary>
    public int Version => Bytes.Byte(Body);

    public uint Flags => Bytes.UInt32(Body) & 0xFFFFFF;

    public IEnumerable<Mp4Box> Boxes => In(Bytes, Body, End);

    public static IEnumerable<Mp4Box> In(FileBytes bytes, long at, long end)
    {
        end = Math.Min(end, bytes.Length);
        while (end - at >= 8)
        {
            ulong size = bytes.UInt32(at);
            var name = bytes.UInt32(at + 4);
            var header = 8;
            if (size == 1) (size, header) = (bytes.UInt64(at + 8), 16);
            else if (size == 0) size = (ulong)(end - at);
            if (size < (ulong)header || size > long.MaxValue / 2) yield break;
            var next = at + (long)size;
            yield return new Mp4Box(bytes, name, at, at + header, Math.Min(next, end), next > end);
            at = next;
        }
    }

    /// <summary>The first box at the end of a path of names, four letters each.</summary>
    public Mp4Box? Find(ReadOnlySpan<byte> path)
    {
        foreach (var box in Boxes)
            if (box.Is(path)) return path.Length == 4 ? box : box.Find(path[4..]);
        return null;
    }
}
