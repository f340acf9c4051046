namespace Publisher.Content.Highlighting.Scanners;

/// <summary>
/// Colours YAML, line by line: keys, scalars of every kind, anchors, tags, and the templates people put into it.
/// </summary>
internal sealed class YamlScanner : Scanner
{
    private static readonly WordTable Constants = new(true, "true false null yes no on off ~".Split(' ').Select(word =>
        (word, Token.Builtin, Token.None)));

    public override void Scan(ReadOnlySpan<char> code, int start, TokenList tokens)
    {
        var flow = 0;
        for (var at = start; at < code.Length;)
        {
            var lineEnd = CodeText.LineEnd(code, at);
            if (flow == 0 && IsMark(code[at..lineEnd]))
            {
                tokens.Add(Token.Operator, at, at + 3);
                at += 3;
            }
            else if (flow == 0 && code[at] == '%')
            {
                tokens.Add(Token.Keyword, at, lineEnd);
                at = lineEnd;
            }
            at = Line(code, at, lineEnd, tokens, ref flow);
        }
        tokens.Add(Token.None, code.Length);
    }

    private static bool IsMark(ReadOnlySpan<char> line) => (line.StartsWith("---") || line.StartsWith("..."))
        && (line.Length == 3 || char.IsWhiteSpace(line[3]));

    /// <summary>Colours a line, and what belongs to it of the next ones; returns where the next line starts.</summary>
    private static int Line(ReadOnlySpan<char> code, int at, int lineEnd, TokenList tokens, ref int flow)
    {
        var lineStart = at;
        var column = 0;
        while ((at = CodeText.SkipBlanks(code, at)) < lineEnd)
        {
            var c = code[at];
            var endsWord = at + 1 >= lineEnd || code[at + 1] is ' ' or '\t' or '\r';
            if (c == '#' && (at == lineStart || code[at - 1] is ' ' or '\t'))
            {
                tokens.Add(Token.Comment, at, lineEnd);
                at = lineEnd;
            }
            else if (c is '-' or '?' && endsWord && flow == 0)
            {
                column = at - lineStart;
                tokens.Add(Token.Markup, at, ++at);
            }
            else if (c is '[' or '{' or ']' or '}' && !CodeText.StartsWith(code, at, "{{"))
            {
                flow = Math.Max(0, flow + (c is '[' or '{' ? 1 : -1));
                at++;
            }
            else if (c is ',' or ':' or '\r') at++;
            else if (c is '&' or '*' or '!' && !endsWord)
            {
                var end = code[at..lineEnd].IndexOfAny(" ,]}\r");
                end = end < 0 ? lineEnd : at + end;
                tokens.Add(c == '!' ? Token.Type : Token.Variable, at, end);
                at = end;
            }
            else if (c is '|' or '>' && flow == 0 && IsBlockMark(code[at..lineEnd]))
            {
                tokens.Add(Token.Operator, at, CodeText.WordEnd(code, at + 1, "+-"));
                return Block(code, lineEnd, column, tokens);
            }
            else if (c is '"' or '\'') (at, lineEnd) = Quoted(code, at, lineEnd, tokens);
            else
            {
                if (flow == 0) column = KeyColumn(code, at, lineStart, lineEnd, column);
                at = Scalar(code, at, lineEnd, flow > 0, tokens);
            }
        }
        return Math.Min(lineEnd + 1, code.Length);
    }

    private static bool IsBlockMark(ReadOnlySpan<char> line)
    {
        var after = line[1..].TrimStart("+-0123456789");
        return after.TrimStart(" \t").IsEmpty || after.TrimStart(" \t")[0] is '\r' or '#';
    }

    private static int KeyColumn(ReadOnlySpan<char> code, int at, int lineStart, int lineEnd, int column) =>
        KeyEnd(code, at, lineEnd, false) >= 0 ? at - lineStart : column;

