namespace Publisher.Content.Highlighting.Rules;

/// <summary>A text that starts on the next line and ends with a line that holds the announced name.</summary>
internal sealed record Heredoc(string Open) : Rule(Open)
{
    /// <summary>What may stand between the mark and the name (<c>-</c>, <c>~</c>).</summary>
    public string Flags { get; init; } = "";

    /// <summary>How the body reads: a string without an end of its own; null for text as it is.</summary>
    public Quoted? Body { get; init; }

    /// <summary>
    /// Without a flag or quotes the name must be in capitals and stand where a value may, since the mark is an operator too.
    /// </summary>
    public bool IsAlsoOperator { get; init; }

    public override bool Scan(ref GrammarRun run)
    {
        if (run.DistrustsHeredocs) return false;
        var code = run.Code;
        var at = run.At + Open.Length;
        var isMarked = false;
        if (CodeText.Peek(code, at) is var flag && flag != '\0' && Flags.Contains(flag)) (at, isMarked) = (at + 1, true);
        var quote = CodeText.Peek(code, at) is '"' or '\'' ? code[at++] : '\0';
        var end = CodeText.WordEnd(code, at);
        if (end == at || char.IsAsciiDigit(code[at])) return false;
        if (IsAlsoOperator && !isMarked && quote == '\0' && (run.AfterValue || !char.IsAsciiLetterUpper(code[at]))) return false;
        if (quote != '\0' && CodeText.Peek(code, end) != quote) return false;
        run.Announce(this, at, end, quote == '\'');
        run.Before(run.At);
        run.TakeValue(Token.String, quote != '\0' ? end + 1 : end);
        return true;
    }

    /// <summary>Where the line that ends the text starts, and the offset after the name in it; -1 when no line does.</summary>
    public static (int Start, int After) FindEnd(ReadOnlySpan<char> code, int at, ReadOnlySpan<char> name)
    {
        while (at < code.Length)
        {
            var word = CodeText.SkipBlanks(code, at);
            if (code[word..].StartsWith(name) && !CodeText.IsWord(CodeText.Peek(code, word + name.Length)))
                return (at, word + name.Length);
            at = CodeText.NextLine(code, word);
        }
        return (-1, -1);
    }
}
