using System.Collections.Immutable;
using Publisher.Content;
using Publisher.Model;

namespace Publisher.Rendering.Views;

/// <summary>A title with an address: a breadcrumb, a menu entry, a feed, a file.</summary>
internal sealed record LinkItem(string Title, string Url, string Type = "", bool External = false);

/// <summary>A year of a dated section, with its address and how many pages it has.</summary>
internal sealed record YearItem(int Year, long Count, string Url);

/// <summary>A season of a section, with its address and how many pages it has.</summary>
internal sealed record SeasonItem(int Season, long Count, string Url, string? Name);

/// <summary>Pages grouped by their year.</summary>
internal sealed record YearGroup(int Year, ImmutableArray<Entry> Pages);

/// <summary>One page of a longer listing.</summary>
internal sealed record PageOfList(int Number, int Count, Func<int, string> UrlOf);

internal sealed record PageNumber(int Number, string Url, bool Current);

/// <summary>A heading with those below it.</summary>
internal sealed record HeadingNode(Heading Heading, ImmutableArray<HeadingNode> Children)
{
    /// <summary>The headings as a tree; one that skips a level hangs below the nearest higher one.</summary>
    public static ImmutableArray<HeadingNode> Tree(ReadOnlySpan<Heading> headings)
    {
        var nodes = ImmutableArray.CreateBuilder<HeadingNode>();
        for (var i = 0; i < headings.Length;)
        {
            var end = i + 1;
            while (end < headings.Length && headings[end].Level > headings[i].Level) end++;
            nodes.Add(new HeadingNode(headings[i], Tree(headings[(i + 1)..end])));
            i = end;
        }
        return nodes.ToImmutable();
    }
}

internal static class SmallViews
{
    public static readonly View<LinkItem> Links = new("link",
        View<LinkItem>.Text("title", (item, _) => item.Title), View<LinkItem>.Text("name", (item, _) => item.Title),
        View<LinkItem>.Text("url", (item, _) => item.Url), View<LinkItem>.Text("type", (item, _) => item.Type),
        View<LinkItem>.Flag("external", (item, _) => item.External));

    public static readonly View<YearItem> Years = new("year",
        View<YearItem>.Number("year", (item, _) => item.Year), View<YearItem>.Number("count", (item, _) => item.Count),
        View<YearItem>.Text("url", (item, _) => item.Url));

    public static readonly View<SeasonItem> Seasons = new("season",
        View<SeasonItem>.Number("season", (item, _) => item.Season), View<SeasonItem>.Number("count", (item, _) => item.Count),
        View<SeasonItem>.Text("url", (item, _) => item.Url), View<SeasonItem>.Text("name", (item, _) => item.Name));

    public static readonly View<YearGroup> YearGroups = new("year group",
        View<YearGroup>.Number("year", (item, _) => item.Year),
        View<YearGroup>.Member("pages", (item, _) => EntryView.Instance.List(item.Pages), () => EntryView.Instance.Many));

    public static readonly View<PageNumber> PageNumbers = new("page number",
        View<PageNumber>.Number("number", (item, _) => item.Number), View<PageNumber>.Text("url", (item, _) => item.Url),
        View<PageNumber>.Flag("current", (item, _) => item.Current));

    public static readonly View<PageOfList> Pagination = new("pagination",
        View<PageOfList>.Number("number", (at, _) => at.Number), View<PageOfList>.Number("count", (at, _) => at.Count),
        View<PageOfList>.Text("prev_url", (at, _) => at.Number > 1 ? at.UrlOf(at.Number - 1) : null),
        View<PageOfList>.Text("next_url", (at, _) => at.Number < at.Count ? at.UrlOf(at.Number + 1) : null),
        View<PageOfList>.Text("first_url", (at, _) => at.UrlOf(1)),
        View<PageOfList>.Text("last_url", (at, _) => at.UrlOf(at.Count)),
        View<PageOfList>.Member("urls", (at, _) =>
            PageNumbers.List(Enumerable.Range(1, at.Count)
                .Select(number => new PageNumber(number, at.UrlOf(number), number == at.Number))), () => PageNumbers!.Many));

    public static readonly HeadingView Headings = new();

    internal sealed class HeadingView() : View<HeadingNode>("heading",
        Number("level", (node, _) => node.Heading.Level), Text("id", (node, _) => node.Heading.Id),
        Text("text", (node, _) => node.Heading.Text),
        Member("html", (node, _) => Scriban.Values.Value.FromHtml(node.Heading.Html), () => Scriban.Checks.Shape.Text),
        Member("children", (node, _) => Headings.List(node.Children), () => Headings!.Many));
}
