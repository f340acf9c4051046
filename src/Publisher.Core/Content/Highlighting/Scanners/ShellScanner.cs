namespace Publisher.Content.Highlighting.Scanners;

/// <summary>
/// Colours shell scripts; a script whose first line is a prompt is a console's session, and is left to
/// <paramref name="session"/>.
/// </summary>
internal sealed class ShellScanner(Scanner? session) : Scanner
{
    public override void Scan(ReadOnlySpan<char> code, int start, TokenList tokens)
    {
        if (session is not null && CodeText.StartsWith(code, CodeText.SkipSpace(code, start), "$ "))
            session.Scan(code, start, tokens);
        else Scan(code, start, tokens, ShellPlace.Command);
    }

    /// <summary>Colours shell code that starts in the given place.</summary>
    public static void Scan(ReadOnlySpan<char> code, int start, TokenList tokens, ShellPlace place, bool isMake = false) =>
        new ShellRun(code, start, tokens, place, isMake).Scan();

    /// <summary>
    /// Where a command ends that starts there: its line, those that a backslash joins to it, and the here-documents it
    /// announces. A missing end of one is noted in <paramref name="distrust"/>, so that looking for ends stays linear.
    /// </summary>
    public static int CommandEnd(ReadOnlySpan<char> code, int at, ref bool distrust)
    {
        var start = at;
        for (var line = -1; at < code.Length && (line < 0 || IsContinued(code[line..at]));)
        {
            line = at;
            at = CodeText.NextLine(code, at);
        }
        for (var mark = 0; !distrust && mark < at - start;)
        {
            var found = code[(start + mark)..at].IndexOf("<<");
            if (found < 0) break;
            mark += found + 2;
            var name = start + mark + (CodeText.Peek(code, start + mark) == '-' ? 1 : 0);
            if (CodeText.Peek(code, name) is '"' or '\'') name++;
            var nameEnd = CodeText.WordEnd(code, name);
            if (nameEnd == name || CodeText.Peek(code, start + mark) == '<') continue;
            var (_, after) = Rules.Heredoc.FindEnd(code, at, code[name..nameEnd]);
            if (after < 0) distrust = true;
            else return CodeText.NextLine(code, after);
        }
        return at;
    }

    private static bool IsContinued(ReadOnlySpan<char> line) => line.TrimEnd("\r\n").EndsWith("\\");
}
