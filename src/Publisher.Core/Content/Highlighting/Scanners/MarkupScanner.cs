namespace Publisher.Content.Highlighting.Scanners;

/// <summary>Where in markup a scan stopped, so that it can go on behind a template's tag.</summary>
internal struct MarkupState
{
    public MarkupPlace Place;

    /// <summary>The quote around the attribute's value, or the end that the text around is waiting for.</summary>
    public string Until;

    /// <summary>The element whose content is another language; empty in all others.</summary>
    public string Raw;
}

/// <summary>The parts of markup between which a scan can stop.</summary>
internal enum MarkupPlace
{
    Text, Tag, Value, Comment, Instruction, Data, Raw,
}

/// <summary>Colours XML and HTML, with the style sheets and scripts inside the latter.</summary>
internal sealed class MarkupScanner(Scanner? script, Scanner? style) : Scanner
{
    private const string NameMarks = "-.:@#*";

    public override void Scan(ReadOnlySpan<char> code, int start, TokenList tokens)
    {
        var state = new MarkupState { Until = "", Raw = "" };
        Scan(code, start, tokens, ref state);
    }

    /// <summary>Goes on from where <paramref name="state"/> says to the end of <paramref name="code"/>.</summary>
    public void Scan(ReadOnlySpan<char> code, int at, TokenList tokens, ref MarkupState state)
    {
        while (at < code.Length)
        {
            at = state.Place switch
            {
                MarkupPlace.Text => Text(code, at, tokens, ref state),
                MarkupPlace.Tag => Tag(code, at, tokens, ref state),
                MarkupPlace.Value => Value(code, at, tokens, ref state),
                MarkupPlace.Raw => Raw(code, at, tokens, ref state),
                _ => Rest(code, at, tokens, ref state),
            };
        }
        tokens.Add(Token.None, code.Length);
    }

    private int Text(ReadOnlySpan<char> code, int at, TokenList tokens, ref MarkupState state)
    {
        var stop = code[at..].IndexOfAny('<', '&');
        if (stop < 0) return code.Length;
        at += stop;
        if (code[at] == '&') return Entity(code, at, Token.None, tokens);
        var next = CodeText.Peek(code, at + 1);
        if (next == '!' || next == '?')
        {
            state.Place = CodeText.StartsWith(code, at, "<!--") ? MarkupPlace.Comment
                : CodeText.StartsWith(code, at, "<![CDATA[") ? MarkupPlace.Data : MarkupPlace.Instruction;
            var close = next == '?' ? "?>" : ">";
            state.Until = state.Place switch { MarkupPlace.Comment => "-->", MarkupPlace.Data => "]]>", _ => close };
            tokens.Add(Token.None, at);
            return Rest(code, at, tokens, ref state);
        }
        var name = next == '/' ? at + 2 : at + 1;
        if (next != '>' && !CodeText.IsWordStart(CodeText.Peek(code, name))) return at + 1;
        var end = CodeText.WordEnd(code, name, "-.:");
        tokens.Add(Token.Markup, at, end);
        state.Place = MarkupPlace.Tag;
        state.Raw = next == '/' ? "" : RawName(code[name..end]);
        return end;
    }

    private string RawName(ReadOnlySpan<char> name) =>
        script is not null && name.Equals("script", StringComparison.OrdinalIgnoreCase) ? "script"
        : style is not null && name.Equals("style", StringComparison.OrdinalIgnoreCase) ? "style" : "";

    private static int Tag(ReadOnlySpan<char> code, int at, TokenList tokens, ref MarkupState state)
    {
        var c = code[at];
        switch (c)
        {
            case '>':
                tokens.Add(Token.Markup, at, at + 1);
                state.Place = state.Raw.Length > 0 ? MarkupPlace.Raw : MarkupPlace.Text;
                return at + 1;
            case '/' when CodeText.Peek(code, at + 1) == '>':
                tokens.Add(Token.Markup, at, at + 2);
                state.Place = MarkupPlace.Text;
                return at + 2;
            case '"' or '\'':
                tokens.Add(Token.None, at);
                tokens.Add(Token.String, at + 1);
                (state.Place, state.Until) = (MarkupPlace.Value, c == '"' ? "\"" : "'");
                return at + 1;
            case '<':
                // The tag was never closed; what starts here is the next one.
                state.Place = MarkupPlace.Text;
                return at;
            case '=':
                var value = CodeText.SkipSpace(code, at + 1);
                if (CodeText.Peek(code, value) is '"' or '\'' or '>' or '<' or '\0') return value;
                var end = code[value..].IndexOfAny(" \t\r\n>");
                end = end < 0 ? code.Length : value + end;
                tokens.Add(Token.String, value, end);
                return end;
            default:
                if (!CodeText.IsWordStart(c) && !NameMarks.Contains(c)) return at + 1;
                var name = CodeText.WordEnd(code, at + 1, NameMarks);
                tokens.Add(Token.Attribute, at, name);
                return name;
        }
    }

    private static int Value(ReadOnlySpan<char> code, int at, TokenList tokens, ref MarkupState state)
    {
        var stop = code[at..].IndexOfAny(state.Until[0], '&');
        if (stop < 0)
        {
            tokens.Add(Token.String, code.Length);
            return code.Length;
        }
        at += stop;
        if (code[at] == '&') return Entity(code, at, Token.String, tokens);
        tokens.Add(Token.String, at + 1);
        state.Place = MarkupPlace.Tag;
        return at + 1;
    }

    private static int Entity(ReadOnlySpan<char> code, int at, Token around, TokenList tokens)
    {
        tokens.Add(around, at);
        var end = CodeText.WordEnd(code[..Math.Min(code.Length, at + 32)], at + 1, "#");
        var isEntity = end > at + 1 && CodeText.Peek(code, end) == ';';
        if (isEntity) end++;
        else end = at + 1;
        tokens.Add(isEntity ? Token.Escape : around, end);
        return end;
    }

    /// <summary>A comment, an instruction or character data up to its end.</summary>
    private static int Rest(ReadOnlySpan<char> code, int at, TokenList tokens, ref MarkupState state)
    {
        var found = code[at..].IndexOf(state.Until);
        var end = found < 0 ? code.Length : at + found + state.Until.Length;
        var isComment = state.Place == MarkupPlace.Comment;
        tokens.Add(isComment ? Token.Comment : state.Place == MarkupPlace.Data ? Token.String : Token.Keyword, end);
        if (found >= 0) state.Place = MarkupPlace.Text;
        return end;
    }

    private int Raw(ReadOnlySpan<char> code, int at, TokenList tokens, ref MarkupState state)
    {
        var found = code[at..].IndexOf(state.Raw == "script" ? "</script" : "</style", StringComparison.OrdinalIgnoreCase);
        var end = found < 0 ? code.Length : at + found;
        (state.Raw == "script" ? script : style)?.Scan(code[..end], at, tokens);
        tokens.Add(Token.None, end);
        if (found >= 0) state.Place = MarkupPlace.Text;
        return end;
    }
}
