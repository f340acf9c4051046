using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Publisher.Scriban.Liquid;

/// <summary>
/// Jekyll's slugify in all its modes: what may not stand in a slug becomes one '-', which is taken off at either end once.
/// </summary>
internal static class LiquidSlug
{
    private const string PrettySigns = "._~!$&'()+,;=@";

    /// <summary>Letters of European languages and what they are without their accents.</summary>
    private static readonly FrozenDictionary<char, string> Plain = Letters(
        "ÀÁÂÃÄÅĀĂĄ A", "Æ AE", "ÇĆĈĊČ C", "ÐĎĐ D", "ÈÉÊËĒĔĖĘĚ E", "ĜĞĠĢ G", "ĤĦ H", "ÌÍÎÏĨĪĬĮİ I", "Ĳ IJ", "Ĵ J", "Ķ K",
        "ĹĻĽĿŁ L", "ÑŃŅŇ N", "Ŋ NG", "ÒÓÔÕÖØŌŎŐ O", "Œ OE", "ŔŖŘ R", "ŚŜŞŠ S", "ŢŤŦ T", "Þ Th", "ÙÚÛÜŨŪŬŮŰŲ U", "Ŵ W", "ÝŶŸ Y",
        "ŹŻŽ Z",
        "àáâãäåāăą a", "æ ae", "çćĉċč c", "ðďđ d", "èéêëēĕėęě e", "ĝğġģ g", "ĥħ h", "ìíîïĩīĭįı i", "ĳ ij", "ĵ j", "ķĸ k",
        "ĺļľŀł l", "ñńņň n", "ŉ 'n", "ŋ ng", "òóôõöøōŏő o", "œ oe", "ŕŗř r", "śŝşš s", "ß ss", "ţťŧ t", "þ th",
        "ùúûüũūŭůűų u", "ŵ w", "× x", "ýÿŷ y", "źżž z");

    /// <summary>The slug by a mode: raw, default, pretty, ascii or latin; by any other name only lower case.</summary>
    public static string Of(string text, string mode)
    {
        if (mode is not ("raw" or "default" or "pretty" or "ascii" or "latin")) return LiquidCharacters.Lower(text);
        if (mode == "latin") text = Latin(text);
        var slug = new StringBuilder(text.Length);
        var replaced = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var kept = IsKept(rune, mode);
            if (kept) slug.Append(rune.ToString());
            else if (!replaced) slug.Append('-');
            replaced = !kept;
        }
        return LiquidCharacters.Lower(Trimmed(slug.ToString()));
    }

    private static string Trimmed(string slug)
    {
        if (slug.StartsWith('-')) slug = slug[1..];
        return slug.EndsWith('-') ? slug[..^1] : slug;
    }

    private static bool IsKept(Rune rune, string mode) => mode switch
    {
        "raw" => !rune.IsAscii || !LiquidSpace.Is((char)rune.Value),
        "ascii" => rune.IsAscii && char.IsAsciiLetterOrDigit((char)rune.Value),
        "pretty" => IsLetter(rune) || (rune.IsAscii && PrettySigns.Contains((char)rune.Value)),
        _ => IsLetter(rune),
    };

    private static bool IsLetter(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
        or UnicodeCategory.DecimalDigitNumber;

    private static string Latin(string text)
    {
        var made = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii) made.Append((char)rune.Value);
            else made.Append(rune.IsBmp && Plain.TryGetValue((char)rune.Value, out var plain) ? plain : "?");
        }
        return made.ToString();
    }

    private static FrozenDictionary<char, string> Letters(params string[] groups) => groups
        .SelectMany(group => group[..group.IndexOf(' ')].Select(letter => (letter, group[(group.IndexOf(' ') + 1)..])))
        .ToFrozenDictionary(pair => pair.letter, pair => pair.Item2);
}
