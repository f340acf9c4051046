using System.Globalization;

namespace Publisher.Configuration;

/// <summary>Finds what is wrong with an escape in a double-quoted text of YAML, which its parser only says is there.</summary>
internal static class YamlEscape
{
    private const string OneLetter = "0abtnvfre \"/\\N_LP\t\r\n";

    /// <summary>
    /// The first escape behind <paramref name="from"/> that stands for no character; a pair of halves stands for one.
    /// </summary>
    /// <returns>Null when all do. <c>IsHalf</c> says that it is one of a pair, whose other is missing.</returns>
    public static (int At, int Length, bool IsHalf)? FirstWrong(string text, int from)
    {
        for (var at = from; (at = text.IndexOf('\\', at)) >= 0;)
        {
            var letter = at + 1 < text.Length ? text[at + 1] : '\0';
            var digits = letter switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
            if (digits == 0 && !OneLetter.Contains(letter)) return (at, Math.Min(2, text.Length - at), false);
            var length = 2 + digits;
            if (digits > 0)
            {
                if (Code(text, at, digits) is not { } code || code > 0x10FFFF)
                    return (at, Math.Min(length, EndOfWord(text, at) - at), false);
                if (code is >= 0xDC00 and <= 0xDFFF) return (at, length, true);
                if (code is >= 0xD800 and <= 0xDBFF)
                {
                    if (text.AsSpan(at + length) is not ['\\', 'u' or 'U', ..]
                        || Code(text, at + length, text[at + length + 1] == 'u' ? 4 : 8) is not (>= 0xDC00 and <= 0xDFFF))
                        return (at, length, true);
                    length += text[at + length + 1] == 'u' ? 6 : 10;
                }
            }
            at += length;
            if (at >= text.Length) return null;
        }
        return null;
    }

    /// <summary>What the digits of the escape at <paramref name="at"/> say; null when there are not so many.</summary>
    private static uint? Code(string text, int at, int digits) => at + 2 + digits <= text.Length
        && uint.TryParse(text.AsSpan(at + 2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? code
            : null;

    private static int EndOfWord(string text, int at)
    {
        for (at++; at < text.Length && char.IsAsciiLetterOrDigit(text[at]);) at++;
        return at;
    }
}
