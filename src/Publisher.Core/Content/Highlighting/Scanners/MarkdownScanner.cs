namespace Publisher.Content.Highlighting.Scanners;

/// <summary>Colours Markdown: its blocks line by line, front matter and fenced code as their own languages.</summary>
internal sealed class MarkdownScanner : Scanner
{
    public override void Scan(ReadOnlySpan<char> code, int start, TokenList tokens)
    {
        var at = FrontMatter(code, start, tokens);
        while (at < code.Length)
        {
            var lineEnd = CodeText.LineEnd(code, at);
            var text = CodeText.SkipBlanks(code, at);
            var c = CodeText.Peek(code, text);
            if (c is '`' or '~' && FenceLength(code, text) is >= 3 and var fence)
            {
                at = Fence(code, text, fence, tokens);
                continue;
            }
            if (c == '<' && CodeText.StartsWith(code, text, "<!--"))
            {
                var end = CodeText.After(code, text, "-->");
                tokens.Add(Token.Comment, text, end);
                at = end;
                continue;
            }
            if (Whole(code[text..lineEnd].TrimEnd()) is var token && token != Token.None) tokens.Add(token, text, lineEnd);
            else MarkdownText.Scan(code[..lineEnd], Markers(code, text, lineEnd, tokens), tokens);
            at = Math.Min(lineEnd + 1, code.Length);
        }
        tokens.Add(Token.None, code.Length);
    }

    private static int FrontMatter(ReadOnlySpan<char> code, int start, TokenList tokens)
    {
        var first = code[start..CodeText.LineEnd(code, start)].TrimEnd();
        if (first is not ("---" or "+++")) return start;
        var body = CodeText.NextLine(code, start);
        for (var at = body; at < code.Length; at = CodeText.NextLine(code, at))
        {
            if (!code[at..CodeText.LineEnd(code, at)].TrimEnd().SequenceEqual(first)) continue;
            tokens.Add(Token.Operator, start, body);
            Languages.Find(first[0] == '-' ? "yaml" : "toml")?.Scanner?.Scan(code[..at], body, tokens);
            tokens.Add(Token.Operator, at, CodeText.LineEnd(code, at));
            return CodeText.NextLine(code, at);
        }
        return start;
    }

    private static int FenceLength(ReadOnlySpan<char> code, int at)
    {
        var length = code[at..].IndexOfAnyExcept(code[at]);
        return length < 0 ? code.Length - at : length;
    }

    private static int Fence(ReadOnlySpan<char> code, int at, int length, TokenList tokens)
    {
        var mark = code[at];
        var body = CodeText.NextLine(code, at);
        var info = code[(at + length)..body].Trim();
        tokens.Add(Token.Markup, at, body);
        var end = body;
        while (end < code.Length && !IsClosing(code, end, mark, length)) end = CodeText.NextLine(code, end);
        var word = info.IndexOfAny(" \t{,:");
        var scanner = Languages.Find(word < 0 ? info : info[..word])?.Scanner;
        // Markdown in Markdown could go on and on, and take quadratic time.
        if (scanner is MarkdownScanner or null) tokens.Add(scanner is null ? Token.None : Token.String, end);
        else scanner.Scan(code[..end], body, tokens);
        tokens.Add(Token.None, end);
        tokens.Add(Token.Markup, CodeText.LineEnd(code, end));
        return CodeText.NextLine(code, end);
    }

    private static bool IsClosing(ReadOnlySpan<char> code, int at, char mark, int length)
    {
        var line = code[at..CodeText.LineEnd(code, at)].Trim();
        return line.Length >= length && !line.ContainsAnyExcept(mark);
    }

    /// <summary>What a line is as a whole; None for one with text in it.</summary>
    private static Token Whole(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty) return Token.None;
        var level = line.IndexOfAnyExcept('#');
        if (line[0] == '#') return level < 0 ? Token.Heading : level <= 6 && line[level] == ' ' ? Token.Heading : Token.None;
        if (line.StartsWith("===") && !line.ContainsAnyExcept('=')) return Token.Heading;
        if (line.Length >= 3 && line[0] is '-' or '*' or '_' && !line.ContainsAnyExcept(line[0], ' ')
            && line.Count(line[0]) >= 3) return Token.Operator;
        if (line.StartsWith(":::") || line is [':', ':', >= 'a' and <= 'z', ..]) return Token.Markup;
        return line.StartsWith("{:") && line[^1] == '}' ? Token.Attribute : Token.None;
    }

    /// <summary>Colours the quote signs, bullets and check boxes a line starts with; returns where its text starts.</summary>
    private static int Markers(ReadOnlySpan<char> code, int at, int lineEnd, TokenList tokens)
    {
        while ((at = CodeText.SkipBlanks(code, at)) < lineEnd)
        {
            var c = code[at];
            var end = at + 1;
            if (char.IsAsciiDigit(c))
            {
                while (end < lineEnd && end < at + 9 && char.IsAsciiDigit(code[end])) end++;
                if (CodeText.Peek(code, end) is not ('.' or ')')) return at;
                end++;
            }
            else if (c is not ('>' or '-' or '*' or '+')) break;
            if (c != '>' && CodeText.Peek(code, end) != ' ') return at;
            tokens.Add(Token.Markup, at, end);
            at = end;
        }
        if (!CodeText.StartsWith(code, at, "[ ] ") && !CodeText.StartsWith(code, at, "[x] ")
            && !CodeText.StartsWith(code, at, "[X] ")) return at;
        tokens.Add(Token.Builtin, at, at + 3);
        return at + 3;
    }
}
