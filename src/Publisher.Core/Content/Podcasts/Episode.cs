using System.Globalization;
using Publisher.Configuration;
using Publisher.Media;
using Publisher.Text;

namespace Publisher.Content.Podcasts;

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
    /// <c>mp3_duration</c>; else from the show's pattern <c>audio_url</c>. Null without any of them.
    /// </summary>
    /// <param name="fill">Puts the page's values into the pattern; null where it lacks one that tells files apart.</param>
    public static Audio? AudioOf(Matter matter, Func<string, string?> fill)
    {
        var extra = matter.Extra;
        var map = extra.Find("audio") as MappingNode;
        var url = map?.Find("url").TextOrNull() ?? (extra.Find("audio").IsWords() ? extra.Find("audio").TextOrNull() : null)
            ?? extra.Find("mp3").TextOrNull();
        if (url is null && extra.Find("audio_url").TextOrNull() is { } pattern) url = fill(pattern);
        if (Urls.IsScript(url)) url = null;
        var bytes = Fact(matter, "bytes")?.Value.TextOrNull();
        var duration = Fact(matter, "duration")?.Value.TextOrNull();
        if (url is null && bytes is null && duration is null) return null;
        var type = map?.Find("type").TextOrNull() ?? TypeOf(url ?? "");
        return new Audio(url ?? "", type, BytesOf(bytes) ?? 0, (int)Math.Round(Timestamp.Seconds(duration) ?? 0));
    }

    /// <summary>Where front matter tells the <c>bytes</c>, the <c>duration</c> or the <c>type</c> of the sound.</summary>
    internal static KeyValuePair<ScalarNode, DataNode>? Fact(Matter matter, string name)
    {
        var extra = matter.Extra;
        return Entry(extra.Find("audio") as MappingNode, name) ?? Entry(extra, "mp3_" + name) ?? Entry(extra, "audio_" + name);

        static KeyValuePair<ScalarNode, DataNode>? Entry(MappingNode? map, string key)
        {
            foreach (var entry in map?.Entries ?? [])
                if (entry.Key.Text == key) return entry;
            return null;
        }
    }

    /// <summary>Where front matter says where the sound is; null when it does not.</summary>
    internal static Location? AddressAt(Matter matter)
    {
        var extra = matter.Extra;
        var node = (extra.Find("audio") as MappingNode)?.Find("url") ?? extra.Find("audio") as ScalarNode
            ?? extra.Find("mp3") ?? extra.Find("audio_url");
        return node?.At;
    }

    /// <summary>From <c>episode</c> or <c>number</c>, else the number that leads the slug.</summary>
    public static int? NumberOf(Matter matter, string slug)
    {
        if (WholeOf((matter.Extra.Find("episode") ?? matter.Extra.Find("number")).TextOrNull()) is { } said) return said;
        var digits = slug.AsSpan();
        var end = digits.IndexOfAnyExceptInRange('0', '9');
        return end > 0 && digits[end] == '-' && int.TryParse(digits[..end], out var number) ? number : null;
    }

    public static int? SeasonOf(Matter matter) => WholeOf(matter.Extra.Find("season").TextOrNull());

    /// <summary>The number of an episode or a season: none is below zero.</summary>
    internal static int? WholeOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Of <c>55012345</c>, also with <c>,</c> or <c>_</c> between the thousands.</summary>
    internal static long? BytesOf(string? text) =>
        long.TryParse(text?.Replace(",", "").Replace("_", ""), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
            ? bytes
            : null;

    internal static string TypeOf(string url) => Path.GetExtension(url.Split('?', '#')[0]).ToLowerInvariant() switch
    {
        ".m4a" or ".mp4" or ".m4b" => "audio/x-m4a",
        ".ogg" or ".opus" => "audio/ogg",
        ".wav" => "audio/wav",
        _ => "audio/mpeg",
    };
}
