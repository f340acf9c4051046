using System.Collections.Immutable;
using Publisher.Configuration;
using Publisher.Content.Podcasts;
using Publisher.Content.Weeknotes;
using Publisher.Content;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Model;

/// <summary>Lays defaults under cards and decides each page's kind, date, status and address.</summary>
internal sealed class EntryResolver(Settings settings, FolderTree folders)
{
    public Entry Resolve(Card card, Matter defaults, int slot)
    {
        var matter = card.Matter.Over(defaults);
        var folder = card.Path.Parent;
        var below = settings.Content.IsRoot ? folder
            : folder == settings.Content ? SitePath.Root
            : folder.Below(settings.Content);
        var bundle = card.IsIndex && !folders.IsSection(folder) ? folder : (SitePath?)null;
        var isSectionIndex = card.IsIndex && bundle is null;
        var section = bundle is null ? below : below.Parent;
        var kind = KindOf(matter, below);
        var date = matter.Date ?? card.FileDate;
        var url = UrlOf(card, matter, kind, date, section, below, isSectionIndex);
        var output = OutputOf(url);
        var problems = isSectionIndex ? [] : EpisodeCheck.Of(card, matter, kind);
        if (output is null || IsTooLong(output.Value))
        {
            var at = matter.PermalinkAt is { Line: > 0 } said ? said : new Location(card.Path);
            problems.Add(output is null ? Messages.BadOutputPath(at, url) : Messages.AddressTooLong(at, url));
            url = "/" + below.Value + "/" + Slug.OrNumbers(card.FileSlug) + "/";
            output = OutputOf(url);
        }
        if (matter.Permalink is { } pattern
            && Permalink.Problem(pattern, matter.PermalinkAt, isForMany: card.Matter.Permalink is null) is { } problem)
            problems.Add(problem);
        AddCut(card, matter, isSectionIndex, problems);
        if (settings.People && kind.IsDated())
            problems.AddRange(Person.In(matter, kind, () => null).Where(person => Slug.IsCut(person.Name))
                .Select(person => Messages.NameCut(person.At, "the name of this person")));
        var title = matter.Title ?? card.HeadingTitle
            ?? (isSectionIndex && below.IsRoot ? NameOfSite() : TitleFrom(card.FileSlug));
        var status = StatusOf(matter, date, settings.Clock);
        if (status == Status.Future && !settings.Future && !settings.Preview)
            problems.Add(Messages.FuturePage(new Location(card.Path), date!.Value));
        var weeknote = kind == Kind.Weeknote && !isSectionIndex ? Weeknote.Of(matter, title, card.FileSlug, card.Path) : null;
        if (settings.People && section.Value == "people") problems.AddRange(Person.Faults(card.Matter.Extra));
        if (weeknote is not null) problems.AddRange(weeknote.Contradictions(matter, title, card.Path));
        var season = isSectionIndex || !kind.HasSeasons() ? null
            : weeknote?.Season ?? Episode.SeasonOf(matter);
        // Not from a cascade: it would be the same blogroll on every page.
        var blogroll = card.Matter.Extra.Find(Blogroll.Key);
        var hasBlogroll = Blogroll.IsWanted(blogroll);
        if (blogroll is MappingNode)
            problems.Add(Messages.WrongType(blogroll.At, Blogroll.Key, "a list, the name of a data file, or true"));
        if (isSectionIndex && kind.HasSeasons()) SeasonNames.Check(matter.Extra.Find(SeasonNames.Key), problems);
        var place = PlaceOf(card, matter, url, section, kind, date, status, isSectionIndex, bundle)
            .With((ulong)(season ?? -1)).With((ulong)(weeknote?.First ?? -1)).With((ulong)(weeknote?.Last ?? -1))
            .With(hasBlogroll ? 1u : 0u);
        if (settings.People && kind.IsDated()) place = place.With(NamesStamp(matter, kind, isSectionIndex));
        if (settings.People && section.Value == "people") place = place.With(title);
        return new Entry
        {
            Slot = slot, Card = card, Defaults = defaults, Problems = [.. problems], Matter = matter, Kind = kind,
            Title = title, Url = url, Output = output!.Value, Section = section,
            IsSectionIndex = isSectionIndex, Bundle = bundle, Date = date, Status = status, Weeknote = weeknote, Season = season,
            HasBlogroll = hasBlogroll,
            Place = place, DefaultsStamp = DefaultsStamp(defaults),
        };
    }

