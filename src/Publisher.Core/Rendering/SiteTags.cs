using System.Collections.Frozen;
using Publisher.Text;

namespace Publisher.Rendering;

/// <summary>The tags that Liquid has in a site beside its own, while its templates are these.</summary>
internal sealed class SiteTags
{
    public const string Folder = "includes/tags/";

    public SiteTags(IEnumerable<string> templates)
    {
        Files = templates.Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .DistinctBy(name => new SitePath(name).Stem)
            .ToFrozenDictionary(name => new SitePath(name).Stem, name => name["includes/".Length..]);
        Names = [.. Files.Keys.Order(StringComparer.Ordinal), "link", "post_url"];
        Key = string.Join(' ', Names);
    }

    /// <summary>The tags that are files, each with the name that includes find the file by.</summary>
    public FrozenDictionary<string, string> Files { get; }

    public IReadOnlyCollection<string> Names { get; }

    /// <summary>What was read with other tags is another template.</summary>
    public string Key { get; }
}
