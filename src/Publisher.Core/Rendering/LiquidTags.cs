using Publisher.Model;
using Publisher.Rendering.Views;
using Publisher.Scriban;
using Publisher.Scriban.Liquid;
using Publisher.Scriban.Values;
using Publisher.Text;

namespace Publisher.Rendering;

/// <summary>
/// The tags and filters that Liquid in a site has beside the language's own: Jekyll's links to pages, and a tag for each
/// file in <c>templates/includes/tags</c>, which is included with what the tag says as <c>include.markup</c>.
/// </summary>
internal static class LiquidTags
{
    public const string Prefix = LiquidNames.HostTagPrefix;

    public static void AddTo(Globals globals)
    {
        globals.Add(new HostFunction(Prefix + "link", "path", Link)).Add(new HostFunction(Prefix + "post_url", "name", PostUrl));
        LiquidFilters.AddTo(globals, filters => filters
            // The address with the base path before it.
            // `{{ "/about/" | relative_url }}` → `/kitchen/about/`
            .Add("relative_url", "path", (run, arguments) => Url(run, arguments[0], absolute: false))
            // The address with the host and the base path before it.
            // `{{ "/about/" | absolute_url }}` → `https://example.org/kitchen/about/`
            .Add("absolute_url", "path", (run, arguments) => Url(run, arguments[0], absolute: true))
            // The text as HTML, read as Markdown.
            // `{{ "*hot* soup" | markdownify }}` → `<p><em>hot</em> soup</p>`
            .Add("markdownify", "text", (run, arguments) =>
                Value.FromHtml(new GivenText(run.CallSite, run.Scope().Markdown(ValueText.Of(arguments[0], run))))));
    }

    private static Value Url(TemplateRun run, in Value path, bool absolute) =>
        path.IsNull ? path : Value.FromString(SiteFunctions.Address(run, path, absolute, mayHaveBase: true));

    /// <summary>
    /// Makes each of these tags a function. Which file it prints, and whether it is a tag still, is asked when it is used: the
    /// names outlive the templates.
    /// </summary>
    public static void Declare(SiteTags tags, Globals globals)
    {
        foreach (var tag in tags.Files.Keys)
            if (!globals.IsKnown(Prefix + tag))
                globals.Add(new HostFunction(Prefix + tag, "markup", (run, arguments) => Include(run, tag, arguments)));
    }

    private static Value Include(TemplateRun run, string tag, ReadOnlySpan<Value> arguments)
    {
        if (!run.Scope().Theme.Tags.Files.TryGetValue(tag, out var file)) throw run.Fault($"there is no tag '{tag}'", null);
        var parameters = new ScriptObject();
        parameters["markup"] = arguments[0];
        return LiquidIncludes.IncludeWith(run, [Value.FromString(file), Value.FromObject(parameters)]);
    }

    /// <summary><c>link docs/a.md</c>: a source's path below the content's root.</summary>
    private static Value Link(TemplateRun run, ReadOnlySpan<Value> arguments)
    {
        var (scope, path) = (run.Scope(), ValueText.Of(arguments[0], run).Trim());
        var source = scope.Settings.Content.Combine(path.TrimStart('/'));
        if (scope.Page(source, Field.Url) is { } page) return Value.FromString(scope.Address(page.Url));
        if (scope.HasOutput("/" + path.TrimStart('/'))) return Value.FromString(scope.Address("/" + path.TrimStart('/')));
        var known = scope.Listings.Pages(ListKey.All).Select(page => page.Path.Below(scope.Settings.Content).Value);
        throw run.Fault($"there is no page '{path}'", Near(path, known));
    }

    /// <summary><c>post_url 2024-01-02-name</c>: a dated file's name, with folders before it where two share one.</summary>
    private static Value PostUrl(TemplateRun run, ReadOnlySpan<Value> arguments)
    {
        var (scope, name) = (run.Scope(), ValueText.Of(arguments[0], run).Trim().Trim('/'));
        var pages = scope.Listings.Pages(ListKey.All);
        var found = pages.FirstOrDefault(page => IsNamed(page, name));
        if (found is not null) return Value.FromString(scope.Address(scope.Read(found, Field.Url).Url));
        throw run.Fault($"there is no post '{name}'", Near(name, pages.Select(page => page.Path.Stem)));
    }

    private static bool IsNamed(Entry page, string name)
    {
        var path = page.Path.WithExtension("").Value;
        return path == name || path.EndsWith("/" + name, StringComparison.Ordinal);
    }

    private static string? Near(string name, IEnumerable<string> known) =>
        Nearest.To(name, known) is { } near ? $"did you mean '{near}'?" : null;
}
