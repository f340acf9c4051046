using Publisher.Content;
using Publisher.Model;
using Publisher.Scriban;
using Publisher.Scriban.Checks;
using Publisher.Scriban.Values;
using Publisher.Text;

namespace Publisher.Rendering.Views;

/// <summary>
/// A page with a source file, as templates see it: its own and any other's. Unknown members are its other front matter.
/// </summary>
internal sealed class EntryView() : View<Entry>("page", Members)
{
    public static EntryView Instance { get; } = new();

    /// <summary>The type of <c>page.params</c>, to which the pages' front matter adds its members.</summary>
    public static ObjectType Params { get; } = new ParamsView();

    private static IEnumerable<Member> Members =>
    [
        Text("kind", (page, scope) => scope.Read(page, Field.Kind).Kind.Name()),
        Text("title", (page, scope) => scope.Read(page, Field.Title).Title),
        Text("title_id", (page, scope) => scope.Text(page, Field.Headings).TitleId),
        Text("url", (page, scope) => scope.Address(scope.Read(page, Field.Url).Url)),
        Text("feed_id", FeedIdentity.IdOf),
        Text("permalink", (page, scope) => scope.Absolute(scope.Read(page, Field.Url).Url)),
        Text("description", (page, scope) =>
            scope.Read(page, Field.Description).Matter.Description ?? NullIfEmpty(scope.Text(page, Field.Excerpt).Excerpt)),
        Text("lang", (page, scope) => scope.Read(page, Field.Lang).Matter.Lang ?? scope.Settings.Language),
        Text("layout", (page, scope) => scope.Read(page, Field.Layout).Matter.Layout),
        Text("slug", (page, scope) => scope.Read(page, Field.Slug).Matter.Slug ?? page.Card.FileSlug),
        Text("source_path", (page, _) => page.Path.Value),
        Flag("is_home", (_, _) => false),
        Member("content", (page, scope) =>
        {
            var isOwn = IsOwn(page, scope);
            return Value.FromHtml(new BodyHtml(page, scope.Body(page, reports: isOwn), isOwn));
        }, () => Shape.Text),
        Member("feed_content", (page, scope) => Value.FromHtml(new FeedContent(page, scope.Body(page, reports: false))),
            () => Shape.Text),
        Member("feed_notes", (page, scope) => Value.FromHtml(new FeedNotes(page)), () => Shape.Text),
        Member("summary", (page, scope) =>
            Value.FromHtml(new BodyHtml(page, scope.Text(page, Field.Summary).Summary, false)), () => Shape.Text),
        Text("excerpt", (page, scope) => scope.Text(page, Field.Excerpt).Excerpt),
        Member("date", (page, scope) => scope.Read(page, Field.Date).Date.ToValue(), () => Shape.Date),
        Member("updated", (page, scope) => scope.Read(page, Field.Updated).Matter.Updated.ToValue(), () => Shape.Date),
        Member("expires", (page, scope) => scope.Read(page, Field.Expires).Matter.Expires.ToValue(), () => Shape.Date),
        Member("tags", (page, scope) => TermView.Instance.Named("tags", scope.Read(page, Field.Tags).Tags),
            () => TermView.Instance.Many),
        Member("categories", (page, scope) =>
            TermView.Instance.Named("categories", scope.Read(page, Field.Categories).Categories), () => TermView.Instance.Many),
        Member("series", (page, scope) =>
            scope.Read(page, Field.Series).Series is { } name ? TermView.Instance.Of(TermRef.Named("series", name)) : Value.Null,
            () => TermView.Instance.One),
        Member("authors", (page, scope) =>
            Value.FromStrings([.. scope.Read(page, Field.Authors).Authors.Select(author => author.Name)]), Texts),
        Member("people", PersonView.Instance.Of, () => PersonView.Instance.Many),
        Member("aliases", (page, scope) => Value.FromStrings(scope.Read(page, Field.Aliases).Matter.Aliases ?? []), Texts),
        Text("image", (page, scope) =>
            scope.Read(page, Field.Image).Matter.Image is { } image ? scope.Address(page, image) : null),
        Flag("draft", (page, scope) => scope.Read(page, Field.Status).Status == Status.Draft),
        Text("status", (page, scope) =>
            scope.Read(page, Field.Status).Status is not Status.Published and var status
                ? status.ToString().ToLowerInvariant()
                : null),
        Member("weight", (page, scope) =>
            scope.Read(page, Field.Weight).Matter.Weight is { } weight ? Value.FromInteger(weight) : Value.Null,
            () => Shape.Number),
        Number("words", (page, scope) => scope.Text(page, Field.Words).Words),
        Number("reading_minutes", (page, scope) => scope.Text(page, Field.Reading).ReadingMinutes),
        Member("headings", (page, scope) =>
            SmallViews.Headings.List(HeadingNode.Tree(scope.Text(page, Field.Headings).Headings.AsSpan())),
            () => SmallViews.Headings.Many),
        Member("toc", (page, scope) => Value.FromHtml(PageOutline.Html(scope.Text(page, Field.Headings).Headings)),
            () => Shape.Text),
        Member("prev", (page, scope) => Instance.Of(scope.Neighbours(page).Previous), () => Instance.One),
        Member("next", (page, scope) => Instance.Of(scope.Neighbours(page).Next), () => Instance.One),
        Member("section", (page, scope) => SectionView.Instance.Of(new SectionRef(scope.Read(page, Field.Section).Section)),
            () => SectionView.Instance.One),
        Member("breadcrumbs", (page, scope) => Breadcrumbs.To(scope.Read(page, Field.Section).Section, scope),
            () => SmallViews.Links.Many),
        Member("feeds", (page, scope) =>
            SmallViews.Links.List(Feeds.Around(scope.Read(page, Field.Section).Section, scope)), () => SmallViews.Links.Many),
        Member("files", (page, scope) => page.Bundle is { } folder
            ? SmallViews.Links.List(scope.Files.Below(folder)
                .Select(file => new LinkItem(file.Source.Name, scope.Address(Percent.Encode(Route.UrlOf(file.Output))))))
            : SmallViews.Links.List([]), () => SmallViews.Links.Many),
        Member("params", (page, _) => Value.FromHost(Params, page), () => new TypeShape(Params)),
        .. EpisodeMembers.All, .. CountMembers.All, .. BlogrollMembers.All, .. GeneratedView.AbsentFrom<Entry>(),
    ];

