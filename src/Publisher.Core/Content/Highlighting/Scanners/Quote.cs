namespace Publisher.Content.Highlighting.Scanners;

/// <summary>
/// Strings for the scanners that are no grammars: with backslash escapes, ending with their line unless they may go on.
/// </summary>
internal static class Quote
{
    /// <summary>The offset after the string that starts there; its first character is its mark.</summary>
    public static int End(ReadOnlySpan<char> code, int at, bool isMultiline = false)
    {
        var mark = code[at++];
        while (at < code.Length)
        {
            var skip = isMultiline ? code[at..].IndexOfAny(mark, '\\') : code[at..].IndexOfAny(mark, '\\', '\n');
            if (skip < 0) break;
            at += skip;
            if (code[at] == mark) return at + 1;
            if (code[at] == '\n') return at;
            at += 2;
        }
        return code.Length;
    }

    /// <summary>Writes such a string with its escapes.</summary>
    public static void Add(ReadOnlySpan<char> code, int at, int end, TokenList tokens)
    {
        while (at < end)
        {
            var skip = code[at..end].IndexOf('\\');
            if (skip < 0) break;
            tokens.Add(Token.String, at += skip);
            tokens.Add(Token.Escape, at = Math.Min(end, CodeText.EscapeEnd(code, at)));
        }
        tokens.Add(Token.String, end);
    }
}
