using System.Collections.Immutable;
using Publisher.Diagnostics;
using Publisher.Model;
using Publisher.Rendering.Views;
using Publisher.Scriban;
using Publisher.Scriban.Checks;
using Publisher.Scriban.Values;
using Publisher.Text;
using Publisher.Themes;

namespace Publisher.Rendering.Checks;

/// <summary>
/// Looks for mistakes in every template of a site and its theme, and in every text that is a template, whether or not a page
/// comes by them: names, members and functions that no page could have, wrong arguments, includes and layouts that are not there.
/// </summary>
internal sealed class SiteCheck
{
    private const string Includes = "includes/";
    private const string Components = "components/";

    private static readonly IReadOnlyDictionary<string, Shape?> Roots = new Dictionary<string, Shape?>
    {
        ["site"] = SiteView.Instance.One, ["page"] = GeneratedView.Instance.One, ["section"] = SectionView.Instance.One,
        ["content"] = Shape.Text, ["paginator"] = JekyllNames.Paginator.One,
    };

    private static readonly IReadOnlyDictionary<string, Shape?> RootsOfTexts = new Dictionary<string, Shape?>
    {
        ["site"] = SiteView.Instance.One, ["page"] = EntryView.Instance.One,
    };

    /// <summary>A component sees what is said of it where it is used, beside the page that this is in.</summary>
    private static readonly IReadOnlyDictionary<string, Shape?> RootsOfComponents = new Dictionary<string, Shape?>(Roots)
    {
        ["title"] = Shape.Text, ["label"] = Shape.Text, ["attributes"] = null,
    };

    private readonly bool hasBasePath;
    private readonly Theme theme;
    private readonly Facts facts;
    private readonly SiteTags tags;
    private readonly TemplateSet templates;
    private readonly SortedDictionary<string, CheckedTemplate> files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CheckedTemplate> byName = [];
    private readonly ImmutableArray<string> includeNames;
    private readonly HashSet<string> ofPages;
    private readonly IReadOnlyDictionary<ObjectType, Shape> added;

    public SiteCheck(Site site, Theme theme, Facts facts)
    {
        (this.theme, this.facts, tags, templates) = (theme, facts, facts.Tags, facts.Templates);
        hasBasePath = site.Settings.BasePath.Length > 0;
        foreach (var (name, file) in theme.Templates)
            if (!TemplateSet.IsLiquid(name) || IsInclude(name)) files[name] = Of(file, name);
        NameIncludes();
        includeNames = [.. TemplateSet.IncludeNames(files.Keys)];
        var keys = DataShapes.KeysOf(site);
        ofPages = [.. keys, .. EntryView.Instance.MemberNames];
        added = DataShapes.Of(site, keys);
        Stamp = StampOf(site, theme, keys);
    }

    /// <summary>Of all that the check of a text depends on but the text.</summary>
    public Stamp Stamp { get; }

    /// <summary>What is wrong with a text that is a template. Safe from many threads.</summary>
    public TextCheck Check(Template template)
    {
        var text = new CheckedTemplate(template) { Roots = RootsOfTexts };
        var family = Family([], text);
        return new TextCheck([.. Of(text, family)], family.OutlineOf(text), [.. text.FilesBeside]);
    }

