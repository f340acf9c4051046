using Publisher.Content.Podcasts;

namespace Publisher.Content.Markdown.Moments;

/// <summary>A line that begins with a time, and what it says of it.</summary>
internal readonly record struct MomentLine(string Time, string Title)
{
    private const string Separators = "-–—:|•·";

    /// <summary>
    /// Reads <c>0:57 -- text</c>, with round or square brackets around the time, with any dash, colon or bar behind it, or a
    /// second time that says how long it goes on. Null when the line begins with no time.
    /// </summary>
    public static MomentLine? Parse(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        var inside = line.TrimStart("([");
        var length = Moment.Length(inside);
        if (length == 0) return null;
        var time = inside[..length];
        var rest = PastEnd(inside[length..]);
        var brackets = line.Length - inside.Length;
        if (Count(rest, ")]") < brackets) return null;
        rest = rest[brackets..];
        return PastSeparator(rest, out var title) ? new MomentLine(time.ToString(), title.ToString()) : null;
    }

    /// <summary>Whether text that goes on so may be a line of this kind; asked of every paragraph.</summary>
    public static bool MayBegin(ReadOnlySpan<char> text) =>
        text.Length > 0 && (char.IsAsciiDigit(text[0]) || text[0] is '(' or '[' or ' ');

    private static ReadOnlySpan<char> PastEnd(ReadOnlySpan<char> rest)
    {
        var second = rest.TrimStart();
        var dashes = Count(second, "-–—");
        var end = second[dashes..].TrimStart();
        return dashes > 0 && Moment.Length(end) is var length and > 0 ? end[length..] : rest;
    }

    /// <summary>What sticks to the time must be a separator, and no more digits: 1:11-20 is no time.</summary>
    private static bool PastSeparator(ReadOnlySpan<char> rest, out ReadOnlySpan<char> title)
    {
        title = rest.TrimStart();
        var isApart = title.Length < rest.Length || rest.IsEmpty;
        var count = Count(title, Separators);
        if (!isApart && (count == 0 || title.Length > count && char.IsAsciiDigit(title[count]))) return false;
        // A dash that sticks to a word belongs to it.
        if (!isApart || count == title.Length || char.IsWhiteSpace(title[count])) title = title[count..].Trim();
        return true;
    }

    private static int Count(ReadOnlySpan<char> text, ReadOnlySpan<char> of)
    {
        var count = text.IndexOfAnyExcept(of);
        return count < 0 ? text.Length : count;
    }
}
