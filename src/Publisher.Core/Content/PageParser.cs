using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Publisher.Configuration;
using Publisher.Content.Markdown;
using Publisher.Diagnostics;
using Publisher.Sources;
using Publisher.Text;

namespace Publisher.Content;

/// <summary>
/// Turns source files into pages, looking at nothing but the file and the settings; a file that did not change gives back its
/// last page.
/// </summary>
public sealed partial class PageParser
{
    private readonly MarkdownRenderer markdown;
    private readonly TimeZoneInfo zone;

    public PageParser(Settings settings)
    {
        zone = settings.TimeZone;
        markdown = new MarkdownRenderer(new MarkdownOptions
        {
            Highlight = settings.Markdown.Highlight, SmartPunctuation = settings.Markdown.SmartPunctuation,
            ExternalLinkMarks = settings.Markdown.ExternalLinks,
        });
        Stamp = StampOf(settings);
    }

    /// <summary>Of the settings that parsing looks at: another stamp means that every file must be parsed again.</summary>
    public Stamp Stamp { get; }

    /// <summary>A text that is not a file's, such as a description, as HTML.</summary>
    public string Markdown(string text)
    {
        var body = markdown.Render(SitePath.Root, text, 1, titleFromHeading: false).Body;
        var html = new Utf8Buffer(text.Length * 2);
        var written = 0;
        foreach (var hole in body.Holes)
        {
            html.Write(body.Html.Span[written..hole.Offset]);
            written = hole.Offset;
            if (hole.Kind == HoleKind.Url) Escaping.Write(html, hole.Target);
        }
        html.Write(body.Html.Span[written..]);
        return html.ToString();
    }

    public static Stamp StampOf(Settings settings) =>
        Stamp.Of(settings.TimeZone.Id)
            .With((settings.Markdown.Highlight ? 1u : 0) + (settings.Markdown.SmartPunctuation ? 2u : 0)
                + (settings.Markdown.ExternalLinks ? 4u : 0));

    public static bool IsPage(SourceFile file) =>
        file.Path.HasExtension(".md", ".markdown", ".mdown", ".mkd") || IsHtmlPage(file);

    /// <summary>Files and last pages come in path order, and so do the pages that are given back.</summary>
    public Page[] ParseAll(IReadOnlyList<SourceFile> files, Page[] last, CancellationToken cancel)
    {
        var pages = new Page[files.Count];
        var changed = new List<(int At, Page? Last)>();
        var next = 0;
        for (var i = 0; i < files.Count; i++)
        {
            while (next < last.Length && !ReferenceEquals(last[next].Source, files[i])
                && last[next].Source.Path.CompareTo(files[i].Path) < 0)
                next++;
            if (next < last.Length && ReferenceEquals(last[next].Source, files[i])) pages[i] = last[next++];
            else changed.Add((i, next < last.Length && last[next].Source.Path == files[i].Path ? last[next] : null));
        }
        Parallel.For(0, changed.Count, new ParallelOptions { CancellationToken = cancel }, at =>
        {
            var (i, before) = changed[at];
            pages[i] = Parse(files[i], before);
        });
        return pages;
    }

    public Page Parse(SourceFile file, Page? last = null)
    {
        var problems = new List<Diagnostic>();
        var bytes = file.Read(problems);
        // A file that cannot be read is another thing than an empty one.
        var content = problems.Count > 0 ? Stamp.None : Stamp.Of(bytes);
        if (last is not null && last.Content == content) return last with { Source = file };
        var block = FrontMatterBlock.Split(file.Path, bytes, problems);
        var matter = Matter.None;
        if (block.Matter is { } mapping) matter = MatterParser.Parse(mapping, zone, problems);
        var markup = file.Path.HasExtension(".html", ".htm")
            ? markdown.RenderHtml(file.Path, block.Body, block.BodyFirstLine)
            : markdown.Render(file.Path, block.Body, block.BodyFirstLine, titleFromHeading: matter.Title is null);
        problems.AddRange(markup.Diagnostics);
        var card = CardOf(file.Path, matter, markup, block.Matter?.Stamp() ?? Stamp.None);
        if (last is not null && last.Card.Stamp == card.Stamp) card = last.Card;
        var body = last is not null && last.Body.Stamp == markup.Body.Stamp ? last.Body : markup.Body;
        return new Page(file, content, card, body, [.. problems]);
    }

    private Card CardOf(SitePath path, Matter matter, Markup markup, Stamp matterStamp)
    {
        var isIndex = path.Stem is "index" or "_index" || path.Name.Equals("README.md", StringComparison.OrdinalIgnoreCase);
        var name = isIndex ? path.Parent.Name : path.Stem;
        DateTimeOffset? day = null;
        if (DatedName().Match(name) is { Success: true } dated
            && DateTime.TryParseExact(dated.Groups[1].ValueSpan, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None,
                out var local))
        {
            day = PageDate.InZone(local, zone);
            name = dated.Groups[2].Value;
        }
        var stamp = matterStamp.With(markup.Title).With(markup.TitleId).With(markup.Excerpt).With(markup.Summary.Stamp)
            .With((ulong)markup.Words);
        foreach (var heading in markup.Headings) stamp = stamp.With((ulong)heading.Level).With(heading.Id).With(heading.Html);
        foreach (var anchor in markup.Anchors) stamp = stamp.With(anchor);
        return new Card
        {
            Path = path, Matter = matter, IsIndex = isIndex, HeadingTitle = markup.Title, HeadingId = markup.TitleId,
            FileDate = day, FileSlug = name, Excerpt = markup.Excerpt,
            Summary = markup.Summary, Words = markup.Words, Headings = markup.Headings, Anchors = markup.Anchors, Stamp = stamp,
        };
    }

    /// <summary>An HTML file is a page when it has front matter; otherwise it is copied as it is.</summary>
    private static bool IsHtmlPage(SourceFile file)
    {
        if (!file.Path.HasExtension(".html", ".htm") || file.Length < 8) return false;
        using var stream = Open(file);
        Span<byte> start = stackalloc byte[4];
        return stream.ReadAtLeast(start, 4, throwOnEndOfStream: false) == 4
            && (start.SequenceEqual("---\n"u8) || start.SequenceEqual("---\r"u8));
    }

    /// <summary>A file that cannot be opened is no page; copying it will say what is wrong.</summary>
    private static Stream Open(SourceFile file)
    {
        try
        {
            return file.Open();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Stream.Null;
        }
    }

    [GeneratedRegex(@"^(\d{4}-\d{1,2}-\d{1,2})-(.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex DatedName();
}
