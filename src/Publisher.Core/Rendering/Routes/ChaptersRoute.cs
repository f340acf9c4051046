using Publisher.Media;
using Publisher.Rendering.Podcasts;
using Publisher.Stores;
using Publisher.Text;

namespace Publisher.Rendering.Routes;

/// <summary>An episode's chapters for players, as JSON.</summary>
public sealed record ChaptersRoute(SitePath Path, SitePath Source) : Route(Path)
{
    public override OutputRole Role => OutputRole.Feed;

    public override string Origin => "the chapters of " + Source;

    public override void Render(RenderScope scope, Utf8Buffer output)
    {
        scope.AbsoluteUrls = true;
        var page = scope.Page(Source)!;
        var chapters = EpisodeChapters.WithSilent(page, scope).Select(chapter => chapter with
        {
            Url = chapter.Url is { } url ? scope.Address(page, url) : null,
            Image = chapter.Image is { } image ? scope.Address(page, image) : null,
        });
        chapters.WriteJson(output);
        output.Write("\n"u8);
    }
}
