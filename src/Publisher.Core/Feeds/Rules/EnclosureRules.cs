using System.Collections.Immutable;
using System.Globalization;
using Publisher.Diagnostics;

namespace Publisher.Feeds.Rules;

/// <summary>What the sound file of an episode must say of itself.</summary>
internal static class EnclosureRules
{
    /// <summary>What Apple plays, by the extension of the address: that decides, not the type.</summary>
    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".mp3"] = "audio/mpeg", [".m4a"] = "audio/x-m4a", [".mp4"] = "video/mp4", [".m4v"] = "video/x-m4v",
        [".mov"] = "video/quicktime", [".pdf"] = "application/pdf",
    };

    /// <summary>Other names of the same.</summary>
    private static readonly Dictionary<string, string> Aliases = new()
    {
        ["audio/mp3"] = "audio/mpeg", ["audio/x-mp3"] = "audio/mpeg", ["audio/x-mpeg"] = "audio/mpeg",
        ["audio/mpeg3"] = "audio/mpeg",
        ["audio/mp4"] = "audio/x-m4a", ["audio/m4a"] = "audio/x-m4a", ["audio/aac"] = "audio/x-m4a",
        ["video/m4v"] = "video/x-m4v",
    };

    public static ImmutableArray<FeedRule> All { get; } =
    [
        new("PB0953", "Apple", FeedScope.Podcast, Missing,
            "An episode has an enclosure."),
        new("PB0954", "RSS Board, W3C, Apple", FeedScope.Rss, Whole,
            "An enclosure has a `url`, a `length` and a `type`."),
        new("PB0955", "RSS Board, Apple", FeedScope.Rss, Length,
            "An enclosure's `length` is the file's size in bytes."),
        new("PB0956", "Apple", FeedScope.Podcast, Plausible,
            "An enclosure's size and its duration can belong together."),
        new("PB0957", "good practice", FeedScope.Podcast, Steady,
            "An episode's bitrate is that of the show; where it is not, size or duration is another episode's."),
        new("PB0958", "Apple", FeedScope.Podcast, Playable,
            "The file is an MP3, M4A, MP4, M4V, MOV or PDF, and its address ends so."),
        new("PB0959", "Apple", FeedScope.Podcast, Matching,
            "The type is that of the address's extension."),
        new("PB0960", "Apple", FeedScope.Podcast, SameFile,
            "No two episodes have the same enclosure: all but one are ignored."),
    ];

    private static void Missing(FeedInspection its)
    {
        foreach (var item in its.Feed.Items)
            if (item.Enclosure is null) its.Report(Messages.EpisodeWithoutEnclosure(item.At), item, "audio");
    }

    private static void Whole(FeedInspection its)
    {
        foreach (var (enclosure, item) in its.All("enclosure"))
            foreach (var name in new[] { "url", "length", "type" })
                if (enclosure.Attribute(name) is not { Value.Length: > 0 })
                    its.Report(Messages.EnclosureWithout(enclosure.At, name), item, name == "length" ? "mp3_bytes" : "audio");
    }

    private static void Length(FeedInspection its)
    {
        foreach (var (enclosure, item) in its.All("enclosure"))
        {
            if (enclosure.Attribute("length") is not { Value.Length: > 0 } length) continue;
            if (!long.TryParse(length.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes))
                its.Report(Messages.LengthNoNumber(length.At, length.Value, Digits(length.Value)), item, "mp3_bytes");
            else if (bytes == 0) its.Report(Messages.LengthZero(length.At), item, "mp3_bytes");
        }
    }

    private static string? Digits(string text)
    {
        var digits = text.Replace(",", "").Replace(".", "").Replace("_", "").Replace(" ", "");
        return digits.Length > 0 && digits.All(char.IsAsciiDigit) ? digits : null;
    }

    private static void Plausible(FeedInspection its)
    {
        foreach (var item in its.Feed.Items)
        {
            if (item is not { Bytes: > 0, Seconds: > 0 } || item.Bytes >= (long)item.Seconds * 125) continue;
            var swapped = item.Bytes < int.MaxValue && Bitrate.IsPlausible(item.Seconds, (int)item.Bytes);
            its.Report(Messages.LengthIsDuration(
                item.Enclosure!.Attribute("length")!.At, item.Bytes, item.Seconds, swapped), item, "mp3_bytes");
        }
    }

    private static void Steady(FeedInspection its)
    {
        var items = its.Feed.Items;
        var measured = items.Select(item => (item.Bytes, item.Seconds)).ToArray();
        if (Bitrate.Median(measured) is not { } median || !Bitrate.IsSteady(measured, median)) return;
        for (var i = 0; i < items.Length; i++)
        {
            var item = items[i];
            if (item is not { Bytes: > 0, Seconds: > 0 } || item.Bytes < (long)item.Seconds * 125) continue;
            var bitrate = Bitrate.Of(item.Bytes, item.Seconds);
            if (!Bitrate.IsOff(bitrate, median)) continue;
            its.Report(Messages.OddBitrate(
                item.Enclosure!.Attribute("length")!.At, bitrate, median, Likely(items, measured, i, median)), item, "mp3_bytes");
        }
    }

    private static string? Likely(ImmutableArray<FeedItem> items, (long, int)[] measured, int at, double median)
    {
        if (Bitrate.CopiedFrom(measured, at) is not var (neighbour, isSize)) return null;
        var line = items[neighbour].At.Line;
        return isSize
            ? $"it has the length of the episode on line {line}: about {items[at].Seconds * median / 8:0} bytes are likely"
            : $"it has the duration of the episode on line {line}: about "
                + $"{FeedDuration.Show((int)Math.Min(int.MaxValue, items[at].Bytes * 8 / median))} is likely";
    }

    private static void Playable(FeedInspection its)
    {
        foreach (var item in its.Feed.Items)
            if (item.Enclosure?.Attribute("url") is { Value.Length: > 0 } url && !Types.ContainsKey(ExtensionOf(url.Value)))
                its.Report(Messages.UnplayableFile(url.At, ExtensionOf(url.Value), Types.Keys), item, "audio");
    }

    private static void Matching(FeedInspection its)
    {
        foreach (var item in its.Feed.Items)
        {
            if (item.Enclosure?.Attribute("type") is not { Value.Length: > 0 } type) continue;
            if (!Types.TryGetValue(ExtensionOf(item.EnclosureUrl), out var right) || type.Value == right) continue;
            // An .mp4 may well hold sound alone.
            if (Aliases.GetValueOrDefault(type.Value) == "audio/x-m4a" && right == "video/mp4") continue;
            its.Report(Messages.WrongEnclosureType(type.At, type.Value, ExtensionOf(item.EnclosureUrl), right), item, "audio");
        }
    }

    private static void SameFile(FeedInspection its)
    {
        var seen = new Dictionary<string, FeedItem>(StringComparer.Ordinal);
        foreach (var item in its.Feed.Items)
            if (item.EnclosureUrl.Length > 0 && !seen.TryAdd(item.EnclosureUrl, item))
                its.Report(Messages.SameEnclosure(item.Enclosure!.Attribute("url")!.At, item.EnclosureUrl,
                    its.Called(seen[item.EnclosureUrl], seen[item.EnclosureUrl].At)), item, "audio");
    }

    private static string ExtensionOf(string url)
    {
        var path = url.Split('?', '#')[0];
        var name = path[(path.LastIndexOf('/') + 1)..];
        var dot = name.LastIndexOf('.');
        return dot < 0 ? "" : name[dot..];
    }
}
