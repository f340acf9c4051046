using System.Collections.Immutable;
using Publisher.Content.Weeknotes;
using Publisher.Content;
using Publisher.Model;
using Publisher.Text;

namespace Publisher.Cli.Commands;

/// <summary>
/// Continues a section's weeknotes as they are: the number after the last, in the same form and at the same places, in a file
/// named like the others, on the day of the week on which people wrote before.
/// </summary>
internal sealed class NextWeeknote
{
    // So many of the last notes say on which day people write.
    private const int DaysLookedAt = 5;
    private readonly DateTimeOffset now;
    private readonly ImmutableArray<Entry> notes;
    private readonly Entry? model;
    private readonly LastPage? last;
    private readonly int? season;
    private readonly int number;

    /// <param name="given">The title that its author wants; one with a number in it begins a count of its own.</param>
    public NextWeeknote(Site site, DateTimeOffset now, string? given)
    {
        this.now = now;
        notes = [.. site.Entries.Where(entry => entry is { Kind: Kind.Weeknote, IsSectionIndex: false })];
        var counted = notes.Where(note => note.Weeknote is not null)
            .OrderBy(note => note.Date).ThenBy(note => note.Season ?? 0).ThenBy(note => note.Weeknote!.Last).ToList();
        // Days need not be in the order of numbers, and none is given twice.
        model = counted.Where(note => note.Season == counted[^1].Season).MaxBy(note => note.Weeknote!.Last);
        last = model is null ? null : new LastPage(model, notes);
        var own = given is null ? null : InText(given);
        season = own is null ? model?.Season : own.Season;
        number = own?.First ?? model?.Weeknote!.Last + 1 ?? 1;
        Day = DayOfWriting();
        Title = own is not null ? given! : TitleWith(given);
        Name = NameWith(own is null ? given : given![own.End..]);
    }

    public string Title { get; }

    /// <summary>The day on which people wrote the others of late, in this week; today where they have no such day.</summary>
    public DateOnly Day { get; }

    /// <summary>The file's name without its day and extension.</summary>
    public string Name { get; }

    /// <summary>The lines of its front matter.</summary>
    public IEnumerable<string> Matter(bool draft)
    {
        yield return $"title: {StarterPage.Quote(Title)}";
        foreach (var key in Weeknote.SubtitleKeys)
            if (last?.Extra(key) is { } subtitle && InText(subtitle) is { } counted)
                yield return $"{key}: {StarterPage.Quote(counted.Rewrite(subtitle, season, number))}";
        if ((last is null ? LastPage.Written(Day, now, null) : last.DateOf(Day, now)) is { } date) yield return "date: " + date;
        if (season is not null && (last?.Extra("season") is not null || !IsShown)) yield return $"season: {season}";
        if (last?.Extra("number") is { } was) yield return "number: " + LastPage.Wide(number, was);
        else if (!IsShown) yield return $"number: {number}";
        if (model?.Card.Matter.Description is { } description && InText(description) is { Start: 0 } told)
            yield return $"description: {StarterPage.Quote(told.Rewrite(description, season, number))}";
        yield return "tags: []";
        if (draft) yield return "draft: true";
    }

    /// <param name="folder">Where the first weeknote goes.</param>
    public SitePath PathIn(SitePath folder) =>
        last?.PathOf(Day, Name) ?? folder.Combine($"{LastPage.DayLead(Day)}{Name}.md");

    /// <summary>Whether title or file name show the number, so that no key needs to.</summary>
    private bool IsShown => last is not null && (InText(Title) is not null || InSlug(Name) is not null
        || Weeknote.SubtitleKeys.Any(key => last.Extra(key) is { } text && InText(text) is not null));

    private static NumberInText? InText(string text) => NumberInText.OfSeason(text) ?? NumberInText.OfCounter(text);

    private static NumberInText? InSlug(string slug) =>
        NumberInText.OfSeason(slug) ?? NumberInText.OfCounter(slug, isSlug: true);

    private string TitleWith(string? given) => last is not null && InText(model!.Title) is { } at
        ? last.Title(at, given, season, number)
        : given ?? (season is { } of ? $"S{of:00}E{number:00}" : $"Weeknote {number}");

    private string NameWith(string? given)
    {
        if (last is not null && InSlug(model!.Card.FileSlug) is { } at)
            return last.Name(at, Slug.Of(given ?? ""), season, number);
        return Slug.Of(Title) is { Length: > 0 } name ? name : Kind.Weeknote.Name();
    }

    private DateOnly DayOfWriting()
    {
        var today = DateOnly.FromDateTime(now.Date);
        var days = notes.Where(note => note.Date <= now).OrderByDescending(note => note.Date).Take(DaysLookedAt)
            .Select(note => note.Date!.Value.DayOfWeek).ToList();
        var usual = days.GroupBy(day => day).MaxBy(group => group.Count());
        if (usual is null || usual.Count() < 2 || usual.Count() * 2 <= days.Count) return today;
        var day = today.AddDays(FromMonday(usual.Key) - FromMonday(today.DayOfWeek));
        return notes.Any(note => note.Date is { } date && DateOnly.FromDateTime(date.Date) == day) ? today : day;

        static int FromMonday(DayOfWeek day) => ((int)day + 6) % 7;
    }
}
