using System.Globalization;
using System.Text;
using Publisher.Scriban.Syntax;

namespace Publisher.Scriban;

/// <summary>Numbers and the three kinds of strings.</summary>
internal sealed partial class Lexer
{
    private void ReadNumber()
    {
        var start = at;
        if (source[at] == '0' && Peek(1) is 'x' or 'X' or 'b' or 'B')
        {
            var hexadecimal = Peek(1) is 'x' or 'X';
            at += 2;
            RadixDigits(hexadecimal);
            var fraction = !hexadecimal && Peek() == '.' && Peek(1) is '0' or '1';
            if (fraction)
            {
                at++;
                RadixDigits(hexadecimal);
            }
            if (fraction ? Peek() is 'f' or 'F' or 'd' or 'D' : Peek() is 'u' or 'U') at++;
            Add(TokenKind.Integer, start, at, source[start..at].Replace("_", ""));
            return;
        }
        Digits();
        var kind = TokenKind.Integer;
        if (Peek() == '.' && char.IsAsciiDigit(Peek(1)))
        {
            kind = TokenKind.Number;
            at++;
            Digits();
        }
        if (Peek() is 'e' or 'E' && (char.IsAsciiDigit(Peek(1)) || (Peek(1) is '+' or '-' && char.IsAsciiDigit(Peek(2)))))
        {
            if (Peek(1) == '-') kind = TokenKind.Number;
            at += 2;
            Digits();
        }
        if (Peek() is 'f' or 'F' or 'd' or 'D' or 'm' or 'M' && !IsNamePart(Peek(1)))
        {
            kind = TokenKind.Number;
            at++;
        }
        Add(kind, start, at, source[start..at].Replace("_", ""));
    }

    private void RadixDigits(bool hexadecimal)
    {
        while (Peek() == '_' || (hexadecimal ? char.IsAsciiHexDigit(Peek()) : Peek() is '0' or '1')) at++;
    }

    private void Digits()
    {
        while (char.IsAsciiDigit(Peek()) || (Peek() == '_' && char.IsAsciiDigit(Peek(1)))) at++;
    }

    private void ReadString(char quote)
    {
        var start = at++;
        var text = new StringBuilder();
        while (at < source.Length)
        {
            var c = source[at];
            if (c == quote)
            {
                at++;
                Add(TokenKind.String, start, at, text.ToString());
                return;
            }
            if (c == '\\') ReadEscapeSequence(text);
            else Append(text, c);
        }
        Unclosed(start, quote, text);
    }

    private void ReadVerbatim()
    {
        var start = at++;
        var text = new StringBuilder();
        while (at < source.Length)
        {
            if (source[at] == '`')
            {
                if (Peek(1) != '`')
                {
                    at++;
                    Add(TokenKind.String, start, at, text.ToString());
                    return;
                }
                at++;
            }
            Append(text, source[at]);
        }
        Unclosed(start, '`', text);
    }

    /// <summary>
    /// Reads the text of an interpolated string up to its next expression or its end; the caller stands after the quote or
    /// brace.
    /// </summary>
    private void ReadInterpolationPart(char quote, int start, TokenKind kind)
    {
        var text = new StringBuilder();
        while (at < source.Length)
        {
            var c = source[at];
            if (c == quote)
            {
                at++;
                if (kind == TokenKind.InterpolationPart) interpolations.Pop();
                else Add(kind, start, start, "");
                Add(TokenKind.InterpolationEnd, kind == TokenKind.InterpolationPart ? start : start + 2, at, text.ToString());
                return;
            }
            if (c == '{')
            {
                at++;
                Add(kind, start, at, text.ToString());
                if (kind == TokenKind.Interpolation) interpolations.Push((quote, openBraces, start));
                return;
            }
            if (c == '\\') ReadEscapeSequence(text);
            else Append(text, c);
        }
        if (kind == TokenKind.InterpolationPart) interpolations.Pop();
        Add(TokenKind.Invalid, Math.Min(start + 1, at - 1), at);
        FaultAtEnd(quote);
    }

    private void ReadEscapeSequence(StringBuilder text)
    {
        var start = at;
        at += 2;
        switch (source.ElementAtOrDefault(start + 1))
        {
            case 'n': text.Append('\n'); break;
            case 'r': text.Append('\r'); break;
            case 't': text.Append('\t'); break;
            case 'b': text.Append('\b'); break;
            case 'f': text.Append('\f'); break;
            case 'v': text.Append('\v'); break;
            case '0': text.Append('\0'); break;
            case '\r' when Peek() == '\n': at++; break;
            case '\n': break;
            case 'u': ReadHexadecimal(text, start, 4); break;
            case 'x': ReadHexadecimal(text, start, 2); break;
            case '\'' or '"' or '\\' or '{' or '}': text.Append(source[start + 1]); break;
            default:
                at = Math.Min(at, source.Length);
                faults.Add((new Span(start, at),
                    $"the escape sequence {source[start..at]} is not known; write \\\\ for a backslash"));
                break;
        }
    }

    private void ReadHexadecimal(StringBuilder text, int start, int digits)
    {
        if (at + digits <= source.Length
            && ushort.TryParse(source.AsSpan(at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture,
                out var code))
        {
            text.Append((char)code);
            at += digits;
            return;
        }
        faults.Add((new Span(start, at), $"{source[start..at]} must be followed by {digits} hexadecimal digits"));
    }

    private void Append(StringBuilder text, char c)
    {
        text.Append(c);
        at++;
    }

    private void Unclosed(int start, char quote, StringBuilder text)
    {
        Add(TokenKind.String, start, at, text.ToString());
        FaultAtEnd(quote);
    }

    private void FaultAtEnd(char quote) =>
        faults.Add((new Span(Math.Max(0, at - 1), at), $"a text is never closed with {quote}"));
}
