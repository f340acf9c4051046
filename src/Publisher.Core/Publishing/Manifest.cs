using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Publisher.Stores;
using Publisher.Text;

namespace Publisher.Publishing;

/// <summary>
/// What the last publish knows of an object it wrote. Without a hash it is in doubt: somebody was, or is, about to write it.
/// </summary>
public readonly record struct ManifestEntry(ContentHash? Hash, long Length, Stamp Headers)
{
    public static ManifestEntry InDoubt => default;
}

/// <summary>
/// The record which a publish leaves in the bucket: what it wrote, so that the next one knows without asking what changed and
/// what it may delete, and which URLs some cache still has to forget.
/// </summary>
public sealed record Manifest
{
    public static readonly SitePath Path = new(".publisher/manifest.json");

    public static readonly ObjectHeaders ObjectHeaders = new("application/json; charset=utf-8", "private, no-store");

    private const int Version = 1;

    public static Manifest Empty { get; } = new();

    /// <summary>Which publish wrote it: two that write the same objects are still told apart.</summary>
    public string By { get; init; } = "";

    public DateTimeOffset At { get; init; }

    public ImmutableSortedDictionary<SitePath, ManifestEntry> Objects { get; init; } =
        ImmutableSortedDictionary<SitePath, ManifestEntry>.Empty;

    /// <summary>Objects that changed while a cache could not be told.</summary>
    public ImmutableSortedSet<SitePath> Owed { get; init; } = [];

    /// <summary>The same, but with these objects in doubt: nobody may rely on what they hold.</summary>
    public Manifest Doubting(IEnumerable<SitePath> paths) =>
        this with { Objects = Objects.SetItems(paths.Select(path => KeyValuePair.Create(path, ManifestEntry.InDoubt))) };

    public byte[] ToJson()
    {
        var objects = new SortedDictionary<string, EntryJson>(StringComparer.Ordinal);
        foreach (var (path, entry) in Objects)
            objects[path.Value] = new(entry.Hash?.ToString(), entry.Length, entry.Headers.IsNone ? null : $"{entry.Headers}");
        var json = new ManifestJson(Version, By, At, objects, Owed.IsEmpty ? null : [.. Owed.Select(path => path.Value)]);
        return JsonSerializer.SerializeToUtf8Bytes(json, ManifestJsonContext.Default.ManifestJson);
    }

    /// <summary>Null when the bytes are no manifest.</summary>
    /// <param name="newer">Whether it is one of a later version, which must not be overwritten.</param>
    public static Manifest? FromJson(ReadOnlySpan<byte> bytes, out bool newer)
    {
        newer = false;
        try
        {
            var json = JsonSerializer.Deserialize(bytes, ManifestJsonContext.Default.ManifestJson);
            newer = json?.Version > Version;
            if (json?.Version != Version || json.Objects is null) return null;
            var objects = ImmutableSortedDictionary.CreateBuilder<SitePath, ManifestEntry>();
            foreach (var (path, entry) in json.Objects)
                objects[new SitePath(path)] = new(ContentHash.Parse(entry.Hash), entry.Length, ParseStamp(entry.Headers));
            var owed = (json.Owed ?? []).Select(path => new SitePath(path));
            return new() { By = json.By ?? "", At = json.At, Objects = objects.ToImmutable(), Owed = [.. owed] };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Stamp ParseStamp(string? text) =>
        ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? new(value)
            : Stamp.None;
}

/// <summary>The manifest as it stands in the bucket; short names, for a site may have a hundred thousand objects.</summary>
internal sealed record ManifestJson(
    [property: JsonPropertyName("version")] int Version,
    [property: JsonPropertyName("by")] string? By,
    [property: JsonPropertyName("at")] DateTimeOffset At,
    [property: JsonPropertyName("objects")] SortedDictionary<string, EntryJson>? Objects,
    [property: JsonPropertyName("owed")] string[]? Owed);

/// <summary>One object: h = MD5, n = length in bytes, s = stamp of its headers.</summary>
internal sealed record EntryJson(
    [property: JsonPropertyName("h")] string? Hash,
    [property: JsonPropertyName("n")] long Length,
    [property: JsonPropertyName("s")] string? Headers);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(ManifestJson))]
internal sealed partial class ManifestJsonContext : JsonSerializerContext;
