using System.Collections.Immutable;
using Publisher.Configuration;
using Publisher.Content;
using Publisher.Diagnostics;
using Publisher.Model;
using Publisher.Rendering.Podcasts;
using Publisher.Text;

namespace Publisher.Rendering;

/// <summary>
/// The only door from a renderer to the site. It writes down each question it is asked, so that the output's trace tells
/// exactly what the output depends on; a question that is not written down is a stale page some day.
/// </summary>
public sealed class RenderScope
{
    private readonly Facts facts;
    private readonly Questions questions;
    private ImmutableArray<Diagnostic>.Builder? problems;
    private Stack<RunningComponent>? components;

    /// <param name="records">Whether the trace will be wanted; a build that remembers nothing saves the trouble.</param>
    internal RenderScope(Facts facts, Route? route, bool records)
    {
        this.facts = facts;
        Route = route;
        questions = new Questions(facts, records);
        Files = new FileQuestions(facts, questions);
        Listings = new ListQuestions(facts, questions);
        Theme = new ThemeQuestions(facts, questions);
    }

    /// <summary>What is being rendered; null inside a fragment, which belongs to no single output.</summary>
    public Route? Route { get; }

    public FileQuestions Files { get; }

    public ListQuestions Listings { get; }

    public ThemeQuestions Theme { get; }

    /// <summary>Feeds carry absolute addresses; pages, addresses from the site's root.</summary>
    public bool AbsoluteUrls { get; set; }

    /// <summary>Whether this is the filling in of a page's text, and no output.</summary>
    internal bool IsFilling { get; init; }

    /// <summary>The template that the one now running asked to be wrapped in.</summary>
    internal string? Layout { get; set; }

    internal Location LayoutAt { get; set; }

    /// <summary>The components whose templates run now, each in a text that the template of the one before prints.</summary>
    internal Stack<RunningComponent> Components => components ??= [];

    internal bool IsInComponent => components is { Count: > 0 };

    internal TemplateSet Templates => facts.Templates;

    internal BufferPool Buffers => facts.Buffers;

    /// <summary>The build's clock for <c>date.now</c>: asking is recorded.</summary>
    internal TimeProvider TimeProvider => new BuildClock(this);

    public ImmutableArray<Diagnostic> Diagnostics => problems?.ToImmutable() ?? [];

    public bool HasErrors => problems is not null && problems.Any(problem => problem.Severity == Severity.Error);

    public void Report(Diagnostic problem) => (problems ??= ImmutableArray.CreateBuilder<Diagnostic>()).Add(problem);

    /// <summary>Reports what does not keep the output from its readers, though it is an error where it stands.</summary>
    internal void Warn(Diagnostic problem) =>
        Report(problem.Severity == Severity.Error ? problem with { Severity = Severity.Warning } : problem);

    /// <summary>What follows the bytes that the renderer writes.</summary>
    internal RestOfFile? Rest { get; set; }

    public Settings Settings
    {
        get
        {
            questions.Add(Ask.Settings);
            return facts.Site.Settings;
        }
    }

    public DateTimeOffset Clock
    {
        get
        {
            questions.Add(Ask.Clock);
            return facts.Site.Settings.Clock;
        }
    }

    /// <summary>The page as it is today, for reading the named field (and nothing else) of it.</summary>
    public Entry Read(Entry entry, Field field)
    {
        questions.Add(field, entry.Slot);
        return entry;
    }

    /// <summary>A shown page by its source path, with everything its own output prints of it; null when there is none.</summary>
    public Entry? Page(SitePath source) => Page(source, Field.All);

    /// <summary>A shown page by its source path, for reading the named field of it; null when there is none.</summary>
    public Entry? Page(SitePath source, Field field)
    {
        var slot = facts.Names.Pages.Of(source);
        questions.Add(field, slot);
        return facts.Entry(slot);
    }

    /// <summary>The id that was published of the page, else the one that would be now.</summary>
    public string PublishedId(Entry entry, string now)
    {
        questions.Add(Ask.PublishedId, entry, now);
        return facts.Site.Ledger.Find(entry.Path)?.Id ?? now;
    }

    public DataNode? Extra(Entry entry, string key)
    {
        questions.Add(Ask.Extra, entry, key);
        return entry.Matter.Extra.Find(key);
    }

    /// <summary>Whether any page has this front-matter key.</summary>
    public bool IsKnownKey(string key)
    {
        questions.Add(Ask.KnownKey, key);
        return facts.Site.Index.KnownKeys.BinarySearch(key, StringComparer.Ordinal) >= 0;
    }

    public ImmutableArray<string> KnownKeys
    {
        get
        {
            questions.Add(Ask.Shape);
            return facts.Site.Index.KnownKeys;
        }
    }

