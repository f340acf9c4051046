using System.Collections.Immutable;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Media;

/// <summary>The chapters in ID3 tags: frames CHAP and CTOC (ID3v2 Chapter Frame Addendum).</summary>
public static class Id3Chapters
{
    private const int MostChapters = 10_000, LongestText = 16 * 1024;

    /// <summary>
    /// The bytes with which a copy of an MP3 file begins that has these chapters and no others, and where in the file the rest of
    /// the copy stands, byte for byte; null, and a problem that says why, when that cannot be.
    /// </summary>
    /// <param name="sound">Stands where the file begins.</param>
    /// <param name="duration">Of the sound, in seconds: where the last chapter ends.</param>
    public static (byte[] Bytes, long From)? Head(
        SitePath file, Stream sound, ImmutableArray<Chapter> chapters, double duration, ICollection<Diagnostic> problems)
    {
        const int LargestTag = (1 << 28) - 1;
        var bytes = new FileBytes(sound);
        var tag = Id3Tag.Read(bytes, 0);
        if ((Mp4.IsOne(bytes) ? "this is no MP3 file" : tag is null ? null : WhyNot(tag)) is { } why) return Refuse(why);

        var version = tag?.Version ?? 4;
        Id3Frame[] kept = tag is null ? [] : [.. tag.Frames.Where(frame => frame.Name is not ("CHAP" or "CTOC"))];
        var added = Id3ChapterFrames.Of(version, chapters, duration);
        var size = kept.Sum(frame => frame.End - frame.Start) + added.Length;
        if (size > LargestTag) return Refuse("its tag would become larger than a tag can be");

        using var head = new MemoryStream();
        head.Write([.. "ID3"u8, (byte)version, 0, 0, .. Id3Tag.SyncSafe(size)]);
        foreach (var frame in kept) frame.CopyTo(head);
        head.Write(added);
        return (head.ToArray(), Math.Min(tag?.After ?? 0, bytes.Length)); // a tag may say that it goes on behind the end

        (byte[], long)? Refuse(string reason)
        {
            problems.Add(Messages.NoRoomForChapters(new Location(file), reason));
            return null;
        }
    }

    private static string? WhyNot(Id3Tag tag)
    {
        if (tag.Version == 2) return "its tag is of version 2.2, which has no chapters";
        if (!tag.IsReadable) return "its tag is too large to be rewritten";
        var end = tag.Frames.Select(frame => frame.End).DefaultIfEmpty(tag.Start).Last();
        return end < tag.End && tag.Bytes.Byte(end) != 0 ? "its tag is broken" : null;
    }

    /// <summary>In the order of their starts.</summary>
    internal static ImmutableArray<Chapter> Read(Id3Tag tag)
    {
        var chapters = new List<Chapter>();
        foreach (var frame in tag.Frames)
            if (frame.Name == "CHAP" && chapters.Count < MostChapters && ReadOne(frame) is { } chapter) chapters.Add(chapter);
        return [.. chapters.OrderBy(chapter => chapter.Start)];
    }

    private static Chapter? ReadOne(Id3Frame frame)
    {
        if (frame.Open() is not var (bytes, start, end)) return null;
        const int LongestId = 256, Times = 16;
        var id = bytes.At(start, (int)Math.Min(LongestId, end - start)).IndexOf((byte)0);
        if (id < 0 || start + id + 1 + Times > end) return null;
        var times = start + id + 1;
        var (from, to) = (bytes.UInt32(times), bytes.UInt32(times + 4));
        string title = "", url = "";
        foreach (var part in Id3Frame.In(bytes, frame.Version, times + Times, end, false))
        {
            if (part.Name is not ("TIT2" or "WXXX") || part.Open() is not var (source, at, until)) continue;
            var text = source.At(at, (int)Math.Min(LongestText, until - at));
            if (text.IsEmpty) continue;
            var first = Id3Text.Read(text[0], text[1..], out var rest);
            if (part.Name == "TIT2") title = first.Trim();
            else url = Id3Text.Read(0, rest, out _).Trim();
        }
        return new Chapter(from / 1000.0, title)
        {
            End = to > from && to != uint.MaxValue ? to / 1000.0 : null,
            Url = url.Length > 0 ? url : null,
        };
    }
}
