namespace Publisher.Content.Highlighting.Rules;

/// <summary>A name behind a mark that says what it is: <c>$variable</c>, <c>@annotation</c>, <c>:symbol</c>.</summary>
internal sealed record Sigil(string Open, Token Token) : Rule(Open)
{
    /// <summary>What the name may have besides letters, digits and the underscore.</summary>
    public string Marks { get; init; } = "";

    /// <summary>Single characters that are a whole name behind the mark (the shell's <c>$?</c>).</summary>
    public string Specials { get; init; } = "";

    /// <summary>A name in braces also counts.</summary>
    public bool Braces { get; init; }

    /// <summary>Only where a new thing starts: not directly behind a name, a closing bracket or the mark itself.</summary>
    public bool StandsAlone { get; init; }

    /// <summary>Only where the line starts.</summary>
    public bool AtLineStart { get; init; }

    public override bool Scan(ref GrammarRun run)
    {
        var before = CodeText.Peek(run.Code, run.At - 1);
        if (StandsAlone && (CodeText.IsWord(before) || before is ')' or ']' || before == Open[0])) return false;
        if (AtLineStart && !CodeText.StartsLine(run.Code, run.At)) return false;
        var at = run.At + Open.Length;
        var first = CodeText.Peek(run.Code, at);
        if (CodeText.IsWordStart(first)) at = CodeText.WordEnd(run.Code, at, Marks);
        else if (Braces && first == '{') at = BraceEnd(run.Code, at);
        else if (first != '\0' && Specials.Contains(first)) at++;
        else return false;
        if (at < 0) return false;
        run.Before(run.At);
        run.TakeValue(Token, at);
        return true;
    }

    private static int BraceEnd(ReadOnlySpan<char> code, int at)
    {
        var rest = code.Slice(at, Math.Min(200, code.Length - at));
        var end = rest.IndexOfAny('}', '\n');
        return end > 0 && rest[end] == '}' ? at + end + 1 : -1;
    }
}
