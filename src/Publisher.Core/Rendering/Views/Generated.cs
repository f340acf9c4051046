using Publisher.Model;

namespace Publisher.Rendering.Views;

/// <summary>A page that no single source file makes: a listing, a feed, the 404 page, a redirect.</summary>
internal sealed record Generated
{
    /// <summary>
    /// "section", "home", "term", "terms", "person", "people", "archive", "season", "series", "404", "redirect", "feed",
    /// "feed-page" or "opml".
    /// </summary>
    public required string Kind { get; init; }

    public required string Title { get; init; }

    /// <summary>Below the site's root.</summary>
    public required string Url { get; init; }

    public ListKey? List { get; init; }

    /// <summary>Which page of a longer listing, from 1.</summary>
    public int Number { get; init; } = 1;

    /// <summary>How many pages one document of a feed has.</summary>
    public int Size { get; init; }

    /// <summary>The page that heads this listing with its text and front matter.</summary>
    public Entry? Index { get; init; }

    public SectionRef? Section { get; init; }

    /// <summary>Where a redirect leads.</summary>
    public Entry? Target { get; init; }
}
