using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Publisher.Configuration;
using Publisher.Content.Podcasts;
using Publisher.Content.Weeknotes;
using Publisher.Content;
using Publisher.Model;
using Publisher.Text;

namespace Publisher.Cli.Commands;

/// <summary>
/// Continues a podcast as its last episode is: the number after it in the newest season, in a file named like that one, with
/// the keys that its author will fill in again.
/// </summary>
internal sealed partial class NextEpisode
{
    private static readonly string[] SoundFacts = ["mp3_bytes", "audio_bytes", "mp3_duration", "audio_duration"];

    /// <summary>What an episode says of itself alone, also where it happens to say the same as the one before.</summary>
    private static readonly string[] OfOne =
        ["season", "number", "episode", "audio", "mp3", "comments", "episode_type", "episode_display", "transcript", "chapters"];

    private readonly DateTimeOffset now;
    private readonly Entry? index, model, before;
    private readonly LastPage? last;
    private readonly int? season, number;

    /// <param name="index">The podcast's own page; null without one.</param>
    /// <param name="episodes">All that the podcast has.</param>
    public NextEpisode(Entry? index, ImmutableArray<Entry> episodes, DateTimeOffset now, string given)
    {
        (this.index, this.now) = (index, now);
        var known = episodes.OrderBy(one => one.Season ?? 0).ThenBy(one => one.Number ?? -1).ThenBy(one => one.Date).ToList();
        model = known.LastOrDefault(one => one.Number is not null) ?? known.LastOrDefault();
        before = model is null ? null : known[..known.IndexOf(model)].LastOrDefault();
        last = model is null ? null : new LastPage(model, episodes);
        season = model?.Season;
        number = model is null ? 1 : model.Number + 1;
        Title = last is not null && InText(model!.Title) is { } at
            ? last.Title(at.Start, at.End, at.Rewrite(model.Title, season, number!.Value), given)
            : given;
        Name = NameWith(Slug.Of(given));
    }

    public string Title { get; }

    /// <summary>The file's name without its day and extension.</summary>
    public string Name { get; }

    private DateOnly Day => DateOnly.FromDateTime(now.Date);

    /// <param name="folder">Where the first episode goes.</param>
    public SitePath PathIn(SitePath folder) =>
        last?.PathOf(Day, Name) ?? folder.Combine($"{LastPage.DayLead(Day)}{Name}.md");

    /// <summary>The lines of its front matter.</summary>
    public IEnumerable<string> Matter(bool draft)
    {
        yield return $"title: {StarterPage.Quote(Title)}";
        foreach (var key in Weeknote.SubtitleKeys)
            if (last?.Extra(key) is { } subtitle && InText(subtitle) is { } counted)
                yield return $"{key}: {StarterPage.Quote(counted.Rewrite(subtitle, season, number!.Value))}";
        if ((last is null ? LastPage.Written(Day, now, null) : last.DateOf(Day, now)) is { } date) yield return "date: " + date;
        if (season is not null && (last!.Extra("season") is not null || model!.Defaults.Extra.Find("season") is null))
            yield return $"season: {season}";
        if (NumberLine() is { } line) yield return line;
        foreach (var more in Guests().Concat(Sound()).Concat(Common())) yield return more;
        if (model?.Card.Matter.Tags is not null) yield return "tags: []";
        if (draft) yield return "draft: true";
    }

    private string? NumberLine()
    {
        if (number is not { } next) return null;
        foreach (var key in new[] { "episode", "number" })
            if (last?.Extra(key) is { } was) return $"{key}: {LastPage.Wide(next, was)}";
        return last is not null && Episode.NumberOf(Content.Matter.None, Name) == next ? null : $"number: {next}";
    }

    /// <summary>The last one's keys for guests, to be filled in.</summary>
    private IEnumerable<string> Guests()
    {
        if (model is null) return ["guests: []"];
        return model.Card.Matter.Extra.Entries.Where(entry => entry.Key.Text.StartsWith("guest", StringComparison.Ordinal))
            .Select(entry => $"{entry.Key.Text}:" + (entry.Value is SequenceNode ? " []" : ""));
    }

