using System.Collections.Immutable;
using System.Text;

namespace Publisher.Media;

/// <summary>
/// The chapters in an MPEG-4 file: a track of texts, as QuickTime has them, else Nero's list, which has at most 255.
/// </summary>
internal static class Mp4Chapters
{
    private const int Most = 10_000;

    public static ImmutableArray<Chapter> Read(Mp4Box movie, Mp4Track sound, List<Mp4Track> tracks)
    {
        foreach (var id in sound.ChapterTracks)
            if (tracks.Find(track => track.Id == id && track.Handler is Mp4Track.Text or Mp4Track.Subtitle) is { } texts
                && FromTrack(texts) is { Length: > 0 } chapters)
                return chapters;
        return movie.Find("udtachpl"u8) is { } list ? FromList(list) : [];
    }

    private static ImmutableArray<Chapter> FromTrack(Mp4Track texts)
    {
        var chapters = ImmutableArray.CreateBuilder<Chapter>();
        foreach (var sample in Mp4Sample.Of(texts).Take(Most))
        {
            var start = texts.Delay + (double)sample.Start / texts.Scale;
            var title = Title(texts.Box.Bytes, sample);
            chapters.Add(new Chapter(start, title) { End = start + (double)sample.Duration / texts.Scale });
        }
        return chapters.DrainToImmutable();
    }

    /// <summary>Its length in two bytes, then UTF-8, or UTF-16 with a byte order mark.</summary>
    private static string Title(FileBytes bytes, Mp4Sample sample)
    {
        if (sample.Size < 2) return "";
        var text = bytes.At(sample.Offset + 2, (int)Math.Min(bytes.UInt16(sample.Offset), sample.Size - 2));
        return (text switch
        {
            [0xFE, 0xFF, .. var wide] => Encoding.BigEndianUnicode.GetString(wide),
            [0xFF, 0xFE, .. var wide] => Encoding.Unicode.GetString(wide),
            _ => Encoding.UTF8.GetString(text),
        }).Trim('\0', ' ');
    }

    /// <summary>Starts in units of 100 ns, and titles with their length in a byte.</summary>
    private static ImmutableArray<Chapter> FromList(Mp4Box list)
    {
        const double UnitsInSecond = 1e7;
        var bytes = list.Bytes;
        var at = list.Body + (list.Version == 0 ? 4 : 8);
        var chapters = new List<Chapter>();
        for (int left = bytes.Byte(at++); left > 0 && at + 9 <= list.End; left--)
        {
            var start = bytes.UInt64(at) / UnitsInSecond;
            int length = bytes.Byte(at + 8);
            if (start > Mp4.LongestSound || at + 9 + length > list.End) break;
            chapters.Add(new Chapter(start, Encoding.UTF8.GetString(bytes.At(at + 9, length)).Trim('\0', ' ')));
            at += 9 + length;
        }
        return [.. chapters.OrderBy(chapter => chapter.Start)];
    }
}