    /// <summary>"my-first-post" reads as "My first post".</summary>
    internal static string TitleFrom(string name)
    {
        var words = name.Replace('-', ' ').Replace('_', ' ').Trim();
        return words.Length == 0 ? name : char.ToUpperInvariant(words[0]) + words[1..];
    }

    private string NameOfSite() => settings.Title.Length > 0 ? settings.Title : "Home";

    private static Stamp DefaultsStamp(Matter defaults) => ReferenceEquals(defaults, Matter.None)
        ? Stamp.None
        : Stamp.Of(defaults.Title).With(defaults.Description).With(defaults.Image).With(defaults.Lang)
            .With(defaults.Layout).With(defaults.Extra.Stamp())
            .With((ulong)(defaults.Updated?.UtcTicks ?? 0)).With((ulong)(defaults.Expires?.UtcTicks ?? 0))
            .With(Person.StampOf(defaults.Authors ?? []));

    private Kind KindOf(Matter matter, SitePath below)
    {
        if (matter.Kind is { } kind) return kind;
        if (Kinds.Parse(settings.Section(below.Top).Kind) is { } set) return set;
        for (var at = below; !at.IsRoot; at = at.Parent)
            if (Kinds.OfFolder(at.Name) is { } named) return named;
        return folders.IsPlainFolder ? Kind.Doc : Kind.Page;
    }

    public static Status StatusOf(Matter matter, DateTimeOffset? date, DateTimeOffset clock) =>
        matter.Draft == true || matter.Published == false ? Status.Draft
            : date > clock ? Status.Future
            : matter.Expires <= clock ? Status.Expired
            : Status.Published;

    private string UrlOf(
        Card card, Matter matter, Kind kind, DateTimeOffset? date, SitePath section, SitePath below, bool isSectionIndex)
    {
        var own = card.Matter.Permalink;
        if (isSectionIndex)
            return own is not null ? Rooted(own)
                : below.IsRoot ? "/"
                : "/" + string.Join('/', below.Value.Split('/').Select(SlugOrSelf)) + "/";
        if (below.IsRoot && card.Path.Stem == "404") return "/404.html";
        var pattern = matter.Permalink ?? settings.Permalinks.GetValueOrDefault(section.Top)
            ?? settings.Permalinks.GetValueOrDefault("default") ?? Permalink.Default;
        return Rooted(Permalink.Fill(pattern, PartsOf(card, matter, kind, date, section)));
    }

    private static PermalinkParts PartsOf(Card card, Matter matter, Kind kind, DateTimeOffset? date, SitePath section)
    {
        var slug = SlugOrSelf(matter.Slug ?? card.FileSlug);
        return new PermalinkParts(
            section, slug, matter.Title ?? slug, card.Path.Stem, date, matter.Categories ?? [], kind.Name(),
            kind == Kind.Episode ? Episode.NumberOf(matter, card.FileSlug) : null, Episode.SeasonOf(matter));
    }

    /// <summary>A pattern with the page's own values in its placeholders; null where it lacks its number or season.</summary>
    public static string? Fill(string pattern, Entry page) =>
        Fill(pattern, PartsOf(page.Card, page.Matter, page.Kind, page.Date, page.Section));

    private static string? Fill(string pattern, in PermalinkParts parts) =>
        Permalink.Lacking(pattern, parts.Number, parts.Season) is null ? Permalink.FillAddress(pattern, parts) : null;

    private static string SlugOrSelf(string name) => Slug.OrNumbers(name);

    private static string Rooted(string url) => url.StartsWith('/') ? url : "/" + url;

    /// <summary>
    /// The slug of a page and those of its terms are cut to what can be a file's name; whoever wrote them is told.
    /// </summary>
    private static void AddCut(Card card, Matter matter, bool isSectionIndex, List<Diagnostic> problems)
    {
        if (!isSectionIndex && matter.Slug is { } slug && Slug.IsCut(slug))
            problems.Add(Messages.NameCut(matter.SlugAt, "this slug"));
        else if (Slug.IsCut(card.FileSlug)) problems.Add(Messages.NameCut(new Location(card.Path), "this file's slug"));
        AddTerms(matter.Tags ?? [], matter.TagsAt);
        AddTerms(matter.Categories ?? [], matter.CategoriesAt);
        if (matter.Series is { } series) AddTerms([series], [matter.SeriesAt]);

        void AddTerms(ImmutableArray<string> terms, ImmutableArray<Location> places)
        {
            for (var i = 0; i < terms.Length; i++)
                if (Slug.IsCut(terms[i])) problems.Add(Messages.NameCut(places[i], "the name of this term"));
        }
    }

