using System.Buffers.Binary;
using System.Text;

namespace Publisher.Core.Tests.Media;

/// <summary>Builds MPEG-4 files out of boxes: a sound track of one-second samples, in each form that a file can have.</summary>
internal static class Mp4Bytes
{
    public static readonly byte[] Brand = Box("ftyp", [.. "M4A "u8, 0, 0, 0, 0]);

    /// <param name="wide">With headers of version 1, whose times have 64 bits.</param>
    public static byte[] File(int seconds, bool wide = false, byte[]? more = null, byte[]? reference = null)
    {
        var sound = Track(1, "soun", seconds, wide, reference: reference);
        return [.. Brand, .. Box("moov", Header(wide), sound, more ?? []), .. Box("mdat", new byte[seconds * 100])];
    }

    public static byte[] Header(bool wide = false) =>
        wide ? Full("mvhd", 1, 0, [.. new byte[16], .. Number(1000), .. Long(0), .. new byte[80]])
            : Full("mvhd", 0, 0, [.. new byte[8], .. Number(1000), .. Number(0), .. new byte[80]]);

    /// <param name="chunkAt">Where the samples stand, one behind the other.</param>
    /// <param name="sizes">Of each sample; of 100 bytes each without.</param>
    public static byte[] Track(
        int id, string handler, int seconds, bool wide = false, int chunkAt = 0, int[]? sizes = null, byte[]? reference = null, byte[]? edits = null)
    {
        var samples = sizes?.Length ?? seconds;
        var media = wide ? Full("mdhd", 1, 0, [.. new byte[16], .. Number(1000), .. Long(seconds * 1000L), .. new byte[4]])
            : Full("mdhd", 0, 0, [.. new byte[8], .. Number(1000), .. Number(seconds * 1000), .. new byte[4]]);
        var table = Box("stbl",
            Full("stts", 0, 0, [.. Number(1), .. Number(samples), .. Number(samples == 0 ? 0 : seconds * 1000 / samples)]),
            Full("stsc", 0, 0, [.. Number(1), .. Number(1), .. Number(samples), .. Number(1)]),
            Full("stsz", 0, 0, sizes is null ? [.. Number(100), .. Number(samples)] : [.. Number(0), .. Number(samples), .. sizes.SelectMany(Number)]),
            wide ? Full("co64", 0, 0, [.. Number(1), .. Long(chunkAt)]) : Full("stco", 0, 0, [.. Number(1), .. Number(chunkAt)]));
        return Box("trak",
            Full("tkhd", 0, 3, [.. new byte[8], .. Number(id), .. new byte[68]]),
            edits ?? [], reference ?? [],
            Box("mdia", media, Full("hdlr", 0, 0, [.. new byte[4], .. Encoding.ASCII.GetBytes(handler), .. new byte[13]]), Box("minf", table)));
    }

    public static byte[] Edits(params (int Length, int From)[] edits) =>
        Box("edts", Full("elst", 0, 0, [.. Number(edits.Length), .. edits.SelectMany(edit => (byte[])[.. Number(edit.Length), .. Number(edit.From), 0, 1, 0, 0])]));

    public static byte[] ChapterReference(int id) => Box("tref", Box("chap", Number(id)));

    public static byte[] NeroChapters(params (double Start, string Title)[] chapters) =>
        Box("udta", Full("chpl", 1, 0, [.. new byte[4], (byte)chapters.Length, .. chapters.SelectMany(chapter =>
            (byte[])[.. Long((long)(chapter.Start * 1e7)), (byte)Encoding.UTF8.GetByteCount(chapter.Title), .. Encoding.UTF8.GetBytes(chapter.Title)])]));

    public static byte[] Extends(int track, int duration, int size) =>
        Box("mvex", Full("trex", 0, 0, [.. Number(track), .. Number(1), .. Number(duration), .. Number(size), .. Number(0)]));

    /// <param name="durations">Of each sample; the usual one without.</param>
    public static byte[] Fragment(int track, int samples, int[]? durations = null)
    {
        var run = durations is null ? Full("trun", 0, 0, Number(samples))
            : Full("trun", 0, 0x100, [.. Number(samples), .. durations.SelectMany(Number)]);
        return [.. Box("moof", Full("mfhd", 0, 0, Number(1)), Box("traf", Full("tfhd", 0, 0x20000, Number(track)), run)), .. Box("mdat", new byte[samples * 10])];
    }

    public static byte[] Full(string name, byte version, int flags, byte[] body) => Box(name, [version, (byte)(flags >> 16), (byte)(flags >> 8), (byte)flags], body);

    public static byte[] Box(string name, params byte[][] parts)
    {
        var body = Mp3Bytes.Join(parts);
        return [.. Number(body.Length + 8), .. Encoding.ASCII.GetBytes(name), .. body];
    }

    public static byte[] WideBox(string name, byte[] body) => [.. Number(1), .. Encoding.ASCII.GetBytes(name), .. Long(body.Length + 16), .. body];

    public static byte[] Number(int value) => Mp3Bytes.Number(value);

    public static byte[] Long(long value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        return bytes;
    }
}
