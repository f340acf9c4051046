using System.Globalization;
using Publisher.Configuration;
using Publisher.Media;

namespace Publisher.Content;

/// <summary>An episode's sound file, as its front matter tells it: where it is, how many bytes, how long.</summary>
public sealed record Audio(string Url, string Type, long Bytes, int Seconds)
{
    /// <summary>As listeners read it: 57:10, or 1:02:33.</summary>
    public string Duration => Timestamp.Short(Seconds);
}

/// <summary>Finds what front matter says of an episode, in the spellings that podcast sites use.</summary>
public static class Episode
{
    /// <summary>
    /// From <c>audio</c> (an address, or a mapping of <c>url bytes duration type</c>) or <c>mp3</c>, with <c>mp3_bytes</c> and
    /// <c>mp3_duration</c>; else from the section's pattern <c>audio_url</c>, in which <c>:number</c> is the episode's. Null
    /// without any of them.
    /// </summary>
    public static Audio? AudioOf(Matter matter, string slug)
    {
        var extra = matter.Extra;
        var map = extra.Find("audio") as MappingNode;
        var url = Text(map?.Find("url")) ?? Text(extra.Find("audio")) ?? Text(extra.Find("mp3"));
        var number = NumberOf(matter, slug);
        url ??= Text(extra.Find("audio_url"))
            ?.Replace(":number", number?.ToString(CultureInfo.InvariantCulture) ?? "").Replace(":slug", slug);
        var bytes = Text(map?.Find("bytes") ?? extra.Find("mp3_bytes") ?? extra.Find("audio_bytes"));
        var duration = Text(map?.Find("duration") ?? extra.Find("mp3_duration") ?? extra.Find("audio_duration"));
        if (url is null && bytes is null && duration is null) return null;
        var type = Text(map?.Find("type")) ?? TypeOf(url ?? "");
        return new Audio(url ?? "", type, BytesOf(bytes) ?? 0, (int)Math.Round(Timestamp.Seconds(duration) ?? 0));
    }

    /// <summary>From <c>episode</c> or <c>number</c>, else the number that leads the slug.</summary>
    public static int? NumberOf(Matter matter, string slug)
    {
        if (int.TryParse(Text(matter.Extra.Find("episode") ?? matter.Extra.Find("number")), out var number)) return number;
        var digits = slug.AsSpan();
        var end = digits.IndexOfAnyExceptInRange('0', '9');
        return end > 0 && digits[end] == '-' && int.TryParse(digits[..end], out number) ? number : null;
    }

    public static int? SeasonOf(Matter matter) => int.TryParse(Text(matter.Extra.Find("season")), out var season) ? season : null;

    /// <summary>From <c>guests</c>, or the flat keys <c>guest</c>, <c>guest_2</c>, <c>guest_3</c>…</summary>
    public static IEnumerable<string> GuestsOf(Matter matter)
    {
        ReadOnlySpan<DataNode> guests = matter.Extra.Find("guests") switch
        {
            SequenceNode many => many.Items.AsSpan(),
            ScalarNode one => [one],
            _ => [],
        };
        var names = new List<string>();
        foreach (var guest in guests)
            if ((Text(guest) ?? Text((guest as MappingNode)?.Find("name"))) is { Length: > 0 } name) names.Add(name);
        if (names.Count > 0) return names;
        return Enumerable.Range(1, 9)
            .Select(i => Text(matter.Extra.Find(i == 1 ? "guest" : $"guest_{i}")))
            .OfType<string>().Where(name => name.Length > 0);
    }

    /// <summary>Of <c>55012345</c>, also with <c>,</c> or <c>_</c> between the thousands.</summary>
    internal static long? BytesOf(string? text) =>
        long.TryParse(text?.Replace(",", "").Replace("_", ""), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
            ? bytes
            : null;

    private static string TypeOf(string url) => Path.GetExtension(url.Split('?', '#')[0]).ToLowerInvariant() switch
    {
        ".m4a" or ".mp4" or ".m4b" => "audio/x-m4a",
        ".ogg" or ".opus" => "audio/ogg",
        ".wav" => "audio/wav",
        _ => "audio/mpeg",
    };

    private static string? Text(DataNode? node) => node is ScalarNode { IsNull: false } scalar ? scalar.Text : null;
}
