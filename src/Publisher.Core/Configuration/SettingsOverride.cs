using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Configuration;

/// <summary>
/// One setting given from outside the file: <c>--set markdown.highlight=false</c>, or the environment's
/// <c>PUBLISHER_MARKDOWN__HIGHLIGHT=false</c> (twelve-factor; two underscores step into a mapping).
/// </summary>
/// <param name="Key">The path of keys, separated by dots.</param>
/// <param name="Value">A single value, or a list or mapping as YAML writes it on one line: <c>[a, b]</c>.</param>
/// <param name="Origin">How to name the giver in a message.</param>
public readonly record struct SettingsOverride(string Key, string Value, string Origin)
{
    private const string Prefix = "PUBLISHER_";

    /// <summary>Null when the variable is not a setting.</summary>
    public static SettingsOverride? FromVariable(string name, string value) =>
        name.StartsWith(Prefix, StringComparison.Ordinal) && name.Length > Prefix.Length
            ? new(name[Prefix.Length..].ToLowerInvariant().Replace("__", "."), value, name)
            : null;

    /// <summary>Lays this value over a mapping, making the mappings on the way.</summary>
    public MappingNode Over(MappingNode mapping, ICollection<Diagnostic> problems) => Over(mapping, Key.Split('.'), problems);

    private MappingNode Over(MappingNode mapping, ReadOnlySpan<string> path, ICollection<Diagnostic> problems)
    {
        var at = new Location(new SitePath(Origin));
        var key = path[0];
        var value = path.Length > 1
            ? Over(mapping.Find(key) as MappingNode ?? new MappingNode(at, []), path[1..], problems)
            : Read(at, problems);
        var others = mapping.Entries.Where(entry => entry.Key.Text != key);
        return mapping with { Entries = [.. others, new(new ScalarNode(at, key, true), value)] };
    }

    /// <summary>Only what is in brackets as a whole is YAML: a title may well have a colon or a quote in it.</summary>
    private DataNode Read(Location at, ICollection<Diagnostic> problems) =>
        Value.Trim() is ['[', .., ']'] or ['{', .., '}'] && YamlReader.Read(at.File, Value, 1, problems) is { } node
            ? node
            : new ScalarNode(at, Value, true);
}
