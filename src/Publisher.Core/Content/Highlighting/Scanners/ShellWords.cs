namespace Publisher.Content.Highlighting.Scanners;

/// <summary>The words a shell knows where a command may stand, and what comes after each.</summary>
internal static class ShellWords
{
    public static readonly WordTable Table = new(false,
    [
        .. Entries("if then else elif while until do time coproc function", Token.Keyword, Token.Function),
        .. Entries("fi done esac for case select in return break continue exit", Token.Keyword, Token.None),
        .. Entries("export local readonly declare typeset unset", Token.Keyword, Token.Variable),
        .. Entries("alias bg cd command dirs echo eval false fg getopts hash history jobs kill let", Token.Builtin, Token.None),
        .. Entries("popd printf pushd pwd read set shift shopt source test trap true type", Token.Builtin, Token.None),
        .. Entries("ulimit umask wait", Token.Builtin, Token.None),
        .. Entries("sudo doas env exec nohup xargs nice watch builtin", Token.Function, Token.Function),
    ]);

    /// <summary>Words of one kind, and what follows them: a command, variables, or neither.</summary>
    private static IEnumerable<(string, Token, Token)> Entries(string words, Token token, Token next) =>
        words.Split(' ').Select(word => (word, token, next));
}
