namespace Publisher.Content.Highlighting.Rules;

/// <summary>A comment up to the end of its line.</summary>
internal sealed record LineComment(string Open) : Rule(Open)
{
    /// <summary>Only where a word could start, so that <c>a#b</c> is none.</summary>
    public bool AfterSpace { get; init; }

    public override bool Scan(ref GrammarRun run)
    {
        if (AfterSpace && run.At > run.Start && !char.IsWhiteSpace(run.Code[run.At - 1])) return false;
        run.Take(Token.Comment, run.At, CodeText.LineEnd(run.Code, run.At));
        return true;
    }
}
