namespace Publisher.Content.Highlighting.Scanners;

/// <summary>Colours Dockerfiles: an instruction at each line's start, and what a shell would make of the rest.</summary>
internal sealed class DockerfileScanner : Scanner
{
    private const ShellPlace Command = ShellPlace.Command, Arguments = ShellPlace.Declaration;

    private static readonly WordTable Instructions = new(true,
    [
        .. "CMD ENTRYPOINT HEALTHCHECK ONBUILD RUN".Split(' ').Select(word => (word, Token.Keyword, Token.Function)),
        .. "ADD ARG COPY ENV EXPOSE FROM LABEL MAINTAINER SHELL STOPSIGNAL USER VOLUME WORKDIR".Split(' ')
            .Select(word => (word, Token.Keyword, Token.None)),
    ]);

    public override void Scan(ReadOnlySpan<char> code, int start, TokenList tokens)
    {
        var distrust = false;
        for (int at = start, next; at < code.Length; at = next)
        {
            var word = CodeText.SkipBlanks(code, at);
            if (CodeText.Peek(code, word) == '#')
            {
                tokens.Add(Token.Comment, word, next = CodeText.NextLine(code, word));
                continue;
            }
            next = CommandEnd(code, word, ref distrust);
            var end = CodeText.WordEnd(code, word);
            var token = Instructions.Find(code[word..end], out var after);
            if (token != Token.None) tokens.Add(token, word, end);
            else end = word;
            if (code[word..end].Equals("FROM", StringComparison.OrdinalIgnoreCase)) From(code, end, next, tokens);
            else ShellScanner.Scan(code[..next], end, tokens, after == Token.Function ? Command : Arguments);
        }
    }

    /// <summary>As a shell's, but comments may stand between joined lines.</summary>
    private static int CommandEnd(ReadOnlySpan<char> code, int at, ref bool distrust)
    {
        var end = ShellScanner.CommandEnd(code, at, ref distrust);
        while (end < code.Length && IsComment(code, end) && code[at..end].TrimEnd().EndsWith("\\"))
        {
            while (IsComment(code, end)) end = CodeText.NextLine(code, end);
            end = ShellScanner.CommandEnd(code, end, ref distrust);
        }
        return end;
    }

    private static bool IsComment(ReadOnlySpan<char> code, int at) => CodeText.Peek(code, CodeText.SkipBlanks(code, at)) == '#';

    private static void From(ReadOnlySpan<char> code, int at, int next, TokenList tokens)
    {
        while ((at = CodeText.SkipSpace(code, at)) < next)
        {
            var end = at;
            while (end < next && !char.IsWhiteSpace(code[end])) end++;
            var word = code[at..end];
            if (word.Equals("AS", StringComparison.OrdinalIgnoreCase)) tokens.Add(Token.Keyword, at, end);
            else if (word.Contains('$') || word.StartsWith("--")) ShellScanner.Scan(code[..end], at, tokens, ShellPlace.Argument);
            else tokens.Add(Token.String, at, end);
            at = end;
        }
        tokens.Add(Token.None, next);
    }
}
