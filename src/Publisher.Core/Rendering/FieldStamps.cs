using System.Collections.Immutable;
using Publisher.Content;
using Publisher.Model;
using Publisher.Text;

namespace Publisher.Rendering;

/// <summary>The stamp of each thing that may be asked of a page.</summary>
internal static class FieldStamps
{
    /// <param name="text">What the page's text comes to, where that is asked.</param>
    public static Stamp Of(Entry entry, Field field, Func<Entry, Markup> text) => field switch
    {
        Field.All => entry.Stamp,
        Field.Title => Stamp.Of(entry.Title),
        Field.Description => Stamp.Of(entry.Matter.Description),
        Field.Url => Stamp.Of(entry.Url),
        Field.Date => Of(entry.Date),
        Field.Updated => Of(entry.Matter.Updated),
        Field.Expires => Of(entry.Matter.Expires),
        Field.Tags => Of(entry.Tags),
        Field.Categories => Of(entry.Categories),
        Field.Authors => Of(entry.Matter.Authors ?? []),
        Field.Aliases => Of(entry.Matter.Aliases ?? []),
        Field.Series => Stamp.Of(entry.Series),
        Field.Image => Stamp.Of(entry.Matter.Image),
        Field.Id => Stamp.Of(entry.Matter.Id).With(entry.Url).With(Of(entry.Date)),
        Field.Lang => Stamp.Of(entry.Matter.Lang),
        Field.Layout => Stamp.Of(entry.Matter.Layout),
        Field.Slug => Stamp.Of(entry.Card.FileSlug).With(entry.Matter.Slug),
        Field.Section => Stamp.Of(entry.Section.Value),
        Field.Kind => new Stamp(1 + (ulong)entry.Kind),
        Field.Status => new Stamp(1 + (ulong)entry.Status),
        Field.Weight => new Stamp(1).With((ulong)(uint)entry.Weight),
        Field.Number => new Stamp(1).With((ulong)(entry.Number ?? -1)).With((ulong)(entry.Weeknote?.Last ?? -1))
            .With((ulong)(entry.Season ?? -1)),
        Field.Words => new Stamp(1).With((ulong)text(entry).Words),
        Field.Reading => new Stamp(1).With((ulong)text(entry).ReadingMinutes),
        Field.Summary => text(entry).Summary.Stamp,
        Field.Excerpt => Stamp.Of(text(entry).Excerpt),
        Field.Headings =>
            text(entry).Headings.Aggregate(Stamp.Of(text(entry).TitleId), (stamp, heading) =>
                stamp.With((ulong)heading.Level).With(heading.Id).With(heading.Html)),
        Field.Topics => text(entry).Topics.Aggregate(new Stamp(1), (stamp, topic) => stamp.With((ulong)topic.Seconds)
            .With(topic.Title).With(topic.Time).With((ulong)topic.At.Line).With((ulong)topic.At.Column)),
        _ => throw new InvalidOperationException($"No stamp is known for {field}."),
    };

    private static Stamp Of(DateTimeOffset? date) =>
        date is { } at ? new Stamp(1).With((ulong)at.UtcTicks).With((ulong)at.Offset.Ticks) : Stamp.None;

    private static Stamp Of(ImmutableArray<string> texts) => texts.Aggregate(new Stamp(1), (stamp, text) => stamp.With(text));
}
