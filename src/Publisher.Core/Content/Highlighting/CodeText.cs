namespace Publisher.Content.Highlighting;

/// <summary>The few questions that every scanner asks of a text; each answer is an offset in it, never outside it.</summary>
internal static class CodeText
{
    public static bool StartsWith(ReadOnlySpan<char> code, int at, string text) => code[at..].StartsWith(text);

    /// <summary>The character there, or NUL after the end.</summary>
    public static char Peek(ReadOnlySpan<char> code, int at) => (uint)at < (uint)code.Length ? code[at] : '\0';

    /// <summary>Where the line ends, before its line feed.</summary>
    public static int LineEnd(ReadOnlySpan<char> code, int at)
    {
        var feed = code[at..].IndexOf('\n');
        return feed < 0 ? code.Length : at + feed;
    }

    /// <summary>Where the next line starts.</summary>
    public static int NextLine(ReadOnlySpan<char> code, int at) => Math.Min(LineEnd(code, at) + 1, code.Length);

    /// <summary>The offset after the next <paramref name="text"/>, or the end when there is none.</summary>
    public static int After(ReadOnlySpan<char> code, int at, string text)
    {
        if (at >= code.Length) return code.Length;
        var found = code[at..].IndexOf(text);
        return found < 0 ? code.Length : at + found + text.Length;
    }

    /// <summary>The offset after spaces and tabs.</summary>
    public static int SkipBlanks(ReadOnlySpan<char> code, int at)
    {
        while (at < code.Length && code[at] is ' ' or '\t') at++;
        return at;
    }

    /// <summary>The offset after spaces, tabs and line ends.</summary>
    public static int SkipSpace(ReadOnlySpan<char> code, int at)
    {
        while (at < code.Length && char.IsWhiteSpace(code[at])) at++;
        return at;
    }

    public static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c == '_' || (c >= 128 && char.IsLetterOrDigit(c));

    public static bool IsWordStart(char c) => char.IsAsciiLetter(c) || c == '_' || (c >= 128 && char.IsLetter(c));

    /// <summary>The offset after letters, digits, underscores and the <paramref name="marks"/>.</summary>
    public static int WordEnd(ReadOnlySpan<char> code, int at, string marks = "")
    {
        while (at < code.Length && (IsWord(code[at]) || marks.Contains(code[at]))) at++;
        return at;
    }

    /// <summary>Whether only blanks stand between the line's start and there.</summary>
    public static bool StartsLine(ReadOnlySpan<char> code, int at)
    {
        while (--at >= 0 && code[at] is ' ' or '\t')
        {
        }
        return at < 0 || code[at] == '\n';
    }

    /// <summary>The offset after a number that starts there: any base, separators, exponent, suffix.</summary>
    public static int NumberEnd(ReadOnlySpan<char> code, int at, string marks = "")
    {
        var isHex = code[at] == '0' && Peek(code, at + 1) is 'x' or 'X';
        for (at++; at < code.Length; at++)
        {
            var c = code[at];
            if (char.IsAsciiLetterOrDigit(c) || c == '_') continue;
            if ((c == '.' || marks.Contains(c)) && at + 1 < code.Length
                && (char.IsAsciiDigit(code[at + 1]) || (isHex && char.IsAsciiHexDigit(code[at + 1])))) continue;
            if (c is '+' or '-' && code[at - 1] is 'e' or 'E' && !isHex && char.IsAsciiDigit(Peek(code, at + 1))) continue;
            break;
        }
        return at;
    }

    /// <summary>The offset after an escape whose first character (a backslash or the like) stands there.</summary>
    public static int EscapeEnd(ReadOnlySpan<char> code, int at)
    {
        var end = at + 2;
        switch (Peek(code, at + 1))
        {
            case 'u' or 'x' when Peek(code, end) == '{':
                var close = code.Slice(end, Math.Min(12, code.Length - end)).IndexOf('}');
                return close < 0 ? end : end + close + 1;
            case 'u': return HexEnd(code, end, 4);
            case 'U': return HexEnd(code, end, 8);
            case 'x': return HexEnd(code, end, 2);
            case >= '0' and <= '7':
                while (end < at + 4 && Peek(code, end) is >= '0' and <= '7') end++;
                return end;
            case '\r' when Peek(code, end) == '\n': return end + 1;
            default: return Math.Min(end, code.Length);
        }
    }

    private static int HexEnd(ReadOnlySpan<char> code, int at, int most)
    {
        for (var end = at + most; at < end && char.IsAsciiHexDigit(Peek(code, at));) at++;
        return at;
    }
}
