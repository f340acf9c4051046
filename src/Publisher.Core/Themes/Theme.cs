using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
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
    private readonly Dictionary<string, ThemeFile> templates = [];
    private readonly Dictionary<string, ThemeFile> assets = [];

    private Theme(ImmutableArray<Diagnostic> problems) => Diagnostics = problems;

    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>By name with extension: <c>post.sbn-html</c>, <c>includes/head.sbn-html</c>.</summary>
    public IReadOnlyDictionary<string, ThemeFile> Templates => templates;

    /// <summary>By name: <c>css/site.css</c>.</summary>
    public IReadOnlyDictionary<string, ThemeFile> Assets => assets;

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
        var theme = new Theme([.. problems]);
        foreach (var (set, folder) in layers)
        {
            Add(set, folder.Combine("templates"), theme.templates, last?.templates);
            Add(set, folder.Combine("assets"), theme.assets, last?.assets);
        }
        return theme;
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
        if (YamlReader.Read(file.Path, Encoding.UTF8.GetString(file.Read()), 1, problems) is not MappingNode mapping) return null;
        return new Fields(mapping, "theme.yml", problems).Text("extends");
    }

    private static void Add(
        SourceSet set, SitePath folder, Dictionary<string, ThemeFile> into, Dictionary<string, ThemeFile>? last)
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
    private readonly Lazy<(byte[] Bytes, Stamp Stamp)> content = new(() =>
        source.Read() is var bytes ? (bytes, Stamp.Of(bytes)) : default);

    public SourceFile Source => source;

    public byte[] Bytes => content.Value.Bytes;

    public Stamp Stamp => content.Value.Stamp;

    /// <summary>Whatever a later stage makes of the content, kept with it.</summary>
    internal ConcurrentDictionary<string, object> Made { get; } = new();
}
