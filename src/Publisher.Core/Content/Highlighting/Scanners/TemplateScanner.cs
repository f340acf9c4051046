using System.Buffers;

namespace Publisher.Content.Highlighting.Scanners;

/// <summary>A kind of tag in a template: its two marks, and what colours the code between; a comment when nothing does.</summary>
internal sealed record TemplateTag(string Open, string Close, Scanner? Code)
{
    /// <summary>The end of the file closes it too (PHP).</summary>
    public bool MayStayOpen { get; init; }
}

/// <summary>Colours markup with a template language's tags in it, wherever they stand; the first tag that fits wins.</summary>
internal sealed class TemplateScanner(Scanner? script, Scanner? style, params TemplateTag[] tags) : Scanner
{
    private const string TrimMarks = "-~+";

    private readonly MarkupScanner markup = new(script, style);
    private readonly SearchValues<char> firsts = SearchValues.Create([.. tags.Select(tag => tag.Open[0])]);

    /// <summary>A text without any tag is all code, as snippets of PHP often are.</summary>
    public Scanner? WithoutTags { get; init; }

    public override void Scan(ReadOnlySpan<char> code, int start, TokenList tokens)
    {
        if (WithoutTags is not null && !HasTag(code[start..]))
        {
            WithoutTags.Scan(code, start, tokens);
            return;
        }
        var state = new MarkupState { Until = "", Raw = "" };
        // Where a kind of tag has no further end: no need, and no time, to look again.
        Span<bool> isUnclosed = stackalloc bool[tags.Length];
        isUnclosed.Clear();
        int text = start, at = start;
        while (at < code.Length)
        {
            var stop = code[at..].IndexOfAny(firsts);
            if (stop < 0) break;
            at += stop;
            var (end, contentEnd, tag) = Find(code, at, isUnclosed);
            if (tag is null)
            {
                at++;
                continue;
            }
            markup.Scan(code[..at], text, tokens, ref state);
            text = at = Tag(code, at, contentEnd, end, tag, tokens);
        }
        markup.Scan(code, text, tokens, ref state);
    }

    private bool HasTag(ReadOnlySpan<char> code)
    {
        foreach (var tag in tags)
            if (code.Contains(tag.Open, StringComparison.Ordinal)) return true;
        return false;
    }

    private (int End, int ContentEnd, TemplateTag? Tag) Find(ReadOnlySpan<char> code, int at, Span<bool> isUnclosed)
    {
        for (var i = 0; i < tags.Length; i++)
        {
            var tag = tags[i];
            if (isUnclosed[i] || !CodeText.StartsWith(code, at, tag.Open)) continue;
            var close = code[(at + tag.Open.Length)..].IndexOf(tag.Close);
            if (close >= 0) return (at + tag.Open.Length + close + tag.Close.Length, at + tag.Open.Length + close, tag);
            if (tag.MayStayOpen) return (code.Length, code.Length, tag);
            isUnclosed[i] = true;
        }
        return (0, 0, null);
    }

    private static int Tag(ReadOnlySpan<char> code, int at, int contentEnd, int end, TemplateTag tag, TokenList tokens)
    {
        if (tag.Code is null)
        {
            tokens.Add(Token.Comment, end);
            return end;
        }
        var content = at + tag.Open.Length;
        if (content < contentEnd && TrimMarks.Contains(code[content])) content++;
        if (contentEnd > content && TrimMarks.Contains(code[contentEnd - 1])) contentEnd--;
        tokens.Add(Token.Escape, content);
        tag.Code.Scan(code[..contentEnd], content, tokens);
        tokens.Add(Token.None, contentEnd);
        tokens.Add(Token.Escape, end);
        return tag.Open == "{%" && code[content..contentEnd].Trim() is "comment" ? Comment(code, end, tokens) : end;
    }

    /// <summary>What stands between Liquid's <c>comment</c> and <c>endcomment</c>.</summary>
    private static int Comment(ReadOnlySpan<char> code, int at, TokenList tokens)
    {
        var close = code[at..].IndexOf("endcomment");
        var end = close < 0 ? code.Length : at + Math.Max(0, code.Slice(at, close).LastIndexOf("{%"));
        tokens.Add(Token.Comment, end);
        return end;
    }
}
