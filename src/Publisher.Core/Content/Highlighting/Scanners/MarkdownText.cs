using System.Buffers;

namespace Publisher.Content.Highlighting.Scanners;

/// <summary>Colours the text of a line of Markdown: code, links, emphasis, tags, escapes.</summary>
internal static class MarkdownText
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("`*_~]<&\\{[");

    public static void Scan(ReadOnlySpan<char> code, int start, TokenList tokens)
    {
        // Behind these, the line has no more ends of that kind: what keeps it linear.
        bool noCode = false, noLink = false, noTag = false, noTemplate = false;
        for (var at = start; at < code.Length;)
        {
            var skip = code[at..].IndexOfAny(Signs);
            if (skip < 0) break;
            at += skip;
            var c = code[at];
            var next = CodeText.Peek(code, at + 1);
            var end = at + 1;
            switch (c)
            {
                case '`':
                    end = at + RunLength(code, at);
                    if (!noCode && CodeEnd(code, at, end - at) is var close && close > 0)
                        tokens.Add(Token.String, at, end = close);
                    else noCode = true;
                    break;
                case '*' or '~' or '_':
                    end = at + RunLength(code, at);
                    var isInWord = CodeText.IsWord(CodeText.Peek(code, at - 1)) && CodeText.IsWord(CodeText.Peek(code, end));
                    if (c == '*' || (c == '_' && !isInWord) || (c == '~' && end - at == 2)) tokens.Add(Token.Operator, at, end);
                    break;
                case ']' when next is '(' or ':':
                    if (next == ':' && code[start] != '[') break;
                    end = next == ':' ? code.Length : noLink ? -1 : Find(code, at + 2, ')');
                    noLink = end < 0;
                    if (end >= 0) tokens.Add(Token.String, at + 2, end);
                    else end = at + 1;
                    break;
                case '[' when next == '^':
                    end = CodeText.WordEnd(code, at + 2, "-");
                    if (CodeText.Peek(code, end) == ']') tokens.Add(Token.Variable, at, ++end);
                    break;
                case '<' when char.IsAsciiLetter(next) || next == '/':
                    end = noTag ? -1 : Find(code, at, '>');
                    noTag = end < 0;
                    if (end >= 0) tokens.Add(Token.Markup, at, ++end);
                    else end = at + 1;
                    break;
                case '{' when next is '{' or '%':
                    var stop = noTemplate ? -1 : code[at..].IndexOf(next == '{' ? "}}" : "%}");
                    noTemplate = stop < 0;
                    if (stop >= 0) tokens.Add(Token.Escape, at, end = at + stop + 2);
                    break;
                case '\\' when char.IsAsciiLetterOrDigit(next) || next == '\0':
                    break;
                case '\\':
                    tokens.Add(Token.Escape, at, end = at + 2);
                    break;
                case '&':
                    end = CodeText.WordEnd(code[..Math.Min(code.Length, at + 32)], at + 1, "#");
                    if (CodeText.Peek(code, end) == ';') tokens.Add(Token.Escape, at, ++end);
                    break;
            }
            at = end;
        }
        tokens.Add(Token.None, code.Length);
    }

    private static int Find(ReadOnlySpan<char> code, int at, char close)
    {
        var found = at < code.Length ? code[at..].IndexOf(close) : -1;
        return found < 0 ? -1 : at + found;
    }

    private static int RunLength(ReadOnlySpan<char> code, int at)
    {
        var length = code[at..].IndexOfAnyExcept(code[at]);
        return length < 0 ? code.Length - at : length;
    }

    /// <summary>The end of the code that so many backticks open; -1 when so many do not close it.</summary>
    private static int CodeEnd(ReadOnlySpan<char> code, int at, int length)
    {
        for (at += length; at < code.Length;)
        {
            var skip = code[at..].IndexOf('`');
            if (skip < 0) return -1;
            at += skip;
            var run = RunLength(code, at);
            at += run;
            if (run == length) return at;
        }
        return -1;
    }
}
