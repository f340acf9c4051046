namespace Publisher.Content.Highlighting.Scanners;

/// <summary>Colours makefiles: targets, variables, conditions, and recipes as the shell reads them.</summary>
internal sealed class MakefileScanner : Scanner
{
    public override void Scan(ReadOnlySpan<char> code, int start, TokenList tokens)
    {
        // Here-documents do not work in recipes.
        var distrust = true;
        for (int at = start, next; at < code.Length; at = next)
        {
            next = ShellScanner.CommandEnd(code, at, ref distrust);
            var text = CodeText.SkipBlanks(code, at);
            if (code[at] == '\t') Recipe(code, text, next, tokens);
            else if (CodeText.Peek(code, text) == '#') tokens.Add(Token.Comment, text, next);
            else Line(code, text, next, tokens);
            tokens.Add(Token.None, next);
        }
    }

    private static void Recipe(ReadOnlySpan<char> code, int at, int next, TokenList tokens)
    {
        tokens.Add(Token.None, at);
        var command = at;
        while (command < next && code[command] is '@' or '-' or '+') command++;
        tokens.Add(Token.Operator, command);
        ShellScanner.Scan(code[..next], command, tokens, ShellPlace.Command, isMake: true);
    }

    private static void Line(ReadOnlySpan<char> code, int at, int next, TokenList tokens)
    {
        var word = CodeText.WordEnd(code, at, "-");
        if (code[at..word] is "include" or "-include" or "sinclude" or "export" or "unexport" or "override" or "define"
            or "endef" or "undefine" or "vpath"
            or "ifeq" or "ifneq" or "ifdef" or "ifndef" or "else" or "endif")
        {
            tokens.Add(Token.Keyword, at, word);
            at = CodeText.SkipBlanks(code, word);
        }
        var stop = code[at..next].IndexOfAny(":=#");
        if (stop >= 0 && code[at + stop] != '#')
        {
            var isAssigned = code[at + stop] == '=' || code[(at + stop)..next].TrimStart(':').StartsWith("=");
            var name = code.Slice(at, stop).TrimEnd("?+! \t").Length;
            if (!code.Slice(at, name).Contains('$'))
                tokens.Add(isAssigned ? Token.Variable : code[at] == '.' ? Token.Keyword : Token.Function, at, at + name);
            if (isAssigned)
            {
                var end = at + stop + 1;
                while (end < next && code[end] is ':' or '=') end++;
                tokens.Add(Token.Operator, CodeText.SkipBlanks(code, at + name), end);
            }
            at = Math.Max(at, tokens.End);
        }
        ShellScanner.Scan(code[..next], at, tokens, ShellPlace.Argument, isMake: true);
    }
}
