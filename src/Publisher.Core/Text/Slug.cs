using System.Globalization;
using System.Text;

namespace Publisher.Text;

/// <summary>Makes the part of a URL that names a page or a term out of its title.</summary>
public static class Slug
{
    /// <summary>
    /// Lower case; runs of anything but letters, marks and decimal digits become one '-'; none at the ends (Jekyll's default
    /// slugify).
    /// Empty when the text holds none of those.
    /// </summary>
    public static string Of(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsKept(rune)) slug.Append(Rune.ToLowerInvariant(rune).ToString());
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
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
        : string.Join('-', text.EnumerateRunes().Select(rune => "u" + rune.Value.ToString("x", CultureInfo.InvariantCulture)));

    private static bool IsKept(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
        or UnicodeCategory.DecimalDigitNumber;
}
