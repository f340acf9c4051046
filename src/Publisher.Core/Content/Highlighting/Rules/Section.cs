namespace Publisher.Content.Highlighting.Rules;

/// <summary>A heading in brackets, alone at the start of its line: <c>[table]</c>.</summary>
internal sealed record Section() : Rule("[")
{
    public override bool Scan(ref GrammarRun run)
    {
        if (run.At > run.Start && run.Code[run.At - 1] != '\n') return false;
        var line = run.Code[run.At..CodeText.LineEnd(run.Code, run.At)];
        var close = line.LastIndexOf(']');
        if (close < 0) return false;
        run.Take(Token.Heading, run.At, run.At + close + 1);
        return true;
    }
}
