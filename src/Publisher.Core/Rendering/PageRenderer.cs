using Publisher.Diagnostics;
using Publisher.Scriban;
using Publisher.Scriban.Values;
using Publisher.Text;

namespace Publisher.Rendering;

/// <summary>Runs a page through its template and then through the layouts that each one asks for.</summary>
internal static class PageRenderer
{
    /// <param name="layout">The template that front matter names; null leaves the choice to the kind.</param>
    /// <param name="kinds">The templates to try, the most special first.</param>
    /// <param name="at">Where to say what is wrong with the choice.</param>
    public static void Render(
        RenderScope scope, Value page, Utf8Buffer output, string? layout, ReadOnlySpan<string> kinds, Location at)
    {
        var name = Choose(scope, layout, kinds, at);
        if (name is null) return;
        var content = Value.FromHtml(new OwnContent(page));
        Run(scope, output, name, (templates, run) =>
        {
            run.Set(templates.Page, page);
            run.Set(templates.Content, content);
            if (page.Reference is Views.Generated { List: not null } list)
                run.Set(templates.Paginator, Views.JekyllNames.Paginator.Of(list));
        });
    }

    /// <summary>For outputs that are not HTML: one template, no layout.</summary>
    public static void RenderText(RenderScope scope, Value page, Utf8Buffer output, string file)
    {
        if (scope.Templates.Find(scope, file) is null)
            scope.Report(Messages.NoTemplate(new Location(scope.Settings.File), file, scope.Theme.TemplateNames));
        else Run(scope, output, file, (templates, run) => run.Set(templates.Page, page));
    }

    public static void RenderFragment(RenderScope scope, Utf8Buffer output, string name, SitePath section)
    {
        var file = $"fragments/{name}.sbn-html";
        if (scope.Templates.Find(scope, file) is null)
            scope.Report(Messages.NoTemplate(new Location(scope.Settings.File), file, scope.Theme.TemplateNames));
        else Run(scope, output, file, (templates, run) =>
            run.Set(templates.Section, Views.SectionView.Instance.Of(new Views.SectionRef(section))));
    }

    private static string? Choose(RenderScope scope, string? layout, ReadOnlySpan<string> kinds, Location at)
    {
        if (layout is not null && scope.Templates.Find(scope, layout + ".sbn-html") is not null) return layout + ".sbn-html";
        foreach (var kind in kinds)
        {
            var name = kind + ".sbn-html";
            if (scope.Templates.Find(scope, name) is null) continue;
            if (layout is not null) scope.Report(Messages.UnknownLayout(at, layout, name, LayoutNames(scope)));
            return name;
        }
        scope.Report(Messages.NoTemplate(at, string.Join(" or ", kinds.ToArray().Select(kind => kind + ".sbn-html")), []));
        return null;
    }

    private static IEnumerable<string> LayoutNames(RenderScope scope) => LayoutNames(scope.Theme.TemplateNames);

    internal static IEnumerable<string> LayoutNames(IEnumerable<string> templates) =>
        templates.Where(name => !name.Contains('/') && name.EndsWith(".sbn-html", StringComparison.Ordinal))
            .Select(name => name[..^".sbn-html".Length]);

    /// <summary>
    /// What <c>content</c> is where no other template printed it: the page's text, asked for when it is printed.
    /// </summary>
    private sealed class OwnContent(Value page) : IHtml
    {
        public void WriteTo(Utf8Buffer output, TemplateRun run)
        {
            if (page.Type.Find("content")!.Get(page, run).Reference is IHtml text) text.WriteTo(output, run);
        }
    }

    private static void Run(RenderScope scope, Utf8Buffer output, string file, Action<TemplateSet, TemplateRun> setUp)
    {
        var templates = scope.Templates;
        var inner = scope.Buffers.Rent();
        var run = templates.RentRun(scope);
        try
        {
            for (var level = 0; ; level++)
            {
                scope.Layout = null;
                run.Reset();
                setUp(templates, run);
                if (level > 0) run.Set(templates.Content, Value.FromHtml(inner.WrittenMemory));
                var template = templates.Find(scope, file)!;
                foreach (var problem in template.Diagnostics) scope.Report(problem);
                if (template.IsValid) template.Render(run, output);
                foreach (var problem in run.Diagnostics)
                    scope.Report(scope.Route is { } route
                        ? problem with { Trail = problem.Trail.Add(new Location(route.Subject)) }
                        : problem);
                if (scope.Layout is not { } layout) return;
                file = layout + ".sbn-html";
                if (templates.Find(scope, file) is null || level == 10)
                {
                    scope.Report(Messages.NoLayout(scope.LayoutAt, layout, LayoutNames(scope)));
                    return;
                }
                inner.Clear();
                inner.Write(output.Written);
                output.Clear();
            }
        }
        finally
        {
            scope.Buffers.Return(inner);
            templates.ReturnRun(run);
        }
    }
}
