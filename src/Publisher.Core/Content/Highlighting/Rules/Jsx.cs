namespace Publisher.Content.Highlighting.Rules;

/// <summary>Markup inside JavaScript: elements stand where a value may, and code stands in their braces.</summary>
internal sealed record Jsx() : Rule("<")
{
    private const int InTag = 1;

    public override bool Scan(ref GrammarRun run)
    {
        var next = CodeText.Peek(run.Code, run.At + 1);
        if (run.AfterValue || !(char.IsAsciiLetter(next) || next == '>')) return false;
        // <T,> and <T extends …> start a generic function.
        var name = CodeText.WordEnd(run.Code, run.At + 1, ".-:");
        if (CodeText.Peek(run.Code, name) == ',' || run.Code[name..].StartsWith(" extends ")) return false;
        run.Before(run.At);
        run.Take(Token.Markup, run.At, name);
        Elements(ref run, 0, true);
        return true;
    }

    public override void Resume(ref GrammarRun run, int mark) => Elements(ref run, mark >> 1, (mark & InTag) != 0);

    /// <summary>
    /// Goes on where <paramref name="depth"/> elements are open, until all are closed or an interpolation takes over.
    /// </summary>
    private void Elements(ref GrammarRun run, int depth, bool isInTag)
    {
        while (true)
        {
            if (isInTag && !EndTag(ref run, ref depth)) return;
            if (depth > 0 && !NextTag(ref run, ref depth)) return;
            if (depth == 0) break;
            isInTag = true;
        }
        run.TakeValue(Token.None, run.At);
    }

    /// <summary>Reads attributes to the tag's end; false when an interpolation or the end of the text took over.</summary>
    private bool EndTag(ref GrammarRun run, ref int depth)
    {
        var code = run.Code;
        while (run.At < code.Length)
        {
            var at = run.At;
            var c = code[at];
            if (c == '>')
            {
                run.Take(Token.Markup, at, at + 1);
                depth++;
                return true;
            }
            if (c == '/' && CodeText.Peek(code, at + 1) == '>')
            {
                run.Take(Token.Markup, at, at + 2);
                return true;
            }
            if (c == '{')
            {
                run.Take(Token.Escape, at, at + 1);
                run.Enter(this, '{', 1, depth << 1 | InTag);
                return false;
            }
            if (c is '"' or '\'')
            {
                var close = code[(at + 1)..].IndexOf(c);
                run.Take(Token.String, at, close < 0 ? code.Length : at + close + 2);
            }
            else if (CodeText.IsWordStart(c)) run.Take(Token.Attribute, at, CodeText.WordEnd(code, at, "-:."));
            else run.At++;
        }
        return false;
    }

    /// <summary>
    /// Reads text and closing tags up to the next opening tag's name; false when an interpolation or the end took over.
    /// </summary>
    private bool NextTag(ref GrammarRun run, ref int depth)
    {
        var code = run.Code;
        while (depth > 0 && run.At < code.Length)
        {
            var skip = code[run.At..].IndexOfAny('<', '{');
            if (skip < 0)
            {
                run.At = code.Length;
                break;
            }
            var at = run.At += skip;
            var next = CodeText.Peek(code, at + 1);
            if (code[at] == '{')
            {
                run.Take(Token.Escape, at, at + 1);
                run.Enter(this, '{', 1, depth << 1);
                return false;
            }
            if (next == '/')
            {
                var end = CodeText.WordEnd(code, at + 2, ".-:");
                run.Take(Token.Markup, at, CodeText.Peek(code, end) == '>' ? end + 1 : end);
                depth--;
            }
            else if (char.IsAsciiLetter(next) || next == '>')
            {
                run.Take(Token.Markup, at, CodeText.WordEnd(code, at + 1, ".-:"));
                return true;
            }
            else run.At++;
        }
        return depth == 0;
    }
}