    private static Shape Texts() => new ListShape(() => Shape.Text);

    /// <summary>A name that no page's front matter has is a mistake in the template.</summary>
    public override bool TryGetDynamic(object target, TemplateRun run, string name, out Value value)
    {
        Params.TryGetDynamic(target, run, name, out value);
        if (!value.IsNull) return true;
        if (JekyllNames.Find(name) is not { } member) return run.Scope().IsKnownKey(name);
        value = member.Get(Of((Entry)target), run);
        return true;
    }

    public override IEnumerable<string> DynamicNames(object target, TemplateRun run) => Params.DynamicNames(target, run);

    /// <summary>Links in a text are reported once: where the text is a page of its own.</summary>
    private static bool IsOwn(Entry page, RenderScope scope) =>
        scope.Route is Routes.PageRoute own
            ? own.Source == page.Path
            : scope.Route is Routes.ListingRoute { Number: 1 } && page.IsSectionIndex;

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    /// <summary>
    /// The front matter that Publisher has no type for; any key may be asked for, and one that is not there is null.
    /// </summary>
    private sealed class ParamsView : ObjectType
    {
        public override string Name => "front matter";

        public override IEnumerable<string> MemberNames => [];

        public override Member? Find(string name) => null;

        public override bool TryGetDynamic(object target, TemplateRun run, string name, out Value value)
        {
            var scope = run.Scope();
            var node = scope.Extra((Entry)target, name);
            value = DataValues.ToValue(node);
            return true;
        }

        public override IEnumerable<string> DynamicNames(object target, TemplateRun run) => run.Scope().KnownKeys;
    }
}
