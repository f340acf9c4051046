using System.Collections.Immutable;
using Publisher.Configuration;
using Publisher.Content;
using Publisher.Diagnostics;
using Publisher.Model;
using Publisher.Rendering.Views;
using Publisher.Text;

namespace Publisher.Rendering.Checks;

/// <summary>
/// Looks at the settings of podcasts and episodes where they stand, by the rules that hold for them in the feed: there a rule
/// has its own code and says the same.
/// </summary>
internal sealed class ShowCheck(Site site, RenderScope scope, WrittenMatter written, ArtworkCheck artwork)
{
    private static readonly ImmutableArray<string> Keys =
    [
        "owner", "email", "artwork", "language", "explicit", "type", "copyright", "license", "directories", "funding", "hosts",
        "persons", "locked", "medium", "new_feed_url", "block", "complete", "location", "verify", "podroll", "update_frequency",
        "feed_size", "audio_url", "category", "categories", "description", "author", "authors", "image",
    ];

    public void Run(List<Diagnostic> problems)
    {
        var shows = new Dictionary<SitePath, Entry?>();
        foreach (var page in site.Entries)
        {
            if (page.Kind != Content.Kind.Episode || !SiteIndex.Shown(page, site.Settings)) continue;
            if (!shows.TryGetValue(page.Section, out var show))
                shows[page.Section] = show = ShowView.Of(page.Section, scope)?.Index;
            if (page != show) CheckEpisode(page, problems);
        }
        foreach (var show in shows.Values.OfType<Entry>().Distinct()) CheckShow(show, problems);
    }

    private void CheckShow(Entry index, List<Diagnostic> problems)
    {
        var keys = written.Of(index);
        var types = new List<Diagnostic>();
        Show.Of(index.Matter, types);
        new ShowKeys(keys, problems).Check((index.Matter.Categories ?? []).Zip(index.Matter.CategoriesAt));
        // Where a rule has said more of a value, its type goes without saying.
        problems.AddRange(types.Where(type => !problems.Exists(told => told.At == type.At)));
        if ((keys.Find("artwork") ?? keys.Find("image")) is ScalarNode { Text.Length: > 0 } picture)
            artwork.Run(index, picture, isShow: true, problems);
        foreach (var (key, _) in index.Matter.Extra.Entries)
            if (key.Text.Length > 4 && !Keys.Contains(key.Text) && Nearest.To(key.Text, Keys) is { } near
                && keys.Find(near) is null && !key.Text.StartsWith(near, StringComparison.Ordinal))
                problems.Add(Messages.MisspeltKey(key.At, key.Text, near));
    }

    private void CheckEpisode(Entry page, List<Diagnostic> problems)
    {
        new ShowKeys(page.Matter.Extra, problems).CheckEpisode();
        if (page.Matter.Image is { } image && ShowView.Of(page.Section, scope) is not null
            && written.Of(page).Find("image") is { } node
            && ((node as MappingNode)?.Find("path") ?? node) is ScalarNode { Text: var text } scalar && text == image)
            artwork.Run(page, scalar, isShow: false, problems);
    }
}
