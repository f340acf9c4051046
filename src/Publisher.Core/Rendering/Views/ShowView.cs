using Publisher.Content;
using Publisher.Model;
using Publisher.Rendering.Routes;
using Publisher.Scriban;
using Publisher.Scriban.Checks;
using Publisher.Scriban.Values;
using Publisher.Text;

namespace Publisher.Rendering.Views;

/// <summary>A podcast with the index page that has its settings.</summary>
internal sealed record ShowItem(Entry Index, Show Show);

/// <summary>A podcast as templates see it: <c>page.show</c>, on its own page, its episodes and its feed.</summary>
internal sealed class ShowView() : View<ShowItem>("show",
    Text("title", (at, scope) => scope.Read(at.Index, Field.Title).Title),
    Text("description", (at, scope) => scope.Read(at.Index, Field.Description).Matter.Description),
    Text("url", (at, scope) => scope.Address(scope.Read(at.Index, Field.Url).Url)),
    Text("feed_url", (at, scope) => scope.Absolute(FeedOf(at, scope))),
    Text("author", (at, scope) => scope.Read(at.Index, Field.Authors).Authors is { IsEmpty: false } authors
        ? string.Join(", ", authors.Select(author => author.Name))
        : scope.Settings.Author is { Length: > 0 } author ? author : null),
    Member("categories", (at, _) => Categories.List(at.Show.Categories), () => Categories!.Many),
    Text("owner_name", (at, scope) => at.Show.OwnerName ?? (at.Show.OwnerEmail is null ? null : scope.Settings.Author)),
    Text("owner_email", (at, _) => at.Show.OwnerEmail),
    Text("artwork", (at, scope) => at.Show.Artwork is { } artwork ? scope.Address(at.Index, artwork) : null),
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
    Text("new_feed_url", (at, _) => at.Show.NewFeedUrl),
    Flag("block", (at, _) => at.Show.IsBlocked),
    Flag("complete", (at, _) => at.Show.IsComplete),
    Text("location", (at, _) => at.Show.Location),
    Member("verify", (at, _) => Links.List(at.Show.Texts), () => Links!.Many),
    Member("podroll", (at, _) => Value.FromStrings([.. at.Show.Podroll]), () => new ListShape(() => Shape.Text)),
    Text("update_frequency", (at, _) => at.Show.UpdateFrequency))
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

    private static string FeedOf(ShowItem at, RenderScope scope) =>
        scope.Read(at.Index, Field.Url).Url + FeedFormat.Rss.FileName();

    /// <summary>What the podcast is known by: what it says, what was published, else what its feed's address gives.</summary>
    internal static string GuidOf(ShowItem at, RenderScope scope) =>
        scope.Read(at.Index, Field.Id).Matter.Id
        ?? scope.PublishedId(at.Index, Show.GuidOf(scope.Absolute(FeedOf(at, scope))).ToString());
}
