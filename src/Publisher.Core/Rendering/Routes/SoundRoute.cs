using Publisher.Rendering.Podcasts;
using Publisher.Stores;
using Publisher.Text;

namespace Publisher.Rendering.Routes;

/// <summary>A copy of an episode's sound file that has the episode's chapters in it.</summary>
/// <param name="Page">The episode's source.</param>
public sealed record SoundRoute(SitePath Path, SitePath Source, SitePath Page) : Route(Path)
{
    public override OutputRole Role => OutputRole.Asset;

    public override string Origin => Source.Value;

    public override void Render(RenderScope scope, Utf8Buffer output)
    {
        if (EpisodeSound.Of(scope.Page(Page)!, Source, scope) is not { } copy) return;
        var (head, rest) = copy.Head(scope.Warn);
        output.Write(head);
        scope.Rest = rest;
    }
}
