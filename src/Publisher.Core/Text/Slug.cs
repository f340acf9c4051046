using System.Globalization;
using System.Text;

namespace Publisher.Text;

/// <summary>Makes the part of a URL that names a page or a term out of its title.</summary>
public static class Slug
{
    // As UTF-8, with room for an extension.
    private const int MostBytes = 240;

    /// <summary>
    /// Lower case; runs of anything but letters, marks and decimal digits become one '-'; none at the ends (Jekyll's default
    /// slugify). Signs that end a word are part of its name: <c>C#</c> is <c>c-sharp</c>, <c>C++</c> is <c>c-plus-plus</c>.
    /// Empty when the text holds none of those; never longer than a file's name can be.
    /// </summary>
    public static string Of(string text) => Cut(Whole(text));

    /// <summary>Whether the text's slug had to be cut: no file's name may have more than 255 bytes.</summary>
    public static bool IsCut(string text) => text.Length > MostBytes / 6 && Encoding.UTF8.GetByteCount(Whole(text)) > MostBytes;

    private static string Whole(string text)
    {
        var slug = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            // A lone surrogate is no letter, whatever it stands for.
            var isRune = Rune.TryGetRuneAt(text, at, out var rune);
            if (isRune && IsKept(rune)) slug.Append(Rune.ToLowerInvariant(rune).ToString());
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                at = SpellSigns(text, at, slug);
                slug.Append('-');
            }
            at += isRune ? rune.Utf16SequenceLength : 1;
        }
        if (slug.Length > 0 && slug[^1] == '-') slug.Length--;
        return slug.ToString();
    }

    /// <summary>
    /// The slug; of a text that has none (<c>..</c>, <c>+</c>), its characters by their numbers, so that it can be a file's
    /// name.
    /// </summary>
    public static string OrNumbers(string text) => Of(text) is { Length: > 0 } slug
        ? slug
        : Cut(string.Join(
            '-', text.EnumerateRunes().Select(rune => "u" + rune.Value.ToString("x", CultureInfo.InvariantCulture))));

    private static string Cut(string slug)
    {
        if (slug.Length <= MostBytes / 3 || Encoding.UTF8.GetByteCount(slug) <= MostBytes) return slug;
        var (end, bytes) = (0, 0);
        foreach (var rune in slug.EnumerateRunes())
        {
            if ((bytes += rune.Utf8SequenceLength) > MostBytes) break;
            end += rune.Utf16SequenceLength;
        }
        return slug[..end].TrimEnd('-');
    }

    /// <summary>Writes the signs that end a word as words; gives back the place of the last character it took.</summary>
    private static int SpellSigns(string text, int at, StringBuilder slug)
    {
        var end = at;
        while (end < text.Length && text[end] is '#' or '+') end++;
        if (end == at) return at;
        if (end < text.Length && (char.IsLetterOrDigit(text[end]) || char.IsSurrogate(text[end]))) return at;
        for (; at < end; at++) slug.Append(text[at] == '#' ? "-sharp" : "-plus");
        return end - 1;
    }

    private static bool IsKept(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
        or UnicodeCategory.DecimalDigitNumber;
}
