using Publisher.Content.Podcasts;
using Publisher.Content;
using Publisher.Model;
using Publisher.Rendering.Routes;
using Publisher.Scriban.Checks;
using Publisher.Scriban.Values;
using Publisher.Text;

namespace Publisher.Rendering.Views;

/// <summary>A podcast with the index page that has its settings.</summary>
internal sealed record ShowItem(Entry Index, Show Show)
{
    /// <summary>Where a season of it stands for the whole, as its feed does.</summary>
    public int? Season { get; init; }
}

/// <summary>A podcast as templates see it: <c>page.show</c>, on its own page, its episodes and its feed.</summary>
internal sealed class ShowView() : View<ShowItem>("show",
    Text("title", (at, scope) => scope.Read(at.Index, Field.Title).Title is var title && at.Season is { } season
        ? Titles.OfSeasonIn(title, at.Index.Section, season, scope)
        : title),
    Text("description", (at, scope) => scope.Read(at.Index, Field.Description).Matter.Description),
    Text("url", (at, scope) => scope.Address(UrlOf(at, scope))),
    Text("feed_url", (at, scope) => scope.Absolute(FeedOf(at, scope))),
    Text("author", (at, scope) => scope.Read(at.Index, Field.Authors).Authors is { IsEmpty: false } authors
        ? string.Join(", ", authors.Select(author => author.Name))
        : scope.Settings.Author is { Length: > 0 } author ? author : null),
    Member("categories", (at, _) => Categories.List(at.Show.Categories), () => Categories!.Many),
    Text("owner_name", (at, scope) => at.Show.OwnerName ?? (at.Show.OwnerEmail is null ? null : scope.Settings.Author)),
    Text("owner_email", (at, _) => at.Show.OwnerEmail),
    Text("artwork", (at, scope) => at.Show.Artwork is { } artwork ? scope.Address(at.Index, artwork) : null),
    Member("artwork_size", (at, scope) => PodcastViews.SizeOf(at.Index, at.Show.Artwork, scope), () => PodcastViews.SizeShape),
    Text("language", (at, scope) => at.Show.Language ?? scope.Settings.Language),
    Flag("explicit", (at, _) => at.Show.IsExplicit),
    Text("type", (at, _) => at.Show.Type),
    Text("copyright", (at, _) => at.Show.Copyright),
    Member("license", (at, _) => Links.Of(at.Show.License), () => Links!.One),
    Member("directories", (at, _) => Links.List(at.Show.Directories), () => Links!.Many),
    Member("funding", (at, _) => Links.List(at.Show.Funding), () => Links!.Many),
    Member("persons", (at, _) => PersonView.Instance.Listed(at.Index, at.Show.Persons), () => PersonView.Instance.Many),
    Member("hosts", (at, _) => PersonView.Instance.Listed(at.Index, at.Show.Persons.Where(person => person.IsHost)),
        () => PersonView.Instance.Many),
    Flag("locked", (at, _) => at.Show.IsLocked),
    Text("medium", (at, _) => at.Show.Medium),
    Text("guid", GuidOf),
    Text("new_feed_url", (at, _) => at.Season is null ? at.Show.NewFeedUrl : null),
    Flag("block", (at, _) => at.Show.IsBlocked),
    Member("blocks", (at, _) => PodcastViews.Blocks.List(at.Show.Blocks), () => PodcastViews.Blocks.Many),
    Flag("complete", (at, _) => at.Show.IsComplete),
    Text("location", (at, _) => at.Show.Location),
    Member("verify", (at, _) => Links.List(at.Show.Texts), () => Links!.Many),
    Member("podroll", (at, _) => Value.FromStrings([.. at.Show.Podroll]), () => new ListShape(() => Shape.Text)),
    Text("update_frequency", (at, _) => at.Show.UpdateFrequency),
    Member("payments", (at, _) => PodcastViews.Payments.List(at.Show.Payments), () => PodcastViews.Payments.Many),
    Member("chat", (at, _) => PodcastViews.Chats.Of(at.Show.Chat), () => PodcastViews.Chats.One),
    Member("publisher", (at, _) => PodcastViews.RemoteFeeds.Of(at.Show.Publisher), () => PodcastViews.RemoteFeeds.One),
    Flag("podping", (at, _) => at.Show.UsesPodping))
{
    public static ShowView Instance { get; } = new();

    private static readonly View<NamedLink> Links = new("link",
        View<NamedLink>.Text("name", (link, _) => link.Name), View<NamedLink>.Text("url", (link, _) => link.Url));

    private static readonly View<ShowCategory> Categories = new("category",
        View<ShowCategory>.Text("name", (category, _) => category.Name),
        View<ShowCategory>.Text("below", (category, _) => category.Below));

    /// <summary>The show that a section belongs to.</summary>
    public static ShowItem? Of(SitePath section, RenderScope scope) =>
        SiteIndex.ShowOf(section, scope.Section) is { } show && scope.IndexOf(show) is { } index
            ? new ShowItem(index, Show.Of(scope.Read(index, Field.All).Matter, []))
            : null;

    /// <summary>The show that a listing is, or is a season of; one of a part of it otherwise is that of the whole.</summary>
    public static ShowItem? Of(ListKey list, RenderScope scope) => list.Kind switch
    {
        ListKind.Section => Of(new SitePath(list.Name), scope),
        ListKind.Season when Of(list.AsPart.Section, scope) is { } show => show with { Season = list.AsPart.Number },
        _ => null,
    };

    private static string UrlOf(ShowItem at, RenderScope scope)
    {
        var section = scope.Read(at.Index, Field.Url);
        return at.Season is { } season && Titles.OfSeason(section.Section, season, scope) is { } url ? url : section.Url;
    }

    private static string FeedOf(ShowItem at, RenderScope scope) => UrlOf(at, scope) + FeedFormat.Rss.FileName();

    /// <summary>
    /// What the podcast is known by: what it says, what was published, else what its feed's address gives, as for a season's
    /// feed always.
    /// </summary>
    internal static string GuidOf(ShowItem at, RenderScope scope) =>
        at.Season is null
            ? scope.Read(at.Index, Field.Id).Matter.Id ?? scope.PublishedId(at.Index, MadeGuid(at, scope))
            : MadeGuid(at, scope);

    private static string MadeGuid(ShowItem at, RenderScope scope) => Show.GuidOf(scope.Absolute(FeedOf(at, scope))).ToString();
}
