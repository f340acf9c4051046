using System.Buffers;

namespace Publisher.Content.Highlighting.Scanners;

/// <summary>One pass over shell code: which quotes and substitutions it is inside, and what the next word would be.</summary>
internal ref struct ShellRun(ReadOnlySpan<char> code, int start, TokenList tokens, ShellPlace place, bool isMake)
{
    private static readonly SearchValues<char> InQuotes = SearchValues.Create("\"\\$`");
    private static readonly SearchValues<char> WordStops = SearchValues.Create(" \t\r\n;|&()<>\"'$`\\{}=*?![]");

    private readonly ReadOnlySpan<char> code = code;
    private readonly Stack<char> open = [];
    private Queue<(int Start, int End)>? heredocs;
    private bool distrustsHeredocs;
    private bool expectsIn;
    private int backticks;
    private readonly int start = start;
    private int at = start;

    public void Scan()
    {
        while (at < code.Length)
        {
            if (open.TryPeek(out var inside) && inside == '"') Quoted();
            else Next();
        }
        tokens.Add(Token.None, code.Length);
    }

    private void Next()
    {
        var c = code[at];
        switch (c)
        {
            case ' ' or '\t' or '\r':
                at++;
                if (place == ShellPlace.Value) place = ShellPlace.Command;
                break;
            case '\n':
                at++;
                place = ShellPlace.Command;
                if (heredocs is { Count: > 0 }) Heredocs();
                break;
            case '\\':
                at = Math.Min(code.Length, at + (CodeText.StartsWith(code, at + 1, "\r\n") ? 3 : 2));
                break;
            case '#' when at == start || code[at - 1] is ' ' or '\t' or '\n' or ';' or '(':
                Take(Token.Comment, CodeText.LineEnd(code, at));
                break;
            case '\'':
                Take(Token.String, CodeText.After(code, at + 1, "'"));
                Argument();
                break;
            case '"':
                tokens.Add(Token.None, at);
                tokens.Add(Token.String, ++at);
                open.Push('"');
                break;
            case '$':
                Dollar(Token.None);
                break;
            case '`':
                Backtick(Token.None);
                break;
            case ')':
                if (open.TryPeek(out var top) && top == ')')
                {
                    open.Pop();
                    Take(Token.Escape, at + 1);
                    Argument();
                    break;
                }
                at++;
                place = ShellPlace.Command;
                break;
            case '(':
                // The values of an array are no commands.
                place = place == ShellPlace.Value ? ShellPlace.Argument : ShellPlace.Command;
                at++;
                break;
            case '{' or '}':
                at++;
                break;
            case '|' or '&' or ';':
                Take(Token.Operator, at + 1);
                place = ShellPlace.Command;
                break;
            case '<' or '>':
                Redirect();
                break;
            case '!' or '[' or ']' or '=' or '*' or '?':
                if (c is '!' or '=') tokens.Add(Token.Operator, at, at + 1);
                at++;
                if (c != '!') Argument();
                break;
            default:
                Word();
                break;
        }
    }

    private void Take(Token token, int end)
    {
        tokens.Add(token, at, end);
        at = end;
    }

    private void Argument()
    {
        if (place == ShellPlace.Command) place = ShellPlace.Argument;
    }

    private void Quoted()
    {
        var stop = code[at..].IndexOfAny(InQuotes);
        if (stop < 0)
        {
            tokens.Add(Token.String, at = code.Length);
            return;
        }
        at += stop;
        switch (code[at])
        {
            case '"':
                tokens.Add(Token.String, ++at);
                open.Pop();
                Argument();
                break;
            case '\\':
                tokens.Add(Token.String, at);
                tokens.Add(Token.Escape, at = Math.Min(code.Length, at + 2));
                break;
            case '$':
                Dollar(Token.String);
                break;
            default:
                Backtick(Token.String);
                break;
        }
    }

    /// <summary>A variable, a substitution, or the sign itself.</summary>
    private void Dollar(Token around)
    {
        tokens.Add(around, at);
        var next = CodeText.Peek(code, at + 1);
        if (next == '(' && isMake && VariableEnd() is > 0 and var variable) Take(Token.Variable, variable);
        else if (next == '(')
        {
            open.Push(')');
            Take(Token.Escape, at + 2);
            place = ShellPlace.Command;
            return;
        }
        else if (next == '{') Take(Token.Variable, BraceEnd());
        else if (next == '\'' && around == Token.None)
        {
            var end = Quote.End(code, at + 1, isMultiline: true);
            Quote.Add(code, at, end, tokens);
            at = end;
        }
        else if (CodeText.IsWordStart(next)) Take(Token.Variable, CodeText.WordEnd(code, at + 1));
        else if (next != '\0' && "0123456789?!#@*$-_<^+".Contains(next)) Take(Token.Variable, at + 2);
        else tokens.Add(around, ++at);
        Argument();
    }

    /// <summary>The end of make's <c>$(NAME)</c>, or 0.</summary>
    private readonly int VariableEnd()
    {
        var end = CodeText.WordEnd(code, at + 2, ".-@%<^");
        return end > at + 2 && CodeText.Peek(code, end) == ')' ? end + 1 : 0;
    }

    /// <summary>
    /// The end of <c>${…}</c>, which may nest; one that does not end on its line is only its first two characters.
    /// </summary>
    private readonly int BraceEnd()
    {
        var depth = 0;
        // The bound keeps a line of unclosed braces linear.
        var limit = Math.Min(code.Length, at + 200);
        for (var i = at + 1; i < limit && code[i] != '\n'; i++)
        {
            if (code[i] == '\\') i++;
            else if (code[i] == '{') depth++;
            else if (code[i] == '}' && --depth == 0) return i + 1;
        }
        return at + 2;
    }

    private void Backtick(Token around)
    {
        tokens.Add(around, at);
        tokens.Add(Token.Escape, ++at);
        if (backticks > 0)
        {
            backticks--;
            while (open.Pop() != '`')
            {
            }
            Argument();
            return;
        }
        backticks++;
        open.Push('`');
        place = ShellPlace.Command;
    }

    private void Redirect()
    {
        var isHere = CodeText.StartsWith(code, at, "<<") && CodeText.Peek(code, at + 2) != '<';
        var end = at + 1;
        while (end < code.Length && code[end] is '<' or '>' or '&' && end < at + 3) end++;
        Take(Token.Operator, isHere ? at + 2 : end);
        if (!isHere) return;
        if (CodeText.Peek(code, at) == '-') Take(Token.Operator, at + 1);
        var quote = CodeText.Peek(code, at) is '"' or '\'' ? 1 : 0;
        var nameEnd = CodeText.WordEnd(code, at + quote);
        if (nameEnd == at + quote || distrustsHeredocs) return;
        (heredocs ??= new()).Enqueue((at + quote, nameEnd));
        Take(Token.String, Math.Min(code.Length, nameEnd + quote));
    }

    private void Heredocs()
    {
        while (heredocs!.TryDequeue(out var name) && at < code.Length)
        {
            var (_, after) = Rules.Heredoc.FindEnd(code, at, code[name.Start..name.End]);
            if (after < 0)
            {
                distrustsHeredocs = true;
                heredocs.Clear();
                return;
            }
            Take(Token.String, after);
        }
    }

    private void Word()
    {
        var length = code[at..].IndexOfAny(WordStops);
        var end = length < 0 ? code.Length : at + Math.Max(1, length);
        var word = code[at..end];
        var next = CodeText.Peek(code, end);
        if (place is ShellPlace.Command or ShellPlace.Declaration && IsAssignment(word, next))
        {
            Take(Token.Variable, word[^1] == '+' ? end - 1 : end);
            Take(Token.Operator, CodeText.Peek(code, at) == '+' ? at + 2 : at + 1);
            if (place == ShellPlace.Command) place = ShellPlace.Value;
        }
        else if (place == ShellPlace.Command) Command(word, end, next);
        else if (expectsIn && word is "in")
        {
            expectsIn = false;
            Take(Token.Keyword, end);
        }
        else if (place != ShellPlace.Value && word[0] == '-' && word.Length > 1
            && !CodeText.IsWord(CodeText.Peek(code, at - 1))) Take(Token.Attribute, end);
        else if (!word.ContainsAnyExceptInRange('0', '9')) Take(Token.Number, end);
        else at = end;
    }

    private static bool IsAssignment(ReadOnlySpan<char> word, char next) =>
        next == '=' && CodeText.IsWordStart(word[0]) && CodeText.WordEnd(word, 0) is var end
            && (end == word.Length || (end == word.Length - 1 && word[^1] == '+'));

    private void Command(ReadOnlySpan<char> word, int end, char next)
    {
        // A pattern of a case, not a command.
        if (next == ')' && !(open.TryPeek(out var inside) && inside == ')') && word is not ("fi" or "done" or "esac"))
        {
            at = end;
            return;
        }
        var token = ShellWords.Table.Find(word, out var after);
        if (word is "for" or "case" or "select") expectsIn = true;
        place = after switch
        {
            Token.Function => ShellPlace.Command,
            Token.Variable => ShellPlace.Declaration,
            _ => ShellPlace.Argument,
        };
        // An option of "sudo" or "env" is no command, but one still comes.
        if (word[0] == '-') (token, place) = (Token.Attribute, ShellPlace.Command);
        Take(token != Token.None ? token : char.IsAsciiDigit(word[0]) || word is ":" or "," ? Token.None : Token.Function, end);
    }
}
