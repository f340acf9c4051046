using Publisher.Content;
using Publisher.Model;
using Publisher.Scriban.Values;

namespace Publisher.Rendering.Views;

/// <summary>A folder of pages as templates see it.</summary>
internal sealed class SectionView() : View<SectionRef>("section",
    Text("title", (at, scope) => Title(at, scope)),
    Text("url", (at, scope) => scope.Section(at.Path) is { } section ? scope.Address(section.Url) : null),
    Text("description", (at, scope) =>
        Index(at, scope) is { } index ? scope.Read(index, Field.Description).Matter.Description : null),
    Text("path", (at, _) => at.Path.Value),
    Text("name", (at, _) => at.Path.Name),
    Text("kind", (at, scope) => scope.Section(at.Path)?.Kind.Name()),
    Number("depth", (at, scope) => scope.Section(at.Path)?.Depth ?? 0),
    Number("count", (at, scope) => scope.Listings.Count(KeyOf(at))),
    Member("pages", (at, scope) => EntryView.Instance.List(scope.Listings.Pages(KeyOf(at))), () => EntryView.Instance.Many),
    Member("sections", (at, scope) =>
        Instance.List((scope.Section(at.Path)?.Children ?? []).Select(path => new SectionRef(path))), () => Instance!.Many),
    Member("parent", (at, _) => at.Path.IsRoot ? Value.Null : Instance.Of(new SectionRef(at.Path.Parent)), () => Instance!.One),
    Member("page", (at, scope) => EntryView.Instance.Of(Index(at, scope)), () => EntryView.Instance.One))
{
    public static SectionView Instance { get; } = new();

    /// <summary>The index page's title, what the settings call it, or its folder's name in words.</summary>
    public static string Title(SectionRef at, RenderScope scope)
    {
        if (Index(at, scope) is { } index) return scope.Read(index, Field.Title).Title;
        if (at.Path.IsRoot) return scope.Settings.Title is { Length: > 0 } title ? title : "Home";
        return scope.Settings.Section(at.Path.Value).Title ?? EntryResolver.TitleFrom(at.Path.Name);
    }

    public static Entry? Index(SectionRef at, RenderScope scope) =>
        scope.Section(at.Path) is { } section ? scope.IndexOf(section) : null;

    public static ListKey KeyOf(SectionRef at) =>
        at.Path.IsRoot ? ListKey.RootPages : new ListKey(ListKind.Section, at.Path.Value);
}

/// <summary>Names a section, whatever pages it has today.</summary>
internal sealed record SectionRef(Publisher.Text.SitePath Path);
