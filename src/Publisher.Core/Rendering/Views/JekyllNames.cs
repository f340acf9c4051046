using System.Collections.Frozen;
using Publisher.Model;
using Publisher.Scriban.Checks;
using Publisher.Scriban.Values;

namespace Publisher.Rendering.Views;

/// <summary>
/// What templates of Jekyll ask a page for, so that they work as they are. Front matter of the same name goes before, and
/// these are no suggestions for a name that is spelt wrong.
/// </summary>
internal static class JekyllNames
{
    private const string PageOfPaginator = "paginator";

    private static readonly FrozenDictionary<string, Member> OfPages = new Member[]
    {
        View<Entry>.Member("previous", (page, scope) => EntryView.Instance.Of(scope.Neighbours(page).Previous),
            () => EntryView.Instance.One),
        View<Entry>.Text("id", (page, scope) =>
        {
            var url = scope.Read(page, Field.Url).Url;
            return url.Length > 1 && url.EndsWith('/') ? url[..^1] : url;
        }),
        View<Entry>.Text("path", (page, _) => page.Path.Value),
        View<Entry>.Text("name", (page, _) => page.Path.Name),
        View<Entry>.Text("dir", (page, scope) => scope.Address(FolderOf(scope.Read(page, Field.Url).Url))),
        View<Entry>.Text("collection", (page, scope) =>
            scope.Read(page, Field.Section).Section is { IsRoot: false } section ? section.Top : null),
        View<Entry>.Text("author", (page, scope) =>
            scope.Read(page, Field.Authors).Authors is [var first, ..] ? first.Name : null),
    }.ToFrozenDictionary(member => member.Name);

    /// <summary>What a listing's template sees as <c>paginator</c>.</summary>
    public static View<Generated> Paginator { get; } = new(PageOfPaginator,
        View<Generated>.Number("page", (list, _) => list.Number),
        View<Generated>.Number("per_page", (list, scope) =>
            scope.Listings.PageSize(list.List!.Value) is > 0 and var size ? size : Total(list, scope)),
        View<Generated>.Member("posts", (list, scope) => EntryView.Instance.List(GeneratedView.PagesOf(list, scope)),
            () => EntryView.Instance.Many),
        View<Generated>.Number("total_posts", Total),
        View<Generated>.Number("total_pages", (list, scope) => GeneratedView.PaginationOf(list, scope)?.Count ?? 1),
        Turn("previous_page", -1), Path("previous_page_path", -1), Turn("next_page", 1), Path("next_page_path", 1));

    public static IEnumerable<string> Names => OfPages.Keys;

    public static Member? Find(string name) => OfPages.GetValueOrDefault(name);

    /// <summary>What to write for a name of Jekyll's that there is not; null for any other.</summary>
    public static string? Advice(string name) => name switch
    {
        "jekyll.version" => "write site.generator",
        "jekyll.environment" => "write site.params.environment, and set it with --set params.environment=production",
        "jekyll" => "site.generator names the program",
        "layout" => "a layout has no front matter here; put its values below 'params' in the settings",
        "site.collections" => "write site.sections, each with its pages",
        "site.static_files" => "files beside a page are page.files; others are not listed",
        "site.documents" or "site.html_files" => "write site.pages",
        "site.keep_files" or "site.source" => "there is no such setting here",
        PageOfPaginator => "a listing is made by a template, such as templates/home.sbn-html, and has it there",
        _ => null,
    };

    private static long Total(Generated list, RenderScope scope) => scope.Listings.Count(list.List!.Value);

    private static string FolderOf(string url) => url[..(url.LastIndexOf('/') + 1)];

    private static Member Turn(string name, int by) => View<Generated>.Member(name, (list, scope) =>
        Other(list, by, scope) is { } number ? Value.FromInteger(number) : Value.Null, () => Shape.Number);

    private static Member Path(string name, int by) => View<Generated>.Text(name, (list, scope) =>
        Other(list, by, scope) is { } number ? GeneratedView.PaginationOf(list, scope)!.UrlOf(number) : null);

    private static int? Other(Generated list, int by, RenderScope scope) =>
        GeneratedView.PaginationOf(list, scope) is { } all && list.Number + by is >= 1 and var number && number <= all.Count
            ? number : null;
}
