using Publisher.Content.Podcasts;
using Publisher.Diagnostics;
using Publisher.Model;
using Publisher.Text;

namespace Publisher.Rendering.Podcasts;

/// <summary>Where an episode's sound is and what was measured of it.</summary>
internal static class EpisodeAudio
{
    /// <summary>What an episode plays; null of any other page.</summary>
    public static Audio? Played(Entry page, RenderScope scope) =>
        scope.Read(page, Field.Kind).Kind == Content.Kind.Episode && Of(page, scope) is { Url.Length: > 0 } audio
            ? audio
            : null;

    /// <summary>An episode that nobody can hear is not published: apps would keep the dead address.</summary>
    public static void Check(Entry page, RenderScope scope)
    {
        if (!EpisodeFiles.HasSound(page)) return;
        var url = page.Audio!.Url;
        var at = Episode.AddressAt(page.Matter) ?? new Location(page.Path);
        if (EpisodeFiles.Sound(page, page.Audio, scope) is { IsNone: true } none)
            scope.Report(none.Problems[0] with { At = at });
        if (!EpisodeFiles.LacksSound(page, scope)) return;
        scope.Report(Messages.NoSoundFile(at, url,
            scope.Files.NamesNear(EpisodeFiles.Source(page, Percent.Decode(url), scope.Settings))
                .Select(name => url[..(url.LastIndexOf('/') + 1)] + name)));
    }

    /// <summary>Chapters that are written into the published copy make it longer.</summary>
    public static Audio? Published(Entry page, RenderScope scope)
    {
        var audio = Of(page, scope);
        if (audio is null || EpisodeSound.ToEmbedIn(page, scope.Settings, scope.Files.Has) is not { } file) return audio;
        return EpisodeSound.Of(page, file, scope) is { } copy ? audio with { Bytes = scope.Files.LengthOf(copy) } : audio;
    }

    /// <summary>A sound that is one of the site's files is measured, whatever its front matter says.</summary>
    public static Audio? Of(Entry page, RenderScope scope)
    {
        if (scope.Read(page, Field.All).Audio is not { } audio) return null;
        if (audio.Url.Length == 0) return audio;
        var own = EpisodeFiles.Sound(page, audio, scope);
        audio = audio with { Url = scope.Address(page, audio.Url), Bytes = own?.File.Length ?? audio.Bytes };
        return own?.Facts is { } facts ? audio with { Type = facts.Type, Seconds = (int)Math.Round(facts.Duration) } : audio;
    }
}
