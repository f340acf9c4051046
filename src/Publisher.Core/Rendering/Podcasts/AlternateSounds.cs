using System.Collections.Immutable;
using Publisher.Content.Podcasts;
using Publisher.Model;
using Publisher.Text;

namespace Publisher.Rendering.Podcasts;

/// <summary>Another form of an episode as a feed offers it.</summary>
internal sealed record OfferedAlternate(Alternate Said, string Url, string Type, long Bytes, int Bitrate);

/// <summary>What is known of the other forms of an episode: measured where they are the site's own files.</summary>
internal static class AlternateSounds
{
    public static ImmutableArray<OfferedAlternate> Of(Entry page, RenderScope scope) =>
        [.. Alternate.ListOf(scope.Extra(page, Alternate.Key), []).Select(one => Of(page, one, scope))
            .OfType<OfferedAlternate>()];

    private static OfferedAlternate? Of(Entry page, Alternate said, RenderScope scope)
    {
        var own = FileOf(page, said, scope);
        if (own is null && !Urls.IsExternal(said.Path)) return null;
        if (TypeOf(said, own) is not { } type) return null;
        return new OfferedAlternate(said, scope.Address(page, said.Path),
            type, own?.File.Length ?? said.Bytes, own?.Facts?.Bitrate ?? said.Bitrate);
    }

    /// <summary>By which apps choose; null where nobody says it.</summary>
    public static string? TypeOf(Alternate said, MeasuredSound? own) => said.Type ?? OfName(said.Path) ?? own?.Facts?.Type;

    /// <summary>Other forms may have pictures, or be what an episode's main sound should not be.</summary>
    private static string? OfName(string path) => Path.GetExtension(path.Split('?', '#')[0]).ToLowerInvariant() switch
    {
        ".mp3" => "audio/mpeg", ".m4a" or ".m4b" => "audio/x-m4a", ".aac" => "audio/aac", ".flac" => "audio/flac",
        ".ogg" or ".oga" or ".opus" => "audio/ogg", ".wav" => "audio/wav", ".m3u8" => "application/vnd.apple.mpegurl",
        ".mp4" => "video/mp4", ".m4v" => "video/x-m4v", ".mov" => "video/quicktime", ".webm" => "video/webm", _ => null,
    };

    /// <summary>Null where it is elsewhere, or not there.</summary>
    public static MeasuredSound? FileOf(Entry page, Alternate said, RenderScope scope) =>
        !Urls.IsExternal(said.Path) && scope.Link(page, said.Path) is
            { Fault: LinkFault.None, IsLocal: true, Target: { IsRoot: false } file } && scope.Files.Has(file)
            ? scope.Files.Sound(file)
            : null;
}
