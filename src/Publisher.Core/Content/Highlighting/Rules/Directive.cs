namespace Publisher.Content.Highlighting.Rules;

/// <summary>An instruction to the compiler, <c>#if</c> or <c>#include &lt;x&gt;</c>, alone on its line.</summary>
internal sealed record Directive() : Rule("#")
{
    public override bool Scan(ref GrammarRun run)
    {
        if (!CodeText.StartsLine(run.Code, run.At)) return false;
        var code = run.Code;
        var name = CodeText.SkipBlanks(code, run.At + 1);
        var end = CodeText.WordEnd(code, name);
        run.Take(Token.Keyword, run.At, end);
        if (code[name..end] is not ("include" or "import" or "include_next")) return true;
        var at = CodeText.SkipBlanks(code, end);
        if (CodeText.Peek(code, at) != '<') return true;
        var rest = code[at..CodeText.LineEnd(code, at)];
        var close = rest.IndexOf('>');
        run.Take(Token.String, at, at + (close < 0 ? rest.Length : close + 1));
        return true;
    }
}
