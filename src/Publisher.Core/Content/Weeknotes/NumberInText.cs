using System.Globalization;
using System.Text.RegularExpressions;

namespace Publisher.Content.Weeknotes;

/// <summary>
/// Where a title, a subtitle, a description or a file's name counts its page, in the forms that people use: <c>S01E07</c>,
/// <c>Season 1, episode 7</c>, <c>#12</c>, <c>Weeknote 12</c>, <c>012-rain</c>, and <c>s01e06-s01e09</c> for several in one.
/// </summary>
/// <param name="Season">Null for a plain counter.</param>
/// <param name="Start">Where the form begins in the text, its word included.</param>
/// <param name="Range">How much of its length is for the last of several.</param>
public sealed partial record NumberInText(int? Season, int First, int Last, int Start, int Length, int Range = 0)
{
    // Whoever takes a year off writes of it in one note; more is rather two numbers that have nothing to do with each other.
    private const int MostInOne = 60;

    public int End => Start + Length;

    /// <summary>A season with an episode, anywhere in the text.</summary>
    public static NumberInText? OfSeason(string text)
    {
        if (SeasonForm().Match(text) is not { Success: true } match) return null;
        var (season, first) = (Number(match.Groups[1]), Number(match.Groups[2]));
        var end = match.Index + match.Length;
        if (SeasonRange().Match(text, end) is { Success: true } range && IsRange(first, Number(range.Groups[1])))
            return new(season, first, Number(range.Groups[1]), match.Index, match.Length + range.Length, range.Length);
        return new(season, first, first, match.Index, match.Length);
    }

    /// <summary>
    /// A plain counter: after "weeknote" or '#', or at the beginning. "Week 47" is a week of the year and none, nor are years
    /// and days.
    /// </summary>
    /// <param name="isSlug">Whether a hyphen is a blank here.</param>
    /// <param name="leads">Whether it counts only where it leads the text.</param>
    public static NumberInText? OfCounter(string text, bool isSlug = false, bool leads = false)
    {
        var match = CounterForm().Match(text);
        if (!match.Success) match = (isSlug ? SlugLead() : TitleLead()).Match(text);
        if (!match.Success || (leads && match.Index > 0)) return null;
        var end = match.Index + match.Length;
        var first = Number(match.Groups["n"]);
        if (IsYear(match.Groups["n"].ValueSpan) || DateTail().IsMatch(text, end)) return null;
        if (WeekInText.NumberIn(text[match.Index..end] + YearTail().Match(text, end).Value) == first) return null;
        if (!isSlug && CountOf(text) is { } things && things == first) return null;
        if (CounterRange().Match(text, end) is { Success: true } range && IsRange(first, Number(range.Groups[1])))
            return new(null, first, Number(range.Groups[1]), match.Index, match.Length + range.Length, range.Length);
        return new(null, first, first, match.Index, match.Length);
    }

    /// <summary>After "episode", "ep" or a lone "e": a number to whoever expects it there.</summary>
    public static NumberInText? OfEpisode(string text) =>
        EpisodeForm().Match(text) is { Success: true } match && Number(match.Groups[1]) is var number
            ? new(null, number, number, match.Index, match.Length)
            : null;

    /// <summary>How many there are of what the text tells of after the word: <c>Weeknotes: 5 years</c>; null without.</summary>
    public static int? CountOf(string text) =>
        CountForm().Match(text) is { Success: true } match ? Number(match.Groups[1]) : null;

    /// <summary>The form in this text with another number in it, as wide as the one before: S01E07 gives S01E08.</summary>
    public string Rewrite(string text, int? season, int number)
    {
        var form = text.Substring(Start, Length - Range);
        var digits = Digits().Matches(form);
        form = Replace(form, digits[^1], number);
        return Season is not null && season is { } other ? Replace(form, digits[0], other) : form;
    }

    private static string Replace(string form, Match digits, int number) =>
        form[..digits.Index] + number.ToString(CultureInfo.InvariantCulture).PadLeft(digits.Length, '0')
        + form[(digits.Index + digits.Length)..];

    private static bool IsRange(int first, int last) => last > first && last - first <= MostInOne;

    private static bool IsYear(ReadOnlySpan<char> digits) =>
        digits.Length == 4 && (digits.StartsWith("19") || digits.StartsWith("20"));

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"(?<![\p{L}\p{Nd}])s(?:eason)?[\s._-]{0,2}([0-9]{1,3})[\s,.:_-]{0,3}e(?:p(?:isode)?)?[\s._-]{0,2}([0-9]{1,4})(?![0-9])",
        Options)]
    private static partial Regex SeasonForm();

    [GeneratedRegex(@"(?<![\p{L}\p{Nd}])week[\s-]?notes?\s?[:,.–—]\s?([0-9]{1,4})\s\p{L}", Options)]
    private static partial Regex CountForm();

    [GeneratedRegex(@"\G[\s,]{1,2}20[0-9]{2}(?![0-9])", Options)]
    private static partial Regex YearTail();

    /// <summary>Without an 'e' it ends the form: "s01e07-10-things" is no range.</summary>
    [GeneratedRegex(
        @"\G\s?[-–—]\s?"
        + @"(?:(?:s(?:eason)?[\s._-]?[0-9]{1,3}[\s,._-]{0,2})?e(?:p(?:isode)?)?[\s._-]?|(?=[0-9]+(?![0-9]|[\s-]*\p{L})))"
        + "([0-9]{1,4})(?![0-9])",
        Options)]
    private static partial Regex SeasonRange();

    [GeneratedRegex(
        @"(?<![\p{L}\p{Nd}])(?:week[\s-]?notes?[\s:,.–—_-]{0,3}(?:#|№\s?|n[or][.-]?\s?)?|(?<!&)#)"
        + "(?<n>[0-9]{1,4})(?![0-9])",
        Options)]
    private static partial Regex CounterForm();

    [GeneratedRegex(@"\b(?:(?:episode|ep|folge)[\s._-]{0,2}|e)([0-9]{1,4})(?![0-9])", Options)]
    private static partial Regex EpisodeForm();

    [GeneratedRegex(@"^(?<n>[0-9]{1,4})(?=$|[:.)]\s|\s[–—-]\s)", Options)]
    private static partial Regex TitleLead();

    [GeneratedRegex(@"^(?<n>[0-9]{1,4})(?=$|-)", Options)]
    private static partial Regex SlugLead();

    /// <summary>What makes a number a day: 20 November, 16–22 November, 20/11, 20-11-2026, 47-2026.</summary>
    [GeneratedRegex(
        @"\G(?:(?:\s?[-–—]\s?[0-9]{1,2})?(?:st|nd|rd|th)?(?:\s?\.?\s?|-)(?:of[\s-])?"
        + "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
        + @"|nov(?:ember)?|dec(?:ember)?)(?!\p{L})"
        + "|[/.][0-9]|[-–][0-9]{1,2}[-–][0-9]|-(?:19|20)[0-9]{2}(?![0-9]))",
        Options)]
    private static partial Regex DateTail();

    [GeneratedRegex(@"\G\s?[-–—&+]\s?#?([0-9]{1,4})(?![0-9]|[\s-]*\p{L})", Options)]
    private static partial Regex CounterRange();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
