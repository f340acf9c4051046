using Publisher.Content.Weeknotes;

namespace Publisher.Core.Tests.Content.Weeknotes;

/// <summary>How people say of which week they tell, and how they will say it of a later one.</summary>
public class WeekInTextTests
{
    [Theory]
    [InlineData("Week 46", "2026-11-13", 1, "Week 47")]
    [InlineData("Weeknotes: week 46", "2026-11-13", 2, "Weeknotes: week 48")]
    [InlineData("KW 46/2026", "2026-11-13", 1, "KW 47/2026")]
    [InlineData("2026-W46", "2026-11-13", 1, "2026-W47")]
    [InlineData("2026-W53", "2026-12-31", 1, "2027-W01")]
    [InlineData("Week 53", "2027-01-03", 1, "Week 1")]
    [InlineData("Week 46", "2026-11-16", 1, "Week 47")]
    [InlineData("week-46-2026", "2026-11-13", 1, "week-47-2026")]
    [InlineData("Weeknotes 46 2026", "2026-11-13", 1, "Weeknotes 47 2026")]
    [InlineData("2026/46", "2026-11-13", 1, "2026/47")]
    [InlineData("Weeknotes 9–15 November", "2026-11-13", 1, "Weeknotes 16–22 November")]
    [InlineData("9-13 Nov 2026", "2026-11-13", 1, "16-20 Nov 2026")]
    [InlineData("Week of 23–29 November", "2026-11-27", 1, "Week of 30 November – 6 December")]
    [InlineData("30 November – 6 December", "2026-12-04", 1, "7–13 December")]
    [InlineData("21–27 December 2026", "2026-12-25", 1, "28 December 2026 – 3 January 2027")]
    [InlineData("28 December – 3 January", "2027-01-03", 1, "4–10 January")]
    [InlineData("November 9–15, 2026", "2026-11-15", 1, "November 16–22, 2026")]
    [InlineData("Nov 9 to Nov 15", "2026-11-15", 3, "Nov 30 to Dec 6")]
    [InlineData("Week 12", "2026-11-13", 1, null)]
    [InlineData("Week 99", "2026-11-13", 1, null)]
    [InlineData("2026-11-13", "2026-11-13", 1, null)]
    [InlineData("Weeknote 46", "2026-11-13", 1, null)]
    [InlineData("9–15 May", "2026-11-13", 1, null)]
    [InlineData("31–37 November", "2026-11-13", 1, null)]
    [InlineData("Rain", "2026-11-13", 1, null)]
    public void A_week_is_said_of_a_later_one(string text, string day, int weeks, string? later) =>
        Assert.Equal(later, WeekInText.Of(text, DateOnly.Parse(day), weeks)?.Later);

    [Fact]
    public void Any_text_is_read_without_trouble()
    {
        var random = new Random(7);
        string[] parts = ["week", "W", "KW", "2026", "20", "00", "46", "9", "–", "-", "/", " ", "30", "31", "feb", "November", "to", ",", "٣", "\ud800"];
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(9)).Select(_ => parts[random.Next(parts.Length)]));
            _ = WeekInText.NumberIn(text);
            if (WeekInText.Of(text, new DateOnly(2026, 1, 1).AddDays(random.Next(366)), 1) is { } found)
                Assert.InRange(found.End, found.Start, text.Length);
        }
        _ = (WeekInText.Of("Week 1", DateOnly.MinValue, 1), WeekInText.Of("Week 53", DateOnly.MaxValue, 1));
    }
}
