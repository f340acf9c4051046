using Publisher.Text;

namespace Publisher.Publishing;

/// <summary>
/// A pattern for output paths: <c>?</c> stands for a character, <c>*</c> for any within a segment, <c>**</c> for any number
/// of segments. Without a slash it is about the file's name alone: <c>*.mp3</c>.
/// </summary>
public sealed record PathPattern
{
    private readonly string[] segments;
    private readonly bool nameOnly;

    public PathPattern(string text)
    {
        Text = text;
        var trimmed = text.TrimStart('/');
        nameOnly = !text.Contains('/');
        segments = trimmed.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (text.EndsWith('/')) segments = [.. segments, "**"];
    }

    public string Text { get; }

    public bool Fits(SitePath path)
    {
        if (nameOnly) return FitsSegment(segments.Length == 0 ? "" : segments[0], path.Name);
        return FitsSegments(segments, path.Value.Split('/'));
    }

    public bool Equals(PathPattern? other) => other is not null && Text == other.Text;

    public override int GetHashCode() => Text.GetHashCode();

    public override string ToString() => Text;

    private static bool FitsSegments(ReadOnlySpan<string> pattern, ReadOnlySpan<string> path)
    {
        // One place to come back to is enough: a later ** makes an earlier one's choice final.
        int p = 0, s = 0, star = -1, mark = 0;
        while (s < path.Length)
        {
            if (p < pattern.Length && pattern[p] == "**") (star, mark, p) = (p, s, p + 1);
            else if (p < pattern.Length && FitsSegment(pattern[p], path[s])) (p, s) = (p + 1, s + 1);
            else if (star >= 0) (p, s, mark) = (star + 1, mark + 1, mark + 1);
            else return false;
        }
        while (p < pattern.Length && pattern[p] == "**") p++;
        return p == pattern.Length;
    }

    private static bool FitsSegment(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        int p = 0, t = 0, star = -1, mark = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*') (star, mark, p) = (p, t, p + 1);
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == text[t])) (p, t) = (p + 1, t + 1);
            else if (star >= 0) (p, t, mark) = (star + 1, mark + 1, mark + 1);
            else return false;
        }
        while (p < pattern.Length && pattern[p] == '*') p++;
        return p == pattern.Length;
    }
}