    /// <summary>What is wrong with the templates, which the texts may include, and with the texts.</summary>
    /// <param name="areAll">Whether these are all texts there are; a draft that is left out may include something, too.</param>
    public ImmutableArray<Diagnostic> Run(IReadOnlyList<TextCheck> texts, bool areAll)
    {
        var family = Family([.. files.Values, .. texts.Select(text => text.Outline)], alone: null);
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var (name, file) in files)
        {
            if (TemplateSet.IsLiquid(name) && !family.IsIncluded(file)) continue;
            found.AddRange(Of(file, family));
            found.AddRange(Layouts(file));
        }
        foreach (var text in texts)
        {
            found.AddRange(text.Diagnostics);
            found.AddRange(Missing(text));
        }
        if (areAll) found.AddRange(Unused(family, texts));
        return found.ToImmutable();
    }

    /// <summary>Files that a text includes from beside it and that are not there, whether or not it ever comes to that.</summary>
    private IEnumerable<Diagnostic> Missing(TextCheck text) =>
        from beside in text.FilesBeside
        let folder = beside.At.File.Parent
        let file = folder.Combine(beside.File)
        where facts.Source(file) is null
        select Messages.IncludeNotFound(
            beside.At, "/" + file.Value, facts.SourcesBelow(folder).Select(other => "/" + other.Value));

    /// <summary>The site's own includes that nothing can come to; a theme's may be meant for others.</summary>
    private IEnumerable<Diagnostic> Unused(TemplateFamily family, IReadOnlyList<TextCheck> texts)
    {
        var own = new SitePath("templates/" + Includes);
        var unused = files.Where(file => IsInclude(file.Key) && !file.Key.StartsWith(SiteTags.Folder, StringComparison.Ordinal)
            && theme.Templates[file.Key].Source.Path.IsBelow(own)).ToList();
        if (unused.Count == 0) return [];
        var reached = family.ReachedFrom(files.Where(file => !IsInclude(file.Key)
            || file.Key.StartsWith(SiteTags.Folder, StringComparison.Ordinal)).Select(file => file.Value)
            .Concat(texts.Select(text => text.Outline)));
        return unused.Where(file => !reached.Contains(file.Value)).Select(file =>
            Messages.UnusedInclude(new Location(theme.Templates[file.Key].Source.Path), file.Key[Includes.Length..]));
    }

    private IEnumerable<Diagnostic> Of(CheckedTemplate file, TemplateFamily family) => !hasBasePath
        ? family.Check(file) : family.Check(file).Concat(BasePathCheck.Of(file, family));

    private TemplateFamily Family(IReadOnlyList<CheckedTemplate> all, CheckedTemplate? alone) =>
        new(templates.Globals, all, byName, added)
        {
            Alone = alone, IncludeNames = includeNames, Advice = JekyllNames.Advice,
            Suggests = (name, member) =>
                member is not null && ofPages.Contains($"{name}_{member}") ? $"page.{name}_{member}"
                : ofPages.Contains(name) ? $"page.{name}" : null,
        };

    private static Stamp StampOf(Site site, Theme theme, IEnumerable<string> keys)
    {
        var stamp = site.Settings.Stamp;
        foreach (var (name, file) in theme.Templates.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            stamp = stamp.With(name).With(file.Stamp);
        foreach (var key in keys) stamp = stamp.With(key);
        stamp = stamp.With(1);
        foreach (var file in site.Data) stamp = stamp.With(file.Name).With(file.Stamp);
        return stamp;
    }


    private static bool IsInclude(string name) => name.StartsWith(Includes, StringComparison.Ordinal);

    private CheckedTemplate Of(ThemeFile file, string name) => (CheckedTemplate)file.Made.GetOrAdd(
        "checked " + (TemplateSet.IsLiquid(name) ? tags.Key : ""), _ => new CheckedTemplate(templates.Parse(file, name, tags))
        {
            Roots = name.StartsWith(Components, StringComparison.Ordinal) ? RootsOfComponents : Roots,
        });

    /// <summary>By the names that includes find them by; a tag's by its function's.</summary>
    private void NameIncludes()
    {
        var includes = files.Where(file => IsInclude(file.Key)).ToList();
        foreach (var (name, file) in includes) byName[name[Includes.Length..]] = file;
        foreach (var extension in TemplateSet.Extensions)
            foreach (var (name, file) in includes)
                if (name.EndsWith(extension, StringComparison.Ordinal))
                    byName.TryAdd(name[Includes.Length..^extension.Length], file);
        foreach (var (tag, file) in tags.Files)
            if (files.TryGetValue(Includes + file, out var known)) byName.TryAdd(LiquidTags.Prefix + tag, known);
    }

    private IEnumerable<Diagnostic> Layouts(CheckedTemplate file) =>
        from call in file.ConstantCalls
        where call.Function == "layout" && !theme.Templates.ContainsKey(call.Text + ".sbn-html")
        select Messages.NoLayout(file.Template!.LocationOf(call.At), call.Text,
            PageRenderer.LayoutNames(theme.Templates.Keys.Order(StringComparer.Ordinal)));
}

/// <summary>What is wrong with a text that is a template, and what those that it includes must know of it.</summary>
/// <param name="FilesBeside">What it includes from beside it; whether that is there is asked anew each time.</param>
internal sealed record TextCheck(
    ImmutableArray<Diagnostic> Diagnostics, CheckedTemplate Outline, ImmutableArray<(string File, Location At)> FilesBeside);
