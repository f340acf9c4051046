namespace Publisher.Content.Highlighting.Scanners;

/// <summary>Colours style sheets: CSS, and SCSS and Less with their variables, nesting and line comments.</summary>
internal sealed class CssScanner(bool hasLineComments) : Scanner
{
    private enum Place
    {
        Start, Selector, Property, Value,
    }

    public override void Scan(ReadOnlySpan<char> code, int start, TokenList tokens)
    {
        var place = Place.Start;
        var depth = 0;
        for (var at = start; at < code.Length;)
        {
            var c = code[at];
            if (char.IsWhiteSpace(c))
            {
                at++;
                continue;
            }
            if (c == '/' && (CodeText.Peek(code, at + 1) == '*' || (hasLineComments && CodeText.Peek(code, at + 1) == '/')))
            {
                var end = code[at + 1] == '/' ? CodeText.LineEnd(code, at) : CodeText.After(code, at + 2, "*/");
                tokens.Add(Token.Comment, at, end);
                at = end;
                continue;
            }
            if (place == Place.Start) place = Begin(code, at, depth);
            switch (c)
            {
                case '{':
                    depth++;
                    place = Place.Start;
                    at++;
                    break;
                case '}':
                    depth = Math.Max(0, depth - 1);
                    place = Place.Start;
                    at++;
                    break;
                case ';':
                    place = Place.Start;
                    at++;
                    break;
                case ':' when place == Place.Property:
                    place = Place.Value;
                    at++;
                    break;
                case '"' or '\'':
                    tokens.Add(Token.None, at);
                    var close = Quote.End(code, at);
                    Quote.Add(code, at, close, tokens);
                    at = close;
                    break;
                case '#' when CodeText.Peek(code, at + 1) == '{':
                    var brace = code[at..CodeText.LineEnd(code, at)].IndexOf('}');
                    tokens.Add(Token.Escape, at, at = brace < 0 ? CodeText.LineEnd(code, at) : at + brace + 1);
                    break;
                default:
                    at = Piece(code, at, place, tokens);
                    break;
            }
        }
    }

    /// <summary>
    /// What starts here: a selector when a brace comes before the next semicolon. The look ahead ends where the statement does,
    /// so all of them together pass over the sheet once.
    /// </summary>
    private static Place Begin(ReadOnlySpan<char> code, int at, int depth)
    {
        if (code[at] == '@') return Place.Value;
        for (var from = at; ; from++)
        {
            var stop = code[from..].IndexOfAny('{', '}', ';');
            if (stop < 0) return depth == 0 && !code[at..].Contains(':') ? Place.Selector : Place.Property;
            from += stop;
            if (code[from] != '{') return Place.Property;
            if (from == at || code[from - 1] != '#') return Place.Selector;
            // An interpolation belongs to the statement around it.
            from = CodeText.After(code[..CodeText.LineEnd(code, from)], from, "}") - 1;
        }
    }

    private static int Piece(ReadOnlySpan<char> code, int at, Place place, TokenList tokens)
    {
        var c = code[at];
        var next = CodeText.Peek(code, at + 1);
        if (char.IsAsciiDigit(c) || (c is '.' or '-' or '+' && place != Place.Selector && char.IsAsciiDigit(next)))
            return Number(code, at, tokens);
        if (c is '$' or '@' && CodeText.IsWordStart(next))
            return Name(code, at, 1, c == '$' ? Token.Variable : Token.Keyword, tokens);
        if (c == '-' && next == '-') return Name(code, at, 2, Token.Variable, tokens);
        if (c == '!' && CodeText.IsWordStart(next)) return Name(code, at, 1, Token.Keyword, tokens);
        if (place == Place.Selector)
        {
            if (c is '.' or '#' or '%' && (CodeText.IsWordStart(next) || next == '-'))
                return Name(code, at, 1, Token.Function, tokens);
            if (c == ':') return Name(code, at, next == ':' ? 2 : 1, Token.Builtin, tokens);
            if (CodeText.IsWordStart(c))
                return Name(code, at, 0, Before(code, at) == '[' ? Token.Attribute : Token.Markup, tokens);
        }
        else if (c == '#' && char.IsAsciiHexDigit(next)) return Name(code, at, 1, Token.Number, tokens);
        if (CodeText.IsWordStart(c) || (c == '-' && CodeText.IsWordStart(next))) return Word(code, at, place, tokens);
        if (c is '>' or '+' or '~' or '*' or '&' or '=' or '/' or '|' or '^' or '$') tokens.Add(Token.Operator, at, at + 1);
        return at + 1;
    }

    private static char Before(ReadOnlySpan<char> code, int at) => CodeText.Peek(code, at - 1);

    private static int Name(ReadOnlySpan<char> code, int at, int mark, Token token, TokenList tokens)
    {
        var end = Math.Min(code.Length, CodeText.WordEnd(code, Math.Min(code.Length, at + mark), "-"));
        tokens.Add(token, at, end);
        return end;
    }

    private static int Number(ReadOnlySpan<char> code, int at, TokenList tokens)
    {
        var end = CodeText.NumberEnd(code, at);
        if (CodeText.Peek(code, end) == '%') end++;
        tokens.Add(Token.Number, at, end);
        return end;
    }

    private static int Word(ReadOnlySpan<char> code, int at, Place place, TokenList tokens)
    {
        var end = CodeText.WordEnd(code, at + 1, "-");
        var next = CodeText.Peek(code, end);
        if (place == Place.Property) tokens.Add(Token.Attribute, at, end);
        else if (next == '(')
        {
            tokens.Add(Token.Function, at, end);
            if (code[at..end] is "url" && CodeText.Peek(code, end + 1) is not ('"' or '\''))
                return Address(code, end + 1, tokens);
        }
        else if (next == ':') tokens.Add(Token.Attribute, at, end);
        else if (code[at..end] is "and" or "or" or "not" or "only" or "from" or "to" or "in" or "through")
            tokens.Add(Token.Keyword, at, end);
        return end;
    }

    private static int Address(ReadOnlySpan<char> code, int at, TokenList tokens)
    {
        var rest = code[at..CodeText.LineEnd(code, at)];
        var close = rest.IndexOf(')');
        var end = at + (close < 0 ? rest.Length : close);
        tokens.Add(Token.String, at, end);
        return end;
    }
}
