using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Publisher.Diagnostics;

namespace Publisher.Feeds.Rules;

/// <summary>What players ask of chapters: the timestamps in a description, and Podlove's simple chapters.</summary>
internal static partial class ChapterRules
{
    private const int FewestChapters = 3, LongestTitle = 40;

    public static ImmutableArray<FeedRule> All { get; } =
    [
        new("PB0986", "Apple, Spotify", FeedScope.Podcast, Timestamps,
            "Timestamps in a description make chapters: at least three, the first 00:00, each later than the last."),
        new("PB0987", "Spotify", FeedScope.Podcast, Form,
            "A timestamp begins its line, with at most one mark before the title, which has less than 40 letters."),
        new("PB0988", "Podlove", FeedScope.Rss, SimpleChapters,
            "`psc:chapter` has a title and a start, each later than the last."),
    ];

    private static void Timestamps(FeedInspection its)
    {
        foreach (var item in its.Feed.Items)
        {
            var (text, chapters) = ChaptersOf(item);
            if (text is null || chapters.Count < 2) continue;
            var first = chapters[0];
            if (first.Seconds != 0) its.Report(Messages.FirstChapterLate(At(text, first), first.Time), item, null);
            if (chapters.Count < FewestChapters) its.Report(Messages.FewChapters(At(text, first), chapters.Count), item, null);
            for (var i = 1; i < chapters.Count; i++)
            {
                if (chapters[i].Seconds > chapters[i - 1].Seconds) continue;
                its.Report(Messages.ChapterOutOfOrder(At(text, chapters[i]), chapters[i].Time, chapters[i - 1].Time), item, null);
                break;
            }
        }
    }

    private static void Form(FeedInspection its)
    {
        foreach (var item in its.Feed.Items)
        {
            var (text, chapters) = ChaptersOf(item);
            if (text is null || chapters.Count < 2) continue;
            foreach (var chapter in chapters)
                if (chapter.Before.Length > 0 || chapter.Between.Count(mark => !char.IsWhiteSpace(mark)) > 1)
                {
                    its.Report(Messages.ChapterForm(At(text, chapter), chapter.Line, $"({chapter.Time}) {chapter.Title}"), item,
                        null);
                    break;
                }
            foreach (var chapter in chapters)
                if (chapter.Title.Length >= LongestTitle)
                {
                    its.Report(Messages.LongChapterTitle(At(text, chapter), chapter.Title, LongestTitle), item, null);
                    break;
                }
        }
    }

    private static void SimpleChapters(FeedInspection its)
    {
        foreach (var (list, item) in its.All("psc:chapters"))
        {
            var last = -1.0;
            foreach (var chapter in list.All("psc:chapter"))
            {
                if (chapter.Attribute("title") is not { Value.Length: > 0 } || chapter.Attribute("start") is not { } start)
                {
                    its.Report(Messages.SimpleChapterWithout(chapter.At), item, null);
                    continue;
                }
                if (NormalPlayTime(start.Value) is not { } time)
                    its.Report(Messages.SimpleChapterTime(start.At, start.Value), item, null);
                else if (time < last) its.Report(Messages.SimpleChapterOrder(start.At, start.Value), item, null);
                else if (time == last) its.Report(Messages.SimpleChapterTwice(start.At, start.Value), item, null);
                else last = time;
            }
        }
    }

    /// <summary>RFC 2326, 3.6: seconds or H:MM:SS, with a fraction perhaps.</summary>
    private static double? NormalPlayTime(string text)
    {
        var dot = text.IndexOf('.');
        var fraction = 0.0;
        if (dot >= 0 && (dot + 1 == text.Length
            || !double.TryParse("0" + text[dot..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out fraction)))
            return null;
        return FeedDuration.Seconds(dot < 0 ? text : text[..dot]) + fraction;
    }

    private static Publisher.Text.Location At(FeedElement text, Chapter chapter) =>
        text.Place(chapter.Offset, chapter.Time.Length);

    /// <summary>The first text of the item that has timestamps at the beginning of its lines.</summary>
    private static (FeedElement? Text, List<Chapter> Chapters) ChaptersOf(FeedItem item)
    {
        foreach (var text in item.Element.Children)
        {
            if (text.Name is not ("description" or "content:encoded" or "itunes:summary")) continue;
            var chapters = new List<Chapter>();
            foreach (Match line in Line().Matches(text.Text))
            {
                if (FeedDuration.Seconds(line.Groups["time"].Value) is not { } seconds) continue;
                chapters.Add(new Chapter(line.Groups["time"].Value, seconds, line.Groups["time"].Index,
                    line.Groups["before"].Value.Trim(),
                    line.Groups["between"].Value, line.Groups["title"].Value.Trim(), line.Value.Trim()));
            }
            if (chapters.Count > 1) return (text, chapters);
        }
        return (null, []);
    }

    private sealed record Chapter(
        string Time, int Seconds, int Offset, string Before, string Between, string Title, string Line);

    // A line of the text, a list item or a paragraph; Spotify takes brackets around the time.
    [GeneratedRegex(@"(?:^|(?<=<br ?/?>|<p>|<li>))[ \t]*(?<before>[-*•–] )?\(?(?<time>[0-9]{1,2}(?::[0-9]{2}){1,2})\)?"
        + @"(?<between>[ \t]*[-–—:|.]{0,3}[ \t]*)"
        + @"(?<title>[^\s<\r\n][^<\r\n]*)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
