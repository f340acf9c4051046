using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Publisher.Content.Markdown.Tables;

/// <summary>
/// Reads the tables of GitHub Flavored Markdown (4.10) line by line: a header, a row of dashes with as many cells, and
/// rows up to a blank line or another block. Texts without such a row of dashes pay nothing for it.
/// </summary>
internal sealed class TableParser : BlockParser
{
    /// <summary>A table of more columns is not a table: short rows would be filled up without end.</summary>
    private const int MaxColumns = 200;

    public TableParser() => OpeningCharacters = ['|', '-', ':'];

    public override bool CanInterrupt(BlockProcessor processor, Block block) => true;

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || processor.CurrentBlock is not ParagraphBlock { Parent.IsOpen: true } paragraph)
            return BlockState.None;
        if (Columns(processor.Line.AsSpan()) is not { } columns) return BlockState.None;
        var header = paragraph.Lines.Lines[paragraph.Lines.Count - 1];
        if (header.Line != processor.LineIndex - 1) return BlockState.None;
        var table = new Table(this, columns)
        {
            Column = processor.Column, Span = new SourceSpan(header.Slice.Start, processor.Line.End),
        };
        if (AddRow(table, header) != columns.Length) return BlockState.None;

        if (paragraph.Lines.Count == 1) processor.Discard(paragraph);
        else paragraph.Lines.RemoveAt(paragraph.Lines.Count - 1);
        processor.NewBlocks.Push(table);
        return BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.IsBlankLine || processor.IsCodeIndent || BeginsAnother(processor.Line.AsSpan())) return BlockState.None;
        AddRow((Table)block, new StringLine(
            processor.Line, processor.LineIndex, processor.Column, processor.CurrentLineStartPosition, NewLine.None));
        block.UpdateSpanEnd(processor.Line.End);
        return BlockState.ContinueDiscard;
    }

    /// <summary>The alignments that a row of dashes gives; null for any other line.</summary>
    private static Alignment[]? Columns(ReadOnlySpan<char> line)
    {
        if (!line.Contains('|') || line.ContainsAnyExcept("|:- \t\r")) return null;
        line = line.Trim(" \t\r");
        if (line[0] == '|') line = line[1..];
        if (line is [.., '|']) line = line[..^1];
        var columns = new List<Alignment>();
        foreach (var range in line.Split('|'))
        {
            var cell = line[range].Trim(" \t");
            var (left, right) = (cell is [':', ..], cell is [_, .., ':']);
            var dashes = cell[(left ? 1 : 0)..(cell.Length - (right ? 1 : 0))];
            if (dashes.IsEmpty || dashes.ContainsAnyExcept('-') || columns.Count == MaxColumns) return null;
            columns.Add(left ? right ? Alignment.Centre : Alignment.Left : right ? Alignment.Right : Alignment.None);
        }
        return [.. columns];
    }

    /// <summary>
    /// Cuts a row at its pipes, but not at those behind a backslash; what is more than the header has is left out.
    /// </summary>
    private int AddRow(Table table, StringLine row)
    {
        var text = row.Slice.Text;
        var (start, end) = (row.Slice.Start, row.Slice.End + 1);
        while (end > start && text[end - 1] is ' ' or '\t' or '\r') end--;
        while (start < end && text[start] is ' ' or '\t') start++;
        if (start < end && text[start] == '|') start++;
        if (end > start && text[end - 1] == '|' && !IsEscaped(text, start, end - 1)) end--;
        var count = 0;
        TableCell? last = null;
        for (var from = start; from <= end; count++)
        {
            var stop = from;
            while (stop < end && (text[stop] != '|' || IsEscaped(text, from, stop))) stop++;
            if (count < table.Columns.Length) table.Add(last = Cell(row, text, from, stop));
            from = stop + 1;
        }
        if (last is not null) last.IsLast = true;
        return count;
    }

    private TableCell Cell(StringLine row, string text, int from, int end)
    {
        while (end > from && text[end - 1] is ' ' or '\t') end--;
        while (from < end && text[from] is ' ' or '\t') from++;
        var cell = new TableCell(this)
        {
            Line = row.Line, Column = row.Column + from - row.Slice.Start, Span = new SourceSpan(from, end - 1), IsOpen = false,
        };
        if (from == end)
        {
            cell.ProcessInlines = false;
            return cell;
        }
        var slice = new StringSlice(text, from, end - 1);
        // In code, a backslash is shown; before a pipe it is the table's.
        if (slice.AsSpan().Contains("\\|", StringComparison.Ordinal))
            slice = new StringSlice(slice.ToString().Replace("\\|", "|"));
        cell.Lines = new StringLineGroup(1);
        cell.Lines.Add(new StringLine(slice, row.Line, cell.Column, from, NewLine.None));
        return cell;
    }

    private static bool IsEscaped(string text, int start, int at)
    {
        var slashes = 0;
        while (at - 1 - slashes >= start && text[at - 1 - slashes] == '\\') slashes++;
        return slashes % 2 == 1;
    }

    /// <summary>Whether a line begins some other block: those end a table without a blank line between.</summary>
    private static bool BeginsAnother(ReadOnlySpan<char> line)
    {
        var marker = line.IndexOfAnyExceptInRange('0', '9');
        if (marker is > 0 and < 10 && line[marker..] is ['.' or ')', ' ', ..]) return true;
        return line is ['>' or '{', ..] or ['#', ' ' or '#', ..] or ['-' or '*' or '+', ' ', ..]
                or ['`', '`', '`', ..] or ['~', '~', '~', ..]
            or [':', ':', ':', ..] or ['<', '/' or '!' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'), ..];
    }
}
