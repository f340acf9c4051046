using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Publisher.Media;

/// <summary>Writes chapters as frames of an ID3 tag: a table of contents, and a frame for each.</summary>
internal static class Id3ChapterFrames
{
    /// <summary>A table counts its entries in a byte, so that more of them take tables of a table.</summary>
    private const int MostInTable = 255;

    public static byte[] Of(int version, ImmutableArray<Chapter> chapters, double duration)
    {
        var frames = new MemoryStream();
        var sorted = chapters.OrderBy(chapter => chapter.Start).Take(MostInTable * MostInTable).ToArray();
        if (sorted.Length == 0) return [];
        var tables = Enumerable.Range(0, sorted.Length).Select(i => Name("chp", i)).Chunk(MostInTable).ToArray();
        if (tables.Length == 1) Table(frames, version, "toc", isTop: true, tables[0]);
        else
        {
            Table(frames, version, "toc", isTop: true, [.. tables.Select((_, i) => Name("toc", i))]);
            for (var i = 0; i < tables.Length; i++) Table(frames, version, Name("toc", i), isTop: false, tables[i]);
        }
        for (var i = 0; i < sorted.Length; i++)
        {
            var next = i + 1 < sorted.Length ? sorted[i + 1].Start : duration;
            Entry(frames, version, Name("chp", i), sorted[i], Math.Max(sorted[i].End ?? next, sorted[i].Start));
        }
        return frames.ToArray();
    }

    private static void Table(MemoryStream frames, int version, string name, bool isTop, string[] entries)
    {
        const byte Top = 2, Ordered = 1;
        Frame(frames, version, "CTOC",
        [
            .. Latin(name), (byte)(isTop ? Top | Ordered : Ordered), (byte)entries.Length, .. entries.SelectMany(Latin),
        ]);
    }

    private static void Entry(MemoryStream frames, int version, string name, Chapter chapter, double end)
    {
        var parts = new MemoryStream();
        Frame(parts, version, "TIT2", Id3Text.Write(version, chapter.Title));
        if (chapter.Url is { Length: > 0 } url) Frame(parts, version, "WXXX", [0, 0, .. Encoding.Latin1.GetBytes(url)]);
        if (!chapter.Picture.IsEmpty)
        {
            const byte OtherThanCover = 0;
            Frame(parts, version, "APIC",
                [0, .. Latin(Artwork.TypeOf(chapter.Picture.Span) ?? ""), OtherThanCover, 0, .. chapter.Picture.Span]);
        }
        // All ones: where in the file it begins is not told, only when.
        Frame(frames, version, "CHAP",
        [
            .. Latin(name), .. Milliseconds(chapter.Start), .. Milliseconds(end), .. Enumerable.Repeat((byte)0xFF, 8),
            .. parts.ToArray(),
        ]);
    }

    private static void Frame(MemoryStream frames, int version, string name, byte[] body)
    {
        frames.Write(Id3Frame.Head(version, name, body.Length));
        frames.Write(body);
    }

    private static string Name(string kind, int index) => kind + index.ToString(CultureInfo.InvariantCulture);

    private static byte[] Latin(string name) => [.. Encoding.Latin1.GetBytes(name), 0];

    private static byte[] Milliseconds(double seconds)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)Math.Clamp(Math.Round(seconds * 1000), 0, uint.MaxValue - 1));
        return bytes;
    }
}
