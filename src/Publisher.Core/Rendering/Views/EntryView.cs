using System.Collections.Immutable;
using Publisher.Configuration;
using Publisher.Content;
using Publisher.Diagnostics;
using Publisher.Model;
using Publisher.Rendering.Routes;
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

    private static readonly View<Audio> AudioView = new("audio",
        View<Audio>.Text("url", (audio, _) => audio.Url), View<Audio>.Text("type", (audio, _) => audio.Type),
        View<Audio>.Number("bytes", (audio, _) => audio.Bytes),
        View<Audio>.Number("duration_seconds", (audio, _) => audio.Seconds),
        View<Audio>.Text("duration", (audio, _) => audio.Duration));

    private static readonly View<BlogrollEntry> BlogrollView = new("blog",
        View<BlogrollEntry>.Text("title", (blog, _) => blog.Title), View<BlogrollEntry>.Text("url", (blog, _) => blog.Url),
        View<BlogrollEntry>.Text("feed", (blog, _) => blog.Feed),
        View<BlogrollEntry>.Text("description", (blog, _) => blog.Description),
        View<BlogrollEntry>.Text("group", (blog, _) => blog.Group));

    private static readonly View<OfferedTranscript> TranscriptView = new("transcript",
        View<OfferedTranscript>.Text("url", (transcript, _) => transcript.Url),
        View<OfferedTranscript>.Text("type", (transcript, _) => transcript.Type),
        View<OfferedTranscript>.Text("language", (transcript, _) => transcript.Language));

    /// <summary>The type of <c>page.params</c>, to which the pages' front matter adds its members.</summary>
    public static ObjectType Params { get; } = new ParamsView();

    private static IEnumerable<Member> Members =>
    [
        Text("kind", (page, scope) => scope.Read(page, Field.Kind).Kind.Name()),
        Text("title", (page, scope) => scope.Read(page, Field.Title).Title),
        Text("title_id", (page, scope) => scope.Text(page, Field.Headings).TitleId),
        Text("url", (page, scope) => scope.Address(scope.Read(page, Field.Url).Url)),
        Text("feed_id", FeedItem.IdOf),
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
        Member("authors", (page, scope) => Value.FromStrings(scope.Read(page, Field.Authors).Matter.Authors ?? []), Texts),
        Member("aliases", (page, scope) => Value.FromStrings(scope.Read(page, Field.Aliases).Matter.Aliases ?? []), Texts),
        Text("image", (page, scope) =>
            scope.Read(page, Field.Image).Matter.Image is { } image ? AddressOf(page, image, scope) : null),
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
        Member("files", (page, scope) => page.Bundle is { } folder
            ? SmallViews.Links.List(scope.Files(folder)
                .Select(file => new LinkItem(file.Source.Name, scope.Address(Percent.Encode(Route.UrlOf(file.Output))))))
            : SmallViews.Links.List([]), () => SmallViews.Links.Many),
        Member("params", (page, _) => Value.FromHost(Params, page), () => new TypeShape(Params)),
        Member("audio", (page, scope) => AudioView.Of(PublishedAudioOf(page, scope)), () => AudioView.One),
        Member("chapters", (page, scope) => ChapterView.Of(page, scope), () => ChapterView.Instance.Many),
        Text("chapters_url", (page, scope) => ChapterView.UrlOf(page, scope)),
        Member("transcript", (page, scope) => EpisodeTranscript.Html(page, scope) is { } html ? Value.FromHtml(html) : Value.Null,
            () => Shape.Text),
        Member("transcripts", (page, scope) => TranscriptView.List(EpisodeTranscript.Offered(page, scope)),
            () => TranscriptView.Many),
        Member("number", (page, scope) => Whole(scope.Read(page, Field.Number).Number), () => Shape.Number),
        Member("last_number", (page, scope) =>
            scope.Read(page, Field.Number).Weeknote is { } note && note.Last > note.First ? Whole(note.Last) : Value.Null,
            () => Shape.Number),
        Flag("shows_number", (page, scope) =>
            scope.Read(page, Field.Number).Weeknote is { } note && note.IsIn(scope.Read(page, Field.Title).Title)),
        Member("season", (page, scope) => Whole(scope.Read(page, Field.Number).Season), () => Shape.Number),
        Text("season_url", SeasonUrl),
        Text("episode_type", (page, scope) =>
            (scope.Read(page, Field.All).Matter.Extra.Find("episode_type") as ScalarNode)?.Text ?? "full"),
        Member("explicit", (page, scope) => DataValues.ToValue(scope.Extra(page, "explicit")), () => Shape.Flag),
        Member("feed_notes", (page, scope) => Value.FromHtml(new FeedNotes(page)), () => Shape.Text),
        Member("guests", (page, scope) =>
            PersonView.Instance.Listed(page, Person.Of(scope.Read(page, Field.All).Matter, "guests", "guest", "guest")),
            () => PersonView.Instance.Many),
        Member("hosts", (page, scope) =>
            PersonView.Instance.Listed(page, Person.Of(scope.Read(page, Field.All).Matter, "hosts", "host", "host")),
            () => PersonView.Instance.Many),
        Member("show", (page, scope) =>
            ShowView.Instance.Of(ShowView.Of(scope.Read(page, Field.Section).Section, scope)), () => ShowView.Instance.One),
        Member("from", (page, scope) => DaysOf(page, scope) is { } days ? Value.FromDate(days.From) : Value.Null,
            () => Shape.Date),
        Member("to", (page, scope) => DaysOf(page, scope) is { } days ? Value.FromDate(days.To) : Value.Null, () => Shape.Date),
        Member("week", (page, scope) => Whole(WeekOf(page, scope)?.Number), () => Shape.Number),
        Member("week_year", (page, scope) => Whole(WeekOf(page, scope)?.Year), () => Shape.Number),
        Member("same_week", (page, scope) => Instance.List(SameWeek(page, scope)), () => Instance.Many),
        Member("blogroll", (page, scope) => BlogrollView.List(BlogrollOf(page, scope)), () => BlogrollView.Many),
        Text("blogroll_url", (page, scope) =>
            Blogroll.IsWanted(scope.Extra(page, Blogroll.Key))
                ? scope.Address(Route.UrlOf(BlogrollRoute.PathOf(scope.Read(page, Field.Url))))
                : null),
        .. GeneratedView.AbsentFrom<Entry>(),
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

    /// <summary>An address as front matter has it: a file beside the page, or one elsewhere.</summary>
    internal static string AddressOf(Entry page, string target, RenderScope scope) =>
        scope.Link(page, target) is { IsLocal: true, Fault: not LinkFault.Dead } answer ? scope.Address(answer.Url)
            : target.StartsWith('/') && !target.StartsWith("//", StringComparison.Ordinal) ? scope.Address(target) : target;

    /// <summary>What an episode plays; null of any other page.</summary>
    internal static Audio? SoundOf(Entry page, RenderScope scope) =>
        scope.Read(page, Field.Kind).Kind == Content.Kind.Episode && AudioOf(page, scope) is { Url.Length: > 0 } audio
            ? audio
            : null;

    /// <summary>Chapters that are written into the published copy make it longer.</summary>
    private static Audio? PublishedAudioOf(Entry page, RenderScope scope)
    {
        var audio = AudioOf(page, scope);
        if (audio is null || EpisodeSound.ToEmbedIn(page, scope.Settings, scope.HasFile) is not { } file) return audio;
        return EpisodeSound.Head(page, file, scope, _ => { }) is (var head, { } rest)
            ? audio with { Bytes = head.Length + rest.File.Length - rest.From }
            : audio;
    }

    /// <summary>A sound that is one of the site's files is measured, whatever its front matter says.</summary>
    internal static Audio? AudioOf(Entry page, RenderScope scope)
    {
        if (scope.Read(page, Field.All).Audio is not { } audio) return null;
        if (audio.Url.Length == 0) return audio;
        var own = EpisodeFiles.Sound(page, audio, scope);
        audio = audio with { Url = AddressOf(page, audio.Url, scope), Bytes = own?.File.Length ?? audio.Bytes };
        return own?.Facts is { } facts ? audio with { Type = facts.Type, Seconds = (int)Math.Round(facts.Duration) } : audio;
    }

    private static string? SeasonUrl(Entry page, RenderScope scope) =>
        scope.Read(page, Field.Number).Season is { } season
            && Titles.OfSeason(new SitePath(scope.Read(page, Field.Section).Section.Top), season, scope) is { } url
            ? scope.Address(url)
            : null;

    private static Value Whole(int? number) => number is { } whole ? Value.FromInteger(whole) : Value.Null;

    private static Week? WeekOf(Entry page, RenderScope scope) =>
        scope.Read(page, Field.Date).Date is { } date ? Week.Of(date) : null;

    private static (DateTimeOffset From, DateTimeOffset To)? DaysOf(Entry page, RenderScope scope) =>
        scope.Read(page, Field.Date).Date is { } date ? Week.DaysOf(date, scope.Settings.TimeZone) : null;

    /// <summary>What the same top folder has of this week of the year in other years.</summary>
    private static IEnumerable<Entry> SameWeek(Entry page, RenderScope scope) => WeekOf(page, scope) is not { } week
        ? []
        : scope.List(ListKey.OfWeek(new SitePath(scope.Read(page, Field.Section).Section.Top), week.Number))
            .Where(other => WeekOf(other, scope)?.Year is { } year && year != week.Year);

    internal static ImmutableArray<BlogrollEntry> BlogrollOf(Entry page, RenderScope scope, List<Diagnostic>? problems = null)
    {
        var node = scope.Extra(page, Blogroll.Key);
        return Blogroll.NameOf(node) is { } name
            ? Blogroll.OfData(name, ((ScalarNode)node!).At, scope.Data, problems)
            : Blogroll.Of(node, problems);
    }

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