    /// <summary>All following lines that are blank or indented deeper than the node that announced them.</summary>
    private static int Block(ReadOnlySpan<char> code, int lineEnd, int column, TokenList tokens)
    {
        tokens.Add(Token.None, lineEnd);
        var at = Math.Min(lineEnd + 1, code.Length);
        while (at < code.Length)
        {
            var text = CodeText.SkipBlanks(code, at);
            var isBlank = CodeText.Peek(code, text) is '\n' or '\r' or '\0';
            if (!isBlank && text - at <= column) break;
            var next = CodeText.NextLine(code, text);
            tokens.Add(Token.String, next);
            at = next;
        }
        return at;
    }

    private static (int At, int LineEnd) Quoted(ReadOnlySpan<char> code, int at, int lineEnd, TokenList tokens)
    {
        var hasEscapes = code[at] == '"';
        var end = hasEscapes ? Quote.End(code, at, isMultiline: true) : CodeText.After(code, at + 1, "'");
        while (!hasEscapes && CodeText.Peek(code, end) == '\'') end = CodeText.After(code, end + 1, "'");
        if (end > lineEnd) lineEnd = CodeText.LineEnd(code, end);
        tokens.Add(Token.None, at);
        if (CodeText.Peek(code, CodeText.SkipBlanks(code, end)) == ':') tokens.Add(Token.Attribute, end);
        else if (hasEscapes) Quote.Add(code, at, end, tokens);
        else tokens.Add(Token.String, end);
        return (end, lineEnd);
    }

    private static int Scalar(ReadOnlySpan<char> code, int at, int lineEnd, bool isFlow, TokenList tokens)
    {
        var key = KeyEnd(code, at, lineEnd, isFlow);
        if (key >= 0)
        {
            tokens.Add(Token.Attribute, at, key);
            return key + 1;
        }
        var end = Plain(code, at, lineEnd, isFlow);
        if (end == at) return at + 1;
        var text = code[at..end].TrimEnd();
        if (Constants.Find(text, out _) is var constant && constant != Token.None) tokens.Add(constant, at, at + text.Length);
        else if (IsNumber(text)) tokens.Add(Token.Number, at, at + text.Length);
        else Templates(code, at, end, tokens);
        return end;
    }

    private static bool IsNumber(ReadOnlySpan<char> text)
    {
        var digits = text.TrimStart("+-.");
        return !digits.IsEmpty && char.IsAsciiDigit(digits[0])
            && (digits.StartsWith("0x") ? !digits[2..].ContainsAnyExcept("0123456789abcdefABCDEF_")
                : !digits.ContainsAnyExcept("0123456789.-:_+eETZ"));
    }

    /// <summary>Where the key that starts there ends, before its colon; -1 when it is none.</summary>
    private static int KeyEnd(ReadOnlySpan<char> code, int at, int lineEnd, bool isFlow)
    {
        for (; at < lineEnd; at++)
        {
            var c = code[at];
            if (c == ':' && (at + 1 >= lineEnd || code[at + 1] is ' ' or '\t' or '\r'
                || (isFlow && code[at + 1] is ',' or ']' or '}'))) return at;
            if (c == '#' && code[at - 1] is ' ' or '\t') return -1;
            if (isFlow && c is ',' or '[' or ']' or '{' or '}') return -1;
        }
        return -1;
    }

    private static int Plain(ReadOnlySpan<char> code, int at, int lineEnd, bool isFlow)
    {
        var start = at;
        for (; at < lineEnd; at++)
        {
            if (code[at] == '#' && at > start && code[at - 1] is ' ' or '\t') break;
            if (isFlow && code[at] is ',' or '[' or ']' or '{' or '}') break;
        }
        return at;
    }

    /// <summary>The <c>{{ … }}</c> of Helm, Ansible and GitHub inside a plain scalar.</summary>
    private static void Templates(ReadOnlySpan<char> code, int at, int end, TokenList tokens)
    {
        while (at < end)
        {
            var open = code[at..end].IndexOf("{{");
            if (open < 0) break;
            var from = open > 0 && code[at + open - 1] == '$' ? at + open - 1 : at + open;
            var close = code[(at + open)..end].IndexOf("}}");
            if (close < 0) break;
            at += open + close + 2;
            tokens.Add(Token.Escape, from, at);
        }
        tokens.Add(Token.None, end);
    }
}
