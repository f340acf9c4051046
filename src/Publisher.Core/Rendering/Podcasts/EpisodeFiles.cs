using Publisher.Configuration;
using Publisher.Content.Podcasts;
using Publisher.Content;
using Publisher.Model;
using Publisher.Text;

namespace Publisher.Rendering.Podcasts;

/// <summary>Where the files of an episode are: those of its author, and those that are made beside its page.</summary>
internal static class EpisodeFiles
{
    /// <summary>Whether it is an episode with something to play, as far as that is known before anything is rendered.</summary>
    public static bool HasSound(Entry entry) =>
        entry is { Kind: Kind.Episode, IsSectionIndex: false, Audio.Url.Length: > 0 };

    public static bool MayHaveChapters(Entry entry) =>
        !EpisodeChapters.AreRefused(entry.Matter.Extra.Find(EpisodeChapters.Key))
        && (entry.Card.Mentions.HasFlag(Mentions.Times) || entry.Matter.Extra.Find(EpisodeChapters.Key) is not null
            || HasOwnSound(entry));

    /// <summary>Whether the sound is one of the site's files, which may have chapters in it.</summary>
    private static bool HasOwnSound(Entry entry) =>
        entry.Audio is { Url: var url } && !Urls.IsExternal(url);

    public const string ChaptersName = "chapters.json";

    public static SitePath Chapters(Entry entry) => entry.Beside(ChaptersName);

    /// <summary>The sound as one of the site's files; null when it is elsewhere.</summary>
    /// <param name="audio">With its address as it is written.</param>
    public static MeasuredSound? Sound(Entry entry, Audio audio, RenderScope scope) =>
        scope.Link(entry, audio.Url) is { IsLocal: true, Target: { IsRoot: false } file } ? scope.Files.Sound(file) : null;

    /// <summary>Whether an address below the site's root, or beside the page, leads to nothing that could be played.</summary>
    public static bool LacksSound(Entry entry, RenderScope scope)
    {
        if (!HasSound(entry) || Urls.IsExternal(entry.Audio!.Url)) return false;
        var link = scope.Link(entry, entry.Audio.Url);
        return link.Fault != LinkFault.None || link.Url.EndsWith('/') || scope.Page(link.Target) is not null;
    }

    /// <summary>The address of an output that is made beside a page; null when there is none.</summary>
    public static string? AddressOf(SitePath output, RenderScope scope) =>
        scope.HasOutput("/" + output.Value) ? scope.Address("/" + output.Value) : null;

    /// <summary>A file as front matter names it: from the page's own folder, or from the content's root.</summary>
    public static SitePath Source(Entry entry, string path, Settings settings) =>
        path.StartsWith('/') ? settings.Content.Combine(path[1..]) : entry.Path.Parent.Combine(path);
}
