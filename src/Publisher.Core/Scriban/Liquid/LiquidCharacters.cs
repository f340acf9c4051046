using System.Collections.Frozen;
using System.Text;

namespace Publisher.Scriban.Liquid;

/// <summary>Counts, cuts and cases text by characters as Ruby does: by code points, not by UTF-16 units.</summary>
internal static class LiquidCharacters
{
    /// <summary>
    /// The letters that become several in upper case, or that .NET leaves as they are, each followed by what it becomes.
    /// </summary>
    private static readonly FrozenDictionary<char, string> Several = (
        "ıI ſS ßSS ŉʼN ǰJ\u030c ΐΙ\u0308\u0301 ΰΥ\u0308\u0301 ևԵՒ ẖH\u0331 ẗT\u0308 ẘW\u030a ẙY\u030a "
        + "ẚAʾ ὐΥ\u0313 ὒΥ\u0313\u0300 ὔΥ\u0313\u0301 ὖΥ\u0313\u0342 ᾀἈΙ ᾁἉΙ ᾂἊΙ ᾃἋΙ ᾄἌΙ ᾅἍΙ ᾆἎΙ ᾇἏΙ ᾈἈΙ ᾉἉΙ "
        + "ᾊἊΙ ᾋἋΙ ᾌἌΙ ᾍἍΙ ᾎἎΙ ᾏἏΙ ᾐἨΙ ᾑἩΙ ᾒἪΙ ᾓἫΙ ᾔἬΙ ᾕἭΙ ᾖἮΙ ᾗἯΙ ᾘἨΙ ᾙἩΙ ᾚἪΙ ᾛἫΙ ᾜἬΙ ᾝἭΙ ᾞἮΙ ᾟἯΙ ᾠὨΙ ᾡὩΙ "
        + "ᾢὪΙ ᾣὫΙ ᾤὬΙ ᾥὭΙ ᾦὮΙ ᾧὯΙ ᾨὨΙ ᾩὩΙ ᾪὪΙ ᾫὫΙ ᾬὬΙ ᾭὭΙ ᾮὮΙ ᾯὯΙ ᾲᾺΙ ᾳΑΙ ᾴΆΙ ᾶΑ\u0342 ᾷΑ\u0342Ι ᾼΑΙ ῂῊΙ "
        + "ῃΗΙ ῄΉΙ ῆΗ\u0342 ῇΗ\u0342Ι ῌΗΙ ῒΙ\u0308\u0300 ΐΙ\u0308\u0301 ῖΙ\u0342 ῗΙ\u0308\u0342 "
        + "ῢΥ\u0308\u0300 ΰΥ\u0308\u0301 ῤΡ\u0313 ῦΥ\u0342 ῧΥ\u0308\u0342 ῲῺΙ ῳΩΙ ῴΏΙ ῶΩ\u0342 ῷΩ\u0342Ι "
        + "ῼΩΙ ﬀFF ﬁFI ﬂFL ﬃFFI ﬄFFL ﬅST ﬆST ﬓՄՆ ﬔՄԵ ﬕՄԻ ﬖՎՆ ﬗՄԽ")
        .Split(' ').ToFrozenDictionary(pair => pair[0], pair => pair[1..]);

    public static int Count(string text)
    {
        var count = text.Length;
        for (var i = 0; i + 1 < text.Length; i++)
            if (char.IsSurrogatePair(text[i], text[i + 1])) count--;
        return count;
    }

    /// <summary>So many characters from an index; fewer where the text ends before.</summary>
    public static string Slice(string text, long from, long count)
    {
        var start = OffsetOf(text, 0, from);
        return text[start..OffsetOf(text, start, count)];
    }

    public static IEnumerable<string> Each(string text) => text.EnumerateRunes().Select(rune => rune.ToString());

    /// <summary>Upper case, with the letters that become several: ß is SS.</summary>
    public static string Upper(string text)
    {
        var upper = text.ToUpperInvariant();
        if (Ascii.IsValid(text)) return upper;
        var made = new StringBuilder(upper.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            if (Several.TryGetValue(text[i], out var letters)) made.Append(letters);
            else made.Append(upper[i]);
        }
        return made.ToString();
    }

    public static string Lower(string text) => text.Replace("\u0130", "i\u0307").ToLowerInvariant();

    /// <summary>The first letter upper case, the others lower.</summary>
    public static string Capitalize(string text)
    {
        if (text.Length == 0) return text;
        var first = char.IsHighSurrogate(text[0]) && text.Length > 1 ? 2 : 1;
        return Title(text[..first]) + Lower(text[first..]);
    }

    /// <summary>The form a letter has at the beginning of a title.</summary>
    private static string Title(string letter)
    {
        if (letter[0] is >= 'ა' and <= 'ჿ') return letter;
        if (letter[0] is >= 'Ა' and <= 'Ჿ') return letter.ToLowerInvariant();
        if (letter[0] is >= '\u1f80' and <= '\u1fff') return letter.ToUpperInvariant();
        if (Several.TryGetValue(letter[0], out var letters)) return letters[0] + letters[1..].ToLowerInvariant();
        return letter switch
        {
            "ǅ" or "Ǆ" or "ǆ" => "ǅ",
            "ǈ" or "Ǉ" or "ǉ" => "ǈ",
            "ǋ" or "Ǌ" or "ǌ" => "ǋ",
            "ǲ" or "Ǳ" or "ǳ" => "ǲ",
            _ => letter.ToUpperInvariant(),
        };
    }

    private static int OffsetOf(string text, int from, long characters)
    {
        var at = from;
        for (; characters > 0 && at < text.Length; characters--)
            at += char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
        return at;
    }
}
