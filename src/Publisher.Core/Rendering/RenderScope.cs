using System.Collections.Immutable;
using Publisher.Configuration;
using Publisher.Content;
using Publisher.Diagnostics;
using Publisher.Model;
using Publisher.Text;
using Publisher.Themes;

namespace Publisher.Rendering;

/// <summary>
/// The only door from a renderer to the site. It writes down each question it is asked, so that the output's trace tells
/// exactly what the output depends on; a question that is not written down is a stale page some day.
/// </summary>
public sealed class RenderScope
{
    private readonly Facts facts;
    private readonly HashSet<Fact>? asked;
    private ImmutableArray<Diagnostic>.Builder? problems;
    private Stack<RunningComponent>? components;

    /// <param name="records">Whether the trace will be wanted; a build that remembers nothing saves the trouble.</param>
    internal RenderScope(Facts facts, Route? route, bool records)
    {
        this.facts = facts;
        Route = route;
        asked = records ? [] : null;
    }

    /// <summary>What is being rendered; null inside a fragment, which belongs to no single output.</summary>
    public Route? Route { get; }

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
            Record(new Fact(Ask.Settings));
            return facts.Site.Settings;
        }
    }

    public DateTimeOffset Clock
    {
        get
        {
            Record(new Fact(Ask.Clock));
            return facts.Site.Settings.Clock;
        }
    }

    /// <summary>The page as it is today, for reading the named field (and nothing else) of it.</summary>
    public Entry Read(Entry entry, Field field)
    {
        Record(new Fact(Ask.Field, entry.Slot, (int)field));
        return entry;
    }

    /// <summary>A shown page by its source path, with everything its own output prints of it; null when there is none.</summary>
    public Entry? Page(SitePath source) => Page(source, Field.All);

    /// <summary>A shown page by its source path, for reading the named field of it; null when there is none.</summary>
    public Entry? Page(SitePath source, Field field)
    {
        var slot = facts.Names.Pages.Of(source);
        Record(new Fact(Ask.Field, slot, (int)field));
        return facts.Entry(slot);
    }

    /// <summary>The id that was published of the page, else the one that would be now.</summary>
    public string PublishedId(Entry entry, string now)
    {
        Record(new Fact(Ask.PublishedId, entry.Slot, Text(now)));
        return facts.Site.Ledger.Find(entry.Path)?.Id ?? now;
    }

    public DataNode? Extra(Entry entry, string key)
    {
        Record(new Fact(Ask.Extra, entry.Slot, Text(key)));
        return entry.Matter.Extra.Find(key);
    }

    /// <summary>Whether any page has this front-matter key.</summary>
    public bool IsKnownKey(string key)
    {
        Record(new Fact(Ask.KnownKey, Text(key)));
        return facts.Site.Index.KnownKeys.BinarySearch(key, StringComparer.Ordinal) >= 0;
    }

    public ImmutableArray<string> KnownKeys
    {
        get
        {
            Record(new Fact(Ask.Shape));
            return facts.Site.Index.KnownKeys;
        }
    }

    /// <summary>The page's text for the output that is the page's own, or repeats it.</summary>
    /// <param name="reports">Whether what is wrong with a text that is a template is told of here.</param>
    public Body Body(Entry entry, bool reports)
    {
        if (IsFilling) return Written(entry).Body;
        Record(new Fact(Ask.Body, entry.Slot));
        var text = facts.Text(entry);
        if (reports)
            foreach (var problem in text.Diagnostics) Report(problem);
        return text.Markup.Body;
    }

    /// <summary>What the page's text comes to, for reading the named field (and nothing else) of it.</summary>
    public Markup Text(Entry entry, Field field)
    {
        if (IsFilling) return Written(entry);
        Record(new Fact(Ask.Field, entry.Slot, (int)field));
        return facts.Text(entry).Markup;
    }

    /// <summary>
    /// While texts are filled in, they see each other as they are written: what one of them shows cannot depend on which was
    /// filled first.
    /// </summary>
    private Markup Written(Entry entry)
    {
        Record(new Fact(Ask.Written, entry.Slot));
        return facts.Written(entry).Text;
    }

    /// <summary>A page that an index names by its position; what is read of it is recorded.</summary>
    internal Entry At(int position) => facts.Site.Entries[position];

    public (Entry? Previous, Entry? Next) Neighbours(Entry entry)
    {
        Record(new Fact(Ask.Neighbours, entry.Slot));
        var site = facts.Site;
        var (previous, next) = site.Index.NeighboursOf(site.Index.Find(entry.Path));
        return (previous < 0 ? null : site.Entries[previous], next < 0 ? null : site.Entries[next]);
    }

    public ImmutableArray<Entry> List(ListKey key, int number = 1, int size = 0)
    {
        RecordList(key, number, size);
        return facts.List(key, number, size);
    }

    public int Count(ListKey key)
    {
        RecordList(key, 1, 0);
        return facts.Count(key);
    }

    public int PageSize(ListKey key)
    {
        Record(new Fact(Ask.Settings));
        return Lists.PageSize(facts.Site, key);
    }

    /// <summary>The dated pages of a listing, newest first, in documents of a size, numbered from 1.</summary>
    public ImmutableArray<Entry> FeedEntries(ListKey key, int number, int size)
    {
        RecordList(key, -number, size);
        return facts.FeedEntries(key, number, size);
    }

    public int FeedCount(ListKey key) => FeedEntries(key, 1, int.MaxValue).Length;

    public Section? Section(SitePath path)
    {
        Record(new Fact(Ask.Section, Text(path.Value)));
        return facts.Site.Index.Section(path);
    }

    /// <summary>The page that heads a section, for its title and text.</summary>
    public Entry? IndexOf(Section section) => section.Index < 0 ? null : facts.Site.Entries[section.Index];

    public Taxonomy Terms(string taxonomy)
    {
        Record(new Fact(Ask.Terms, Text(taxonomy)));
        return facts.Site.Index.Taxonomy(taxonomy);
    }

    /// <summary>For a term's name alone, and the page written for it; its pages are a listing of their own.</summary>
    public Term? TermName(string taxonomy, string slug)
    {
        Record(new Fact(Ask.TermName, Text(taxonomy + "/" + slug)));
        return facts.Site.Index.Taxonomy(taxonomy).Find(slug);
    }

    public ImmutableArray<DataFile> Data
    {
        get
        {
            Record(new Fact(Ask.Data));
            return facts.Site.Data;
        }
    }

    /// <summary>The copies of the files below a source folder.</summary>
    public IEnumerable<(SitePath Source, SitePath Output)> Files(SitePath folder)
    {
        Record(new Fact(Ask.Files));
        return facts.Site.FileOutputs.Where(pair => pair.Key.IsBelow(folder)).Select(pair => (pair.Key, pair.Value));
    }

    public RouteTable Routes
    {
        get
        {
            Record(new Fact(Ask.Shape));
            return facts.Routes;
        }
    }

    /// <summary>Whether the site has an output at this address.</summary>
    public bool HasOutput(string url)
    {
        Record(new Fact(Ask.Output, Text(url)));
        return facts.Routes.FindUrl(url) is not null;
    }

    public ThemeFile? Template(string name)
    {
        Record(new Fact(Ask.Template, Text(name)));
        return facts.Theme.Templates.GetValueOrDefault(name);
    }

    public IEnumerable<string> TemplateNames
    {
        get
        {
            Record(new Fact(Ask.Templates));
            return facts.Theme.Templates.Keys.Order(StringComparer.Ordinal);
        }
    }

    /// <summary>The tags that the templates give to Liquid.</summary>
    internal SiteTags Tags
    {
        get
        {
            Record(new Fact(Ask.Templates));
            return facts.Tags;
        }
    }

    public ThemeFile? Asset(string name)
    {
        Record(new Fact(Ask.Asset, Text(name)));
        return facts.Theme.Assets.GetValueOrDefault(name);
    }

    public IEnumerable<string> AssetNames
    {
        get
        {
            Record(new Fact(Ask.Shape));
            return facts.Theme.Assets.Keys.Order(StringComparer.Ordinal);
        }
    }

    public LinkAnswer Link(Entry from, string target)
    {
        // Whether an anchor is there may depend on a text that is not filled in yet.
        if (IsFilling && target.IndexOf('#') is >= 0 and var hash)
        {
            var page = hash == 0 ? new LinkAnswer("", IsLocal: false) : Link(from, target[..hash]);
            return page with { Url = page.Url + target[hash..] };
        }
        if (asked is not null) asked.Add(new Fact(Ask.Link, facts.Names.Links.Of((from.Slot, target))));
        return facts.Link(from.Slot, target);
    }

    /// <summary>The bytes of a file of the content; null when there is none.</summary>
    public byte[]? Source(SitePath path)
    {
        Record(new Fact(Ask.Source, Text(path.Value)));
        return facts.Source(path)?.Read([]);
    }

    /// <summary>What a sound file of the content says of itself; null when there is none.</summary>
    internal MeasuredSound? Sound(SitePath source)
    {
        Record(new Fact(Ask.Sound, Text(source.Value)));
        return facts.Sound(source);
    }

    /// <summary>Whether the content has a file, other than a page's.</summary>
    internal bool HasFile(SitePath path)
    {
        Record(new Fact(Ask.File, Text(path.Value)));
        return facts.Site.File(path) is not null;
    }

    /// <summary>A file of the content as a transcript.</summary>
    internal ReadTranscript Transcript(SitePath source)
    {
        Record(new Fact(Ask.Source, Text(source.Value)));
        return facts.Transcript(source);
    }

    /// <summary>The names of the files beside one that is not there.</summary>
    internal IEnumerable<string> NamesNear(SitePath file)
    {
        Record(new Fact(Ask.Shape));
        return facts.Site.Files.Where(other => other.Path.Parent == file.Parent).Select(other => other.Path.Name);
    }

    /// <summary>Of a local image, by its source path.</summary>
    public ImageSize? SizeOf(SitePath source)
    {
        Record(new Fact(Ask.ImageSize, Text(source.Value)));
        return facts.SizeOf(source);
    }

    public Fragment Fragment(string template, SitePath section)
    {
        if (asked is not null) asked.Add(new Fact(Ask.Fragment, facts.Names.Fragments.Of((template, section))));
        return facts.FragmentOf(template, section);
    }

    /// <summary>A text of front matter or of a template.</summary>
    internal Body Markdown(string text)
    {
        Record(new Fact(Ask.Settings));
        return facts.Markdown(text);
    }

    /// <summary>
    /// The places a dead link may have meant: neighbours of where it points, and files of the same name elsewhere.
    /// </summary>
    internal IEnumerable<string> NearTo(Entry from, string target)
    {
        Record(new Fact(Ask.Shape));
        return NearLinks.To(facts.Site, from, target);
    }

    internal IEnumerable<string> AnchorsOf(SitePath source) => Page(source) is { } page ? Text(page, Field.Headings).Anchors : [];

    /// <summary>
    /// Adds the base path to an address below the site's root and encodes what may not stand in one; absolute where this output
    /// wants it.
    /// </summary>
    public string Address(string url) => AbsoluteUrls ? Absolute(url) : Settings.BasePath + Percent.Encode(url);

    public string Absolute(string url) => Settings.BaseUrl + Percent.Encode(url.TrimStart('/'));

    internal Trace Trace()
    {
        if (asked is null) return Rendering.Trace.Nothing;
        var questions = asked.ToArray();
        return new Trace(questions, Array.ConvertAll(questions, facts.StampOf));
    }

    private void RecordList(ListKey key, int number, int size)
    {
        if (asked is not null) asked.Add(new Fact(Ask.List, facts.Names.Lists.Of((key, number, size))));
    }

    private sealed class BuildClock(RenderScope scope) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => scope.Clock.ToUniversalTime();

        public override TimeZoneInfo LocalTimeZone => scope.Settings.TimeZone;
    }

    private int Text(string text) => asked is null ? 0 : facts.Names.Texts.Of(text);

    private void Record(Fact fact) => asked?.Add(fact);
}
