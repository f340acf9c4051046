using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Publisher.Media;

/// <summary>
/// Chapters as players want them written beside a sound. Podlove Simple Chapters in feeds have <see cref="Timestamp.Exact"/>.
/// </summary>
public static class ChapterText
{
    /// <summary>Letters of other languages as they are; what JSON cannot hold is escaped all the same.</summary>
    internal static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A file of JSON chapters (Podcasting 2.0, version 1.2.0).</summary>
    public static void WriteJson(this IEnumerable<Chapter> chapters, IBufferWriter<byte> output)
    {
        using var json = new Utf8JsonWriter(output, Readable);
        json.WriteStartObject();
        json.WriteString("version", "1.2.0");
        json.WriteStartArray("chapters");
        foreach (var chapter in chapters.OrderBy(chapter => chapter.Start))
        {
            json.WriteStartObject();
            json.WriteNumber("startTime", Rounded(chapter.Start));
            if (chapter.Title.Length > 0 || !chapter.IsSilent) json.WriteString("title", chapter.Title);
            if (chapter.IsSilent) json.WriteBoolean("toc", false);
            if (chapter.End is { } end) json.WriteNumber("endTime", Rounded(end));
            if (chapter.Url is { } url) json.WriteString("url", url);
            if (chapter.Image is { } image) json.WriteString("img", image);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>
    /// The lines of a description that Apple and Spotify make chapters of: <c>(00:57) Title</c>, all with hours if one has.
    /// Both want the first at 0 and at least three.
    /// </summary>
    public static string ToLines(this IEnumerable<Chapter> chapters)
    {
        var sorted = chapters.OrderBy(chapter => chapter.Start).ToArray();
        var hasHours = sorted.Length > 0 && sorted[^1].Start >= 3600;
        return string.Join('\n', sorted.Select(chapter =>
            $"({Timestamp.Padded(chapter.Start, hasHours)}) {OneLine(chapter.Title)}"));
    }

    private static double Rounded(double seconds) => Math.Round(seconds, 3);

    private static string OneLine(string title) =>
        string.Join(' ', title.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}
