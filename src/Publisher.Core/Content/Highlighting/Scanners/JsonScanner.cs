namespace Publisher.Content.Highlighting.Scanners;

/// <summary>Colours JSON, and its kin that have comments and bare keys.</summary>
internal sealed class JsonScanner : Scanner
{
    public override void Scan(ReadOnlySpan<char> code, int start, TokenList tokens)
    {
        for (var at = start; at < code.Length;)
        {
            var c = code[at];
            if (c is '"' or '\'') at = Text(code, at, tokens);
            else if (char.IsAsciiDigit(c) || (c == '-' && char.IsAsciiDigit(CodeText.Peek(code, at + 1))))
            {
                tokens.Add(Token.None, at);
                at = CodeText.NumberEnd(code, c == '-' ? at + 1 : at);
                tokens.Add(Token.Number, at);
            }
            else if (CodeText.IsWordStart(c))
            {
                var end = CodeText.WordEnd(code, at, "$");
                var isConstant = code[at..end] is "true" or "false" or "null" or "NaN" or "Infinity";
                if (isConstant || IsKey(code, end)) tokens.Add(isConstant ? Token.Builtin : Token.Attribute, at, end);
                at = end;
            }
            else if (c == '/' && CodeText.Peek(code, at + 1) is '/' or '*')
            {
                var end = code[at + 1] == '/' ? CodeText.LineEnd(code, at) : CodeText.After(code, at + 2, "*/");
                tokens.Add(Token.Comment, at, end);
                at = end;
            }
            else at++;
        }
    }

    private static int Text(ReadOnlySpan<char> code, int at, TokenList tokens)
    {
        var end = Quote.End(code, at);
        tokens.Add(Token.None, at);
        if (IsKey(code, end)) tokens.Add(Token.Attribute, end);
        else Quote.Add(code, at, end, tokens);
        return end;
    }

    private static bool IsKey(ReadOnlySpan<char> code, int end) => CodeText.Peek(code, CodeText.SkipSpace(code, end)) == ':';
}
