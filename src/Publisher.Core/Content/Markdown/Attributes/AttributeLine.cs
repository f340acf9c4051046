using Markdig.Parsers;
using Markdig.Syntax;

namespace Publisher.Content.Markdown.Attributes;

/// <summary>A line that holds nothing but attributes; they belong to the block above, or else to the one below.</summary>
internal sealed class AttributeLine(BlockParser parser, AttributeList list) : LeafBlock(parser)
{
    public AttributeList List { get; } = list;
}

/// <summary>
/// Reads attribute lines, which end a paragraph wherever they stand, and leaves out kramdown's <c>{::options …/}</c>.
/// </summary>
internal sealed class AttributeLineParser : BlockParser
{
    public AttributeLineParser() => OpeningCharacters = ['{'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent) return BlockState.None;
        var line = processor.Line.AsSpan().TrimEnd();
        if (line.StartsWith("{::options ") && line.EndsWith("/}")) return BlockState.BreakDiscard;
        if (AttributeList.Parse(line, out var length) is not { } list || length != line.Length) return BlockState.None;
        var notes = MarkdownNotes.Of(processor.Document);
        if (list.Name is not null)
        {
            notes.AttributeLists[list.Name] = list.Attributes;
            return BlockState.BreakDiscard;
        }
        var block = new AttributeLine(this, list)
        {
            ProcessInlines = false, Column = processor.Column,
            Span = new SourceSpan(processor.Start, processor.Start + length - 1),
        };
        notes.AttributeLines.Add(block);
        processor.NewBlocks.Push(block);
        return BlockState.BreakDiscard;
    }
}
