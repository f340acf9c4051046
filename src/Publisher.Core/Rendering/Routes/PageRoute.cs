using Publisher.Rendering.Podcasts;
using Publisher.Rendering.Views;
using Publisher.Text;

namespace Publisher.Rendering.Routes;

/// <summary>The output of a page that has a source file.</summary>
public sealed record PageRoute(SitePath Path, SitePath Source) : Route(Path)
{
    public override string Origin => Source.Value;

    public override SitePath Subject => Source;

    public override void Render(RenderScope scope, Utf8Buffer output)
    {
        var page = scope.Page(Source)!;
        var kind = Content.Kinds.Name(page.Kind);
        PageRenderer.Render(scope, EntryView.Instance.Of(page), output, page.Matter.Layout,
            kind == "page" ? ["page"] : [kind, "page"], LayoutAt(page));
        if (page.Kind != Content.Kind.Episode) return;
        EpisodeAudio.Check(page, scope);
        EpisodeChapters.Problems(page, scope).ForEach(scope.Warn);
        EpisodeTranscript.Check(page, scope);
    }

    /// <summary>Where the layout is named, for what is wrong with it.</summary>
    private static Location LayoutAt(Model.Entry page) => page.Matter.LayoutAt is { Line: > 0 } at ? at : new Location(page.Path);
}
