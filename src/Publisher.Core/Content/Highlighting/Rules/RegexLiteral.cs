namespace Publisher.Content.Highlighting.Rules;

/// <summary>A regular expression between slashes: where a value may stand, and only when it ends on its line.</summary>
internal sealed record RegexLiteral() : Rule("/")
{
    public override bool Scan(ref GrammarRun run)
    {
        if (run.AfterValue || run.At < run.Hopeless) return false;
        var code = run.Code;
        var isInClass = false;
        var at = run.At + 1;
        for (; at < code.Length && code[at] != '\n'; at++)
        {
            switch (code[at])
            {
                case '\\' when CodeText.Peek(code, at + 1) != '\n':
                    at++;
                    break;
                case '[':
                    isInClass = true;
                    break;
                case ']':
                    isInClass = false;
                    break;
                case '/' when !isInClass:
                    run.Before(run.At);
                    run.TakeValue(Token.String, CodeText.WordEnd(code, at + 1));
                    return true;
            }
        }
        run.Hopeless = at;
        return false;
    }
}
