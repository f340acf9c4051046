namespace Publisher.Content.Markdown.Tables;

/// <summary>Writes a table; short rows are filled up with empty cells.</summary>
internal static class TableWriter
{
    /// <summary>How many cells a table may be given: a few bytes of short rows must not become megabytes.</summary>
    private const int MaxFilled = 20_000;

    public static void Write(BlockWriter writer, Table table)
    {
        var draft = writer.Draft;
        draft.EnsureLine();
        writer.Open("table"u8, table);
        draft.Raw("\n<thead>\n"u8);
        var (column, row, filled) = (0, 0, 0);
        foreach (var block in table)
        {
            var cell = (TableCell)block;
            if (column == 0)
            {
                if (row == 1) draft.Raw("<tbody>\n"u8);
                draft.Raw("<tr>\n"u8);
            }
            Open(draft, row, table.Columns[column++]);
            writer.Inlines.Write(cell.Inline);
            draft.Raw(row == 0 ? "</th>\n"u8 : "</td>\n"u8);
            if (!cell.IsLast) continue;
            for (; column < table.Columns.Length && filled < MaxFilled; column++, filled++)
            {
                Open(draft, row, table.Columns[column]);
                draft.Raw("</td>\n"u8);
            }
            draft.Raw(row == 0 ? "</tr>\n</thead>\n"u8 : "</tr>\n"u8);
            (column, row) = (0, row + 1);
        }
        draft.Raw(row > 1 ? "</tbody>\n</table>\n"u8 : "</table>\n"u8);
    }

    private static void Open(Draft draft, int row, Alignment alignment)
    {
        draft.Raw(row == 0 ? "<th"u8 : "<td"u8);
        draft.Raw(alignment switch
        {
            Alignment.Left => " style=\"text-align:left\">"u8,
            Alignment.Centre => " style=\"text-align:center\">"u8,
            Alignment.Right => " style=\"text-align:right\">"u8,
            _ => ">"u8,
        });
    }
}
