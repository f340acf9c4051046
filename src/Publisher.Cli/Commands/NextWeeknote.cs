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
    // So many of the last notes say on which day people write, and whether they count.
    private const int NotesLookedAt = 5;
    private readonly DateTimeOffset now;
    private readonly ImmutableArray<Entry> notes;
    private readonly Entry? model;
    private readonly LastPage? last;
    private readonly int? season;
    private readonly int? number;

    /// <param name="given">The title that its author wants; one with a number in it begins a count of its own.</param>
    public NextWeeknote(Site site, DateTimeOffset now, string? given)
    {
        this.now = now;
        notes =
        [
            .. site.Entries.Where(entry => entry is { Kind: Kind.Weeknote, IsSectionIndex: false })
                .OrderBy(note => note.Date).ThenBy(note => note.Season ?? 0).ThenBy(note => note.Weeknote?.Last),
        ];
        Day = DayOfWriting();
        model = Model();
        last = model is null ? null : new LastPage(model, notes);
        var own = given is null ? null : InText(given);
        season = own is null ? model?.Season : own.Season;
        number = own?.First ?? (model is null ? 1 : model.Weeknote?.Last + 1);
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
            if (number is { } next && last?.Extra(key) is { } subtitle && InText(subtitle) is { } counted)
                yield return $"{key}: {StarterPage.Quote(counted.Rewrite(subtitle, season, next))}";
        if ((last is null ? LastPage.Written(Day, now, null) : last.DateOf(Day, now)) is { } date) yield return "date: " + date;
        var isUnseen = number is not null && !IsShown;
        if (season is not null && (last?.Extra("season") is not null || isUnseen)) yield return $"season: {season}";
        if (number is { } count && last?.Extra("number") is { } was) yield return "number: " + LastPage.Wide(count, was);
        else if (isUnseen) yield return $"number: {number}";
        if (number is { } told && Described is var (name, form, text))
            yield return $"{name}: {StarterPage.Quote(form.Rewrite(text, season, told))}";
        yield return "tags: []";
        if (draft) yield return "draft: true";
    }

    /// <param name="folder">Where the first weeknote goes.</param>
    public SitePath PathIn(SitePath folder) =>
        last?.PathOf(Day, Name) ?? folder.Combine($"{LastPage.DayLead(Day)}{Name}.md");

    /// <summary>
    /// The one that is continued: the last of the count that is in use, or the very last where that says its week, or where
    /// nobody counts any more.
    /// </summary>
    private Entry? Model()
    {
        if (notes is not [.., var newest] || newest.Weeknote is null && WeekIn(newest.Title, newest) is not null)
            return notes.LastOrDefault();
        if (notes.TakeLast(NotesLookedAt).LastOrDefault(note => note.Weeknote is not null) is not { } counted) return newest;
        // Days need not be in the order of numbers, and none is given twice.
        return notes.Where(note => note.Weeknote is not null && note.Season == counted.Season).MaxBy(note => note.Weeknote!.Last);
    }

    /// <summary>Whether title, file name or description show the number, so that no key needs to.</summary>
    private bool IsShown => last is not null && (InText(Title) is not null || InSlug(Name) is not null || Described is not null
        || Weeknote.SubtitleKeys.Any(key => last.Extra(key) is { } text && InText(text) is not null));

    /// <summary>The last one's description where it begins with the number, and the key that it has.</summary>
    private (string Key, NumberInText At, string Text)? Described =>
        model?.Card.Matter is { Description: { } text, DescriptionKey: { } key } && InText(text) is { Start: 0 } at
            ? (key, at, text)
            : null;

    private static NumberInText? InText(string text) => NumberInText.OfSeason(text) ?? NumberInText.OfCounter(text);

    private static NumberInText? InSlug(string slug) =>
        NumberInText.OfSeason(slug) ?? NumberInText.OfCounter(slug, isSlug: true);

    /// <summary>The last one's number without its season, which its folder has.</summary>
    private NumberInText? EpisodeIn(string slug) =>
        NumberInText.OfEpisode(slug) is { } at && at.First == model!.Weeknote?.Last ? at : null;

    /// <summary>Where a text of a note says its week; the next one tells of this week, or of the one after that.</summary>
    private WeekInText? WeekIn(string text, Entry note)
    {
        if (note.Date is not { } date) return null;
        var day = DateOnly.FromDateTime(date.Date);
        var weeks = (WeekInText.Monday(Day).DayNumber - WeekInText.Monday(day).DayNumber) / 7;
        return WeekInText.Of(text, day, Math.Max(1, weeks));
    }

    private string TitleWith(string? given)
    {
        if (last is null) return given ?? $"Weeknote {number}";
        if (number is { } next && InText(model!.Title) is { } at)
            return last.Title(at.Start, at.End, at.Rewrite(model.Title, season, next), given);
        if (WeekIn(model!.Title, model) is { } week) return last.Title(week.Start, week.End, week.Later, given);
        return given ?? (notes.Count(note => note.Title == model.Title) > 1 ? model.Title : "Weeknote");
    }

    private string NameWith(string? given)
    {
        var (slug, words) = (model?.Card.FileSlug ?? "", Slug.Of(given ?? ""));
        if (last is not null && number is { } next && (InSlug(slug) ?? EpisodeIn(slug)) is { } at)
            return last.Name(at.Start, at.End, at.Rewrite(slug, season, next), words);
        if (last is not null && WeekInSlug(slug) is var (start, end, later)) return last.Name(start, end, later, words);
        if (model?.Date is { } date && slug == LastPage.DayLead(DateOnly.FromDateTime(date.Date)).TrimEnd('-'))
            return LastPage.DayLead(Day).TrimEnd('-');
        return Slug.Of(Title) is { Length: > 0 } name ? name : Kind.Weeknote.Name();
    }

    /// <summary>As the title says the week, or otherwise, or with its bare number.</summary>
    private (int Start, int End, string Later)? WeekInSlug(string slug)
    {
        var title = WeekIn(model!.Title, model);
        if (title is not null && Slug.Of(model.Title[title.Start..title.End]) is { Length: > 0 } form
            && slug.IndexOf(form, StringComparison.Ordinal) is >= 0 and var start)
            return (start, start + form.Length, Slug.Of(title.Later));
        if (WeekIn(slug, model) is { } week) return (week.Start, week.End, week.Later);
        return title is not null && NumberInText.OfCounter(slug, isSlug: true) is { Start: 0 } bare
            && bare.First == WeekInText.NumberIn(model.Title) && WeekInText.NumberIn(title.Later) is { } number
                ? (bare.Start, bare.End, bare.Rewrite(slug, null, number))
                : null;
    }

    private DateOnly DayOfWriting()
    {
        var today = DateOnly.FromDateTime(now.Date);
        var days = notes.Where(note => note.Date <= now).TakeLast(NotesLookedAt)
            .Select(note => note.Date!.Value.DayOfWeek).ToList();
        var usual = days.GroupBy(day => day).MaxBy(group => group.Count());
        if (usual is null || usual.Count() < 2 || usual.Count() * 2 <= days.Count) return today;
        var day = today.AddDays(FromMonday(usual.Key) - FromMonday(today.DayOfWeek));
        return notes.Any(note => note.Date is { } date && DateOnly.FromDateTime(date.Date) == day) ? today : day;

        static int FromMonday(DayOfWeek day) => ((int)day + 6) % 7;
    }
}
