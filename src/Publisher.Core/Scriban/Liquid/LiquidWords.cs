using System.Text;

namespace Publisher.Scriban.Liquid;

/// <summary>
/// Counts words as Jekyll does, in whose modes for Chinese, Japanese and Korean each character of those scripts is a word.
/// </summary>
internal static class LiquidWords
{
    /// <summary>The scripts Han, Katakana, Hiragana and Hangul, first and last character of each range.</summary>
    private static readonly int[] Ranges =
    [
        0x1100, 0x11ff, 0x2e80, 0x2e99, 0x2e9b, 0x2ef3, 0x2f00, 0x2fd5, 0x3005, 0x3005, 0x3007, 0x3007, 0x3021, 0x3029,
        0x302e, 0x302f, 0x3038, 0x303b, 0x3041, 0x3096, 0x309d, 0x309f, 0x30a1, 0x30fa, 0x30fd, 0x30ff, 0x3131, 0x318e,
        0x31f0, 0x321e, 0x3260, 0x327e, 0x32d0, 0x32fe, 0x3300, 0x3357, 0x3400, 0x4dbf, 0x4e00, 0x9ffc, 0xa960, 0xa97c,
        0xac00, 0xd7a3, 0xd7b0, 0xd7c6, 0xd7cb, 0xd7fb, 0xf900, 0xfa6d, 0xfa70, 0xfad9, 0xff66, 0xff6f, 0xff71, 0xff9d,
        0xffa0, 0xffbe, 0xffc2, 0xffc7, 0xffca, 0xffcf, 0xffd2, 0xffd7, 0xffda, 0xffdc, 0x16ff0, 0x16ff1, 0x1b000, 0x1b11e,
        0x1b150, 0x1b152, 0x1b164, 0x1b167, 0x1f200, 0x1f200, 0x20000, 0x2a6dd, 0x2a700, 0x2b734, 0x2b740, 0x2b81d,
        0x2b820, 0x2cea1, 0x2ceb0, 0x2ebe0, 0x2f800, 0x2fa1d, 0x30000, 0x3134a,
    ];

    public static int Count(string text, string mode)
    {
        if (mode is not ("cjk" or "auto")) return Between(text);
        var (characters, words, inWord) = (0, 0, false);
        foreach (var rune in text.EnumerateRunes())
        {
            var isCharacter = IsCharacter(rune);
            if (isCharacter) characters++;
            var starts = !isCharacter && !(rune.IsAscii && LiquidSpace.Is((char)rune.Value));
            if (starts && !inWord) words++;
            inWord = starts;
        }
        return characters == 0 && mode == "auto" ? Between(text) : characters + words;
    }

    /// <summary>The words that white space separates.</summary>
    private static int Between(string text)
    {
        var (words, inWord) = (0, false);
        foreach (var c in text)
        {
            var isWord = !LiquidSpace.Is(c);
            if (isWord && !inWord) words++;
            inWord = isWord;
        }
        return words;
    }

    private static bool IsCharacter(Rune rune)
    {
        if (rune.Value < Ranges[0]) return false;
        var at = Array.BinarySearch(Ranges, rune.Value);
        return at >= 0 || (~at & 1) == 1;
    }
}
