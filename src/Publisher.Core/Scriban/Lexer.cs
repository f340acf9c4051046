using Publisher.Scriban.Syntax;

namespace Publisher.Scriban;

/// <summary>Cuts a template into text and code tokens, applying white-space control to the text on the way.</summary>
internal sealed partial class Lexer(string source)
{
    private readonly List<Token> tokens = [];
    private readonly List<(Span At, string Message)> faults = [];

    /// <summary>For each open interpolation: its quote, and how many braces were open when its expression began.</summary>
    private readonly Stack<(char Quote, int Braces, int Start)> interpolations = new();
    private int at;
    private int openBraces;

    private enum Trim { None, Line, All }

    public IReadOnlyList<(Span At, string Message)> Faults => faults;

    public Token[] Read()
    {
        var trim = Trim.None;
        while (at < source.Length) trim = ReadText(trim);
        Add(TokenKind.EndOfFile, at, at);
        return [.. tokens];
    }

    /// <summary>
    /// Reads text up to and including the next code or escape block; returns how that block trims what follows it.
    /// </summary>
    private Trim ReadText(Trim before)
    {
        var start = at;
        var brace = NextBlock(source, at, out var percents);
        if (brace < 0)
        {
            at = source.Length;
            AddText(start, at, before, Trim.None);
            return Trim.None;
        }
        at = brace + 2 + percents;
        var strip = ReadStrip();
        AddText(start, brace, before, strip);
        return percents > 0 ? ReadEscape(percents) : ReadCode(brace);
    }

    /// <summary>Where the next code or escape block opens, the latter with its number of percent signs; -1 for none.</summary>
    internal static int NextBlock(string source, int from, out int percents)
    {
        percents = 0;
        for (var i = from; (i = source.IndexOf('{', i)) >= 0 && i + 1 < source.Length; i++)
        {
            if (source[i + 1] == '{') return i;
            if (source[i + 1] != '%') continue;
            var end = i + 1;
            while (end < source.Length && source[end] == '%') end++;
            if (end == source.Length || source[end] != '{') continue;
            percents = end - i - 1;
            return i;
        }
        return -1;
    }

    private Trim ReadStrip()
    {
        var sign = Peek();
        if (sign is not ('-' or '~')) return Trim.None;
        at++;
        return sign == '-' ? Trim.All : Trim.Line;
    }

    private Trim ReadEscape(int percents)
    {
        var start = at;
        var close = "}" + new string('%', percents) + "}";
        var end = source.IndexOf(close, at, StringComparison.Ordinal);
        if (end < 0)
        {
            faults.Add((new Span(start - percents - 2, start), "this escape block is never closed"));
            AddText(start, at = source.Length, Trim.None, Trim.None);
            return Trim.None;
        }
        at = end + close.Length;
        var sign = end > start ? source[end - 1] : ' ';
        var trim = sign switch { '-' => Trim.All, '~' => Trim.Line, _ => Trim.None };
        var last = trim == Trim.None ? end : end - 1;
        if (last > start) Add(TokenKind.Text, start, last);
        return trim;
    }

    private Trim ReadCode(int enter)
    {
        Add(TokenKind.CodeEnter, enter, at);
        openBraces = 0;
        while (at < source.Length)
        {
            if (openBraces == 0 && interpolations.Count == 0 && IsExit(out var length, out var trim))
            {
                Add(TokenKind.CodeExit, at, at + length);
                at += length;
                return trim;
            }
            ReadToken();
        }
        if (interpolations.TryPop(out var open))
        {
            interpolations.Clear();
            faults.Add((new Span(at, at), $"this text is never closed with {open.Quote}"));
        }
        return Trim.None;
    }

    private bool IsExit(out int length, out Trim trim)
    {
        var sign = source[at];
        trim = sign switch { '-' => Trim.All, '~' => Trim.Line, _ => Trim.None };
        length = trim == Trim.None ? 2 : 3;
        return at + length <= source.Length && source.AsSpan(at + length - 2, 2) is "}}";
    }

    private void AddText(int start, int end, Trim left, Trim right)
    {
        if (left == Trim.All)
        {
            while (start < end && char.IsWhiteSpace(source[start])) start++;
        }
        else if (left == Trim.Line)
        {
            while (start < end && source[start] != '\n' && char.IsWhiteSpace(source[start])) start++;
            if (start < end && source[start] == '\n') start++;
        }
        if (right != Trim.None)
            while (end > start && char.IsWhiteSpace(source[end - 1]) && (right == Trim.All || source[end - 1] != '\n')) end--;
        if (end > start) Add(TokenKind.Text, start, end);
    }

    private void Add(TokenKind kind, int start, int end, string? text = null) => tokens.Add(new Token(kind, start, end, text));

    private char Peek(int ahead = 0) => at + ahead < source.Length ? source[at + ahead] : '\0';
}
