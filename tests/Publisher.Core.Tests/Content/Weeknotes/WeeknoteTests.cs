using Publisher.Configuration;
using Publisher.Content.Weeknotes;
using Publisher.Content;
using Publisher.Text;

namespace Publisher.Core.Tests.Content.Weeknotes;

/// <summary>What people write for the number of a weeknote, and what looks like it and is none.</summary>
public class WeeknoteTests
{
    [Theory]
    [InlineData("S01E07", "1 7")]
    [InlineData("s1e3: rain", "1 3")]
    [InlineData("Rain (S01 E01)", "1 1")]
    [InlineData("S02.E10", "2 10")]
    [InlineData("Season 1, episode 3", "1 3")]
    [InlineData("season 2 ep. 12", "2 12")]
    [InlineData("s01e06-s01e09", "1 6-9")]
    [InlineData("S01E06–E09", "1 6-9")]
    [InlineData("S01E06-09: away", "1 6-9")]
    [InlineData("S01E07 - 10 things", "1 7")]
    [InlineData("Weeknote 12", "12")]
    [InlineData("Weeknotes #12: rain", "12")]
    [InlineData("Week notes 012", "12")]
    [InlineData("week-note no. 3", "3")]
    [InlineData("My weeknotes, № 5", "5")]
    [InlineData("#213", "213")]
    [InlineData("Rain (#12)", "12")]
    [InlineData("012", "12")]
    [InlineData("12: rain", "12")]
    [InlineData("12 – rain", "12")]
    [InlineData("Weeknotes 12–15", "12-15")]
    [InlineData("Weeknotes 12-15: away", "12-15")]
    [InlineData("Weeknote 12 marvellous things", "12")]
    [InlineData("Weeknote 12 in 2026", "12")]
    [InlineData("Week 47", null)]
    [InlineData("Weeknotes: week 47", null)]
    [InlineData("Weeknotes 2026-11-20", null)]
    [InlineData("Weeknotes 2026", null)]
    [InlineData("Weeknotes 2026/47", null)]
    [InlineData("Weeknotes 20 November 2026", null)]
    [InlineData("Weeknotes 20th of November", null)]
    [InlineData("Weeknotes 16–22 November", null)]
    [InlineData("Weeknotes 20. November", null)]
    [InlineData("Weeknotes 20/11/2026", null)]
    [InlineData("Weeknotes 20.11.", null)]
    [InlineData("Weeknotes: 5 years, 12 cats", null)]
    [InlineData("Weeknotes – 3 talks", null)]
    [InlineData("Weeknotes: 12", "12")]
    [InlineData("Weeknotes: 12: rain", "12")]
    [InlineData("Weeknotes 46 2026", null)]
    [InlineData("Weeknotes 46, 2026", null)]
    [InlineData("Weeknotes 102 2026", "102")]
    [InlineData("Thirty things in 30 days", null)]
    [InlineData("12-bit sound", null)]
    [InlineData("2026: what was", null)]
    [InlineData("bus12e3", null)]
    [InlineData("&#39;quoted&#39;", null)]
    public void A_title_counts(string title, string? expected) => Assert.Equal(expected, Number("", title));

    [Theory]
    [InlineData("s01e07", "1 7")]
    [InlineData("s01e07-10-things", "1 7")]
    [InlineData("s01e06-s01e09", "1 6-9")]
    [InlineData("season-1-episode-3", "1 3")]
    [InlineData("012-rain", "12")]
    [InlineData("012", "12")]
    [InlineData("weeknote-3", "3")]
    [InlineData("weeknotes-012-rain", "12")]
    [InlineData("week-notes-12", "12")]
    [InlineData("weeknotes-12-15", "12-15")]
    [InlineData("rain", null)]
    [InlineData("week-47", null)]
    [InlineData("2026-w47", null)]
    [InlineData("2026-47", null)]
    [InlineData("47-2026", null)]
    [InlineData("weeknotes-2026-11-20", null)]
    [InlineData("20-11-2026-weeknotes", null)]
    [InlineData("20261120-rain", null)]
    [InlineData("weeknotes-20-november", null)]
    public void A_file_name_counts(string slug, string? expected) => Assert.Equal(expected, Number("", "Rain", slug));

    [Theory]
    [InlineData("number: 4", "4")]
    [InlineData("number: 012", "12")]
    [InlineData("number: 6-9", "6-9")]
    [InlineData("number: S02E01", "2 1")]
    [InlineData("number: 4\nseason: 2", "2 4")]
    [InlineData("season: 2", "2 7")]
    [InlineData("number:", "7")]
    [InlineData("number: nine", null)]
    [InlineData("subtitle: S03E01", "3 1")]
    [InlineData("sub-title: s03e02", "3 2")]
    [InlineData("excerpt: S04E05, in which it rains", "4 5")]
    [InlineData("description: 'Weeknote 9: rain'", "7")]
    public void Front_matter_counts(string matter, string? expected) => Assert.Equal(expected, Number(matter, "Rain", "007-rain"));

