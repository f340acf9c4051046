using System.Globalization;
using Publisher.Configuration;
using Publisher.Diagnostics;
using Publisher.Media;
using Publisher.Text;

namespace Publisher.Content.Podcasts;

/// <summary>Reads chapters from front matter, and from the JSON of Podcasting 2.0, which says the same in other words.</summary>
internal static class Chapters
{
    /// <summary>
    /// Of a list, or of a mapping that holds it as <c>chapters</c>, each with its time as it is written; what does not fit is
    /// left out and told of.
    /// </summary>
    public static List<(Chapter Chapter, SaidTime Time)> Of(DataNode node, ICollection<Diagnostic> problems)
    {
        var chapters = new List<(Chapter, SaidTime)>();
        node = (node as MappingNode)?.Find("chapters") ?? node;
        if (node is not SequenceNode list)
        {
            problems.Add(Messages.WrongType(node.At, "chapters", "a list, or the path of a JSON file"));
            return chapters;
        }
        foreach (var item in list.Items)
            if (One(item, problems) is { } chapter) chapters.Add(chapter);
        return chapters;
    }

    private static (Chapter Chapter, SaidTime Time)? One(DataNode node, ICollection<Diagnostic> problems)
    {
        if (node is ScalarNode { Text: var line } written)
        {
            if (Markdown.Moments.MomentLine.Parse(line) is { Title.Length: > 0 } said)
            {
                var offset = line.IndexOf(said.Time, StringComparison.Ordinal) + (written.IsPlain ? 0 : 1);
                var at = node.At with { Column = node.At.Column + offset, Length = said.Time.Length };
                var time = Moment.Seconds(said.Time)!.Value;
                return (new Chapter(time, said.Title), new SaidTime(time, said.Time, at));
            }
            problems.Add(Messages.BadChapter(node.At, "it does not begin with a time"));
            return null;
        }
        if (node is not MappingNode chapter) return null;
        // The specification lets a chapter keep out of the table of contents.
        var isSilent = chapter.Find("toc").TextOrNull() == "false";
        var start = chapter.Find("start") ?? chapter.Find("time") ?? chapter.Find("startTime");
        if (Seconds(start) is not { } seconds)
        {
            problems.Add(Messages.BadChapter(
                start?.At ?? node.At, start is null ? "it has no 'start'" : "its 'start' is no time"));
            return null;
        }
        var title = chapter.Find("title").TextOrNull() ?? "";
        if (title.Length == 0 && !isSilent)
        {
            problems.Add(Messages.BadChapter(node.At, "it has no 'title'"));
            return null;
        }
        var end = chapter.Find("end") ?? chapter.Find("endTime");
        if (!end.IsNothing() && Seconds(end) is var last && !(last > seconds))
            problems.Add(Messages.ChapterEnd(end!.At, last is null ? "is no time" : "comes before it begins"));
        return (new Chapter(seconds, title)
            {
                End = Seconds(end) is { } stop && stop > seconds ? stop : null,
                Url = Address("url"), Image = Address("image") ?? Address("img"), IsSilent = isSilent,
            },
            new SaidTime(seconds, start.TextOrNull()!, start!.At));

        string? Address(string key)
        {
            foreach (var fault in NamedLink.Scripts(chapter.Find(key))) problems.Add(fault);
            if (chapter.Find(key) is { } other and not ScalarNode) problems.Add(Messages.WrongType(other.At, key, "an address"));
            return chapter.Find(key).TextOrNull() is { } url && !Urls.IsScript(url) ? url : null;
        }
    }

    private static double? Seconds(DataNode? node)
    {
        if (node is not ScalarNode { Text: var text }) return null;
        if (Moment.Seconds(text) is { } seconds) return seconds;
        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number < 1_000_000 ? number : null;
    }
}
