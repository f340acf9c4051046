using Markdig.Parsers;
using Markdig.Syntax;

namespace Publisher.Content.Markdown.Tables;

internal enum Alignment : byte { None, Left, Centre, Right }

/// <summary>A table: its cells row by row, the header's first; a row that ends early ends with a cell that says so.</summary>
internal sealed class Table(BlockParser parser, Alignment[] columns) : ContainerBlock(parser)
{
    public Alignment[] Columns { get; } = columns;
}

/// <summary>One cell's text.</summary>
internal sealed class TableCell : LeafBlock
{
    public TableCell(BlockParser parser) : base(parser) => ProcessInlines = true;

    /// <summary>Whether the row ends here.</summary>
    public bool IsLast { get; set; }
}