    /// <summary>What the author has to tell of the sound: its size and length where it is elsewhere, else where it is.</summary>
    private IEnumerable<string> Sound()
    {
        var isElsewhere = (model?.Matter ?? index?.Matter)?.Extra.Find("audio_url") is not null;
        var facts = SoundFacts.Where(key => model?.Card.Matter.Extra.Find(key) is not null).ToList();
        if (facts.Count == 0 && model is null && isElsewhere) facts = ["mp3_bytes", "mp3_duration"];
        var said = model?.Card.Matter.Extra.Find("audio") ?? model?.Card.Matter.Extra.Find("mp3");
        var lines = facts.Select(key => key + ":");
        if (said is null && (isElsewhere || facts.Count > 0)) return lines;
        var address = said.TextOrNull() ?? (said as MappingNode)?.Find("url").TextOrNull() ?? "hello.mp3";
        var file = Like(address);
        return
        [
            .. lines, "# Its sound, an address or a file of this site:",
            said is MappingNode ? $"# audio: {{ url: {file}, bytes: 0, duration: 0:00 }}" : $"# audio: {file}",
        ];
    }

    /// <summary>The address of the last one's sound with this one's name or number in it.</summary>
    private string Like(string address)
    {
        if (model is null) return address;
        var slash = address.LastIndexOf('/') + 1;
        var (folder, file) = (address[..slash], address[slash..]);
        if (file.Contains(model.Card.FileSlug)) return folder + file.Replace(model.Card.FileSlug, Name);
        if (model.Matter.Slug is { Length: > 0 } slug && file.Contains(slug)) return folder + file.Replace(slug, Slug.Of(Title));
        return model.Number is { } was && InSlug(Path.GetFileNameWithoutExtension(file), was) is { } at
            ? folder + at.Rewrite(Path.GetFileNameWithoutExtension(file), season, number!.Value) + Path.GetExtension(file)
            : folder + Name + Path.GetExtension(file);
    }

    /// <summary>What the last two episodes have in common is so for all.</summary>
    private IEnumerable<string> Common()
    {
        if (model is null || before is null) yield break;
        var (one, two) = (model.Card.Matter, before.Card.Matter);
        if (one.Layout is { } layout && layout == two.Layout) yield return $"layout: {StarterPage.Quote(layout)}";
        if (one.Categories is { IsEmpty: false } categories && two.Categories is { } others && categories.SequenceEqual(others))
            yield return $"categories: [{string.Join(", ", categories.Select(StarterPage.Quote))}]";
        foreach (var (key, value) in one.Extra.Entries)
            if (value is ScalarNode { IsNull: false } scalar && two.Extra.Find(key.Text).TextOrNull() == scalar.Text
                && !OfOne.Contains(key.Text) && !SoundFacts.Contains(key.Text) && !Weeknote.SubtitleKeys.Contains(key.Text)
                && !key.Text.StartsWith("guest", StringComparison.Ordinal))
                yield return $"{key.Text}: {(scalar.IsPlain ? scalar.Text : StarterPage.Quote(scalar.Text))}";
    }

    private string NameWith(string words)
    {
        if (model?.Number is { } was && InSlug(model.Card.FileSlug, was) is { } at)
            return last!.Name(at.Start, at.End, at.Rewrite(model.Card.FileSlug, season, number!.Value), words);
        return words.Length > 0 ? words : $"{Kind.Episode.Name()}-{number}".TrimEnd('-');
    }

    /// <summary>Where a title counts, by the number that the last episode is known to have.</summary>
    private NumberInText? InText(string text) =>
        Counted(NumberInText.OfSeason(text) ?? NumberInText.OfCounter(text) ?? NumberInText.OfEpisode(text));

    private NumberInText? Counted(NumberInText? found) => found is not null && found.First == model?.Number ? found : null;

    /// <summary>At the beginning or the end of a name.</summary>
    private NumberInText? InSlug(string slug, int was)
    {
        var form = NumberInText.OfSeason(slug) ?? NumberInText.OfCounter(slug, isSlug: true) ?? NumberInText.OfEpisode(slug);
        if (Counted(form) is { } found) return found;
        return Trailing().Match(slug) is { Success: true } match
            && int.TryParse(match.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var end) && end == was
                ? new NumberInText(null, was, was, match.Index, match.Length)
                : null;
    }

    [GeneratedRegex("(?<![0-9])[0-9]{1,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Trailing();
}
