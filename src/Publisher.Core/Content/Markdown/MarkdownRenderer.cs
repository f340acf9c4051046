using System.Collections.Concurrent;
using System.Collections.Immutable;
using Markdig;
using Markdig.Extensions.Emoji;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Parsers;
using Markdig.Syntax;
using Publisher.Content.Markdown.Attributes;
using Publisher.Content.Markdown.Autolinks;
using Publisher.Content.Markdown.Containers;
using Publisher.Content.Markdown.Headings;
using Publisher.Content.Markdown.Summaries;
using Publisher.Content.Markdown.Tables;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Content.Markdown;

/// <summary>
/// Turns Markdown into what a page needs of it. May be used by many threads at once; never throws for what is in a text.
/// </summary>
public sealed class MarkdownRenderer(MarkdownOptions options)
{
    private readonly MarkdownPipeline pipeline = Pipeline(options);
    private readonly ConcurrentBag<BlockWriter> writers = [];

    /// <summary>
    /// Renders a text whose first line is line <paramref name="firstLine"/> of <paramref name="file"/>. With
    /// <paramref name="titleFromHeading"/>, a first heading of level 1 is left to the theme. A text that a template printed
    /// comes with the origins of its lines.
    /// </summary>
    public Markup Render(
        SitePath file, string text, int firstLine, bool titleFromHeading, IReadOnlyList<LineOrigin>? origins = null)
    {
        if (text.Length == 0) return Markup.Empty;
        MarkdownDocument document;
        try
        {
            document = MarkdownParser.Parse(text, pipeline);
        }
        catch (ArgumentException fault) when (fault.Message.Contains("depth limit", StringComparison.Ordinal))
        {
            return Unreadable(text, Messages.MarkdownTooDeep(new Location(file, firstLine, 1)));
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException)
        {
            // A fault of the parser must not cost the author the other pages.
            return Unreadable(text, Messages.MarkdownFailed(new Location(file, firstLine, 1), fault.Message));
        }
        if (!writers.TryTake(out var writer)) writer = new BlockWriter(new Draft(options));
        try
        {
            // Markdig reads NUL as U+FFFD, one sign for one.
            writer.Draft.Begin(new SourceMap(file, firstLine, text, document.LineStartIndexes ?? [], origins));
            return Write(writer, document, titleFromHeading);
        }
        finally
        {
            writers.Add(writer);
        }
    }

    /// <summary>A text that is HTML already: its addresses become holes and its ids anchors.</summary>
    public Markup RenderHtml(SitePath file, string text, int firstLine)
    {
        var draft = new Draft(options);
        draft.Begin(new SourceMap(file, firstLine, text, LineStarts(text)));
        new RawHtml.RawHtmlWriter(draft).WriteText(text);
        draft.Anchors.Sort(string.CompareOrdinal);
        return new Markup { Body = draft.BodyFrom(0, 0, 0), Anchors = Distinct(draft.Anchors) };
    }

