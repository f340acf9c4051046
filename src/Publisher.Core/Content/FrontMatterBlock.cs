using Publisher.Configuration;
using Publisher.Diagnostics;
using Publisher.Sources;
using Publisher.Text;

namespace Publisher.Content;

/// <summary>
/// A content file cut in two: the data at its head and the text below it. <paramref name="Matter"/> is null when there is none
/// to read;
/// <paramref name="At"/> is the opening line, or the whole file (line 0) when the file has no front matter.
/// </summary>
public sealed record FrontMatterBlock(MappingNode? Matter, string Text, int BodyStart, int BodyFirstLine, Location At)
{
    public string Body => Text[BodyStart..];

    /// <summary>Whether the file has front matter at all, be it empty or broken.</summary>
    public bool IsPresent => At.Line > 0;

    /// <summary>Decodes UTF-8 (bytes that are not become U+FFFD and are reported once), then splits.</summary>
    public static FrontMatterBlock Split(SitePath file, ReadOnlySpan<byte> bytes, ICollection<Diagnostic> problems)
    {
        return Split(file, SourceText.Decode(file, bytes, problems), problems);
    }

    /// <summary>
    /// Jekyll's rule: <c>---</c> on the first line up to <c>---</c> or <c>...</c> on a line of its own, and the blank
    /// lines after that belong to neither part. JSON is the object with which a text begins.
    /// </summary>
    public static FrontMatterBlock Split(SitePath file, string text, ICollection<Diagnostic> problems)
    {
        if (text.StartsWith('\uFEFF')) text = text[1..];
        if (JsonHead.Is(text)) return JsonHead.Split(file, text, problems);
        var first = LineEnd(text, 0);
        var opening = text.AsSpan(0, first).TrimEnd();
        if (opening is not "---") return Without(file, text);

        var at = new Location(file, 1, 1, opening.Length);
        var start = first;
        for (var line = 2; start < text.Length; line++)
        {
            var end = LineEnd(text, start);
            if (text.AsSpan(start, end - start).TrimEnd() is "---" or "...")
            {
                if (IsThematicBreak(text.AsSpan(first, start - first))) break;
                return Between(YamlReader.Read(file, text[first..start], 2, problems), text, end, line + 1, at, problems);
            }
            start = end;
        }
        if (LooksLikePair(text.AsSpan(first))) problems.Add(Messages.UnclosedFrontMatter(at, "---"));
        return Without(file, text);
    }

    /// <summary>All of it is text.</summary>
    internal static FrontMatterBlock Without(SitePath file, string text) => new(null, text, 0, 1, new Location(file));

    /// <summary>The data that were read, and the text below the line that ends before <paramref name="start"/>.</summary>
    internal static FrontMatterBlock Between(
        DataNode? matter, string text, int start, int line, Location at, ICollection<Diagnostic> problems)
    {
        if (matter is not (null or MappingNode or ScalarNode { IsNull: true }))
            problems.Add(Messages.FrontMatterIsNoMapping(matter.At));
        while (start < text.Length)
        {
            var end = LineEnd(text, start);
            if (!text.AsSpan(start, end - start).IsWhiteSpace()) break;
            (start, line) = (end, line + 1);
        }
        return new(matter as MappingNode, text, start, line, at);
    }

    /// <summary>Where the next line begins.</summary>
    internal static int LineEnd(string text, int start)
    {
        var length = text.AsSpan(start).IndexOf('\n');
        return length < 0 ? text.Length : start + length + 1;
    }

    /// <summary>
    /// A text may begin with a rule and have another further on: then a blank line follows, and no <c>key:</c>.
    /// </summary>
    private static bool IsThematicBreak(ReadOnlySpan<char> between)
    {
        var end = between.IndexOf('\n');
        return end >= 0 && between[..end].IsWhiteSpace() && !between.IsWhiteSpace() && !LooksLikePair(between.TrimStart());
    }

    /// <summary>Whether the first line that is no comment holds a <c>key:</c>.</summary>
    private static bool LooksLikePair(ReadOnlySpan<char> text)
    {
        foreach (var range in text.Split('\n'))
        {
            var line = text[range].Trim();
            if (line.StartsWith("#")) continue;
            var colon = line.IndexOf(':');
            return colon > 0 && (colon == line.Length - 1 || line[colon + 1] == ' ') && !line[..colon].ContainsAny(" *<[#>!`");
        }
        return false;
    }
}