    /// <summary>The page's text for the output that is the page's own, or repeats it.</summary>
    /// <param name="reports">Whether what is wrong with a text that is a template is told of here.</param>
    public Body Body(Entry entry, bool reports)
    {
        if (IsFilling) return Written(entry).Body;
        questions.Add(Ask.Body, entry);
        var text = facts.Text(entry);
        if (reports)
            foreach (var problem in text.Diagnostics) Report(problem);
        return text.Markup.Body;
    }

    /// <summary>What the page's text comes to, for reading the named field (and nothing else) of it.</summary>
    public Markup Text(Entry entry, Field field)
    {
        if (IsFilling) return Written(entry);
        questions.Add(field, entry.Slot);
        return facts.Text(entry).Markup;
    }

    /// <summary>
    /// While texts are filled in, they see each other as they are written: what one of them shows cannot depend on which was
    /// filled first.
    /// </summary>
    private Markup Written(Entry entry)
    {
        questions.Add(Ask.Written, entry);
        return facts.Written(entry).Text;
    }

    /// <summary>A page that an index names by its position; what is read of it is recorded.</summary>
    internal Entry At(int position) => facts.Site.Entries[position];

    public (Entry? Previous, Entry? Next) Neighbours(Entry entry)
    {
        questions.Add(Ask.Neighbours, entry);
        var site = facts.Site;
        var (previous, next) = site.Index.NeighboursOf(site.Index.Find(entry.Path));
        return (previous < 0 ? null : site.Entries[previous], next < 0 ? null : site.Entries[next]);
    }

    public Section? Section(SitePath path)
    {
        questions.Add(Ask.Section, path.Value);
        return facts.Site.Index.Section(path);
    }

    /// <summary>The page that heads a section, for its title and text.</summary>
    public Entry? IndexOf(Section section) => section.Index < 0 ? null : facts.Site.Entries[section.Index];

    public Taxonomy Terms(string taxonomy)
    {
        questions.Add(Ask.Terms, taxonomy);
        return facts.Site.Index.Taxonomy(taxonomy);
    }

    /// <summary>For a term's name alone, and the page written for it; its pages are a listing of their own.</summary>
    public Term? TermName(string taxonomy, string slug)
    {
        questions.Add(Ask.TermName, taxonomy + "/" + slug);
        return facts.Site.Index.Taxonomy(taxonomy).Find(slug);
    }

    public ImmutableArray<DataFile> Data
    {
        get
        {
            questions.Add(Ask.Data);
            return facts.Site.Data;
        }
    }

    public RouteTable Routes
    {
        get
        {
            questions.Add(Ask.Shape);
            return facts.Routes;
        }
    }

    /// <summary>Whether the site has an output at this address.</summary>
    public bool HasOutput(string url)
    {
        questions.Add(Ask.Output, url);
        return facts.Routes.FindUrl(url) is not null;
    }

    public LinkAnswer Link(Entry from, string target)
    {
        // Whether an anchor is there may depend on a text that is not filled in yet.
        if (IsFilling && target.IndexOf('#') is >= 0 and var hash)
        {
            var page = hash == 0 ? new LinkAnswer("", IsLocal: false) : Link(from, target[..hash]);
            return page with { Url = page.Url + target[hash..] };
        }
        questions.AddLink(from, target);
        return facts.Link(from.Slot, target);
    }

    public Fragment Fragment(string template, SitePath section)
    {
        questions.AddFragment(template, section);
        return facts.FragmentOf(template, section);
    }

    /// <summary>A text of front matter or of a template.</summary>
    internal Body Markdown(string text)
    {
        questions.Add(Ask.Settings);
        return facts.Markdown(text);
    }

    /// <summary>
    /// The places a dead link may have meant: neighbours of where it points, and files of the same name elsewhere.
    /// </summary>
    internal IEnumerable<string> NearTo(Entry from, string target)
    {
        questions.Add(Ask.Shape);
        return NearLinks.To(facts.Site, from, target);
    }

    internal IEnumerable<string> AnchorsOf(SitePath source) => Page(source) is { } page ? Text(page, Field.Headings).Anchors : [];

    /// <summary>
    /// Adds the base path to an address below the site's root and encodes what may not stand in one; absolute where this output
    /// wants it.
    /// </summary>
    public string Address(string url) => AbsoluteUrls ? Absolute(url) : Settings.BasePath + Percent.Encode(url);

    public string Absolute(string url) => Settings.BaseUrl + Percent.Encode(url.TrimStart('/'));

    /// <summary>
    /// An address as front matter has it: a file beside the page, one below the site's root, or one elsewhere.
    /// </summary>
    public string Address(Entry page, string target) =>
        Link(page, target) is { IsLocal: true, Fault: not LinkFault.Dead } answer ? Address(answer.Url)
            : target.StartsWith('/') && !target.StartsWith("//", StringComparison.Ordinal) ? Address(target) : target;

    internal Trace Trace() => questions.Trace();

    private sealed class BuildClock(RenderScope scope) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => scope.Clock.ToUniversalTime();

        public override TimeZoneInfo LocalTimeZone => scope.Settings.TimeZone;
    }
}
