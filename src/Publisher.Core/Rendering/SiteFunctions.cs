using System.Collections.Immutable;
using System.Globalization;
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
        // Nothing; what the template prints is handed to that layout, which prints it as `content`.
        //
        // ```scriban title="templates/page.sbn-html"
        // {{ layout 'base' }}We cook.
        // ```
        //
        // ```scriban title="templates/base.sbn-html"
        // <main>{{ content }}</main>
        // ```
        //
        // ```markdown title="content/about.md"
        // ---
        // title: About us
        // ---
        // ```
        //
        // ```html title="_site/about/index.html"
        // <main>We cook.
        // </main>
        // ```
        new("layout", "name", (run, arguments) =>
        {
            if (run.Scope().IsInComponent) throw run.Fault("a component is a part of a page and has no layout");
            (run.Scope().Layout, run.Scope().LayoutAt) = (ValueText.Of(arguments[0], run), run.CallSite);
            return Value.FromHtml("");
        }),
        // An asset's address, which has a fingerprint of its bytes in it, so that it may be kept for ever.
        // `{{ asset "site.css" }}` → `/kitchen/assets/site.b549853342.css`
        new("asset", "name", (run, arguments) =>
        {
            var name = ValueText.Of(arguments[0], run);
            var file = run.Scope().Theme.Asset(name) ?? throw NoAsset(run, name);
            return Value.FromString(run.Scope().Address("/" + AssetRoute.PathOf(name, file.Stamp).Value));
        }),
        // An asset's text, to put it into the page.
        // `<style>{{ asset_text "site.css" | string.strip }}</style>` → `<style>body { color: #333 }</style>`
        new("asset_text", "name", (run, arguments) =>
        {
            var name = ValueText.Of(arguments[0], run);
            return Value.FromHtml((ReadOnlyMemory<byte>)(run.Scope().Theme.Asset(name) ?? throw NoAsset(run, name)).Bytes);
        }),
        // The address with the base path before it.
        // `{{ url "/about/" }}` → `/kitchen/about/`
        new("url", "path", (run, arguments) => Value.FromString(Address(run, arguments[0], absolute: false))),
        // The address with the host and the base path before it.
        // `{{ absolute_url "/about/" }}` → `https://example.org/kitchen/about/`
        new("absolute_url", "path", (run, arguments) => Value.FromString(Address(run, arguments[0], absolute: true))),
        // What a template of `templates/fragments` prints for a section, rendered once and shared by its pages. The link to the
        // page that one is on is marked.
        //
        // ```scriban title="templates/page.sbn-html"
        // {{ fragment 'menu' page.section }}
        // ```
        //
        // ```scriban title="templates/fragments/menu.sbn-html"
        // {{ for one in section.pages }}<p><a href="{{ one.url }}">{{ one.title }}</a></p>{{ end }}
        // ```
        //
        // ```markdown title="content/about.md"
        // ---
        // title: About us
        // ---
        // ```
        //
        // ```markdown title="content/menu.md"
        // ---
        // title: The menu
        // ---
        // ```
        //
        // ```html title="_site/about/index.html"
        // <p><a href="/about/" aria-current="page">About us</a></p><p><a href="/menu/">The menu</a></p>
        // ```
        new("fragment", "name, section", Fragment),
        // The pages by years, the newest year first: each has `year` and `pages`. Undated pages are in the year 0.
        // `{{ for group in by_year site.pages; group.year + ": " + group.pages.size; end }}` → `2026: 1`
        new("by_year", "pages", ByYear) { Gives = _ => SmallViews.YearGroups.Many },
        // The text as HTML, read as Markdown.
        // `{{ markdown "*hot* soup" }}` → `<p><em>hot</em> soup</p>`
        new("markdown", "text", (run, arguments) =>
            Value.FromHtml(new GivenText(run.CallSite, run.Scope().Markdown(ValueText.Of(arguments[0], run))))),
        // A text in a `CDATA` section of an XML file, which nothing in the text can end: how feeds carry HTML.
        // `{{ cdata "Fish & chips" }}` → `<![CDATA[Fish & chips]]>`
        new("cdata", "html", (_, arguments) => Value.FromHtml(new CData(arguments[0]))),
        // The address that a link in the page's text would lead to: of the source of another page, of a file, or of an anchor.
        // What leads nowhere is told of.
        //
        // ```scriban title="templates/page.sbn-html"
        // <a href="{{ link_to 'menu.md' }}">The menu</a>
        // ```
        //
        // ```markdown title="content/about.md"
        // ---
        // title: About us
        // ---
        // ```
        //
        // ```markdown title="content/menu.md"
        // ---
        // title: The menu
        // ---
        // ```
        //
        // ```html title="_site/about/index.html"
        // <a href="/menu/">The menu</a>
        // ```
        new("link_to", "target", (run, arguments) => Value.FromString(LinkTo(run, ValueText.Of(arguments[0], run)))),
        // The value as JSON that may stand in a script element.
        // `<script>const page = {{ json { title: page.title } }}</script>` → `<script>const page = {"title":"About us"}</script>`
        new("json", "value", (run, arguments) => Value.FromHtml(Json.Write(arguments[0], run))),
        // The date as Atom wants it.
        // `{{ xml_date page.date }}` → `2026-03-05T09:30:00Z`
        new("xml_date", "date", (run, arguments) => Date(run, arguments[0], "yyyy-MM-dd'T'HH:mm:sszzz", "+00:00", "Z")),
        // The date as RSS wants it.
        // `{{ rss_date page.date }}` → `Thu, 05 Mar 2026 09:30:00 +0000`
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
