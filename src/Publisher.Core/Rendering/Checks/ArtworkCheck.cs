using Publisher.Configuration;
using Publisher.Diagnostics;
using Publisher.Media;
using Publisher.Model;
using Publisher.Text;

namespace Publisher.Rendering.Checks;

/// <summary>Measures the pictures of shows and episodes that are in the site by what Apple and Spotify ask of them.</summary>
internal sealed class ArtworkCheck(Site site, RenderScope scope)
{
    private const int Least = 1400, Most = 3000;
    private const long ManyBytes = 512 * 1024;

    /// <param name="isShow">Without good artwork a show is refused; of an episode, the picture is only left out.</param>
    public void Run(Entry page, ScalarNode node, bool isShow, List<Diagnostic> problems)
    {
        if (Urls.IsExternal(node.Text)) return;
        var link = scope.Link(page, node.Text);
        if (link.Fault == LinkFault.Dead)
        {
            problems.Add(Messages.NoEpisodeFile(
                node.At, "artwork", node.Text, scope.Files.NamesNear(page.Path.Parent.Combine(node.Text))));
            return;
        }
        // What is no file of the content is made by the theme; of another extension, the rule for the feed tells.
        if (site.File(link.Target) is not { } file || !file.Path.HasExtension(".jpg", ".jpeg", ".png")) return;
        try
        {
            using var stream = file.Open();
            if (Artwork.Read(stream) is { } artwork) Judge(artwork);
            else problems.Add(Messages.NoArtwork(node.At, file.Path.Name));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return; // it has gone since the listing, or is closed: copying it will tell
        }
        if (file.Length > ManyBytes) problems.Add(Messages.LargeArtwork(node.At, file.Path.Name, file.Length, ManyBytes));

        void Judge(Artwork artwork)
        {
            var severity = isShow ? Severity.Error : Severity.Warning;
            if (artwork.Width != artwork.Height || artwork.Width is < Least or > Most)
                problems.Add(Messages.ArtworkSize(node.At, file.Path.Name, artwork.Width, artwork.Height, Least, Most)
                    with { Severity = severity });
            if (artwork.Color != ArtworkColor.Rgb)
                problems.Add(Messages.ArtworkColors(node.At, file.Path.Name, artwork.Color == ArtworkColor.Grey));
            if (artwork.Type == "image/png" != file.Path.HasExtension(".png"))
                problems.Add(Messages.ArtworkName(node.At, file.Path.Name, artwork.Type) with { Severity = severity });
        }
    }
}
