namespace Publisher.Content;

/// <summary>
/// What a text seems to hold, by a glance at its characters: outputs are planned before texts are rendered, and some are made
/// only for a page whose text has the stuff for them.
/// </summary>
[Flags]
public enum Mentions : byte
{
    None,

    /// <summary>A line that begins with a time.</summary>
    Times = 1,

    /// <summary>A container for a transcript.</summary>
    Transcript = 2,
}

internal static class MentionsOf
{
    public static Mentions Text(ReadOnlySpan<char> text) =>
        (HasTimes(text) ? Mentions.Times : Mentions.None)
        | (text.Contains(":::transcript", StringComparison.Ordinal) ? Mentions.Transcript : Mentions.None);

    private static bool HasTimes(ReadOnlySpan<char> text)
    {
        for (var at = 0; text[at..].IndexOf(':') is >= 0 and var step; at += step + 1)
            if (IsAtStart(text, at + step)) return true;
        return false;
    }

    /// <summary>
    /// Whether the colon belongs to a time before which there is nothing on its line but marks; one look back stops at the colon
    /// before, so a long line is read twice at most.
    /// </summary>
    private static bool IsAtStart(ReadOnlySpan<char> text, int colon)
    {
        if (colon + 2 >= text.Length || !char.IsAsciiDigit(text[colon + 1]) || !char.IsAsciiDigit(text[colon + 2])) return false;
        if (colon == 0 || !char.IsAsciiDigit(text[colon - 1])) return false;
        var last = text[..colon].LastIndexOfAnyExcept(" \t>*+-_`([.0123456789)\\");
        return last < 0 || text[last] == '\n';
    }
}
