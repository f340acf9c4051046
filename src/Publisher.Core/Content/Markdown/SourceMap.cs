using Markdig.Syntax;
using Publisher.Text;

namespace Publisher.Content.Markdown;

/// <summary>Turns a span of the Markdown text into its place in the file.</summary>
/// <param name="origins">Where each line came from, when the text was filled in by a template.</param>
internal sealed class SourceMap(
    SitePath file, int firstLine, string text, List<int> lineStarts, IReadOnlyList<LineOrigin>? origins = null)
{
    public string Text => text;

    /// <summary>Whether a template printed the text.</summary>
    public bool IsFilled => origins is not null;

    public Location At(SourceSpan span) => At(span.Start, span.Length);

    /// <summary>A length that runs over the end of the line is cut there.</summary>
    public Location At(int offset, int length)
    {
        offset = Math.Clamp(offset, 0, text.Length);
        var found = lineStarts.BinarySearch(offset);
        var line = Math.Max(found >= 0 ? found : ~found - 1, 0);
        var start = line < lineStarts.Count ? lineStarts[line] : 0;
        if (origins is not null && line < origins.Count && !origins[line].IsExact)
            return new Location(file, firstLine + origins[line].Line, 1);
        if (origins is not null) line = line < origins.Count ? origins[line].Line : 0;
        var end = text.AsSpan(offset, Math.Clamp(length, 0, text.Length - offset)).IndexOfAny('\r', '\n');
        return new Location(
            file, firstLine + line, offset - start + 1, end >= 0 ? end : Math.Clamp(length, 0, text.Length - offset));
    }

    /// <summary>
    /// Whether the line above the one at <paramref name="offset"/> holds nothing but space and the marks of quotes.
    /// </summary>
    public bool IsBlankAbove(int offset) => IsBlank(LineOf(offset) - 1);

    public bool IsBlankBelow(int offset) => IsBlank(LineOf(offset) + 1);

    private int LineOf(int offset)
    {
        var found = lineStarts.BinarySearch(offset);
        return found >= 0 ? found : ~found - 1;
    }

    private bool IsBlank(int line)
    {
        if (line < 0 || line >= lineStarts.Count) return true;
        var end = line + 1 < lineStarts.Count ? lineStarts[line + 1] : text.Length;
        return text.AsSpan(lineStarts[line], end - lineStarts[line]).Trim(" \t\r\n>").IsEmpty;
    }
}
