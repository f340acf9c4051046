using Publisher.Scriban.Syntax;

namespace Publisher.Scriban;

/// <summary>The words and signs inside code.</summary>
internal sealed partial class Lexer
{
    private void ReadToken()
    {
        var c = source[at];
        switch (c)
        {
            case '\n':
                ReadNewLine();
                break;
            case '#':
                ReadComment();
                break;
            case '"' or '\'':
                ReadString(c);
                break;
            case '`':
                ReadVerbatim();
                break;
            case '$':
                ReadLocal();
                break;
            case >= '0' and <= '9':
                ReadNumber();
                break;
            case '{':
                openBraces++;
                Sign(TokenKind.OpenBrace, 1);
                break;
            case '}':
                ReadCloseBrace();
                break;
            default:
                if (char.IsWhiteSpace(c)) at++;
                else if (IsNameStart(c)) ReadName();
                else ReadSign(c);
                break;
        }
    }

    private void ReadNewLine()
    {
        if (interpolations.TryPop(out _))
        {
            faults.Add((new Span(at, at + 1), "an expression in an interpolated string must be closed with } on the same line"));
            interpolations.Clear();
            openBraces = 0;
        }
        Sign(TokenKind.NewLine, 1);
    }

    private void ReadCloseBrace()
    {
        if (interpolations.TryPeek(out var open) && open.Braces == openBraces)
        {
            at++;
            ReadInterpolationPart(open.Quote, at - 1, TokenKind.InterpolationPart);
            return;
        }
        if (openBraces > 0) openBraces--;
        Sign(TokenKind.CloseBrace, 1);
    }

    /// <summary>Both kinds of comment end at the code's end, so that a tag can close on the comment's line.</summary>
    private void ReadComment()
    {
        var multiline = Peek(1) == '#';
        at += multiline ? 2 : 1;
        while (at < source.Length && !(openBraces == 0 && IsExit(out _, out _)))
        {
            if (multiline && source[at] == '#' && Peek(1) == '#')
            {
                at += 2;
                return;
            }
            if (!multiline && source[at] == '\n') return;
            at++;
        }
    }

    private void ReadName()
    {
        var start = at;
        while (IsNamePart(Peek())) at++;
        if (Peek() == '?' && source.AsSpan(start, at - start) is "empty" && tokens[^1].End == start
            && tokens[^1].Kind is TokenKind.Dot or TokenKind.QuestionDot) at++;
        Add(TokenKind.Identifier, start, at, string.Intern(source[start..at]));
    }

    /// <summary>
    /// Local variables, with their '$': "$", "$$", "$0", "$name"; and interpolated strings, which begin with one too.
    /// </summary>
    private void ReadLocal()
    {
        var start = at++;
        if (Peek() is '"' or '\'')
        {
            var quote = source[at++];
            ReadInterpolationPart(quote, start, TokenKind.Interpolation);
            return;
        }
        if (Peek() == '$') at++;
        else while (IsNamePart(Peek())) at++;
        Add(TokenKind.Local, start, at, string.Intern(source[start..at]));
    }

    private void ReadSign(char c)
    {
        var (next, third) = (Peek(1), Peek(2));
        var (kind, length) = c switch
        {
            '(' => (TokenKind.OpenParenthesis, 1),
            ')' => (TokenKind.CloseParenthesis, 1),
            '[' => (TokenKind.OpenBracket, 1),
            ']' => (TokenKind.CloseBracket, 1),
            ',' => (TokenKind.Comma, 1),
            ':' => (TokenKind.Colon, 1),
            ';' => (TokenKind.Semicolon, 1),
            '@' => (TokenKind.At, 1),
            '^' => (TokenKind.Caret, 1),
            '.' when next == '.' && third == '<' => (TokenKind.DotDotLess, 3),
            '.' when next == '.' && third == '.' => (TokenKind.Ellipsis, 3),
            '.' when next == '.' => (TokenKind.DotDot, 2),
            '.' => (TokenKind.Dot, 1),
            '?' when next == '.' && third != '.' => (TokenKind.QuestionDot, 2),
            '?' when next == '?' && third == '=' => (TokenKind.CoalesceAssign, 3),
            '?' when next == '?' => (TokenKind.QuestionQuestion, 2),
            '?' when next == '!' && third != '=' => (TokenKind.QuestionNot, 2),
            '?' => (TokenKind.Question, 1),
            '=' when next == '=' => (TokenKind.Equal, 2),
            '=' => (TokenKind.Assign, 1),
            '!' when next == '=' => (TokenKind.NotEqual, 2),
            '!' => (TokenKind.Not, 1),
            '<' when next == '=' => (TokenKind.LessEqual, 2),
            '<' when next == '<' => (TokenKind.ShiftLeft, 2),
            '<' => (TokenKind.Less, 1),
            '>' when next == '=' => (TokenKind.GreaterEqual, 2),
            '>' when next == '>' => (TokenKind.ShiftRight, 2),
            '>' => (TokenKind.Greater, 1),
            '&' when next == '&' => (TokenKind.And, 2),
            '&' => (TokenKind.Ampersand, 1),
            '|' when next == '|' => (TokenKind.Or, 2),
            '|' when next == '>' => (TokenKind.PipeGreater, 2),
            '|' => (TokenKind.Bar, 1),
            '+' when next == '+' => (TokenKind.PlusPlus, 2),
            '+' when next == '=' => (TokenKind.PlusAssign, 2),
            '+' => (TokenKind.Plus, 1),
            '-' when next == '-' && !IsExitAt(1) => (TokenKind.MinusMinus, 2),
            '-' when next == '=' => (TokenKind.MinusAssign, 2),
            '-' => (TokenKind.Minus, 1),
            '*' when next == '=' => (TokenKind.TimesAssign, 2),
            '*' => (TokenKind.Times, 1),
            '/' when next == '/' && third == '=' => (TokenKind.FloorAssign, 3),
            '/' when next == '/' => (TokenKind.Floor, 2),
            '/' when next == '=' => (TokenKind.DivideAssign, 2),
            '/' => (TokenKind.Divide, 1),
            '%' when next == '=' => (TokenKind.ModuloAssign, 2),
            '%' => (TokenKind.Modulo, 1),
            _ => (TokenKind.Invalid, char.IsHighSurrogate(c) && char.IsLowSurrogate(next) ? 2 : 1),
        };
        Sign(kind, length);
    }

    /// <summary>"x--}}" is a decrement and an end, "x -}}" an end that trims.</summary>
    private bool IsExitAt(int ahead) =>
        Peek(ahead) == '-' && Peek(ahead + 1) == '}' && Peek(ahead + 2) == '}' && at > 0 && !IsNamePart(source[at - 1]);

    private void Sign(TokenKind kind, int length)
    {
        Add(kind, at, at + length);
        at += length;
    }

    internal static bool IsName(string text) => text.Length > 0 && IsNameStart(text[0]) && text.All(IsNamePart);

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_' || (c > 127 && char.IsLetter(c));

    private static bool IsNamePart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_' || (c > 127 && char.IsLetterOrDigit(c));
}
