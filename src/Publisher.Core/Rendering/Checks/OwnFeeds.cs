using System.Collections.Concurrent;
using System.Collections.Immutable;
using Publisher.Content;
using Publisher.Diagnostics;
using Publisher.Feeds;
using Publisher.Model;
using Publisher.Rendering.Podcasts;
using Publisher.Rendering.Routes;
using Publisher.Rendering.Views;
using Publisher.Stores;
using Publisher.Text;

namespace Publisher.Rendering.Checks;

/// <summary>
/// What the rules for feeds find in the site's own: each feed is looked at when it is rendered, nothing of it is kept, and what
/// is wrong is told once, at its source.
/// </summary>
public sealed class OwnFeeds
{
    /// <summary>
    /// Size and duration are compared where they are written, by <see cref="SoundCheck"/>; what a season is called, when its
    /// section's index page is read.
    /// </summary>
    private static readonly (string Code, string? Key)[] ToldAtSource =
        [("PB0956", null), ("PB0957", null), ("PB0976", "season")];

    /// <summary>Rules of the feed that find the same fault as another one at its source.</summary>
    private static readonly (string Code, string Same)[] SaidBy =
        [("PB0962", "PB0975"), ("PB0907", "PB0986"), ("PB0907", "PB0988"), ("PB0633", "PB0958"), ("PB0633", "PB0959")];

    private readonly ConcurrentDictionary<(string Code, string? Key, SitePath Source), Found> found = new();
    private readonly Site site;
    private readonly RenderScope scope;
    private readonly WrittenMatter written;
    private readonly Lazy<Dictionary<string, Entry>> pages;

    internal OwnFeeds(Site site, Page[] pages, RenderScope scope)
    {
        (this.site, this.scope, written) = (site, scope, new WrittenMatter(site, pages));
        this.pages = new(ByIdentity);
    }

    private sealed record Found(SitePath Feed, Diagnostic Problem, Entry? Page);

    /// <summary>All that is wrong with the feeds looked at until now, and with the shows and episodes behind them.</summary>
    public ImmutableArray<Diagnostic> Diagnostics
    {
        get
        {
            var artwork = new ArtworkCheck(site, scope);
            var atSource = new List<Diagnostic>();
            new ShowCheck(site, scope, written, artwork).Run(atSource);
            new SoundCheck(site, scope).Run(atSource);
            var told = atSource.Select(problem => (problem.Code, problem.At.File)).ToHashSet();
            foreach (var page in found.Values.Select(one => one.Page).OfType<Entry>().Distinct())
                if (page.Kind == Kind.Episode)
                    told.UnionWith(EpisodeChapters.Problems(page, scope).Select(problem => (problem.Code, page.Path)));
            foreach (var (code, same) in SaidBy)
                told.UnionWith([.. told.Where(problem => problem.Code == code).Select(problem => (same, problem.File))]);
            // A value that is none at all is told of whenever the page is read, and counts as absent in feeds.
            var withPages = site.Entries.SelectMany(page => page.Problems)
                .SelectMany(problem => problem.Fixes.Select(fix => fix.At).Append(problem.At))
                .Where(at => at.Line > 0).ToHashSet();
            return
            [
                .. atSource.Distinct().Where(problem => !withPages.Contains(problem.At)),
                .. found.Select(one => Placed(one.Value, one.Key.Key, one.Key.Source))
                    .DistinctBy(problem => (problem.Code, problem.At, problem.Message))
                    .Where(problem => !told.Contains((problem.Code, problem.At.File)) && !withPages.Contains(problem.At)),
            ];
        }
    }

    /// <summary>Looks at an output, if it is a feed. Safe from many threads.</summary>
    public void Look(Route route, Output output)
    {
        if (route is not FeedRoute feed) return;
        var problems = new List<Diagnostic>();
        var read = FeedReader.Read(feed.Path, output.Bytes, problems);
        SitePath template;
        var isPodcast = false;
        lock (scope)
        {
            template = scope.Theme.Template(feed.TemplateOf(scope))?.Source.Path ?? site.Settings.File;
            isPodcast = feed.TemplateOf(scope) == FeedRoute.PodcastTemplate;
        }
        foreach (var problem in problems) Keep(feed, problem, null, null, template);
        if (read is null) return;
        foreach (var finding in FeedRules.Check(read with { IsPodcast = isPodcast }, site.Settings.Clock, Called))
        {
            if (!Matters(finding, isPodcast)) continue;
            var page = finding.Item is { } item ? PageOf(item) : IndexOf(feed);
            if (page is not null && IsSettled(finding, page)) continue;
            var key = finding.Key;
            // What is the site's own is fetched as the site is: that is one mistake, however many addresses have it.
            if (finding.Address?.StartsWith(site.Settings.BaseUrl, StringComparison.Ordinal) == true)
                (page, key) = (null, "base_url");
            Keep(feed, finding.Problem, key, page, site.Settings.File);
        }
    }

