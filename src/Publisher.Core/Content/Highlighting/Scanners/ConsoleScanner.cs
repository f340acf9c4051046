namespace Publisher.Content.Highlighting.Scanners;

/// <summary>Colours a session at a terminal: prompts, the commands behind them, and what these printed.</summary>
internal sealed class ConsoleScanner(Scanner shell, Scanner powerShell, Scanner python) : Scanner
{
    private const int LongestPrompt = 100;

    private enum Reader
    {
        None, Shell, PowerShell, Python,
    }

    public override void Scan(ReadOnlySpan<char> code, int start, TokenList tokens)
    {
        var (first, hasDollar) = Survey(code, start);
        if (first == Reader.None)
        {
            ShellScanner.Scan(code, start, tokens, ShellPlace.Command);
            return;
        }
        var distrust = false;
        for (int at = start, next; at < code.Length; at = next)
        {
            var (promptEnd, reader) = Prompt(code[at..CodeText.LineEnd(code, at)], hasDollar);
            if (reader == Reader.None || (reader == Reader.Python) != (first == Reader.Python))
            {
                next = CodeText.NextLine(code, at);
                tokens.Add(hasDollar && code[at] == '#' ? Token.Comment : Token.Output, next);
                continue;
            }
            tokens.Add(Token.Prompt, at += promptEnd);
            next = reader == Reader.Python ? CodeText.NextLine(code, at) : ShellScanner.CommandEnd(code, at, ref distrust);
            var scanner = reader switch { Reader.Shell => shell, Reader.PowerShell => powerShell, _ => python };
            scanner.Scan(code[..next], at, tokens);
            tokens.Add(Token.None, next);
        }
    }

    /// <summary>
    /// Whose the first prompt is, and whether one is a dollar, which makes a hash a comment and not root's prompt.
    /// </summary>
    private static (Reader First, bool HasDollar) Survey(ReadOnlySpan<char> code, int start)
    {
        var first = Reader.None;
        for (var at = start; at < code.Length; at = CodeText.NextLine(code, at))
        {
            var line = code[at..CodeText.LineEnd(code, at)];
            var (end, reader) = Prompt(line, false);
            if (reader == Reader.None) continue;
            if (first == Reader.None) first = reader;
            if (line[..end].TrimEnd().EndsWith("$")) return (first, true);
        }
        return (first, false);
    }

    /// <summary>How long the line's prompt is, and who reads what follows.</summary>
    private static (int End, Reader Reader) Prompt(ReadOnlySpan<char> line, bool hashIsComment)
    {
        var blanks = CodeText.SkipBlanks(line, 0);
        var at = blanks;
        // An activated environment, as in "(venv) $".
        if (CodeText.Peek(line, at) == '(' && line.IndexOf(") ") is > 0 and < 40 and var close) at = close + 2;
        var rest = line[at..Math.Min(line.Length, at + LongestPrompt)];
        if (rest.IsEmpty) return (0, Reader.None);
        if (rest.StartsWith(">>> ") || rest is ">>>" || rest.StartsWith("... "))
            return (Math.Min(at + 4, line.Length), Reader.Python);
        if (rest.StartsWith("PS ") || rest.StartsWith("PS>") || (rest.Length > 2 && rest[1] == ':' && rest[2] == '\\'))
        {
            var angle = rest.IndexOf('>');
            return angle < 0 ? (0, Reader.None) : (at + angle + 1, rest.StartsWith("PS") ? Reader.PowerShell : Reader.Shell);
        }
        var end = EndOfUnixPrompt(rest, hashIsComment);
        return end < 0 ? (0, Reader.None) : (at + end, Reader.Shell);
    }

    private static int EndOfUnixPrompt(ReadOnlySpan<char> rest, bool hashIsComment)
    {
        if (rest[0] is '$' or '%' or '❯' or '➜' || (rest[0] == '#' && !hashIsComment))
            return rest.Length == 1 ? 1 : rest[1] == ' ' ? 1 : -1;
        if (rest[0] == '[')
        {
            var bracket = rest.IndexOf(']');
            return bracket > 0 && bracket + 1 < rest.Length && rest[bracket + 1] is '$' or '#' or '%' ? bracket + 2 : -1;
        }
        var space = rest.IndexOf(' ');
        if (space < 0) space = rest.Length;
        var isPlace = rest[0] is '~' or '/' || rest[..space].Contains('@');
        if (!isPlace) return -1;
        if (space > 1 && rest[space - 1] is '$' or '#' or '%' or '>') return space;
        return space + 1 < rest.Length && rest[space + 1] is '$' or '#' or '%'
            && (space + 2 == rest.Length || rest[space + 2] == ' ') ? space + 2 : -1;
    }
}