    /// <summary>File systems allow 255 bytes to a name.</summary>
    internal static bool IsTooLong(SitePath output)
    {
        if (output.Value.Length < 255 / 4) return false;
        foreach (var name in output.Value.Split('/'))
            if (System.Text.Encoding.UTF8.GetByteCount(name) > 255) return true;
        return false;
    }

    /// <summary>"/a/" is kept in a/index.html; "/a" in a.html; null when the address is not inside the site.</summary>
    internal static SitePath? OutputOf(string url)
    {
        if (url.Contains("..", StringComparison.Ordinal) && url.Split('/').Contains("..")) return null;
        if (url.AsSpan().IndexOfAnyInRange('\0', '\x1f') >= 0) return null;
        if (url.Contains("://", StringComparison.Ordinal)) return null;
        var path = Percent.Decode(url).Trim('/');
        if (url.EndsWith('/')) return path.Length == 0 ? new SitePath("index.html") : new SitePath(path + "/index.html");
        if (path.Length == 0) return null;
        var output = new SitePath(path);
        return output.HasExtension(".html", ".htm", ".xml", ".txt", ".json") ? output : new SitePath(path + ".html");
    }

    /// <summary>Of whose pages this one is listed on; of a show, of those who host it.</summary>
    private static Stamp NamesStamp(Matter matter, Kind kind, bool isSectionIndex)
    {
        var stamp = Names(new Stamp(1), matter.Authors ?? []);
        if (kind != Kind.Episode) return stamp;
        return isSectionIndex
            ? Names(stamp, Show.HostsOf(matter))
            : Names(Names(stamp, Person.GuestsOf(matter)), Person.HostsOf(matter));

        static Stamp Names(Stamp stamp, IEnumerable<Person> people) =>
            people.Aggregate(stamp.With(1), (names, person) => names.With(person.Name));
    }

    private static Stamp PlaceOf(
        Card card, Matter matter, string url, SitePath section, Kind kind, DateTimeOffset? date, Status status,
        bool isSectionIndex, SitePath? bundle)
    {
        var stamp = Stamp.Of(url).With(section.Value).With((ulong)kind).With((ulong)status)
            .With(isSectionIndex ? 1u : 0u).With(bundle?.Value)
            .With((ulong)(date?.UtcTicks ?? 0)).With((ulong)(date?.Offset.Ticks ?? 0))
            .With((ulong)(uint)(matter.Weight ?? int.MaxValue)).With(matter.Series).With(matter.Feed == false ? 1u : 0u);
        foreach (var alias in matter.Aliases ?? []) stamp = stamp.With(alias);
        // Routes that collide are told of at these places, so a route table is good only while they stand.
        stamp = stamp.With((ulong)matter.AliasesAt.Line).With((ulong)matter.AliasesAt.Column)
            .With((ulong)matter.PermalinkAt.Line).With((ulong)matter.PermalinkAt.Column);
        if (isSectionIndex) stamp = stamp.With((matter.Extra.Find("feed_size") as ScalarNode)?.Text);
        stamp = stamp.With(1);
        foreach (var tag in matter.Tags ?? []) stamp = stamp.With(tag);
        stamp = stamp.With(2);
        foreach (var category in matter.Categories ?? []) stamp = stamp.With(category);
        foreach (var entry in matter.Extra.Entries) stamp = stamp.With(entry.Key.Text);
        // What is made beside an episode's page depends on what it plays, and on what its text seems to hold.
        return kind == Kind.Episode
            ? stamp.With(Episode.AudioOf(matter, Filled)?.Url).With((ulong)card.Mentions)
                .With(matter.Extra.Find("embed_chapters")?.Stamp() ?? Stamp.None)
                .With(matter.Extra.Find("transcript")?.Stamp() ?? Stamp.None)
                .With(matter.Extra.Find("transcripts")?.Stamp() ?? Stamp.None)
            : stamp;

        string? Filled(string pattern) => Fill(pattern, PartsOf(card, matter, kind, date, section));
    }
}
