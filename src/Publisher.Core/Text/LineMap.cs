namespace Publisher.Text;

/// <summary>Turns an offset in a text into its line and column, both from 1; built only when a message needs it.</summary>
public sealed class LineMap
{
    private readonly List<int> starts = [0];

    public LineMap(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))) starts.Add(i + 1);
    }

    public int LineCount => starts.Count;

    public (int Line, int Column) At(int offset)
    {
        var found = starts.BinarySearch(offset);
        var line = found >= 0 ? found : ~found - 1;
        return (line + 1, offset - starts[line] + 1);
    }
}
