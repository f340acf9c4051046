using System.Collections.Immutable;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Configuration;

/// <summary>
/// What <c>publisher.yml</c>, the environment and the command line say about a site, with every default filled in.
/// </summary>
public sealed record Settings
{
    /// <summary>Where the settings stood, for messages about the site as a whole.</summary>
    public SitePath File { get; init; } = new("publisher.yml");

    /// <summary>The settings as they are written, for messages about one of them.</summary>
    public MappingNode Written { get; init; } = new(default, []);

    public string Title { get; init; } = "";

    public string Description { get; init; } = "";

    /// <summary>Absolute, ending in '/'.</summary>
    public string BaseUrl { get; init; } = "http://localhost/";

    /// <summary>The path part of <see cref="BaseUrl"/> without its last '/': empty, or like <c>/docs</c>.</summary>
    public string BasePath { get; init; } = "";

    public string Language { get; init; } = "en";

    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    public string Theme { get; init; } = "default";

    /// <summary>Where the theme was named.</summary>
    public Location ThemeAt { get; init; }

    public string Author { get; init; } = "";

    /// <summary>The folder that holds the pages; the root when the folder itself is the content.</summary>
    public SitePath Content { get; init; }

    /// <summary>Whether this is a folder of Markdown without settings: then its pages are documentation.</summary>
    public bool IsPlainFolder { get; init; }

    public ImmutableArray<string> Exclude { get; init; } = [];

    public ImmutableArray<MenuItem> Menu { get; init; } = [];

    /// <summary>Permalink patterns or style names by top folder; <c>default</c> is for all others.</summary>
    public ImmutableDictionary<string, string> Permalinks { get; init; } = ImmutableDictionary<string, string>.Empty;

    public ImmutableDictionary<string, SectionSettings> Sections { get; init; } =
        ImmutableDictionary<string, SectionSettings>.Empty;

    /// <summary>The sections whose pages the home page lists; none named: every dated section.</summary>
    public ImmutableArray<string> HomeSections { get; init; } = [];

    /// <summary>Pages per listing page; 0 puts all on one.</summary>
    public int PageSize { get; init; } = 10;

    public int TermPageSize { get; init; } = 50;

    /// <summary>Whether dated sections have a page for each year.</summary>
    public bool Archives { get; init; } = true;

    /// <summary>Whether people have pages; only themes that have a template for them make any.</summary>
    public bool People { get; init; } = true;

    public FeedSettings Feeds { get; init; } = new();

    /// <summary>Where the author is at home elsewhere: links with <c>rel="me"</c>.</summary>
    public ImmutableArray<MenuItem> Me { get; init; } = [];

    /// <summary>The endpoint that takes webmentions for the site; empty without one.</summary>
    public string Webmention { get; init; } = "";

    /// <summary>The WebSub hub that tells subscribers of new pages; empty without one.</summary>
    public string WebSub { get; init; } = "";

    public Location WebSubAt { get; init; }

    public MarkdownSettings Markdown { get; init; } = new();

    /// <summary>The theme author's and site owner's own values: <c>site.params</c>.</summary>
    public MappingNode Params { get; init; } = new(default, []);

    /// <summary>Where <c>publish</c> may send the site, unread: publishing knows its own keys.</summary>
    public MappingNode Targets { get; init; } = new(default, []);

    public bool Drafts { get; init; }

    public bool Future { get; init; }

    /// <summary>Whether what subscribers were told may change.</summary>
    public bool AllowsFeedChanges { get; init; }

    /// <summary>What made the site: <c>Publisher 0.1.0</c>.</summary>
    public string Generator { get; init; } = "";

    /// <summary>In a preview unpublished pages are shown and marked.</summary>
    public bool Preview { get; init; }

    /// <summary>The instant the build takes for now.</summary>
    public DateTimeOffset Clock { get; init; }

    /// <summary>Of everything but the clock, as it was written: equal stamps mean equal settings.</summary>
    public Stamp Stamp { get; init; }

    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    public SectionSettings Section(string name) => Sections.GetValueOrDefault(name) ?? SectionSettings.None;
}

public sealed record MenuItem(string Title, string Url);

/// <summary>What the settings say of one top folder; what they do not say is null.</summary>
public sealed record SectionSettings
{
    public static SectionSettings None { get; } = new();

    public string? Kind { get; init; }

    public Location KindAt { get; init; }

    public string? Title { get; init; }

    public int? PageSize { get; init; }

    public bool? Feed { get; init; }

    public bool? Archives { get; init; }
}

public sealed record FeedSettings
{
    public bool Rss { get; init; } = true;

    public bool Atom { get; init; } = true;

    public bool Json { get; init; } = true;

    /// <summary>Whether entries are known by their addresses, as a site that moved here may have promised.</summary>
    public bool IdsAreUrls { get; init; }

    public bool Sections { get; init; } = true;

    public bool Terms { get; init; } = true;

    /// <summary>Entries in each feed, the newest.</summary>
    public int Size { get; init; } = 20;

    /// <summary>The sections in the site's own feed; none named: every dated section.</summary>
    public ImmutableArray<string> SiteSections { get; init; } = [];
}

public sealed record MarkdownSettings
{
    public bool Highlight { get; init; } = true;

    public bool SmartPunctuation { get; init; } = true;

    public bool ExternalLinks { get; init; }
}
