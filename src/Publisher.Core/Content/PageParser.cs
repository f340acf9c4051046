using System.Collections.Immutable;
using System.Globalization;
using System.Text;
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

    /// <summary>A text that is not a file's, such as a description.</summary>
    public Body Markdown(string text) => markdown.Render(SitePath.Root, text, 1, titleFromHeading: false).Body;

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
        if (last is not null && last.Content == content) return last.From(file);
        var block = FrontMatterBlock.Split(file.Path, bytes, problems);
        var matter = Matter.None;
        if (block.Matter is { } mapping) matter = MatterParser.Parse(mapping, zone, problems);
        var length = block.Text.Length - block.BodyStart;
        var text = TextOf(file.Path, bytes, length, block.BodyFirstLine, titleFromHeading: matter.Title is null);
        var card = CardOf(file.Path, matter, text, block.Matter?.Stamp() ?? Stamp.None,
            MentionsOf.Text(block.Text.AsSpan(block.BodyStart)));
        if (last is { IsRendered: true } && last.Card.Stamp == card.Stamp) card = last.Card;
        return new Page(file, content, card, text, [.. problems])
        {
            Template = MayBeTemplate(block.Text.AsSpan(block.BodyStart)) ? (block.Body, block.BodyFirstLine) : null,
        };
    }

    /// <summary>What a page's text comes to when its template printed <paramref name="filled"/>.</summary>
    public Markup Fill(Page page, string filled)
    {
        var (path, titleFromHeading) = (page.Source.Path, page.Card.Matter.Title is null);
        var (written, firstLine) = page.Template!.Value;
        return IsHtml(path)
            ? markdown.RenderHtml(path, filled, firstLine)
            : markdown.Render(path, filled, firstLine, titleFromHeading, LineOrigin.Of(written, filled));
    }

    private static bool MayBeTemplate(ReadOnlySpan<char> text) =>
        text.Contains("{{", StringComparison.Ordinal) || text.Contains("{%", StringComparison.Ordinal);

    private static bool IsHtml(SitePath path) => path.HasExtension(".html", ".htm");

    /// <summary>The text below the front matter, kept as the file's bytes until it is wanted.</summary>
    private Lazy<Markup> TextOf(SitePath path, byte[] bytes, int length, int firstLine, bool titleFromHeading) => new(() =>
    {
        var text = SourceText.Lines(Encoding.UTF8.GetString(bytes)[^length..]);
        return IsHtml(path)
            ? markdown.RenderHtml(path, text, firstLine)
            : markdown.Render(path, text, firstLine, titleFromHeading);
    });

    private Card CardOf(SitePath path, Matter matter, Lazy<Markup> text, Stamp matterStamp, Mentions mentions)
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
        return new Card(text, matterStamp)
        {
            Path = path, Matter = matter, IsIndex = isIndex, FileDate = day, FileSlug = name, Mentions = mentions,
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
