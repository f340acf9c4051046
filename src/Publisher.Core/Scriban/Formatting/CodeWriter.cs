using System.Text;

namespace Publisher.Scriban.Formatting;

/// <summary>
/// Lays out a template: collects the pieces of code between two texts, and puts them in one block, on one line where they
/// are few and short.
/// </summary>
internal sealed class CodeWriter(bool autoIndent)
{
    private const int LongestLine = 80, MostOnOneLine = 5;

    private readonly StringBuilder output = new();
    private readonly StringBuilder text = new();
    private readonly List<Piece> run = [];
    private bool escapedEnd;

    /// <summary>A statement, or the opening, dividing or closing part of one.</summary>
    private sealed record Piece(int Depth, string? Indent, bool Glued)
    {
        public StringBuilder Code { get; } = new();
    }

    /// <summary>How deep the code being written is inside statements.</summary>
    public int Depth { get; set; }

    /// <summary>Above zero where code may not go over lines.</summary>
    public int Glue { get; set; }

    /// <summary>The code being written.</summary>
    public StringBuilder Code => run[^1].Code;

    public void Text(string more)
    {
        if (more.Length == 0) return;
        WriteRun();
        text.Append(more);
    }

    /// <summary>
    /// Begins a piece of code; <paramref name="indent"/> is the indentation its output needs, null when it prints nothing.
    /// </summary>
    public CodeWriter Begin(string? indent = null)
    {
        if (run.Count == 0) WriteText(codeFollows: true);
        run.Add(new Piece(Depth, autoIndent ? indent : null, Glue > 0));
        return this;
    }

    public void Append(string code) => Code.Append(code);

    public override string ToString()
    {
        WriteRun();
        WriteText(codeFollows: false);
        return output.ToString();
    }

    private void WriteText(bool codeFollows)
    {
        if (text.Length == 0) return;
        var written = Spelling.OfStaticText(text.ToString(), codeFollows);
        escapedEnd = written.Length > text.Length && written.EndsWith("%}", StringComparison.Ordinal);
        output.Append(written);
        text.Clear();
    }

    private void WriteRun()
    {
        if (run.Count == 0) return;
        var first = run.Find(piece => piece.Indent is not null)?.Indent;
        var margin = Margin();
        if (margin is null && first is { Length: > 0 } && TryStartLine(first)) margin = first;
        var indent = margin ?? "";
        var start = 0;
        for (var i = 0; i < run.Count; i++)
        {
            if (run[i].Indent is not { } wanted || wanted == indent) continue;
            WriteBlock(start, i, margin);
            (start, indent) = (i, "");
        }
        WriteBlock(start, run.Count, margin);
        run.Clear();
    }

    /// <summary>The white space that stands alone before the code on its line, which indents what the code prints.</summary>
    private string? Margin()
    {
        var start = output.Length;
        while (start > 0 && output[start - 1] is ' ' or '\t') start--;
        return !escapedEnd && (start == 0 || output[start - 1] == '\n') ? output.ToString(start, output.Length - start) : null;
    }

    /// <summary>
    /// Puts white space that stands behind a block on a line of its own, by a block's end that takes the line break away.
    /// </summary>
    private bool TryStartLine(string indent)
    {
        var end = output.Length - indent.Length;
        if (end < 3 || output.ToString(end, indent.Length) != indent || output[end - 1] != '}') return false;
        var close = end - 2;
        while (close > 0 && output[close] == '%') close--;
        if (output[close] != '}') return false;
        output.Insert(end, '\n').Insert(close, '~');
        return true;
    }

    private void WriteBlock(int from, int to, string? margin)
    {
        var pieces = run[from..to];
        if (pieces.Count == 0)
        {
            output.Append("{{}}");
            return;
        }
        var length = pieces.Sum(piece => piece.Code.Length + 2);
        var oneLine = pieces.Count == 1 || (pieces.Count <= MostOnOneLine && length <= LongestLine);
        var top = pieces.Min(piece => piece.Depth);
        output.Append("{{");
        for (var i = 0; i < pieces.Count; i++)
        {
            if (oneLine || pieces[i].Glued) output.Append(i == 0 ? " " : "; ");
            else output.Append('\n').Append(margin).Append(' ', 2 * (pieces[i].Depth - top + 1));
            output.Append(pieces[i].Code);
        }
        if (oneLine) output.Append(" }}");
        else output.Append('\n').Append(margin).Append("}}");
    }
}
