using System.Collections.Concurrent;
using System.Text;
using Publisher.Content;
using Publisher.Rendering.Views;
using Publisher.Scriban;
using Publisher.Text;
using Publisher.Themes;

namespace Publisher.Rendering;

/// <summary>
/// The theme's templates as the template language sees them: parsed once each, with the names that every one may use.
/// </summary>
public sealed class TemplateSet : ITemplateLoader
{
    internal static readonly string[] Extensions = [".sbn-html", ".sbn-xml", ".sbn-json", ".sbn-txt"];
    private readonly Globals globals = Globals.Standard();
    private readonly ConcurrentQueue<TemplateRun> runs = [];

    public TemplateSet()
    {
        globals.Add("site", SiteView.Instance.Of(SiteView.Instance));
        foreach (var function in SiteFunctions.All) globals.Add(function);
        LiquidTags.AddTo(globals);
        Page = globals.Declare("page");
        Section = globals.Declare("section");
        Content = globals.Declare("content");
        Paginator = globals.Declare("paginator");
    }

    internal Globals Globals => globals;

    internal TemplateRun RentRun(RenderScope scope)
    {
        if (!runs.TryDequeue(out var run)) run = new TemplateRun(globals) { Loader = this };
        (run.Host, run.Clock, run.Zone) = (scope, scope.TimeProvider, null);
        return run;
    }

    internal void ReturnRun(TemplateRun run)
    {
        run.Reset();
        (run.Host, run.Clock) = (null, null); // which know a build that may be over by now
        runs.Enqueue(run);
    }

    internal GlobalSlot Page { get; }

    internal GlobalSlot Section { get; }

    internal GlobalSlot Content { get; }

    /// <summary>In the templates of listings, under the name that Jekyll's have for it.</summary>
    internal GlobalSlot Paginator { get; }

    /// <summary>A template by its file's name below <c>templates/</c>; asking is recorded, also when there is none.</summary>
    internal Template? Find(RenderScope scope, string file) =>
        scope.Theme.Template(file) is { } found ? Parse(found, file, IsLiquid(file) ? scope.Theme.Tags : null) : null;

    Template? ITemplateLoader.Find(string name, TemplateRun run)
    {
        var scope = run.Scope();
        if (name.StartsWith('/')) return FindSource(scope, SitePath.Root.Combine(name[1..]));
        if (Find(scope, "includes/" + name) is { } named) return named;
        foreach (var extension in Extensions)
            if (Find(scope, "includes/" + name + extension) is { } template) return template;
        return null;
    }

    /// <summary>A file of the content, which Jekyll's <c>include_relative</c> names by its place beside the page.</summary>
    private Template? FindSource(RenderScope scope, SitePath path)
    {
        if (scope.Files.Bytes(path) is not { } bytes) return null;
        return Template.Parse(path, Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'), Liquid(scope.Theme.Tags));
    }

    IEnumerable<string> ITemplateLoader.Names(TemplateRun run) =>
        IncludeNames(run.Scope().Theme.TemplateNames);

    /// <summary>The names that includes go by: those of Scriban do without their endings.</summary>
    internal static IEnumerable<string> IncludeNames(IEnumerable<string> templates) =>
        templates.Where(name => name.StartsWith("includes/", StringComparison.Ordinal)).Select(name => name["includes/".Length..])
            .Select(name => IsLiquid(name) ? name : new SitePath(name).WithExtension("").Value);

    /// <summary>A page's text as a template.</summary>
    internal Template ParseText(RenderScope scope, SitePath file, string text, int firstLine, Templating language) =>
        Template.Parse(file, text, language == Templating.Liquid ? Liquid(scope.Theme.Tags) : Scriban(Escape.None), firstLine);

    /// <summary>The template of a file, read once. What is not named for Scriban is Liquid, as in Jekyll's includes.</summary>
    /// <param name="tags">The tags that Liquid has; those of a file in Scriban do not matter.</param>
    internal Template Parse(ThemeFile file, string name, SiteTags? tags) =>
        (Template)file.Made.GetOrAdd("template " + (IsLiquid(name) ? tags!.Key : ""), _ => Template.Parse(
            file.Source.Path, Encoding.UTF8.GetString(file.Bytes).TrimStart('\uFEFF'), IsLiquid(name) ? Liquid(tags!)
                : Scriban(name.EndsWith("ml", StringComparison.Ordinal) ? Escape.Html : Escape.None)));

    private TemplateOptions Scriban(Escape escape) => new(globals) { StrictNames = true, Escape = escape };

    private TemplateOptions Liquid(SiteTags tags)
    {
        LiquidTags.Declare(tags, globals);
        return new TemplateOptions(globals) { Language = TemplateLanguage.Liquid, Tags = tags.Names };
    }

    internal static bool IsLiquid(string name) => !name.Contains(".sbn-", StringComparison.Ordinal);
}
