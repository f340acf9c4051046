using System.Globalization;
using System.Text.RegularExpressions;

namespace Publisher.Content.Weeknotes;

/// <summary>
/// Where a title or a file's name says of which week it tells (<c>Week 46</c>, <c>2026-W46</c>, <c>9–15 November</c>), and what
/// stands there for a later one.
/// </summary>
/// <param name="Start">Where the form begins in the text, with the word "weeknotes" before it.</param>
public sealed partial record WeekInText(int Start, int End, string Later)
{
    private const int DaysOfWeek = 7, LastWeek = 53;

    /// <summary>The number that a week of the year has in the text; null where it says none.</summary>
    public static int? NumberIn(string text) =>
        NumberForm().Match(text) is { Success: true } match && Number(match.Groups["n"]) is >= 1 and <= LastWeek and var week
            ? week
            : null;

    /// <summary>The week that holds the day, or one beside it; others are numbers that only look like it.</summary>
    /// <param name="weeks">How much later the other week is.</param>
    public static WeekInText? Of(string text, DateOnly day, int weeks)
    {
        if (day.Year is < 1900 or > 2900) return null;
        foreach (Match match in NumberForm().Matches(text))
            if (NumberLater(match, day, weeks) is { } later) return Found(match, later);
        foreach (Match match in DayFirst().Matches(text))
            if (DaysOf(match, day) is var (from, to)) return Found(match, DayFirstOf(match, from, to, weeks));
        foreach (Match match in MonthFirst().Matches(text))
            if (DaysOf(match, day) is var (from, to)) return Found(match, MonthFirstOf(match, from, to, weeks));
        return null;

        static WeekInText Found(Match match, string later) => new(match.Index, match.Index + match.Length, later);
    }