    [Theory]
    [InlineData("Week 46", "46", null)]
    [InlineData("Weeknotes: week 46", "46-rain", null)]
    [InlineData("W46", "46", null)]
    [InlineData("KW 46", "46", null)]
    [InlineData("2026-W46", "46", null)]
    [InlineData("Week 46", "12", "12")]
    [InlineData("Week 46", "weeknote-46", "46")]
    [InlineData("Weeknotes: 5 years, 12 cats", "weeknotes-5-years-12-cats", null)]
    public void A_title_may_say_that_the_number_in_the_files_name_is_none(string title, string slug, string? expected) =>
        Assert.Equal(expected, Number("", title, slug));

    [Fact]
    public void A_description_that_tells_of_another_weeknote_does_not_count() =>
        Assert.Null(Number("description: More of what weeknote 9 began", "Rain"));

    [Fact]
    public void A_number_knows_its_place()
    {
        Assert.Equal("a.md:2:8", Of("title: S01E02", "S01E02", "x")!.At.ToString());
        Assert.Equal("a.md:3:11", Of("title: Rain\nsubtitle: S01E02", "Rain", "x")!.At.ToString());
        Assert.Equal("a.md:2:10", Of("excerpt: S01E02", "Rain", "x")!.At.ToString());
        Assert.Equal("a.md", Of("", "Rain", "s01e02")!.At.ToString());
    }

    [Theory]
    [InlineData("S01E07: rain", 1, 8, "S01E08")]
    [InlineData("S1E9", 1, 10, "S1E10")]
    [InlineData("Season 1, Episode 3", 2, 1, "Season 2, Episode 1")]
    [InlineData("Week notes 009", null, 10, "Week notes 010")]
    [InlineData("Rain (#12)", null, 13, "#13")]
    [InlineData("s01e06-s01e09", 1, 10, "s01e10")]
    public void A_form_is_written_with_another_number(string text, int? season, int number, string expected) =>
        Assert.Equal(expected, (NumberInText.OfSeason(text) ?? NumberInText.OfCounter(text))!.Rewrite(text, season, number));

    [Theory]
    [InlineData("2026-11-21T09:00:00+01:00", "2026-11-16T00:00:00+01:00", "2026-11-22T00:00:00+01:00", 2026, 47)]
    [InlineData("2026-10-25T12:00:00+01:00", "2026-10-19T00:00:00+02:00", "2026-10-25T00:00:00+02:00", 2026, 43)]
    [InlineData("2027-01-01T12:00:00+01:00", "2026-12-28T00:00:00+01:00", "2027-01-03T00:00:00+01:00", 2026, 53)]
    [InlineData("2024-12-30T00:00:00+01:00", "2024-12-30T00:00:00+01:00", "2025-01-05T00:00:00+01:00", 2025, 1)]
    public void A_week_has_its_days_in_the_sites_zone(string date, string from, string to, int year, int number)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var (first, last) = Week.DaysOf(DateTimeOffset.Parse(date), zone);
        Assert.Equal((DateTimeOffset.Parse(from), DateTimeOffset.Parse(to)), (first, last));
        Assert.Equal((DateTimeOffset.Parse(from).Offset, DateTimeOffset.Parse(to).Offset), (first.Offset, last.Offset));
        Assert.Equal(new Week(year, number), Week.Of(DateTimeOffset.Parse(date)));
    }

    [Fact]
    public void The_calendars_ends_have_weeks()
    {
        _ = Week.DaysOf(new DateTimeOffset(DateTime.MaxValue.Date, TimeSpan.Zero), TimeZoneInfo.Utc);
        _ = Week.DaysOf(new DateTimeOffset(DateTime.MinValue, TimeSpan.Zero), TimeZoneInfo.Utc);
        _ = (Week.Of(DateTimeOffset.MaxValue), Week.Of(DateTimeOffset.MinValue));
    }

    [Fact]
    public void Any_text_is_read_without_trouble()
    {
        var random = new Random(5);
        string[] parts = ["s", "S01", "E", "e9", "weeknote", " ", "-", "–", "#", "№", "12", "0", "2026", "99999999999", "november", ".", "/", "٣", "é", "\ud800", "\n"];
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => parts[random.Next(parts.Length)]));
            foreach (var found in new[] { NumberInText.OfSeason(text), NumberInText.OfCounter(text), NumberInText.OfCounter(text, isSlug: true) })
                if (found is not null)
                {
                    Assert.True(found.End <= text.Length && found.Last >= found.First, text);
                    _ = found.Rewrite(text, found.Season, found.Last + 1);
                }
            _ = Weeknote.Parse(text);
        }
    }

    private static string? Number(string matter, string title, string slug = "x") => Of(matter, title, slug) is { } note
        ? (note.Season is { } season ? season + " " : "") + note.First + (note.Last > note.First ? "-" + note.Last : "")
        : null;

    private static Weeknote? Of(string matter, string title, string slug)
    {
        var file = new SitePath("a.md");
        var mapping = YamlReader.Read(file, matter, 2, []) as MappingNode ?? new MappingNode(default, []);
        return Weeknote.Of(MatterParser.Parse(mapping, TimeZoneInfo.Utc, []), title, slug, file);
    }
}
