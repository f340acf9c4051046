using System.Collections.Immutable;
using Publisher.Diagnostics;
using Publisher.Model;
using Publisher.Rendering.Views;
using Publisher.Scriban;
using Publisher.Scriban.Checks;
using Publisher.Text;
using Publisher.Themes;

namespace Publisher.Rendering.Checks;

/// <summary>
/// Looks for mistakes in every template of a site and its theme, and in every text that is a template, whether or not a page
/// comes by them: names, members and functions that no page could have, wrong arguments, includes and layouts that are not there.
/// </summary>
internal sealed class SiteCheck(Site site, Theme theme, TemplateSet templates)
{
    private const string Includes = "includes/";
    private const string Components = "components/";

    private static readonly IReadOnlyDictionary<string, Shape> Roots = new Dictionary<string, Shape>
    {
        ["site"] = SiteView.Instance.One, ["page"] = GeneratedView.Instance.One, ["section"] = SectionView.Instance.One,
        ["content"] = Shape.Text,
    };

    private static readonly IReadOnlyDictionary<string, Shape> RootsOfTexts = new Dictionary<string, Shape>
    {
        ["site"] = SiteView.Instance.One, ["page"] = EntryView.Instance.One,
    };

    /// <summary>The text of a page as a template among others.</summary>
    public static CheckedTemplate OfText(Template text) => new(text) { Roots = RootsOfTexts };

    /// <param name="texts">The texts of pages that are templates.</param>
    public ImmutableArray<Diagnostic> Run(IReadOnlyList<CheckedTemplate> texts)
    {
        var files = theme.Templates.Where(file => IsScriban(file.Key) || IsInclude(file.Key))
            .OrderBy(file => file.Key, StringComparer.Ordinal).ToDictionary(file => file.Key, file => Of(file.Value, file.Key));
        var keys = DataShapes.KeysOf(site);
        var ofPages = keys.Concat(EntryView.Instance.MemberNames).ToHashSet();
        var added = DataShapes.Of(site, keys);
        var family = new TemplateFamily(templates.Globals, [.. files.Values, .. texts], Includable(files), added)
        {
            IncludeNames = [.. files.Keys.Where(IsInclude)
                .Select(name => new SitePath(name[Includes.Length..]).WithExtension("").Value)],
            Suggests = (name, member) =>
                member is not null && ofPages.Contains($"{name}_{member}") ? $"page.{name}_{member}"
                : ofPages.Contains(name) ? $"page.{name}" : null,
        };
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var (name, file) in files)
        {
            if (!IsScriban(name) && !family.IsIncluded(file)) continue;
            // A component's own names are given to it where it is used.
            var isComponent = name.StartsWith(Components, StringComparison.Ordinal);
            found.AddRange(isComponent ? file.Template.Diagnostics : family.Check(file));
            found.AddRange(Layouts(file));
        }
        foreach (var text in texts) found.AddRange(family.Check(text));
        return found.ToImmutable();
    }

    private static bool IsScriban(string name) => name.Contains(".sbn-", StringComparison.Ordinal);

    private static bool IsInclude(string name) => name.StartsWith(Includes, StringComparison.Ordinal);

    private CheckedTemplate Of(ThemeFile file, string name) => (CheckedTemplate)file.Made.GetOrAdd("checked", _ =>
        new CheckedTemplate(templates.Parse(file, name)) { Roots = Roots });

    /// <summary>By the names that includes find them by; a tag's by its function's.</summary>
    private static Dictionary<string, CheckedTemplate> Includable(Dictionary<string, CheckedTemplate> files)
    {
        var found = new Dictionary<string, CheckedTemplate>();
        var includes = files.Where(file => IsInclude(file.Key)).ToList();
        foreach (var (name, file) in includes) found[name[Includes.Length..]] = file;
        foreach (var extension in TemplateSet.Extensions)
            foreach (var (name, file) in includes)
                if (name.EndsWith(extension, StringComparison.Ordinal))
                    found.TryAdd(name[Includes.Length..^extension.Length], file);
        foreach (var (name, file) in includes)
            if (name.StartsWith(LiquidTags.Folder, StringComparison.Ordinal))
                found.TryAdd(LiquidTags.Prefix + new SitePath(name).Stem, file);
        return found;
    }

    private IEnumerable<Diagnostic> Layouts(CheckedTemplate file) =>
        from call in file.ConstantCalls
        where call.Function == "layout" && !theme.Templates.ContainsKey(call.Text + ".sbn-html")
        select Messages.NoLayout(file.Template.LocationOf(call.At), call.Text,
            PageRenderer.LayoutNames(theme.Templates.Keys.Order(StringComparer.Ordinal)));
}
