using System.Collections.Immutable;
using Publisher.Diagnostics;
using Publisher.Sources;
using Publisher.Text;

namespace Publisher.Configuration;

/// <summary>What the program was asked for on its command line, beside the settings file.</summary>
public sealed record BuildOptions
{
    public bool Drafts { get; init; }

    public bool Future { get; init; }

    public bool Preview { get; init; }

    public bool AllowsFeedChanges { get; init; }

    public string? BaseUrl { get; init; }

    /// <summary>What made the site, as its pages and feeds tell: the program and its version.</summary>
    public string Generator { get; init; } = "Publisher";

    public ImmutableArray<SettingsOverride> Overrides { get; init; } = [];
}

/// <summary>Reads <c>publisher.yml</c>; without one, a folder of Markdown is a site by itself.</summary>
public static class SettingsParser
{
    public static readonly SitePath FileName = new("publisher.yml");

    private static readonly ImmutableArray<string> FeedFormats = ["rss", "atom", "json"];

    public static Settings Parse(SourceSet sources, BuildOptions options, DateTimeOffset clock)
    {
        var problems = new List<Diagnostic>();
        var file = sources.Find(FileName);
        var stamp = Stamp.Of("settings");
        MappingNode? mapping = null;
        if (file is not null)
        {
            var bytes = file.Read(problems);
            stamp = stamp.With(Stamp.Of(bytes));
            var node = YamlReader.Read(FileName, SourceText.Decode(FileName, bytes, problems), 1, problems);
            mapping = node as MappingNode;
            if (node is not null and not MappingNode and not ScalarNode { IsNull: true })
                problems.Add(Messages.NotAMapping(node.At, "publisher.yml"));
        }
        mapping ??= new MappingNode(new Location(FileName, 1, 1), []);
        foreach (var item in options.Overrides)
        {
            mapping = item.Over(mapping, problems);
            stamp = stamp.With(item.Key).With(item.Value);
        }
        var hasContent = !sources.Below(new SitePath("content")).IsEmpty;
        var settings = Read(mapping, hasContent, problems) with
        {
            Written = mapping, IsPlainFolder = file is null && !hasContent, Drafts = options.Drafts, Future = options.Future,
            Preview = options.Preview, AllowsFeedChanges = options.AllowsFeedChanges, Generator = options.Generator,
                Clock = clock,
        };
        if (options.BaseUrl is { } url) settings = WithBaseUrl(settings, url, new Location(new SitePath("--base-url")), problems);
        stamp = stamp.With((options.Drafts ? 1u : 0) + (options.Future ? 2u : 0) + (options.Preview ? 4u : 0)
            + (hasContent ? 8u : 0)).With(settings.BaseUrl).With(settings.Generator);
        return settings with { Stamp = stamp, Diagnostics = [.. problems] };
    }