    /// <summary>With the place in the sources, and with what to write there.</summary>
    private Diagnostic Placed(Found one, string? key, SitePath source)
    {
        var at = one.Page is { } page ? written.Place(page, key)
            : source == site.Settings.File ? written.PlaceInSettings(key)
            : new Location(source);
        var where = at.File == site.Settings.File ? at.File.Name : "the front matter";
        return one.Problem with { At = at, Hint = HintOf(one.Problem, key, where) };
    }

    /// <summary>Who writes front matter wants to know what to write there, and not the tag that it becomes.</summary>
    private static string? HintOf(Diagnostic problem, string? key, string where) => key switch
    {
        null => problem.Hint,
        // HTML is what an author may have written; that of the feed itself is not.
        _ when problem.Code == "PB0949" || problem.Hint?.Contains('<') is not true && problem.Hint?.Contains("=\"") is not true =>
            problem.Hint,
        "image" => $"write 'artwork: cover.jpg' in {where}: a square of 1400 to 3000 pixels, JPEG or PNG",
        "category" => $"write 'category: Technology' in {where}, or another of Apple's",
        "audio" => $"write 'audio: ADDRESS' in {where}",
        "date" => $"write 'date: 2026-11-21' in {where}",
        _ => $"say it with '{key}' in {where}",
    };

    /// <summary>What a feed for readers could do better is no mistake of its author, nor is what was asked for.</summary>
    private bool Matters(FeedFinding finding, bool isPodcast)
    {
        var (code, settings) = (finding.Problem.Code, site.Settings);
        return !ToldAtSource.Any(told => told.Code == code && (told.Key ?? finding.Key) == finding.Key)
            && (isPodcast || finding.Problem.Severity != Severity.Note && code != "PB0952")
            && !(code == "PB0946" && settings.Future)
            && !(code == "PB0931" && settings.BaseUrl.StartsWith("http://localhost", StringComparison.Ordinal));
    }

    /// <summary>
    /// An id that was published is what subscribers know, as is that of an episode, which its last host may have given: another
    /// would have them download all again. Of a sound that is not there, neither size nor length nor kind can be told.
    /// </summary>
    private bool IsSettled(FeedFinding finding, Entry page)
    {
        if (finding.Problem.Code == "PB0990")
            return page.Matter.Id is { } id && (page.Kind == Kind.Episode || site.Ledger.Find(page.Path)?.Id == id);
        if (finding.Problem.Code is not ("PB0955" or "PB0958" or "PB0970")) return false;
        lock (scope) return EpisodeFiles.LacksSound(page, scope);
    }

    /// <summary>Of a mistake that many feeds have, what is said is that of the first, whichever was rendered first.</summary>
    private void Keep(FeedRoute feed, Diagnostic problem, string? key, Entry? page, SitePath elsewhere) => found.AddOrUpdate(
        (problem.Code, key, page?.Path ?? elsewhere), _ => new Found(feed.Path, problem, page),
        (_, known) => feed.Path.CompareTo(known.Feed) < 0 ? new Found(feed.Path, problem, page) : known);

    private string Called(FeedItem item) => PageOf(item)?.Path.Value ?? $"the item on line {item.At.Line}";

    private Entry? PageOf(FeedItem item) => pages.Value.GetValueOrDefault(AddressOf(item))
        ?? pages.Value.GetValueOrDefault(item.Id?.Text ?? "");

    private static string AddressOf(FeedItem item) => item.Kind switch
    {
        FeedKind.Rss => item.Element.TextOf("link"),
        FeedKind.Json => item.Element.TextOf("url"),
        _ => item.Element.All("atom:link")
            .FirstOrDefault(link => (link.Attribute("rel")?.Value ?? "alternate") == "alternate")?.Attribute("href")?.Value ?? "",
    };

    /// <summary>The page that has what the feed says of itself; null where the settings have it.</summary>
    private Entry? IndexOf(FeedRoute feed)
    {
        SitePath? path = feed.List.Kind switch
        {
            ListKind.Section => new SitePath(feed.List.Name), ListKind.Season => feed.List.AsPart.Section, _ => null,
        };
        return path is { } at && site.Index.Section(at) is { Index: >= 0 } section ? site.Entries[section.Index] : null;
    }

    /// <summary>The address comes first: two pages may have one id by mistake.</summary>
    private Dictionary<string, Entry> ByIdentity()
    {
        var found = new Dictionary<string, Entry>(StringComparer.Ordinal);
        lock (scope)
            foreach (var page in site.Entries)
            {
                if (page.Date is null) continue;
                found[scope.Absolute(page.Url)] = page;
                found.TryAdd(FeedIdentity.IdOf(page, scope), page);
            }
        return found;
    }
}
