using System.Collections.Immutable;
using System.Globalization;
using Publisher.Diagnostics;
using Publisher.Model;
using Publisher.Rendering.Routes;
using Publisher.Rendering.Views;
using Publisher.Scriban;
using Publisher.Scriban.Values;
using Publisher.Text;

namespace Publisher.Rendering;

/// <summary>What a site's templates can call beside the language's own functions.</summary>
internal static class SiteFunctions
{
    public static readonly ImmutableArray<HostFunction> All =
    [
        new("layout", "name", (run, arguments) =>
        {
            if (run.Scope().IsInComponent) throw run.Fault("a component is a part of a page and has no layout");
            (run.Scope().Layout, run.Scope().LayoutAt) = (ValueText.Of(arguments[0], run), run.CallSite);
            return Value.FromHtml("");
        }),
        new("asset", "name", (run, arguments) =>
        {
            var name = ValueText.Of(arguments[0], run);
            var file = run.Scope().Theme.Asset(name) ?? throw NoAsset(run, name);
            return Value.FromString(run.Scope().Address("/" + AssetRoute.PathOf(name, file.Stamp).Value));
        }),
        new("asset_text", "name", (run, arguments) =>
        {
            var name = ValueText.Of(arguments[0], run);
            return Value.FromHtml((ReadOnlyMemory<byte>)(run.Scope().Theme.Asset(name) ?? throw NoAsset(run, name)).Bytes);
        }),
        new("url", "path", (run, arguments) => Value.FromString(Address(run, arguments[0], absolute: false))),
        new("absolute_url", "path", (run, arguments) => Value.FromString(Address(run, arguments[0], absolute: true))),
        new("fragment", "name, section", Fragment),
        new("by_year", "pages", ByYear) { Gives = _ => SmallViews.YearGroups.Many },
        new("markdown", "text", (run, arguments) =>
            Value.FromHtml(new GivenText(run.CallSite, run.Scope().Markdown(ValueText.Of(arguments[0], run))))),
        new("cdata", "html", (_, arguments) => Value.FromHtml(new CData(arguments[0]))),
        new("link_to", "target", (run, arguments) => Value.FromString(LinkTo(run, ValueText.Of(arguments[0], run)))),
        new("json", "value", (run, arguments) => Value.FromHtml(Json.Write(arguments[0], run))),
        new("xml_date", "date", (run, arguments) => Date(run, arguments[0], "yyyy-MM-dd'T'HH:mm:sszzz", "+00:00", "Z")),
        new("rss_date", "date", (run, arguments) => Date(run, arguments[0], "ddd, dd MMM yyyy HH:mm:ss zzz", ":", "")),
    ];

    private static TemplateFault NoAsset(TemplateRun run, string name) =>
        run.Fault($"there is no asset '{name}'",
            Nearest.To(name, run.Scope().Theme.AssetNames) is { } near ? $"did you mean '{near}'?" : null);

    /// <summary>An address below the site's root with the base path, and with the host where that is wanted.</summary>
    /// <param name="mayHaveBase">Whether what begins with the base path has it already, as a page's address does.</param>
    internal static string Address(TemplateRun run, in Value path, bool absolute, bool mayHaveBase = false)
    {
        var scope = run.Scope();
        var url = ValueText.Of(path, run);
        if (Urls.IsExternal(url) || url.StartsWith('#')) return url;
        var settings = scope.Settings;
        var below = settings.BasePath.Length > 0 && (absolute || mayHaveBase)
            && (url == settings.BasePath || url.StartsWith(settings.BasePath + "/", StringComparison.Ordinal))
            ? url[settings.BasePath.Length..]
            : url;
        return absolute ? scope.Absolute(below) : scope.Address(below.StartsWith('/') ? below : "/" + below);
    }

    /// <summary>An address as the text of the page would mean it: a file beside it, another page's source.</summary>
    private static string LinkTo(TemplateRun run, string target)
    {
        var page = !run.TryReadVariable("page", out var value) ? null
            : value.Reference as Entry ?? (value.Reference as Generated)?.Index;
        if (page is null) throw run.Fault("'link_to' needs a page that has a text");
        var (scope, at, reports) = (run.Scope(), run.CallSite, true);
        if (scope.IsInComponent) (at, reports) = (scope.Components.Peek().Component.At, scope.Components.Peek().Reports);
        return TextLink.Resolve(scope, page, target, at, reports);
    }

    /// <summary>RFC 3339 has a colon in its offset and Z for UTC; RFC 822 has neither.</summary>
    private static Value Date(TemplateRun run, in Value value, string format, string replace, string with)
    {
        if (value.IsNull) return Value.FromString("");
        if (value.Kind != ValueKind.Date) throw run.Fault($"a date is needed here, not {value.Type.Name}", null);
        var text = value.AsDate.ToString(format, CultureInfo.InvariantCulture);
        if (replace == ":") return Value.FromString(text.Remove(text.LastIndexOf(':'), 1));
        return Value.FromString(text.EndsWith(replace, StringComparison.Ordinal) ? text[..^replace.Length] + with : text);
    }

    /// <summary>The section's shared piece, with the link to the page that is being rendered marked as the current one.</summary>
    private static Value Fragment(TemplateRun run, ReadOnlySpan<Value> arguments)
    {
        var scope = run.Scope();
        if (arguments[1].Reference is not SectionRef section) throw run.Fault("'fragment' needs a section", null);
        var fragment = scope.Fragment(ValueText.Of(arguments[0], run), section.Path);
        foreach (var problem in fragment.Diagnostics) scope.Report(problem);
        return scope.Route is { } route
            ? Value.FromHtml(new CurrentLink(fragment.Html, scope.Address(Percent.Encode(route.Url))))
            : Value.FromHtml((ReadOnlyMemory<byte>)fragment.Html);
    }

    private static Value ByYear(TemplateRun run, ReadOnlySpan<Value> arguments)
    {
        if (arguments[0].Kind != ValueKind.Array) throw run.Fault("'by_year' needs a list of pages", null);
        var (list, scope) = (arguments[0].AsList, run.Scope());
        var pages = Enumerable.Range(0, list.Count).Select(i => list.At(i, run).Reference).OfType<Entry>();
        var groups = pages.GroupBy(page => scope.Read(page, Field.Date).Date?.Year ?? 0)
            .Select(group => new YearGroup(group.Key, [.. group]));
        return SmallViews.YearGroups.List(groups.OrderByDescending(group => group.Year));
    }

    /// <summary>Writes a shared fragment with <c>aria-current</c> at the link to one address.</summary>
    private sealed class CurrentLink(byte[] html, string url) : IHtml
    {
        public void WriteTo(Utf8Buffer output, TemplateRun run)
        {
            var link = System.Text.Encoding.UTF8.GetBytes($"href=\"{url}\"");
            var rest = html.AsSpan();
            for (int at; (at = rest.IndexOf(link)) >= 0; rest = rest[(at + link.Length)..])
            {
                output.Write(rest[..(at + link.Length)]);
                output.Write(" aria-current=\"page\""u8);
            }
            output.Write(rest);
        }
    }
}
