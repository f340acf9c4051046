using System.Collections.Immutable;
using System.Globalization;
using Publisher.Configuration;
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
    private readonly int? season;
    private readonly int number;

    /// <param name="given">The title that its author wants; one with a number in it begins a count of its own.</param>
    public NextWeeknote(Site site, DateTimeOffset now, string? given)
    {
        this.now = now;
        notes = [.. site.Entries.Where(entry => entry is { Kind: Kind.Weeknote, IsSectionIndex: false })];
        model = notes.Where(note => note.Weeknote is not null)
            .OrderBy(note => note.Season ?? 0).ThenBy(note => note.Weeknote!.Last).LastOrDefault();
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
            if (Extra(key) is { } subtitle && InText(subtitle) is { } counted)
                yield return $"{key}: {StarterPage.Quote(counted.Rewrite(subtitle, season, number))}";
        // A day in the file's name is enough where it was enough before.
        if (model?.Card is not { Matter.Date: null, FileDate: not null })
            yield return "date: " + Written(model?.Card.Matter.Date);
        if (season is not null && (Extra("season") is not null || !IsShown)) yield return $"season: {season}";
        if (Extra("number") is { } was) yield return "number: " + Wide(was);
        else if (!IsShown) yield return $"number: {number}";
        if (model?.Card.Matter.Description is { } description && InText(description) is { Start: 0 } told)
            yield return $"description: {StarterPage.Quote(told.Rewrite(description, season, number))}";
        yield return "tags: []";
        if (draft) yield return "draft: true";
    }

    /// <param name="folder">Where the first weeknote goes.</param>
    public SitePath PathIn(SitePath folder)
    {
        var day = Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "-";
        if (model is null) return folder.Combine($"{day}{Name}.md");
        var named = (model.Card.FileDate is null ? "" : day) + Name;
        var extension = Path.GetExtension(model.Path.Name);
        return model.Bundle is { } bundle
            ? Today(bundle.Parent).Combine(named).Combine("index" + extension)
            : Today(model.Path.Parent).Combine(named + extension);
    }

    /// <summary>Whether title or file name show the number, so that no key needs to.</summary>
    private bool IsShown => model is not null && (InText(Title) is not null || InSlug(Name) is not null
        || Weeknote.SubtitleKeys.Any(key => Extra(key) is { } text && InText(text) is not null));

    private static NumberInText? InText(string text) => NumberInText.OfSeason(text) ?? NumberInText.OfCounter(text);

    private static NumberInText? InSlug(string slug) => NumberInText.OfSeason(slug) ?? NumberInText.OfCounter(slug, isSlug: true);

    private string? Extra(string key) => (model?.Card.Matter.Extra.Find(key) as ScalarNode)?.Text;

    private string Wide(string was) => number.ToString(CultureInfo.InvariantCulture)
        .PadLeft(was.StartsWith('0') ? was.Length : 0, '0');

    private string TitleWith(string? given)
    {
        if (model is null || InText(model.Title) is not { } at)
            return given ?? (season is { } of ? $"S{of:00}E{number:00}" : $"Weeknote {number}");
        var (form, before, after) = (at.Rewrite(model.Title, season, number), model.Title[..at.Start], model.Title[at.End..]);
        if (Leads(before, note => note.Title))
        {
            var gap = after[..Letter(after)];
            return before + form
                + (given is null ? "" : (gap.Length == 0 ? ": " : gap) + given + (gap.EndsWith('(') ? ")" : ""));
        }
        var space = before[(before.Length - Letter(new string([.. before.Reverse()])))..];
        return given is null ? form : given + space + form + (after.Any(char.IsLetterOrDigit) ? "" : after);
    }

    private string NameWith(string? given)
    {
        var words = Slug.Of(given ?? "");
        if (model?.Card.FileSlug is not { } slug || InSlug(slug) is not { } at)
            return Slug.Of(Title) is { Length: > 0 } name ? name : Kind.Weeknote.Name();
        var (form, before, after) = (at.Rewrite(slug, season, number), slug[..at.Start], slug[at.End..]);
        if (!Leads(before, note => note.Card.FileSlug)) return words.Length > 0 ? $"{words}-{form}" : form;
        return before + form + (after.Length > 0 && words.Length > 0 ? "-" + words : "");
    }

    /// <summary>Whether what stands before the number is the same in each note, and not the title of one.</summary>
    private bool Leads(string before, Func<Entry, string> text) => before.Trim().Length == 0
        || notes.Any(note => note != model && text(note).StartsWith(before, StringComparison.Ordinal));

    /// <summary>How many characters come before the first letter or digit.</summary>
    private static int Letter(string text) => text.TakeWhile(one => !char.IsLetterOrDigit(one)).Count();

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

    /// <summary>With a time of day where the last one has it: now's, or, on another day, the last one's.</summary>
    private string Written(DateTimeOffset? last)
    {
        var day = Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (last?.TimeOfDay == TimeSpan.Zero) return day;
        var time = Day == DateOnly.FromDateTime(now.Date) ? now : last ?? now;
        return day + time.ToString(" HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>A folder for the last one's year, or month, is one for this year, or month.</summary>
    private SitePath Today(SitePath folder)
    {
        if (model!.Date is not { } then) return folder;
        var culture = CultureInfo.InvariantCulture;
        if (folder.Name == then.ToString("yyyy", culture)) return folder.Parent.Combine(Day.ToString("yyyy", culture));
        return folder.Name == then.ToString("MM", culture) && folder.Parent.Name == then.ToString("yyyy", culture)
            ? folder.Parent.Parent.Combine(Day.ToString("yyyy", culture)).Combine(Day.ToString("MM", culture))
            : folder;
    }
}
