using System.Buffers;

namespace Publisher.Content.Highlighting.Rules;

/// <summary>
/// A string between two marks: with escapes, doubled marks, variables and interpolated code, as its language has them.
/// </summary>
internal sealed record Quoted(string Open, string Close) : Rule(Open)
{
    private SearchValues<char>? stops;

    public Quoted(string both) : this(both, both)
    {
    }

    public Token Token { get; init; } = Token.String;

    /// <summary>What makes the next character literal; NUL for none.</summary>
    public char Escape { get; init; } = '\\';

    /// <summary>An escape keeps the string open but means nothing more (Python's r"…").</summary>
    public bool HidesEscapes { get; init; }

    /// <summary>A doubled closing mark is that mark itself.</summary>
    public bool Doubles { get; init; }

    public bool Multiline { get; init; }

    /// <summary>What opens code inside the string; empty for none.</summary>
    public string Interpolation { get; init; } = "";

    /// <summary>What starts a variable's name inside the string; NUL for none.</summary>
    public char Variable { get; init; }

    /// <summary>Only when exactly one character or escape is inside, since the mark has other uses (Rust's lifetimes).</summary>
    public bool HoldsOneCharacter { get; init; }

    public override bool EndsWithLine => !Multiline;

    private SearchValues<char> Stops => stops ??= SearchValues.Create(
    [
        Close[0], Escape == '\0' ? Close[0] : Escape, Variable == '\0' ? Close[0] : Variable, Multiline ? Close[0] : '\n',
        .. Interpolation.AsSpan(0, Math.Min(1, Interpolation.Length)),
    ]);

    public override bool Scan(ref GrammarRun run)
    {
        if (HoldsOneCharacter && !IsCharacter(run.Code, run.At + Open.Length)) return false;
        run.Before(run.At);
        run.At += Open.Length;
        Resume(ref run, 0);
        return true;
    }

    public override void Resume(ref GrammarRun run, int mark)
    {
        var code = run.Code;
        var at = run.At;
        while (at < code.Length)
        {
            var skip = code[at..].IndexOfAny(Stops);
            at = skip < 0 ? code.Length : at + skip;
            if (at == code.Length) break;
            var c = code[at];
            if (c == '\n' && !Multiline) break;
            if (Interpolation.Length > 0 && c == Interpolation[0] && CodeText.StartsWith(code, at, Interpolation))
            {
                if (Interpolation.Length == 1 && CodeText.Peek(code, at + 1) == c)
                {
                    run.Add(Token, at, Token.Escape, at += 2);
                    continue;
                }
                run.Add(Token, at, Token.Escape, at + Interpolation.Length);
                run.Enter(this, Interpolation[^1], 1, 0);
                return;
            }
            if (c == Escape && Escape != '\0')
            {
                var end = HidesEscapes ? Math.Min(at + 2, code.Length) : CodeText.EscapeEnd(code, at);
                if (!HidesEscapes) run.Add(Token, at, Token.Escape, end);
                at = end;
            }
            else if (CodeText.StartsWith(code, at, Close))
            {
                at += Close.Length;
                if (!Doubles || !CodeText.StartsWith(code, at, Close)) break;
                run.Add(Token, at - Close.Length, Token.Escape, at += Close.Length);
            }
            else if (c == Variable && c != '\0' && CodeText.IsWordStart(CodeText.Peek(code, at + 1)))
            {
                var end = CodeText.WordEnd(code, at + 1);
                run.Add(Token, at, Token.Variable, end);
                at = end;
            }
            else at++;
        }
        run.TakeValue(Token, at);
    }

    private bool IsCharacter(ReadOnlySpan<char> code, int at)
    {
        var first = CodeText.Peek(code, at);
        if (first == Escape) return true;
        return first != Close[0] && CodeText.Peek(code, char.IsHighSurrogate(first) ? at + 2 : at + 1) == Close[0];
    }
}