    private static List<int> LineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var at = text.IndexOf('\n'); at >= 0; at = text.IndexOf('\n', at + 1)) starts.Add(at + 1);
        return starts;
    }

    private static Markup Write(BlockWriter writer, MarkdownDocument document, bool titleFromHeading)
    {
        var draft = writer.Draft;
        var notes = MarkdownNotes.Find(document);
        if (notes is not null) Settle(notes, draft);

        var first = FirstBlock(document);
        var heading = first < document.Count ? document[first] as HeadingBlock : null;
        if (heading is { Level: not 1 }) heading = null;
        if (heading is not null && titleFromHeading) first++;
        else first = 0;

        var titleId = WriteBody(writer, document, notes, titleFromHeading ? heading : null);
        var body = draft.BodyFrom(0, 0, 0);
        draft.Anchors.Sort(string.CompareOrdinal);
        return new Markup
        {
            Body = body,
            Summary = SummaryWriter.Write(writer, document, first),
            Excerpt = SummaryWriter.Excerpt(draft, document, first),
            Headings = [.. draft.Headings],
            Topics = [.. draft.Topics],
            Anchors = Distinct(draft.Anchors),
            Words = draft.Words,
            Title = heading is null ? null : HeadingWriter.TextOf(draft, heading),
            TitleId = titleId,
            Diagnostics = [.. draft.Problems],
        };
    }

    /// <summary>
    /// Writes all blocks but the title; a second time with the headings, when a list is to be replaced by them.
    /// </summary>
    private static string? WriteBody(BlockWriter writer, MarkdownDocument document, MarkdownNotes? notes, HeadingBlock? title)
    {
        var draft = writer.Draft;
        (writer.WantsContents, writer.Contents) = (false, []);
        while (true)
        {
            foreach (var id in notes?.Ids ?? []) draft.Ids.Reserve(id);
            var titleId = title is null ? null : HeadingWriter.IdOf(draft, title);
            if (titleId is not null) draft.Anchor(titleId);
            foreach (var block in document)
                if (block != title && !SummaryWriter.IsMore(block)) writer.Write(block);
            if (!writer.WantsContents || draft.Headings.Count == 0 || writer.Contents.Count > 0) return titleId;
            writer.Contents = [.. draft.Headings];
            draft.Restart();
            draft.Problems.Clear();
            if (notes is not null) Report(notes, draft);
        }
    }

    private static void Settle(MarkdownNotes notes, Draft draft)
    {
        AttributeLines.Apply(notes, draft.Source);
        Report(notes, draft);
    }

    private static void Report(MarkdownNotes notes, Draft draft)
    {
        foreach (var (fault, offset) in notes.DirectiveFaults)
            draft.Problems.Add(Messages.UnreadableDirective(
                draft.Source.At(offset + fault.Offset, fault.Length), fault.Directive, fault.Problem, fault.Hint));
        foreach (var (offset, colons) in notes.StrayFences)
            draft.Problems.Add(Messages.StrayFence(draft.Source.At(offset, colons), colons));
        foreach (var container in notes.UnclosedContainers)
            draft.Problems.Add(Messages.UnclosedContainer(draft.Source.At(container.Span), container.Name, container.Colons));
        foreach (var (name, offset, length) in notes.UnknownLists)
            draft.Problems.Add(Messages.UnknownAttributeList(draft.Source.At(offset, length), name, notes.AttributeLists.Keys));
    }

    /// <summary>Past what shows nothing: definitions of links, and comments.</summary>
    private static int FirstBlock(MarkdownDocument document)
    {
        var first = 0;
        while (first < document.Count
            && document[first] is LinkReferenceDefinitionGroup or HtmlBlock { Type: HtmlBlockType.Comment }
            && !SummaryWriter.IsMore(document[first])) first++;
        return first;
    }

    private static ImmutableArray<string> Distinct(List<string> sorted)
    {
        if (sorted.Count == 0) return [];
        var distinct = ImmutableArray.CreateBuilder<string>(sorted.Count);
        for (var i = 0; i < sorted.Count; i++)
            if (i == 0 || sorted[i] != sorted[i - 1]) distinct.Add(sorted[i]);
        return distinct.DrainToImmutable();
    }

    /// <summary>The text as it is: what cannot be rendered can still be read.</summary>
    private Markup Unreadable(string text, Diagnostic problem)
    {
        var draft = new Draft(options);
        draft.Raw("<pre>"u8);
        draft.Text(text);
        draft.Raw("</pre>\n"u8);
        return new Markup { Body = draft.BodyFrom(0, 0, 0), Diagnostics = [problem] };
    }

    private static MarkdownPipeline Pipeline(MarkdownOptions options)
    {
        var builder = new MarkdownPipelineBuilder { PreciseSourceLocation = true, MaximumNestingDepth = 64 };
        builder.UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).UseTaskLists().UseAlertBlocks().UseFootnotes()
            .UseDefinitionLists()
            .UseAbbreviations();
        if (options.Emoji) builder.UseEmojiAndSmiley(EmojiMapping.DefaultEmojisOnlyMapping);
        builder.BlockParsers.Insert(0, new TableParser());
        builder.BlockParsers.Insert(0, new ContainerParser());
        builder.BlockParsers.Insert(0, new AttributeLineParser());
        builder.InlineParsers.Insert(0, new AttributeSpanParser());
        builder.InlineParsers.Add(new BareLinkParser());
        return builder.Build();
    }
}
