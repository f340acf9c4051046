using System.Buffers;
using System.Text;

namespace Publisher.Content.Markdown.SmartPunctuation;

/// <summary>
/// Writes text with the quotes, dashes and ellipses of good typesetting. It decides by the characters on both sides of a mark, as
/// SmartyPants does, and leaves alone what is more likely a flag (<c>--help</c>) than a dash.
/// </summary>
internal static class SmartText
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("&<>'\"-.");

    /// <summary>
    /// Escapes and writes <paramref name="text"/>, which follows <paramref name="before"/>; <paramref name="isLast"/>
    /// says that its end is also the end of a line.
    /// </summary>
    public static void Write(Draft draft, ReadOnlySpan<char> text, char before, bool isLast)
    {
        var written = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var step = text[i..].IndexOfAny(Marks);
            if (step < 0) break;
            i += step;
            var last = i == 0 ? before : text[i - 1];
            var mark = Replace(text, i, last, isLast, out var length);
            if (!mark.IsEmpty)
            {
                draft.Raw(text[written..i]);
                draft.Raw(mark);
                written = i + length;
            }
            i += length - 1;
        }
        draft.Raw(text[written..]);
    }

    /// <summary>The same on plain text, for titles and excerpts.</summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAny(Marks)) return text;
        var smart = new StringBuilder(text.Length);
        var written = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var step = text.AsSpan(i).IndexOfAny(Marks);
            if (step < 0) break;
            i += step;
            var mark = Replace(text, i, i == 0 ? ' ' : text[i - 1], true, out var length);
            if (!mark.IsEmpty && text[i] is not ('&' or '<' or '>'))
            {
                smart.Append(text.AsSpan(written, i - written)).Append(Encoding.UTF8.GetString(mark));
                written = i + length;
            }
            i += length - 1;
        }
        return smart.Append(text.AsSpan(written)).ToString();
    }

    private static ReadOnlySpan<byte> Replace(ReadOnlySpan<char> text, int at, char before, bool isLast, out int length)
    {
        length = 1;
        switch (text[at])
        {
            case '&': return "&amp;"u8;
            case '<': return "&lt;"u8;
            case '>': return "&gt;"u8;
            case '.':
                if (!text[at..].StartsWith("...")) return default;
                length = 3;
                return "…"u8;
            case '-': return Dash(text, at, before, out length);
        }
        var after = at + 1 < text.Length ? text[at + 1] : isLast ? ' ' : 'x';
        var opens = Opens(before, after);
        if (text[at] == '"') return opens ? "“"u8 : "”"u8;
        return opens && !IsDecade(text[(at + 1)..]) ? "‘"u8 : "’"u8;
    }

    private static ReadOnlySpan<byte> Dash(ReadOnlySpan<char> text, int at, char before, out int length)
    {
        length = text[at..].IndexOfAnyExcept('-');
        if (length < 0) length = text.Length - at;
        if (length == 3) return "—"u8;
        var after = at + length < text.Length ? text[at + length] : ' ';
        return length == 2 && !(char.IsWhiteSpace(before) && char.IsLetter(after)) ? "–"u8 : default;
    }

    /// <summary>A quote opens at the start of a word: after space or an opening mark, and before something to quote.</summary>
    private static bool Opens(char before, char after)
    {
        if (char.IsWhiteSpace(after)) return false;
        return char.IsWhiteSpace(before)
            || before is '(' or '[' or '{' or '<' or '-' or '–' or '—' or '/' or '=' or '"' or '\'' or '“' or '‘' or '\0';
    }

    /// <summary>Whether a decade follows, whose quote stands for the century: '80s.</summary>
    private static bool IsDecade(ReadOnlySpan<char> text) =>
        text.Length >= 2 && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[1])
        && (text.Length == 2 || !char.IsAsciiDigit(text[2]) && (text[2] == 's' || !char.IsLetter(text[2])));
}
