using Publisher.Scriban.Syntax;

namespace Publisher.Scriban.Liquid;

/// <summary>The words and signs of one tag or output, read from left to right.</summary>
internal sealed class Markup(string source, Span span)
{
    private readonly List<MarkupToken> tokens = Read(source, span);
    private int position;

    public MarkupToken Current => tokens[position];

    public MarkupToken Following => tokens[Math.Min(position + 1, tokens.Count - 1)];

    public bool AtEnd => Current.Kind == MarkupKind.End;

    public Span Span => span;

    public MarkupToken Next()
    {
        var token = tokens[position];
        if (position < tokens.Count - 1) position++;
        return token;
    }

    public bool Take(MarkupKind kind)
    {
        if (Current.Kind != kind) return false;
        Next();
        return true;
    }

    public bool IsWord(string word) => Current.Kind == MarkupKind.Name && Current.Text == word;

    public bool TakeWord(string word) => IsWord(word) && Take(MarkupKind.Name);

    /// <summary>Whether the next two are a name and a colon, as before a named value.</summary>
    public bool IsNamed => Current.Kind == MarkupKind.Name && Following.Kind == MarkupKind.Colon;

    /// <summary>Whether something in it was reported: the rest is not read, and nothing more reported.</summary>
    public bool HasFailed { get; private set; }

    public void Fail()
    {
        HasFailed = true;
        position = tokens.Count - 1;
    }

    /// <summary>Goes on at a place in the source, which what was read until now reaches to.</summary>
    public void SkipTo(int place)
    {
        var rest = Read(source, span with { Start = place });
        tokens.RemoveRange(position, tokens.Count - position);
        tokens.AddRange(rest);
    }

    private static List<MarkupToken> Read(string source, Span span)
    {
        var tokens = new List<MarkupToken>();
        for (var at = span.Start; at < span.End;)
        {
            if (LiquidLexer.IsSpace(source[at]) || char.IsWhiteSpace(source[at]))
            {
                at++;
                continue;
            }
            var (kind, end) = One(source, at, span.End);
            var text = kind == MarkupKind.Text ? source[(at + 1)..(end - 1)] : source[at..end];
            tokens.Add(new MarkupToken(kind, new Span(at, end), text));
            at = end;
        }
        tokens.Add(new MarkupToken(MarkupKind.End, new Span(span.End, span.End), ""));
        return tokens;
    }

    private static (MarkupKind Kind, int End) One(string source, int at, int last)
    {
        var next = at + 1 < last ? source[at + 1] : '\0';
        switch (source[at])
        {
            case '"' or '\'':
                var close = source.IndexOf(source[at], at + 1, last - at - 1);
                return close < 0 ? (MarkupKind.Other, last) : (MarkupKind.Text, close + 1);
            case '.': return next == '.' ? (MarkupKind.DotDot, at + 2) : (MarkupKind.Dot, at + 1);
            case ':': return (MarkupKind.Colon, at + 1);
            case ',': return (MarkupKind.Comma, at + 1);
            case '|' when next != '|': return (MarkupKind.Pipe, at + 1);
            case '[': return (MarkupKind.OpenBracket, at + 1);
            case ']': return (MarkupKind.CloseBracket, at + 1);
            case '(': return (MarkupKind.OpenParenthesis, at + 1);
            case ')': return (MarkupKind.CloseParenthesis, at + 1);
            case '=': return next == '=' ? (MarkupKind.Equal, at + 2) : (MarkupKind.Equals, at + 1);
            case '!' when next == '=': return (MarkupKind.NotEqual, at + 2);
            case '<': return next == '>' ? (MarkupKind.NotEqual, at + 2)
                : next == '=' ? (MarkupKind.LessEqual, at + 2) : (MarkupKind.Less, at + 1);
            case '>': return next == '=' ? (MarkupKind.GreaterEqual, at + 2) : (MarkupKind.Greater, at + 1);
            case '|' or '&' when next == source[at]: return (MarkupKind.Other, at + 2);
        }
        if (char.IsAsciiDigit(source[at]) || (source[at] == '-' && char.IsAsciiDigit(next))) return Number(source, at, last);
        return char.IsAsciiLetter(source[at]) || source[at] == '_' ? (MarkupKind.Name, EndOfName(source, at, last))
            : (MarkupKind.Other, at + (char.IsHighSurrogate(source[at]) && char.IsLowSurrogate(next) ? 2 : 1));
    }

    private static (MarkupKind Kind, int End) Number(string source, int at, int last)
    {
        var end = at + 1;
        while (end < last && char.IsAsciiDigit(source[end])) end++;
        if (end + 1 >= last || source[end] != '.' || !char.IsAsciiDigit(source[end + 1])) return (MarkupKind.Integer, end);
        end++;
        while (end < last && char.IsAsciiDigit(source[end])) end++;
        return (MarkupKind.Float, end);
    }

    private static int EndOfName(string source, int at, int last)
    {
        while (at < last && (LiquidLexer.IsName(source[at]) || source[at] == '-')) at++;
        return at < last && source[at] == '?' ? at + 1 : at;
    }
}
