using Publisher.Configuration;
using Publisher.Diagnostics;
using Publisher.Media;
using Publisher.Model;
using Publisher.Text;

namespace Publisher.Rendering.Podcasts;

/// <summary>A transcript as an episode has it: a file of the site's, or an address elsewhere.</summary>
/// <param name="Language">As front matter has it; null for the page's own.</param>
internal sealed record TranscriptSource(SitePath? File, string Url, string? Language);

/// <summary>Finds the transcripts of an episode: those that its front matter names, else the files beside it.</summary>
internal static class TranscriptSources
{
    /// <param name="isThere">Whether the content has a file.</param>
    public static List<TranscriptSource> Of(
        Entry page, Settings settings, Func<SitePath, bool> isThere, ICollection<Diagnostic>? problems = null)
    {
        var sources = new List<TranscriptSource>();
        var said = new[] { page.Matter.Extra.Find("transcript"), page.Matter.Extra.Find("transcripts") };
        foreach (var node in said.SelectMany(one => one switch { null => [], SequenceNode many => many.Items, _ => [one] }))
        {
            var map = node as MappingNode;
            var named = map?.Find("file") ?? map?.Find("url") ?? node;
            if (named is not ScalarNode { Text: var path } place || !place.IsWords() || Urls.IsScript(path))
                continue;
            var language = (map?.Find("language") as ScalarNode)?.Text;
            var file = Urls.IsExternal(path) ? (SitePath?)null : EpisodeFiles.Source(page, path, settings);
            if (file is { } own && !isThere(own))
                problems?.Add(own.HasExtension(".md")
                    ? Messages.TranscriptOfOtherName(place.At, path)
                    : Messages.NoEpisodeFile(place.At, "transcript", path, []));
            else sources.Add(new TranscriptSource(file, path, language));
        }
        if (said.All(node => node is null))
            foreach (var beside in Beside(page))
                if (isThere(beside)) return [new TranscriptSource(beside, "", null)];
        return sources;
    }

    /// <summary>The names under which a transcript is looked for, the best format first.</summary>
    private static IEnumerable<SitePath> Beside(Entry page)
    {
        var folder = page.Path.Parent;
        var audio = page.Audio?.Url.Split('?', '#')[0] ?? "";
        var names = new[] { page.Bundle is null ? page.Path.Stem : "transcript", new SitePath(Percent.Decode(audio)).Stem };
        return from extension in Transcript.Extensions
               from name in names.Distinct()
               where name.Length > 0
               select folder.Combine(name + extension);
    }
}
