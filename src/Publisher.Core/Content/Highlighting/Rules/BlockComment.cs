namespace Publisher.Content.Highlighting.Rules;

/// <summary>A comment between two marks, which may nest; one that is never closed reaches to the end.</summary>
internal sealed record BlockComment(string Open, string Close) : Rule(Open)
{
    public bool Nests { get; init; }

    /// <summary>Only at the very start of a line (Ruby's <c>=begin</c>).</summary>
    public bool AtLineStart { get; init; }

    public override bool Scan(ref GrammarRun run)
    {
        if (AtLineStart && run.At > run.Start && run.Code[run.At - 1] != '\n') return false;
        var end = Nests ? NestedEnd(run.Code, run.At) : CodeText.After(run.Code, run.At + Open.Length, Close);
        run.Take(Token.Comment, run.At, end);
        return true;
    }

    private int NestedEnd(ReadOnlySpan<char> code, int at)
    {
        var depth = 0;
        while (at < code.Length)
        {
            var skip = code[at..].IndexOfAny(Open[0], Close[0]);
            if (skip < 0) return code.Length;
            at += skip;
            if (CodeText.StartsWith(code, at, Open))
            {
                depth++;
                at += Open.Length;
            }
            else if (CodeText.StartsWith(code, at, Close))
            {
                at += Close.Length;
                if (--depth == 0) return at;
            }
            else at++;
        }
        return code.Length;
    }
}
