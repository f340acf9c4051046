namespace Publisher.Content.Highlighting.Rules;

/// <summary>A string whose brackets the author chose: Ruby's <c>%w[a b]</c>, Elixir's <c>~r/…/</c>.</summary>
internal sealed record Bracketed(string Open, string Letters) : Rule(Open)
{
    /// <summary>An opening bracket may follow the mark without a letter.</summary>
    public bool LetterOptional { get; init; }

    public override bool Scan(ref GrammarRun run)
    {
        var code = run.Code;
        var at = run.At + Open.Length;
        var hasLetter = CodeText.Peek(code, at) is var letter && letter != '\0' && Letters.Contains(letter);
        if (hasLetter) at++;
        else if (!LetterOptional || run.AfterValue) return false;
        var open = CodeText.Peek(code, at);
        var close = open switch { '(' => ')', '[' => ']', '{' => '}', '<' => '>', _ => open };
        if (open is not ('(' or '[' or '{') && !(hasLetter && open is '<' or '/' or '|' or '!' or '"' or '\'')) return false;
        run.Before(run.At);
        run.TakeValue(Token.String, End(code, at + 1, open, close));
        return true;
    }

    private static int End(ReadOnlySpan<char> code, int at, char open, char close)
    {
        if (open == '"' && CodeText.StartsWith(code, at, "\"\"")) return CodeText.After(code, at + 2, "\"\"\"");
        for (var depth = 1; at < code.Length; at++)
        {
            var c = code[at];
            if (c == '\\') at++;
            else if (c == close && --depth == 0) return CodeText.WordEnd(code, at + 1);
            else if (c == open && open != close) depth++;
        }
        return code.Length;
    }
}
