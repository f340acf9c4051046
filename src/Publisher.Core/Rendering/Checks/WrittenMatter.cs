using Publisher.Configuration;
using Publisher.Content;
using Publisher.Model;
using Publisher.Text;

namespace Publisher.Rendering.Checks;

/// <summary>
/// Front matter as it stands in the files, typed keys included: read again for the few pages of which something is to be told.
/// </summary>
internal sealed class WrittenMatter(Site site, Page[] pages)
{
    /// <summary>The keys as feeds' rules name them, in the spellings that front matter has for them.</summary>
    private static readonly Dictionary<string, string[]> Spellings = new()
    {
        ["audio"] = ["audio", "mp3", "audio_url"], ["mp3_bytes"] = ["mp3_bytes", "audio_bytes", "audio", "mp3"],
        ["mp3_duration"] = ["mp3_duration", "audio_duration", "audio", "mp3"],
        ["description"] = ["description", "excerpt", "summary"], ["category"] = ["categories", "category"],
        ["author"] = ["author", "authors"], ["language"] = ["language", "lang"], ["guid"] = ["id", "guid"],
        ["id"] = ["id", "guid"], ["image"] = ["artwork", "image"], ["owner"] = ["owner", "email"],
        ["persons"] = ["persons", "hosts", "host", "guests", "guest"], ["episode"] = ["episode", "number"],
        ["transcript"] = ["transcript", "transcripts"], ["soundbite"] = ["soundbites"],
    };

    private static readonly MappingNode Nothing = new(default, []);

    public MappingNode Of(Entry page)
    {
        var file = pages[site.Index.Find(page.Path)].Source;
        return FrontMatterBlock.Split(page.Path, file.Read([]), []).Matter ?? Nothing;
    }

    /// <summary>The line of the setting that a key is about; else the file.</summary>
    public Location PlaceInSettings(string? key) =>
        key is not null && site.Settings.Written.Find(key)?.At is { Line: > 0 } at ? at : new Location(site.Settings.File);

    /// <summary>Where a page, or its section for it, says what a key is about; else the page.</summary>
    public Location Place(Entry page, string? key)
    {
        if (key is not null)
        {
            var own = Of(page);
            foreach (var name in Spellings.GetValueOrDefault(key) ?? [key])
                if ((own.Find(name) ?? page.Matter.Extra.Find(name))?.At is { Line: > 0 } at) return at;
            // What a show does not say of itself, the site says for it.
            if (key is "language" or "author" && PlaceInSettings(key) is { Line: > 0 } set) return set;
        }
        return new Location(page.Path);
    }
}
