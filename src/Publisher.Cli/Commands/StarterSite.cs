using System.Collections.Immutable;
using System.Globalization;

namespace Publisher.Cli.Commands;

/// <summary>
/// The files of a new site: settings that explain themselves, a home page, a first post, a place for weeknotes.
/// </summary>
internal static class StarterSite
{
    private const int Few = 5;

    /// <summary>"my-notes" is titled "My notes".</summary>
    public static string TitleOf(string folder)
    {
        var words = folder.Replace('-', ' ').Replace('_', ' ').Trim();
        return words.Length == 0 ? "My site" : char.ToUpperInvariant(words[0]) + words[1..];
    }

    public static ImmutableArray<(string Path, string Text)> Files(string title, DateTimeOffset now, TimeZoneInfo zone)
    {
        var day = now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return
        [
            ("publisher.yml", Settings(title, zone.Id.Contains('/') ? zone.Id : "UTC")),
            (".gitignore", "_site/\n.publisher/\n"),
            ("content/index.md", Home(title)),
            ($"content/posts/{day}-hello.md", FirstPost(now)),
            ("content/weeknotes/index.md", Weeknotes),
        ];
    }

    /// <exception cref="UsageException">The folder holds something already (a Git repository does not count).</exception>
    public static void Write(
        string root, string shown, ImmutableArray<(string Path, string Text)> files, CancellationToken cancel)
    {
        if (File.Exists(root)) throw new UsageException($"'{shown}' is a file; a site needs a folder");
        if (Directory.Exists(root))
        {
            var names = Directory.EnumerateFileSystemEntries(root).Select(Path.GetFileName).OfType<string>();
            var there = names.Where(name => name != ".git").Order(StringComparer.Ordinal).ToArray();
            var more = there.Length > Few ? $" and {there.Length - Few} more" : "";
            if (there.Length > 0)
                throw new UsageException(
                    $"'{shown}' holds files already: {string.Join(", ", there.Take(Few))}{more}; choose a new folder");
        }
        foreach (var (path, text) in files)
        {
            cancel.ThrowIfCancellationRequested();
            StarterPage.Write(Path.Combine(root, path), path, text);
        }
    }

    private static string Settings(string title, string zone) => $"""
        # The settings of this site. A line that begins with '#' is a remark; the settings among them show their defaults.
        # Any of them can be overridden: publisher build --set title="Another", or PUBLISHER_TITLE=Another in the environment.

        title: {StarterPage.Quote(title)}
        description: ""

        # Where readers will find the site. Feeds and link previews need it, and publishing to a bucket reminds of it.
        # base_url: https://www.example.org/

        language: en
        author: ""

        # Dates without an offset are in this zone (a name such as Europe/Berlin).
        time_zone: {zone}

        # The links at the top of every page: all folders, and the pages beside them, when none are given.
        # menu:
        #   - title: Posts
        #     url: /posts/

        # How the site looks: a theme's name. Files in templates/ and assets/ of this folder go before the theme's.
        # theme: default

        # Files to leave out.
        # exclude: []

        # The addresses of pages, by folder: patterns such as /:year/:month/:slug/, or names of Jekyll's styles.
        # permalinks:
        #   default: /:section/:slug/

        # What a folder holds: post, weeknote, episode, doc or page. The folders posts, weeknotes, podcast and docs
        # say it by their names.
        # sections:
        #   notes:
        #     kind: post
        #     title: Notes

        # The folders that the home page lists; every dated one, when none is named.
        # home:
        #   sections: [posts, weeknotes]

        # Pages on one listing, and on one tag's listing (0: all), and whether years have pages of their own.
        # page_size: 10
        # term_page_size: 50
        # archives: true

        # feeds:
        #   formats: [rss, atom, json]
        #   size: 20
        #   sections: true
        #   terms: true

        # markdown:
        #   highlight: true
        #   smart_punctuation: true
        #   external_links: false

        # Values for templates: site.params.
        # params: {"{}"}

        # Where 'publisher publish' sends the site.
        # targets:
        #   live:
        #     s3:
        #       bucket: www.example.org
        #       region: eu-central-1
        #     cdn:
        #       - cloudfront: E2EXAMPLE1

        """;

    private static string Home(string title) => $"""
        ---
        title: {StarterPage.Quote(title)}
        ---

        Welcome. This text is in `content/index.md`; below it stand the newest pages.

        """;

    private static string FirstPost(DateTimeOffset now) => string.Create(CultureInfo.InvariantCulture, $$"""
        ---
        title: "Hello"
        date: {{now:yyyy-MM-dd HH:mm}}
        tags: [first]
        ---

        This is the first post. Change it while `publisher watch` runs, and the browser follows.

        - `publisher new post "A title"` starts the next one,
        - `publisher new weeknote` starts the next weeknote, with its number,
        - `publisher check` tells what is wrong, such as a link that leads nowhere,
        - `publisher build` writes the site to `_site`.

        > [!TIP]
        > A folder's name says what it holds: `posts`, `weeknotes`, `podcast`, `docs`.

        """);

    private const string Weeknotes = """
        ---
        title: Weeknotes
        description: What happened, week by week
        ---

        """;
}