    private static Settings Read(MappingNode mapping, bool hasContent, List<Diagnostic> problems)
    {
        var fields = new Fields(mapping, "publisher.yml", problems);
        var defaults = new Settings();
        var settings = defaults with
        {
            Title = fields.Text("title") ?? "",
            Description = fields.Text("description") ?? "",
            Language = fields.Language("language") ?? defaults.Language,
            Author = fields.Text("author") ?? "",
            Theme = fields.Text("theme") ?? defaults.Theme, ThemeAt = fields.Node("theme")?.At ?? new Location(FileName),
            Content = fields.Text("content") is { } content ? new SitePath(content)
                : hasContent ? new SitePath("content")
                : SitePath.Root,
            Exclude = fields.Texts("exclude") ?? [],
            Menu = Menu(fields, problems),
            Permalinks = Permalinks(fields, problems),
            Sections = Sections(fields, problems),
            PageSize = fields.Whole("page_size", 0) ?? defaults.PageSize,
            TermPageSize = fields.Whole("term_page_size", 0) ?? defaults.TermPageSize,
            Archives = fields.Flag("archives") ?? true,
            People = fields.Flag("people") ?? true,
            Feeds = Feeds(fields, problems),
            Me = Me(fields, problems),
            Webmention = WebAddress(fields, "webmention", problems) ?? "",
            WebSub = WebAddress(fields, "websub", problems) ?? "", WebSubAt = fields.Node("websub")?.At ?? default,
            Markdown = Markdown(fields, problems),
            Params = fields.Map("params") ?? defaults.Params,
            Targets = fields.Map("targets") ?? defaults.Targets,
        };
        if (fields.Map("home") is { } home)
        {
            var inner = new Fields(home, "home", problems);
            settings = settings with { HomeSections = inner.Texts("sections") ?? [] };
            inner.WarnUnknown();
        }
        if (fields.Text("time_zone") is { } zone)
        {
            if (TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found)) settings = settings with { TimeZone = found };
            else problems.Add(Messages.UnknownTimeZone(fields.Node("time_zone")!.At, zone));
        }
        if (fields.Text("base_url") is { } url) settings = WithBaseUrl(settings, url, fields.Node("base_url")!.At, problems);
        fields.WarnUnknown();
        return settings;
    }

    private static Settings WithBaseUrl(Settings settings, string url, Location at, List<Diagnostic> problems)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            problems.Add(Messages.BadBaseUrl(at, url));
            return settings;
        }
        var more = uri.Query.Length > 0 ? $"a query, '{uri.Query}'"
            : uri.Fragment.Length > 0 ? $"a fragment, '{uri.Fragment}'"
            : uri.UserInfo.Length > 0 ? "a user's name"
            : null;
        if (more is not null) problems.Add(Messages.BaseUrlIsMore(at, url, more));
        var path = uri.AbsolutePath.TrimEnd('/');
        var origin = uri.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
        return settings with { BaseUrl = origin + path + "/", BasePath = path };
    }

    private static ImmutableArray<MenuItem> Menu(Fields fields, List<Diagnostic> problems)
    {
        var menu = ImmutableArray.CreateBuilder<MenuItem>();
        foreach (var node in fields.Items("menu"))
        {
            if (node is not MappingNode map)
            {
                problems.Add(Messages.WrongType(node.At, "menu", "a list of entries with 'title' and 'url'"));
                continue;
            }
            var entry = new Fields(map, "a menu entry", problems);
            menu.Add(new MenuItem(entry.Text("title") ?? "", entry.Text("url") ?? "/"));
            entry.WarnUnknown();
        }
        return menu.ToImmutable();
    }

    /// <summary>Addresses, or mappings that give one a name; without it an address without its scheme is its name.</summary>
    private static ImmutableArray<MenuItem> Me(Fields fields, List<Diagnostic> problems)
    {
        var links = ImmutableArray.CreateBuilder<MenuItem>();
        foreach (var node in fields.Items("me"))
        {
            var map = node as MappingNode;
            var url = ((map is null ? node : map.Find("url")) as ScalarNode)?.Text ?? "";
            // A mail address is a proof of who one is, too.
            if (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto")
                links.Add(new MenuItem((map?.Find("title") as ScalarNode)?.Text ?? NameOf(url), url));
            else problems.Add(Messages.WrongType(node.At, "me", "a list of addresses, or of mappings with 'title' and 'url'"));
        }
        return links.ToImmutable();

        static string NameOf(string url) => url[(url.IndexOf(':') + 1)..].Trim('/');
    }

    private static string? WebAddress(Fields fields, string key, List<Diagnostic> problems)
    {
        if (fields.Text(key) is not { Length: > 0 } url) return null;
        if (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https") return url;
        problems.Add(Messages.WrongType(fields.Node(key)!.At, key, "an address: https://…"));
        return null;
    }

    private static ImmutableDictionary<string, string> Permalinks(Fields fields, List<Diagnostic> problems)
    {
        var patterns = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (fields.Node("permalinks") is ScalarNode one) Add("default", one);
        else if (fields.Map("permalinks") is { } map)
            foreach (var (key, node) in map.Entries)
                if (node is ScalarNode pattern) Add(key.Text, pattern);
                else problems.Add(Messages.WrongType(node.At, key.Text, "a permalink pattern"));
        return patterns.ToImmutable();

        void Add(string folder, ScalarNode pattern)
        {
            patterns[folder] = pattern.Text;
            if (Permalink.Problem(pattern.Text, pattern.At, isForMany: true) is { } problem) problems.Add(problem);
        }
    }

    private static ImmutableDictionary<string, SectionSettings> Sections(Fields fields, List<Diagnostic> problems)
    {
        var sections = ImmutableDictionary.CreateBuilder<string, SectionSettings>(StringComparer.Ordinal);
        foreach (var (key, node) in fields.Map("sections")?.Entries ?? [])
        {
            if (node is not MappingNode map)
            {
                problems.Add(Messages.WrongType(node.At, key.Text, "a mapping of a section's settings"));
                continue;
            }
            var section = new Fields(map, "a section", problems);
            sections[key.Text] = new SectionSettings
            {
                Kind = section.Text("kind"), KindAt = section.Node("kind")?.At ?? default,
                Title = section.Text("title"), PageSize = section.Whole("page_size", 0),
                Feed = section.Flag("feed"), Archives = section.Flag("archives"),
            };
            section.WarnUnknown();
        }
        return sections.ToImmutable();
    }

    private static FeedSettings Feeds(Fields fields, List<Diagnostic> problems)
    {
        if (fields.Node("feeds") is ScalarNode && fields.Flag("feeds") is { } all)
            return new FeedSettings { Rss = all, Atom = all, Json = all };
        if (fields.Map("feeds") is not { } map) return new FeedSettings();
        var feeds = new Fields(map, "feeds", problems);
        var formats = feeds.Texts("formats") ?? FeedFormats;
        foreach (var format in formats.Where(format => !FeedFormats.Contains(format)))
            problems.Add(Messages.UnknownValue(feeds.Node("formats")!.At, "formats", format, FeedFormats));
        if (formats.IsEmpty) problems.Add(Messages.NoFeedFormats(feeds.Node("formats")!.At));
        var ids = feeds.Text("ids");
        if (ids is not (null or "tag" or "url"))
            problems.Add(Messages.UnknownValue(feeds.Node("ids")!.At, "ids", ids, ["tag", "url"]));
        var read = new FeedSettings
        {
            Rss = formats.Contains("rss"), Atom = formats.Contains("atom"), Json = formats.Contains("json"),
            IdsAreUrls = ids == "url", Sections = feeds.Flag("sections") ?? true, Terms = feeds.Flag("terms") ?? true,
            Size = feeds.Whole("size", 1) ?? 20,
            SiteSections = feeds.Texts("site_sections") ?? [],
        };
        feeds.WarnUnknown();
        return read;
    }

    private static MarkdownSettings Markdown(Fields fields, List<Diagnostic> problems)
    {
        if (fields.Map("markdown") is not { } map) return new MarkdownSettings();
        var markdown = new Fields(map, "markdown", problems);
        var read = new MarkdownSettings
        {
            Highlight = markdown.Flag("highlight") ?? true, SmartPunctuation = markdown.Flag("smart_punctuation") ?? true,
            ExternalLinks = markdown.Flag("external_links") ?? false,
        };
        markdown.WarnUnknown();
        return read;
    }
}
