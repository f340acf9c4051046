using System.Collections.Immutable;
using Publisher.Configuration;
using Publisher.Content.Podcasts;
using Publisher.Diagnostics;
using Publisher.Model;
using Publisher.Rendering.Podcasts;
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
        "persons", "locked", "medium", "new_feed_url", "complete", "location", "verify", "podroll", "update_frequency",
        "feed_size", "audio_url", "publisher", "podping", "category", "categories", "description", "author", "authors", "image",
        ServiceBlock.Key, SeasonNames.Key, Payment.Key, Chat.Key,
    ];

    private static readonly ImmutableArray<string> KeysOfEpisode =
    [
        "audio", "audio_url", "audio_bytes", "audio_duration", "mp3_bytes", "mp3_duration", "episode", "episode_type", "season",
        "number", "embed_chapters", "transcript", "transcripts", "guest", "guests", "host", "hosts", "persons", "explicit",
        "author", "authors", "description", "image", "episode_display",
        EpisodeChapters.Key, EpisodeChapters.FirstTitle, Soundbite.Key, Alternate.Key, Payment.Key, Discussion.Key, Chat.Key,
    ];

    public void Run(List<Diagnostic> problems)
    {
        var shows = new Dictionary<SitePath, Entry?>();
        var without = new HashSet<SitePath>();
        foreach (var page in site.Entries)
        {
            if (page.Kind != Content.Kind.Episode || !SiteIndex.Shown(page, site.Settings)) continue;
            if (!shows.TryGetValue(page.Section, out var show))
                shows[page.Section] = show = ShowView.Of(page.Section, scope)?.Index;
            if (page != show) CheckEpisode(page, problems);
            if (page is { Path.Stem: "transcript", IsSectionIndex: false } && !EpisodeFiles.HasSound(page)
                && scope.Section(page.Section) is { Index: >= 0 })
                problems.Add(Messages.TranscriptIsPage(new Location(page.Path)));
            if (show is null && EpisodeFiles.HasSound(page) && FolderOfShow(page.Section) is { } folder && without.Add(folder))
                problems.Add(Messages.ShowWithoutIndex(
                    new Location(page.Path), site.Settings.Content.Combine(folder.Value).Combine("index.md")));
        }
        foreach (var show in shows.Values.OfType<Entry>().Distinct()) CheckShow(show, problems);
        CheckNumbers(shows, problems);
    }

    /// <summary>Trailers and extras may have the number of the episode that they belong to.</summary>
    private void CheckNumbers(Dictionary<SitePath, Entry?> shows, List<Diagnostic> problems)
    {
        var first = new Dictionary<(SitePath Show, int? Season, int Number), Location>();
        foreach (var page in site.Entries.Where(page => shows.ContainsKey(page.Section)).OrderBy(page => page.Date))
        {
            if (page.Kind != Content.Kind.Episode || page.IsSectionIndex || !SiteIndex.Shown(page, site.Settings)) continue;
            if (!EpisodeFiles.HasSound(page)) continue;
            if (page.Matter.Extra.Find("episode_type").TextOrNull() is not (null or "full")) continue;
            if (Episode.NumberOf(page.Matter, page.Card.FileSlug) is not { } number || number < 1) continue;
            var said = page.Matter.Extra.Find("episode") ?? page.Matter.Extra.Find("number");
            var at = said is not null && said.At.File == page.Path ? said.At : new Location(page.Path);
            var key = (shows[page.Section]?.Path ?? page.Section, page.Season, number);
            if (!first.TryAdd(key, at)) problems.Add(Messages.EpisodeNumberTwice(at, page.Season, number, first[key]));
        }
    }

    /// <summary>The topmost of the folders of episodes that one is in; null when it is in none.</summary>
    private SitePath? FolderOfShow(SitePath section)
    {
        SitePath? found = null;
        for (var path = section; !path.IsRoot; path = path.Parent)
            if (scope.Section(path)?.Kind == Content.Kind.Episode) found = path;
        return found;
    }

    private void CheckShow(Entry index, List<Diagnostic> problems)
    {
        var keys = written.Of(index);
        List<Diagnostic> types = [], ruled = [];
        Show.Of(index.Matter, types);
        new ShowKeys(keys, ruled).Check((index.Matter.Categories ?? []).Zip(index.Matter.CategoriesAt));
        problems.AddRange(ruled);
        // Where a rule has said more of a value, its type goes without saying.
        problems.AddRange(types.Where(type => !ruled.Exists(told => told.At == type.At)));
        if ((keys.Find("artwork") ?? keys.Find("image")) is ScalarNode { Text.Length: > 0 } picture)
            artwork.Run(index, picture, isShow: true, problems);
        foreach (var (key, _) in index.Matter.Extra.Entries)
            if (key.Text.Length > 4 && !Keys.Contains(key.Text) && !KeysOfEpisode.Contains(key.Text)
                && Nearest.To(key.Text, Keys) is { } near && keys.Find(near) is null
                && !key.Text.StartsWith(near, StringComparison.Ordinal))
                problems.Add(Messages.MisspeltKey(key.At, key.Text, near));
    }

    private void CheckEpisode(Entry page, List<Diagnostic> problems)
    {
        new ShowKeys(page.Matter.Extra, problems).CheckEpisode();
        new EpisodeKeys(page, scope, problems).Check();
        foreach (var (key, _) in page.Card.Matter.Extra.Entries)
            if (key.Text.Length >= 4 && !KeysOfEpisode.Contains(key.Text) && !Keys.Contains(key.Text)
                && KeysOfEpisode.FirstOrDefault(known => IsOneSlip(key.Text, known)) is { } near
                && page.Matter.Extra.Find(near) is null)
                problems.Add(Messages.MisspeltKey(key.At, key.Text, near));
        if (page.Matter.Image is { } image && ShowView.Of(page.Section, scope) is not null
            && written.Of(page).Find("image") is { } node
            && ((node as MappingNode)?.Find("path") ?? node) is ScalarNode { Text: var text } scalar && text == image)
            artwork.Run(page, scalar, isShow: false, problems);
    }

    /// <summary>Whether one letter is missing, too much, another or swapped with its neighbour; a plural may be meant.</summary>
    private static bool IsOneSlip(string key, string known)
    {
        if (key == known + "s" || known == key + "s") return false;
        var start = key.AsSpan().CommonPrefixLength(known);
        string left = key[start..], right = known[start..];
        while (left.Length > 0 && right.Length > 0 && left[^1] == right[^1]) (left, right) = (left[..^1], right[..^1]);
        return left.Length <= 1 && right.Length <= 1
            || left is [var first, var second] && right is [var other, var last] && first == last && second == other;
    }
}
