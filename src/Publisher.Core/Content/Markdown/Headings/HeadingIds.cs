using System.Globalization;
using System.Text;

namespace Publisher.Content.Markdown.Headings;

/// <summary>
/// Gives headings the ids that GitHub gives them (html-pipeline's table of contents filter): lower case, without anything
/// but letters, marks, numbers, connectors, hyphens and spaces, each space a hyphen; a repeated id ends in -1, -2 and so
/// on.
/// </summary>
internal sealed class HeadingIds
{
    private readonly Dictionary<string, int> used = new(StringComparer.Ordinal);

    public void Clear() => used.Clear();

    /// <summary>Keeps an id that is written out from being given to a heading.</summary>
    public void Reserve(string id) => used.TryAdd(id, 0);

    /// <summary>The id for a heading of this text; no other call gets the same one.</summary>
    public string Next(string text)
    {
        var slug = Slug(text);
        var id = slug;
        while (used.TryGetValue(id, out _)) id = slug + "-" + (++used[slug]).ToString(CultureInfo.InvariantCulture);
        used.Add(id, 0);
        return id;
    }

    private static string Slug(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            if (char.IsAsciiLetterOrDigit(sign)) slug.Append(char.ToLowerInvariant(sign));
            else if (sign is '-' or '_') slug.Append(sign);
            else if (sign == ' ') slug.Append('-');
            else if (sign >= 128) return SlugOfAny(text);
        }
        return slug.Length == 0 ? "section" : slug.ToString();
    }

    private static string SlugOfAny(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == ' ') slug.Append('-');
            else if (rune.Value == '-' || IsWord(rune)) slug.Append(Rune.ToLowerInvariant(rune).ToString());
        }
        return slug.Length == 0 ? "section" : slug.ToString();
    }

    private static bool IsWord(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.ConnectorPunctuation;
}
