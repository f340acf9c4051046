using Markdig.Extensions.Abbreviations;
using Markdig.Extensions.Alerts;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Publisher.Content.Markdown.Attributes;
using Publisher.Content.Markdown.CodeBlocks;
using Publisher.Content.Markdown.Containers;
using Publisher.Content.Markdown.DefinitionLists;
using Publisher.Content.Markdown.Footnotes;
using Publisher.Content.Markdown.Headings;
using Publisher.Content.Markdown.Moments;
using Publisher.Content.Markdown.RawHtml;
using Publisher.Content.Markdown.Tables;

namespace Publisher.Content.Markdown;

/// <summary>
/// Writes the blocks of a document as HTML; each kind that is more than a tag has a writer in a folder of its own.
/// </summary>
internal sealed class BlockWriter
{
    public BlockWriter(Draft draft)
    {
        Draft = draft;
        Inlines = new InlineWriter(draft);
        RawHtml = new RawHtmlWriter(draft);
        Code = new CodeBlockWriter(draft);
    }

    public Draft Draft { get; }

    public InlineWriter Inlines { get; }

    /// <summary>Whether paragraphs are written without their tags, as in the items of a tight list.</summary>
    public bool IsTight { get; set; }

    /// <summary>The table of contents that <c>{:toc}</c> asks for, once the headings are known.</summary>
    public IReadOnlyList<Heading> Contents { get; set; } = [];

    /// <summary>Whether a table of contents was asked for.</summary>
    public bool WantsContents { get; set; }

    private RawHtmlWriter RawHtml { get; }

    private CodeBlockWriter Code { get; }

    public void WriteChildren(ContainerBlock container)
    {
        foreach (var child in container) Write(child);
    }

    public void Write(Block block)
    {
        switch (block)
        {
            case ParagraphBlock paragraph: WriteParagraph(paragraph); break;
            case HeadingBlock heading: HeadingWriter.Write(this, heading); break;
            case ListBlock list: WriteList(list); break;
            case CodeBlock code: Code.Write(code); break;
            case Table table: TableWriter.Write(this, table); break;
            case AlertBlock alert: ContainerWriter.WriteAlert(this, alert, alert.Kind.ToString().ToLowerInvariant()); break;
            case QuoteBlock quote: WriteElement("blockquote"u8, quote); break;
            case HtmlBlock html: RawHtml.WriteBlock(html); break;
            case ThematicBreakBlock rule: WriteVoid("hr"u8, rule); break;
            case Container container: ContainerWriter.Write(this, container); break;
            case DefinitionList definitions: DefinitionListWriter.Write(this, definitions); break;
            case FootnoteGroup footnotes: FootnoteWriter.Write(this, footnotes); break;
            // These say something about the document, and show nothing.
            case LinkReferenceDefinitionGroup or LinkReferenceDefinition or BlankLineBlock or Abbreviation or AttributeLine:
                break;
            case ContainerBlock other: WriteChildren(other); break;
            case LeafBlock { Inline: { } inlines }: Inlines.Write(inlines); break;
        }
    }

    /// <summary>Writes a block that holds others, its tags on lines of their own.</summary>
    public void WriteElement(ReadOnlySpan<byte> tag, ContainerBlock block)
    {
        var wasTight = IsTight;
        IsTight = false;
        Draft.EnsureLine();
        Open(tag, block);
        Draft.Raw("\n"u8);
        WriteChildren(block);
        Draft.EnsureLine();
        Close(tag);
        IsTight = wasTight;
    }

    public void Open(ReadOnlySpan<byte> tag, MarkdownObject of)
    {
        Draft.Raw("<"u8);
        Draft.Raw(tag);
        AttributeWriter.Write(Draft, of);
        Draft.Raw(">"u8);
    }

    public void Close(ReadOnlySpan<byte> tag)
    {
        Draft.Raw("</"u8);
        Draft.Raw(tag);
        Draft.Raw(">\n"u8);
    }

    private void WriteVoid(ReadOnlySpan<byte> tag, Block block)
    {
        Draft.EnsureLine();
        Open(tag, block);
        Draft.Raw("\n"u8);
    }

    private void WriteParagraph(ParagraphBlock paragraph)
    {
        // Nothing is left of a paragraph that was all attributes, or the name of an alert.
        if (paragraph.Inline?.FirstChild is null) return;
        // The box and its text are one thing to press and to read out.
        var isTask = paragraph.Inline.FirstChild is TaskList;
        if (!IsTight)
        {
            Draft.EnsureLine();
            Open("p"u8, paragraph);
        }
        if (isTask) Draft.Raw("<label>"u8);
        Inlines.Write(paragraph.Inline, MomentLines.Of(Draft, paragraph));
        if (isTask) Draft.Raw("</label>"u8);
        if (!IsTight) Draft.Raw("</p>\n"u8);
    }

    private void WriteList(ListBlock list)
    {
        var tag = list.IsOrdered ? "ol"u8 : "ul"u8;
        if (TableOfContents.IsAskedFor(list))
        {
            WantsContents = true;
            TableOfContents.Write(Draft, tag, Contents, list);
            return;
        }
        var wasTight = IsTight;
        IsTight = !list.IsLoose;
        Draft.EnsureLine();
        Draft.Raw("<"u8);
        Draft.Raw(tag);
        if (list.IsOrdered && list.OrderedStart is { } start && start != "1") Draft.Attribute("start", start);
        AttributeWriter.Write(Draft, list);
        Draft.Raw(">\n"u8);
        foreach (var item in list)
        {
            Draft.EnsureLine();
            Open("li"u8, item);
            WriteChildren((ListItemBlock)item);
            Close("li"u8);
        }
        Close(tag);
        IsTight = wasTight;
    }
}
