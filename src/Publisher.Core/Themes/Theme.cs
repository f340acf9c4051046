using System.Collections.Concurrent;
using System.Collections.Immutable;
using Publisher.Configuration;
using Publisher.Diagnostics;
using Publisher.Sources;
using Publisher.Text;

namespace Publisher.Themes;

/// <summary>
/// Finds templates and assets, file by file: the site's own first, then its theme's, then those of the theme that it
/// extends. Files of an unchanged theme keep what was parsed of them.
/// </summary>
public sealed class Theme
{
    private static readonly SitePath ThemesFolder = new("themes");

    private Theme(
        ImmutableArray<Diagnostic> problems, Dictionary<string, ThemeFile> templates, Dictionary<string, ThemeFile> assets) =>
        (Diagnostics, Templates, Assets) = (problems, templates, assets);

    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>By name with extension: <c>post.sbn-html</c>, <c>includes/head.sbn-html</c>.</summary>
    public IReadOnlyDictionary<string, ThemeFile> Templates { get; }

    /// <summary>By name: <c>css/site.css</c>.</summary>
    public IReadOnlyDictionary<string, ThemeFile> Assets { get; }

    /// <summary>The settings without what this theme has no template for.</summary>
    public Settings Offer(Settings settings) => settings.People && !Templates.ContainsKey("person.sbn-html")
        ? settings with { People = false, Stamp = settings.Stamp.With("no people") }
        : settings;

    /// <param name="sources">The site's files: <c>templates/</c>, <c>assets/</c> and <c>themes/</c> count.</param>
    /// <param name="builtIn">The program's own themes, below <c>themes/</c>.</param>
    public static Theme Load(SourceSet sources, SourceSet builtIn, Settings settings, Theme? last)
    {
        var problems = new List<Diagnostic>();
        var layers = new List<(SourceSet Set, SitePath Folder)>();
        if (!settings.IsPlainFolder) layers.Add((sources, SitePath.Root));
        var name = settings.Theme is "none" ? null : settings.Theme;
        for (var seen = new HashSet<string>(); name is not null && seen.Add(name);)
        {
            var own = ThemesFolder.Combine(name);
            var layer = !sources.Below(own).IsEmpty ? (Set: sources, Folder: own) : (Set: builtIn, Folder: own);
            if (layer.Set.Below(layer.Folder).IsEmpty)
            {
                var known = Names(sources, ThemesFolder).Concat(Names(builtIn, ThemesFolder)).Distinct();
                problems.Add(Messages.UnknownTheme(settings.ThemeAt, name, known));
                name = seen.Contains("default") ? null : "default";
                continue;
            }
            layers.Add(layer);
            name = Extends(layer.Set, layer.Folder, problems);
        }
        Dictionary<string, ThemeFile> templates = [], assets = [];
        foreach (var (set, folder) in layers)
        {
            Add(set, folder.Combine("templates"), templates, last?.Templates);
            Add(set, folder.Combine("assets"), assets, last?.Assets);
        }
        // The program's own files can be read, and are when they are wanted.
        foreach (var file in templates.Values.Concat(assets.Values))
            if (ReferenceEquals(sources.Find(file.Source.Path), file.Source)) problems.AddRange(file.Problems);
        return new Theme([.. problems], templates, assets);
    }

    private static IEnumerable<string> Names(SourceSet set, SitePath folder)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in set.Below(folder))
            if (file.Path.Below(folder) is var below && below.Value.Contains('/')) names.Add(below.Top);
        return names;
    }

    private static string? Extends(SourceSet set, SitePath folder, List<Diagnostic> problems)
    {
        if (set.Find(folder.Combine("theme.yml")) is not { } file) return null;
        var text = SourceText.Decode(file.Path, file.Read(problems), problems);
        if (YamlReader.Read(file.Path, text, 1, problems) is not MappingNode mapping) return null;
        return new Fields(mapping, "theme.yml", problems).Text("extends");
    }

    private static void Add(
        SourceSet set, SitePath folder, Dictionary<string, ThemeFile> into,
        IReadOnlyDictionary<string, ThemeFile>? last)
    {
        foreach (var file in set.Below(folder))
        {
            var name = file.Path.Below(folder).Value;
            if (into.ContainsKey(name)) continue;
            into[name] = last?.GetValueOrDefault(name) is { } old && ReferenceEquals(old.Source, file)
                ? old
                : new ThemeFile(file);
        }
    }
}

/// <summary>One file of a theme, read when it is first wanted.</summary>
public sealed class ThemeFile(SourceFile source)
{
    private readonly Lazy<(byte[] Bytes, Stamp Stamp, List<Diagnostic> Problems)> content = new(() =>
    {
        var problems = new List<Diagnostic>();
        var bytes = source.Read(problems);
        return (bytes, Stamp.Of(bytes), problems);
    });

    public SourceFile Source => source;

    public byte[] Bytes => content.Value.Bytes;

    public Stamp Stamp => content.Value.Stamp;

    /// <summary>Why it cannot be read.</summary>
    internal IReadOnlyList<Diagnostic> Problems => content.Value.Problems;

    /// <summary>Whatever a later stage makes of the content, kept with it.</summary>
    internal ConcurrentDictionary<string, object> Made { get; } = new();
}
