namespace Publisher.Content.Highlighting.Scanners;

/// <summary>Colours patches: unified, context and plain diffs.</summary>
internal sealed class DiffScanner : Scanner
{
    private static readonly string[] Headers =
    [
        "diff ", "index ", "Index: ", "new file", "deleted file", "old mode", "new mode", "rename ", "copy ", "similarity ",
        "dissimilarity ",
        "Binary files", "GIT binary", "*** ", "=====",
    ];

    public override void Scan(ReadOnlySpan<char> code, int start, TokenList tokens)
    {
        var isHeader = false;
        for (int at = start, next; at < code.Length; at = next)
        {
            next = CodeText.NextLine(code, at);
            var line = code[at..next];
            // A removed "-- text" looks like a header; a true one has its partner on the next line.
            isHeader = (isHeader && line.StartsWith("+++ "))
                || (line.StartsWith("--- ") && CodeText.StartsWith(code, next, "+++ "));
            if (line.StartsWith("@@")) Hunk(code, at, next, tokens);
            else tokens.Add(isHeader ? Token.Markup : KindOf(line), next);
        }
    }

    private static void Hunk(ReadOnlySpan<char> code, int at, int next, TokenList tokens)
    {
        var close = code[(at + 2)..next].IndexOf("@@");
        tokens.Add(Token.Heading, close < 0 ? next : at + close + 4);
        tokens.Add(Token.None, next);
    }

    private static Token KindOf(ReadOnlySpan<char> line)
    {
        switch (line[0])
        {
            case '+' or '>': return Token.Inserted;
            case '-' or '<': return Token.Deleted;
            case '!': return Token.Inserted;
            case '\\' or '#': return Token.Comment;
            case ' ': return Token.None;
        }
        foreach (var header in Headers)
            if (line.StartsWith(header)) return Token.Markup;
        return Token.None;
    }
}
