using Publisher.Content.Podcasts;
using Publisher.Media;
using Publisher.Model;
using Publisher.Rendering.Podcasts;
using Publisher.Scriban.Checks;
using Publisher.Scriban.Values;

namespace Publisher.Rendering.Views;

/// <summary>A chapter as templates see it, with the address at which its page's sound begins to play there.</summary>
internal sealed record PlayableChapter(Chapter Chapter, Entry Page, string Sound);

/// <summary>What templates see of an episode's chapters.</summary>
internal sealed class ChapterView() : View<PlayableChapter>("chapter",
    Member("start", (item, _) => Value.FromDouble(item.Chapter.Start), () => Shape.Number),
    Text("time", (item, _) => Timestamp.Short(item.Chapter.Start)),
    Text("exact", (item, _) => Timestamp.Exact(item.Chapter.Start)),
    Text("title", (item, _) => item.Chapter.Title),
    Text("url", (item, scope) => item.Chapter.Url is { } url ? scope.Address(item.Page, url) : null),
    Text("image", (item, scope) => item.Chapter.Image is { } image ? scope.Address(item.Page, image) : null),
    Text("moment", (item, _) => $"{item.Sound}#t={Moment.Seconds(item.Chapter.Start)}"))
{
    public static ChapterView Instance { get; } = new();

    public static Value Of(Entry page, RenderScope scope)
    {
        var sound = EpisodeAudio.Played(page, scope)?.Url ?? "";
        return Instance.List(EpisodeChapters.Of(page, scope).Select(chapter => new PlayableChapter(chapter, page, sound)));
    }

    /// <summary>Null for a page without chapters.</summary>
    public static string? UrlOf(Entry page, RenderScope scope) => EpisodeChapters.Of(page, scope).IsEmpty
        ? null
        : EpisodeFiles.AddressOf(EpisodeFiles.Chapters(scope.Read(page, Field.Url)), scope);
}