    public static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % DaysOfWeek));

    private static string? NumberLater(Match match, DateOnly day, int weeks)
    {
        var (n, y) = (match.Groups["n"], match.Groups["y"]);
        if (Number(n) is not (>= 1 and <= LastWeek and var week)) return null;
        int[] years = y.Success ? [Number(y)] : [day.Year - 1, day.Year, day.Year + 1];
        var monday = years.Select(year => DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday)))
            .MinBy(one => Distance(one, day));
        if (!IsBeside(monday, day)) return null;
        var later = Week.Of(new DateTimeOffset(monday.AddDays(weeks * DaysOfWeek), default, default));
        var form = match.Value;
        // The last group first, so that the other stays where it is.
        foreach (var group in new[] { n, y }.Where(one => one.Success).OrderByDescending(one => one.Index))
        {
            var at = group.Index - match.Index;
            var isWide = group.Value.StartsWith('0') || at > 0 && form[at - 1] is 'w' or 'W';
            var value = (group == n ? later.Number : later.Year).ToString(CultureInfo.InvariantCulture);
            form = form[..at] + value.PadLeft(isWide ? group.Length : 0, '0') + form[(at + group.Length)..];
        }
        return form;
    }

    private static (DateOnly From, DateOnly To)? DaysOf(Match match, DateOnly day)
    {
        var (first, last) = (match.Groups["m1"], match.Groups["m2"]);
        var from = Nearest(Number(match.Groups["d1"]), first.Success ? first : last);
        var to = Nearest(Number(match.Groups["d2"]), last.Success ? last : first);
        if (from is not { } begins || to is not { } ends || match.Groups["y"] is { Success: true } y && Number(y) != ends.Year)
            return null;
        // Some tell of the days of work only.
        return ends.DayNumber - begins.DayNumber is > 2 and < DaysOfWeek && IsBeside(Monday(begins), day) ? (begins, ends) : null;

        DateOnly? Nearest(int date, Group month)
        {
            var number = MonthNumber(month.Value);
            return new[] { day.Year - 1, day.Year, day.Year + 1 }
                .Where(year => date >= 1 && date <= DateTime.DaysInMonth(year, number))
                .Select(year => (DateOnly?)new DateOnly(year, number, date)).MinBy(one => Distance(one!.Value, day));
        }
    }

    private static string DayFirstOf(Match match, DateOnly from, DateOnly to, int weeks)
    {
        var (month, dot) = (match.Groups["m2"].Value, match.Groups["dot"].Value);
        var (first, last) = (from.AddDays(weeks * DaysOfWeek), to.AddDays(weeks * DaysOfWeek));
        var (had, has) = (from.Month != to.Month, first.Month != last.Month);
        return match.Groups["lead"].Value + first.Day + dot + (has ? " " + MonthName(first, month) : "")
            + (first.Year != last.Year && match.Groups["y"].Success ? " " + first.Year : "")
            + Dash(match, had, has) + last.Day + dot + " " + MonthName(last, month) + YearOf(match, last);
    }

    private static string MonthFirstOf(Match match, DateOnly from, DateOnly to, int weeks)
    {
        var month = match.Groups["m1"].Value;
        var (first, last) = (from.AddDays(weeks * DaysOfWeek), to.AddDays(weeks * DaysOfWeek));
        var (had, has) = (match.Groups["m2"].Success, first.Month != last.Month);
        return match.Groups["lead"].Value + MonthName(first, month) + " " + first.Day + Dash(match, had, has)
            + (has ? MonthName(last, month) + " " : "") + last.Day + YearOf(match, last);
    }

    /// <summary>Between two months it has blanks around it, between two days none, where the text does not show how.</summary>
    private static string Dash(Match match, bool had, bool has)
    {
        var dash = match.Groups["dash"].Value;
        if (had == has) return dash;
        return has || char.IsLetter(dash.Trim()[0]) ? $" {dash.Trim()} " : dash.Trim();
    }

    private static string YearOf(Match match, DateOnly day) =>
        match.Groups["y"].Success ? match.Groups["gap"].Value + day.Year : "";

    private static string MonthName(DateOnly day, string like) =>
        day.ToString(like.Length == 3 && !like.Equals("may", StringComparison.OrdinalIgnoreCase) ? "MMM" : "MMMM",
            CultureInfo.InvariantCulture);

    private static int MonthNumber(string name) => 1 + Array.FindIndex(
        CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames,
        one => name.StartsWith(one, StringComparison.OrdinalIgnoreCase));

    private static bool IsBeside(DateOnly monday, DateOnly day) => Distance(monday, Monday(day)) <= DaysOfWeek;

    private static int Distance(DateOnly one, DateOnly other) => Math.Abs(one.DayNumber - other.DayNumber);

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const string Lead = @"(?<![\p{L}\p{Nd}])(?<lead>(?:week[\s-]?notes?[\s:,.–—_-]{0,3})?"
        + @"(?:(?:week|for|of|from)[\s-]){0,2})";

    private const string Month = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:tember)?"
        + "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

    private const string Between = @"(?<dash>\s?[-–—]\s?|\sto\s)";

    private const string YearAfter = @"(?:(?<gap>,?\s)(?<y>20[0-9]{2})(?![0-9]))?";

    /// <summary>Week 46, KW 46/2026, 2026-W46; and 2026/46 and Weeknotes 46 2026, where the year says it.</summary>
    [GeneratedRegex(
        @"(?<![\p{L}\p{Nd}])(?:week[\s-]?notes?[\s:,.–—_-]{0,3})?(?:"
        + @"(?:(?<y>20[0-9]{2})[\s/-]?)?(?<![\p{L}])(?:week|wk|kw|cw|w)[\s._-]{0,2}(?<n>[0-9]{1,2})(?![\p{L}\p{Nd}])"
        + @"(?:[\s,/-]{1,2}(?<y>20[0-9]{2})(?![0-9]))?"
        + @"|(?<y>20[0-9]{2})[/-](?<n>[0-9]{1,2})(?![\p{L}\p{Nd}]|[/-][0-9])"
        + @"|(?<=week[\s-]?notes?[\s:,.–—_-]{0,3})(?<n>[0-9]{1,2})[\s,/-]{1,2}(?<y>20[0-9]{2})(?![0-9]))",
        Options)]
    private static partial Regex NumberForm();

    [GeneratedRegex(
        Lead + @"(?<d1>[0-9]{1,2})(?<dot>\.?)(?:\s(?<m1>" + Month + @"))?(?:\s20[0-9]{2})?" + Between
        + @"(?<d2>[0-9]{1,2})\.?\s(?<m2>" + Month + @")(?!\p{L})" + YearAfter, Options)]
    private static partial Regex DayFirst();

    [GeneratedRegex(
        Lead + "(?<m1>" + Month + @")\s(?<d1>[0-9]{1,2})" + Between + "(?:(?<m2>" + Month + @")\s)?(?<d2>[0-9]{1,2})(?![0-9])"
        + YearAfter, Options)]
    private static partial Regex MonthFirst();
}
