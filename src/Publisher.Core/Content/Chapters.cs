using System.Globalization;
using Publisher.Configuration;
using Publisher.Diagnostics;
using Publisher.Media;
using Publisher.Text;

namespace Publisher.Content;

/// <summary>Reads chapters from front matter, and from the JSON of Podcasting 2.0, which says the same in other words.</summary>
internal static class Chapters
{
    /// <summary>Of a list, or of a mapping that holds it as <c>chapters</c>; what does not fit is left out and told of.</summary>
    public static List<Chapter> Of(DataNode node, ICollection<Diagnostic> problems)
    {
        var chapters = new List<Chapter>();
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

    private static Chapter? One(DataNode node, ICollection<Diagnostic> problems)
    {
        if (node is ScalarNode { Text: var line })
        {
            if (Markdown.Moments.MomentLine.Parse(line) is { Title.Length: > 0 } said)
                return new Chapter(Moment.Seconds(said.Time)!.Value, said.Title);
            problems.Add(Messages.BadChapter(node.At, "it does not begin with a time"));
            return null;
        }
        // The specification lets a chapter keep out of the table of contents.
        if (node is not MappingNode chapter || chapter.Find("toc").TextOrNull() == "false") return null;
        var start = chapter.Find("start") ?? chapter.Find("time") ?? chapter.Find("startTime");
        if (Seconds(start) is not { } seconds)
        {
            problems.Add(Messages.BadChapter(
                start?.At ?? node.At, start is null ? "it has no 'start'" : "its 'start' is no time"));
            return null;
        }
        if (chapter.Find("title").TextOrNull() is not { Length: > 0 } title)
        {
            problems.Add(Messages.BadChapter(node.At, "it has no 'title'"));
            return null;
        }
        return new Chapter(seconds, title)
        {
            End = Seconds(chapter.Find("end") ?? chapter.Find("endTime")),
            Url = chapter.Find("url").TextOrNull(), Image = chapter.Find("image").TextOrNull()
                ?? chapter.Find("img").TextOrNull(),
        };
    }

    private static double? Seconds(DataNode? node)
    {
        if (node is not ScalarNode { Text: var text }) return null;
        if (Moment.Seconds(text) is { } seconds) return seconds;
        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number < 1_000_000 ? number : null;
    }
}
