using System.Net;
using System.Text;

namespace Publisher.Scriban.Liquid;

/// <summary>
/// Jekyll's smartify: straight quotes become curly, hyphens dashes, three dots an ellipsis, and double angle brackets
/// guillemets, by the rules of RubyPants as kramdown applies them. Tags stay as they are.
/// </summary>
internal static class LiquidSmartText
{
    private static readonly (string Signs, string Text)[] Symbols =
    [
        ("---", "—"), ("--", "–"), ("...", "…"), ("\\<<", "&lt;&lt;"), ("\\>>", "&gt;&gt;"),
        ("<< ", "«\u00A0"), (" >>", "\u00A0»"), ("<<", "«"), (">>", "»"),
    ];

    public static string Of(string text)
    {
        var made = new StringBuilder(text.Length + 16);
        var open = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var c = text[at];
            if (IsQuote(c) || (c != '\\' && IsQuote(At(text, at + 1)))) at = Quote(made, text, at);
            else if (c == '&') at = Entity(made, text, at);
            else if (Symbol(made, text, at) is > 0 and var length) at += length;
            else if (c == '<' && EndOfTag(text, at, open) is >= 0 and var end)
            {
                made.Append(text, at, end - at);
                at = end;
            }
            else Plain(made, text[at++]);
        }
        return made.Length > 0 && made[^1] == '\n' ? made.ToString(0, made.Length - 1) : made.ToString();
    }

    /// <summary>Writes a quote, with the character before it where nothing was made of that.</summary>
    private static int Quote(StringBuilder made, string text, int at)
    {
        var first = text[at];
        var start = at;
        if (IsQuote(first))
        {
            var next = At(text, at + 1);
            if (next is '_' or '*' && IsEmphasis(text, at + 1)) return Curly(made, first, opens: true, at + 1);
            if (IsPunctuation(next) && !text.AsSpan(at + 2).StartsWith("..") && IsWord(next) == IsWord(At(text, at + 2)))
                return Curly(made, first, opens: false, at + 1);
        }
        var quote = LiquidSpace.Is(first) ? at + 1 : at;
        if (IsQuote(At(text, quote)))
        {
            var (one, two, behind) = (text[quote], At(text, quote + 1), At(text, quote + 2));
            if (IsQuote(two) && one != two && IsWord(behind))
            {
                made.Append(text, start, quote - start);
                Curly(made, one, opens: true, quote);
                return Curly(made, two, opens: true, quote + 2);
            }
            if (one == '\'' && char.IsAsciiDigit(two) && char.IsAsciiDigit(behind) && At(text, quote + 3) == 's')
            {
                made.Append(text, start, quote - start);
                return Curly(made, one, opens: false, quote + 1);
            }
        }
        if (IsQuote(At(text, at + 1)))
        {
            if (!LiquidSpace.Is(first) || !IsWord(At(text, at + 2)))
            {
                if (" \\\t\r\n[{(-".Contains(first)) return Left(made, text, at);
                Plain(made, first);
                return Curly(made, text[at + 1], opens: false, at + 2);
            }
            return Left(made, text, at);
        }
        var following = At(text, at + 1);
        var closes = following == '\0' || LiquidSpace.Is(following) || (following == 's' && !IsWord(At(text, at + 2)));
        return Curly(made, first, opens: !closes, at + 1);
    }

    private static int Left(StringBuilder made, string text, int at)
    {
        Plain(made, text[at]);
        return Curly(made, text[at + 1], opens: true, at + 2);
    }

    private static int Curly(StringBuilder made, char quote, bool opens, int next)
    {
        made.Append(quote == '"' ? opens ? '“' : '”' : opens ? '‘' : '’');
        return next;
    }

    private static bool IsEmphasis(string text, int at)
    {
        for (var signs = 1; signs <= 2 && At(text, at) is '_' or '*'; signs++)
            if (At(text, ++at) is not '\0' and var next && !LiquidSpace.Is(next)) return true;
        return false;
    }

    private static int Entity(StringBuilder made, string text, int at)
    {
        var end = at + 1;
        while (char.IsAsciiLetterOrDigit(At(text, end)) || At(text, end) == '#') end++;
        var entity = At(text, end) == ';' ? text[at..(end + 1)] : "";
        var decoded = WebUtility.HtmlDecode(entity);
        if (entity.Length == 0 || decoded == entity)
        {
            Plain(made, '&');
            return at + 1;
        }
        made.Append(decoded is "<" or ">" or "&" or "\"" ? WebUtility.HtmlEncode(decoded) : decoded);
        return end + 1;
    }

    private static int Symbol(StringBuilder made, string text, int at)
    {
        foreach (var (signs, symbol) in Symbols)
        {
            if (string.CompareOrdinal(text, at, signs, 0, signs.Length) != 0) continue;
            made.Append(symbol);
            return signs.Length;
        }
        return 0;
    }

    /// <summary>The offset behind the tag or comment that begins here; -1 for none, as is the end of nothing open.</summary>
    private static int EndOfTag(string text, int at, List<string> open)
    {
        if (string.CompareOrdinal(text, at, "<!--", 0, 4) == 0)
            return text.IndexOf("-->", at + 4, StringComparison.Ordinal) is >= 0 and var close ? close + 3 : -1;
        var name = at + (At(text, at + 1) == '/' ? 2 : 1);
        var behind = name;
        while (char.IsAsciiLetterOrDigit(At(text, behind)) || At(text, behind) == '-') behind++;
        var tag = text[name..behind].ToLowerInvariant();
        if (!char.IsAsciiLetter(At(text, name)) || (name > at + 1 && !open.Remove(tag))) return -1;
        for (var i = behind; i < text.Length; i++)
        {
            if (text[i] == '>')
            {
                if (name == at + 1) open.Add(tag);
                return i + 1;
            }
            if (!IsQuote(text[i]) || text[i - 1] != '=') continue;
            i = text.IndexOf(text[i], i + 1);
            if (i < 0) return -1;
        }
        return -1;
    }

    private static void Plain(StringBuilder made, char c)
    {
        switch (c)
        {
            case '&': made.Append("&amp;"); break;
            case '<': made.Append("&lt;"); break;
            case '>': made.Append("&gt;"); break;
            default: made.Append(c); break;
        }
    }

    private static char At(string text, int at) => at < text.Length ? text[at] : '\0';

    private static bool IsQuote(char c) => c is '"' or '\'';

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    private static bool IsPunctuation(char c) => char.IsAscii(c) && (char.IsPunctuation(c) || char.IsSymbol(c)) && c != '&';
}
