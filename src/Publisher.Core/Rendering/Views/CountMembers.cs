using Publisher.Content.Weeknotes;
using Publisher.Model;
using Publisher.Scriban.Checks;
using Publisher.Scriban.Values;
using Publisher.Text;

namespace Publisher.Rendering.Views;

/// <summary>What counts a page among others: its number and season, its week, and the same week of other years.</summary>
internal static class CountMembers
{
    public static IEnumerable<Member> All =>
    [
        View<Entry>.Member("number", (page, scope) => Whole(scope.Read(page, Field.Number).Number), () => Shape.Number),
        View<Entry>.Member("last_number", (page, scope) =>
            scope.Read(page, Field.Number).Weeknote is { } note && note.Last > note.First ? Whole(note.Last) : Value.Null,
            () => Shape.Number),
        View<Entry>.Flag("shows_number", (page, scope) =>
            scope.Read(page, Field.Number).Weeknote is { } note && note.IsIn(scope.Read(page, Field.Title).Title)),
        View<Entry>.Member("season", (page, scope) => Whole(scope.Read(page, Field.Number).Season), () => Shape.Number),
        View<Entry>.Text("season_url", SeasonUrl),
        View<Entry>.Text("season_name", (page, scope) => scope.Read(page, Field.Number).Season is { } season
            ? Titles.SeasonName(Seasonal(page, scope), season, scope)
            : null),
        View<Entry>.Member("from", (page, scope) => DaysOf(page, scope) is { } days ? Value.FromDate(days.From) : Value.Null,
            () => Shape.Date),
        View<Entry>.Member("to", (page, scope) => DaysOf(page, scope) is { } days ? Value.FromDate(days.To) : Value.Null,
            () => Shape.Date),
        View<Entry>.Member("week", (page, scope) => Whole(WeekOf(page, scope)?.Number), () => Shape.Number),
        View<Entry>.Member("week_year", (page, scope) => Whole(WeekOf(page, scope)?.Year), () => Shape.Number),
        View<Entry>.Member("same_week", (page, scope) => EntryView.Instance.List(SameWeek(page, scope)),
            () => EntryView.Instance.Many),
    ];

    /// <summary>The section whose seasons they are: a show, which may lie in another section, else the outermost one.</summary>
    private static SitePath Seasonal(Entry page, RenderScope scope)
    {
        var section = scope.Read(page, Field.Section).Section;
        return SiteIndex.ShowOf(section, scope.Section)?.Path ?? new SitePath(section.Top);
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
        : scope.Listings.Pages(ListKey.OfWeek(new SitePath(scope.Read(page, Field.Section).Section.Top), week.Number))
            .Where(other => WeekOf(other, scope)?.Year is { } year && year != week.Year);
}
