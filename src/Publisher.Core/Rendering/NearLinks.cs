using Publisher.Model;
using Publisher.Text;

namespace Publisher.Rendering;

/// <summary>What a dead link may have meant, spelled the way the author would write it.</summary>
internal static class NearLinks
{
    private const int Most = 400;

    public static IEnumerable<string> To(Site site, Entry from, string target)
    {
        var hash = target.IndexOfAny(['#', '?']);
        var path = hash < 0 ? target : target[..hash];
        var isRooted = path.StartsWith('/');
        var meant = isRooted ? site.Settings.Content.Combine(path) : from.Path.Parent.Combine(path);
        var tail = hash < 0 ? "" : target[hash..];
        var asSource = meant.HasExtension(".md", ".markdown") || meant.Extension.Length > 0;
        var near = site.Entries
            .Where(entry => entry.Path.Parent == meant.Parent
                || entry.Path.Stem == meant.Stem || entry.Card.FileSlug == meant.Stem)
            .Take(Most);
        foreach (var entry in near)
        {
            var address = !isRooted ? Relative(from.Path.Parent, entry.Path)
                : asSource ? "/" + Below(entry.Path, site.Settings.Content)
                : entry.Url;
            yield return address + tail;
        }
        foreach (var file in site.FileOutputs.Keys.Where(file => file.Parent == meant.Parent || file.Name == meant.Name)
            .Take(Most))
            yield return (isRooted ? "/" + Below(file, site.Settings.Content) : Relative(from.Path.Parent, file)) + tail;
    }

    private static string Below(SitePath path, SitePath content) => content.IsRoot ? path.Value : path.Below(content).Value;

    /// <summary>The path from a folder to a file, with "../" where it must climb.</summary>
    internal static string Relative(SitePath folder, SitePath file)
    {
        var climb = "";
        while (!folder.IsRoot && !file.IsBelow(folder)) (climb, folder) = (climb + "../", folder.Parent);
        return climb + file.Below(folder).Value;
    }
}
