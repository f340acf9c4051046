using System.Collections.Immutable;

namespace Publisher.Media;

/// <summary>The chapters in ID3 tags: frames CHAP and CTOC (ID3v2 Chapter Frame Addendum).</summary>
public static class Id3Chapters
{
    private const int MostChapters = 10_000, LongestText = 16 * 1024;

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
