using System.Globalization;
using System.Text;
using Publisher.Cli.Problems;
using Publisher.Text;

namespace Publisher.Cli.Terminal;

/// <summary>Shows the place of a problem in its source: the line, its neighbours, and a mark below what is meant.</summary>
internal sealed class CodeFrame(Ink ink, int width)
{
    private const int TabWidth = 4;

    // How much of a line is looked at on either side of the place: generated files may be one line of megabytes.
    private const int Sight = 2000;

    /// <param name="around">How many lines to show before and after the line.</param>
    public void Write(StringBuilder text, string source, Location at, int around)
    {
        if (SourceExcerpt.Of(source, at, around) is not { } excerpt) return;
        var gutter = excerpt.Last.ToString(CultureInfo.InvariantCulture).Length;
        var skipped = Math.Max(0, at.Column - Sight);
        at = at with { Column = at.Column - skipped, Length = Math.Min(at.Length, Sight) };
        var view = View.Of(Near(excerpt.Lines[at.Line - excerpt.First], skipped), at, Math.Max(20, width - gutter - 4));
        for (var number = excerpt.First; number <= excerpt.Last; number++)
        {
            var shown = Near(excerpt.Lines[number - excerpt.First], skipped);
            if (number != at.Line && shown.AsSpan().IsWhiteSpace()) continue;
            var label = number.ToString(CultureInfo.InvariantCulture).PadLeft(gutter);
            var line = view.Cut(shown);
            text.Append("  ").Append(ink.Blue(label + " |")).Append(line.Length > 0 ? " " : "");
            text.Append(number == at.Line ? line : ink.Dim(line)).Append('\n');
            if (number != at.Line || at.Column < 1) continue;
            text.Append("  ").Append(ink.Blue(new string(' ', gutter) + " |")).Append(' ')
                .Append(' ', view.MarkStart - view.Start)
                .Append(ink.Of(Diagnostics.Severity.Error, new string('^', view.MarkLength))).Append('\n');
        }
    }

    private static string Near(string line, int skipped) => skipped == 0 && line.Length <= 2 * Sight ? line
        : line.Substring(Math.Min(skipped, line.Length), Math.Clamp(line.Length - skipped, 0, 2 * Sight));

    /// <summary>The part of a long line that is shown, in columns of the terminal.</summary>
    private readonly record struct View(int Start, int Columns, int MarkStart, int MarkLength)
    {
        public static View Of(string line, Location at, int columns)
        {
            var index = Math.Clamp(at.Column - 1, 0, line.Length);
            var end = Math.Clamp(index + Math.Max(1, at.Length), index, line.Length);
            var (mark, markEnd, total) = (WidthOf(line, index), WidthOf(line, end), WidthOf(line, line.Length));
            var length = Math.Max(1, markEnd - mark);
            var start = 0;
            if (Math.Max(total, mark + 1) > columns)
                start = Math.Clamp(mark - columns / 3, 0, Math.Max(0, Math.Max(total, mark + 1) - columns));
            return new View(start, columns, mark, Math.Max(1, Math.Min(length, start + columns - mark)));
        }

        public string Cut(string line)
        {
            var cells = new List<(string Text, int Width)>();
            var column = 0;
            var cutEnd = false;
            foreach (var rune in line.EnumerateRunes())
            {
                var width = WidthOf(rune, column);
                if (column >= Start && column + width <= Start + Columns) cells.Add((Shown(rune, width), width));
                // Half of a wide character at the left edge still takes its place, or the mark would stand beside what it means.
                else if (column < Start && column + width > Start)
                    cells.Add((new string(' ', column + width - Start), column + width - Start));
                else if (column >= Start) cutEnd = true;
                column += width;
            }
            if (Start > 0 && cells.Count > 0) cells[0] = ("…".PadRight(cells[0].Width), cells[0].Width);
            if (cutEnd && cells.Count > 0) cells[^1] = ("…", 1);
            return string.Concat(cells.Select(cell => cell.Text)).TrimEnd();
        }

        private static string Shown(Rune rune, int width) =>
            rune.Value == '\t' ? new string(' ', width) : Rune.IsControl(rune) ? "\uFFFD" : rune.ToString();

        private static int WidthOf(string line, int end)
        {
            var column = 0;
            foreach (var rune in line.AsSpan(0, end).EnumerateRunes()) column += WidthOf(rune, column);
            return column;
        }

        private static int WidthOf(Rune rune, int column)
        {
            if (rune.Value == '\t') return TabWidth - column % TabWidth;
            if (rune.Value < 0x300) return 1;
            if (Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format) return 0;
            return IsWide(rune.Value) ? 2 : 1;
        }

        /// <summary>The blocks that Unicode's East Asian Width calls wide, roughly (UAX #11).</summary>
        private static bool IsWide(int value) => value is
            (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0x33FF) or (>= 0x3400 and <= 0x4DBF)
            or (>= 0x4E00 and <= 0x9FFF) or (>= 0xA000 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
            or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1F64F)
            or (>= 0x1F680 and <= 0x1F6FF) or (>= 0x1F900 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD);
    }
}
