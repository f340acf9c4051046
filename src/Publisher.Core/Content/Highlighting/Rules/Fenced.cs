namespace Publisher.Content.Highlighting.Rules;

/// <summary>How the two ends of a <see cref="Fenced"/> string belong together.</summary>
internal enum FenceStyle
{
    /// <summary>
    /// As many quotes as it started with, at least three (C#'s <c>"""…"""</c>); dollars before it count the braces of
    /// interpolations.
    /// </summary>
    Quotes,

    /// <summary>A quote and as many hashes as it started with (Rust's <c>r#"…"#</c>, Swift's <c>#"…"#</c>).</summary>
    Hashes,

    /// <summary>The name between the quote and the parenthesis (C++'s <c>R"x(…)x"</c>).</summary>
    Name,

    /// <summary>The name between two dollars (PostgreSQL's <c>$body$…$body$</c>).</summary>
    Dollars,
}

/// <summary>A string whose end is only known from its start.</summary>
internal sealed record Fenced(string Open, FenceStyle Style) : Rule(Open)
{
    private const int MostBraces = 0xFF;

    public override bool Scan(ref GrammarRun run)
    {
        if (run.At < run.Hopeless) return false;
        var (body, end) = Style switch
        {
            FenceStyle.Quotes => (QuotesStart(run.Code, run.At, out var mark), mark),
            FenceStyle.Hashes => Hashes(run.Code, run.At),
            FenceStyle.Dollars => Dollars(ref run),
            _ => Named(run.Code, run.At),
        };
        if (body < 0)
        {
            // A long run of dollars or hashes would else be counted again from each of them.
            run.Hopeless = run.At + RunLength(run.Code, run.At);
            return false;
        }
        run.Before(run.At);
        if (Style == FenceStyle.Quotes)
        {
            run.At = body;
            Resume(ref run, end);
        }
        else run.TakeValue(Token.String, end);
        return true;
    }

    public override void Resume(ref GrammarRun run, int mark)
    {
        var code = run.Code;
        var (quotes, braces) = (mark >> 8, mark & MostBraces);
        var at = run.At;
        while (at < code.Length)
        {
            var skip = braces > 0 ? code[at..].IndexOfAny('"', '{') : code[at..].IndexOf('"');
            if (skip < 0) break;
            at += skip;
            var count = RunLength(code, at);
            if (code[at] == '{' && count >= braces)
            {
                run.Add(Token.String, at + count - braces, Token.Escape, at + count);
                run.Enter(this, '{', braces, mark);
                return;
            }
            at += count;
            if (code[at - 1] == '"' && count >= quotes)
            {
                run.TakeValue(Token.String, at);
                return;
            }
        }
        run.TakeValue(Token.String, code.Length);
    }

    private static int QuotesStart(ReadOnlySpan<char> code, int at, out int mark)
    {
        var dollars = code[at] == '$' ? RunLength(code, at) : 0;
        var quotes = CodeText.Peek(code, at + dollars) == '"' ? RunLength(code, at + dollars) : 0;
        mark = quotes << 8 | Math.Min(dollars, MostBraces);
        return quotes < 3 ? -1 : at + dollars + quotes;
    }

    private static (int Body, int End) Hashes(ReadOnlySpan<char> code, int at)
    {
        var hashes = code[at] == '#' ? RunLength(code, at) : 0;
        if (CodeText.Peek(code, at + hashes) != '"') return (-1, -1);
        var body = at + hashes + 1;
        for (at = body; at < code.Length;)
        {
            var quote = code[at..].IndexOf('"');
            if (quote < 0) break;
            at += quote + 1;
            var closing = at < code.Length && code[at] == '#' ? RunLength(code, at) : 0;
            if (closing >= hashes) return (body, at + hashes);
            at += closing;
        }
        return (body, code.Length);
    }

    private static (int Body, int End) Named(ReadOnlySpan<char> code, int at)
    {
        var name = code.Slice(at + 1, Math.Min(17, code.Length - at - 1));
        var length = name.IndexOf('(');
        if (length < 0) return (-1, -1);
        var body = at + length + 2;
        return (body, CodeText.After(code, body, string.Concat(")", name[..length], "\"")));
    }

    /// <summary>The text between such dollars is code more often than not, so only the marks are coloured.</summary>
    private static (int Body, int End) Dollars(ref GrammarRun run)
    {
        var end = CodeText.WordEnd(run.Code, run.At + 1);
        return CodeText.Peek(run.Code, end) == '$' ? (end + 1, end + 1) : (-1, -1);
    }

    private static int RunLength(ReadOnlySpan<char> code, int at)
    {
        var length = code[at..].IndexOfAnyExcept(code[at]);
        return length < 0 ? code.Length - at : length;
    }
}
