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
        return new OfferedAlternate(said, scope.Address(page, said.Path),
            said.Type ?? OfVideo(said.Path) ?? own?.Facts?.Type ?? Episode.TypeOf(said.Path), own?.File.Length ?? said.Bytes,
            own?.Facts?.Bitrate ?? said.Bitrate);
    }

    private static string? OfVideo(string path) => Path.GetExtension(path.Split('?', '#')[0]).ToLowerInvariant() switch
    {
        ".mp4" => "video/mp4", ".m4v" => "video/x-m4v", ".mov" => "video/quicktime", ".webm" => "video/webm", _ => null,
    };

    /// <summary>Null where it is elsewhere, or not there.</summary>
    public static MeasuredSound? FileOf(Entry page, Alternate said, RenderScope scope) =>
        !Urls.IsExternal(said.Path) && scope.Link(page, said.Path) is
            { Fault: LinkFault.None, IsLocal: true, Target: { IsRoot: false } file } && scope.Files.Has(file)
            ? scope.Files.Sound(file)
            : null;
}
