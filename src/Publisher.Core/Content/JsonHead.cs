using Publisher.Configuration;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Content;

/// <summary>Front matter as a JSON object at the head of a page, on one line or on many.</summary>
internal static class JsonHead
{
    /// <summary>
    /// A brace with a quoted key, a remark or its fellow after it, or one that stands alone on the first line and has its
    /// fellow alone on a later one. Other braces (<c>{: .class}</c>, <c>{{ code }}</c>) are Markdown.
    /// </summary>
    public static bool Is(string text)
    {
        if (!text.StartsWith('{')) return false;
        var rest = text.AsSpan(1).TrimStart();
        return rest is ['"' or '}', ..] or ['/', '/' or '*', ..] || (IsAlone(text, 0, '{') && LineOf('}', text) > 0);
    }

    public static FrontMatterBlock Split(SitePath file, string text, ICollection<Diagnostic> problems)
    {
        var at = new Location(file, 1, 1, 1);
        var faults = new List<Diagnostic>();
        var matter = JsonReader.ReadHead(file, text, faults, out var end);
        if (end < 0) end = EndOfBroken(text);
        if (end < 0)
        {
            problems.Add(Messages.UnclosedFrontMatter(at, "}"));
            return FrontMatterBlock.Without(file, text);
        }
        foreach (var fault in faults) problems.Add(fault);
        var line = 1 + text.AsSpan(0, end).Count('\n');
        var next = FrontMatterBlock.LineEnd(text, end);
        if (text.AsSpan(end, next - end).IsWhiteSpace())
            return FrontMatterBlock.Between(matter, text, next, line + 1, at, problems);
        while (char.IsWhiteSpace(text[end])) end++;
        if (faults.Count == 0)
            problems.Add(Messages.TextAfterJson(new Location(file, line, end - text.LastIndexOf('\n', end - 1), 1)));
        return FrontMatterBlock.Between(matter, text, end, line, at, problems);
    }

    /// <summary>
    /// Where the object ends if its braces tell, or a brace alone on a line does; strings may hold any, and end with their
    /// line, closed or not.
    /// </summary>
    private static int EndOfBroken(string text)
    {
        var (depth, inString) = (0, false);
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '\\' when inString: at++; break;
                case '"': inString = !inString; break;
                case '\n': inString = false; break;
                case '{' when !inString: depth++; break;
                case '}' when !inString && --depth == 0: return at + 1;
            }
        }
        return LineOf('}', text) is > 0 and var alone ? text.IndexOf('}', alone) + 1 : -1;
    }

    /// <summary>Where the first line begins that holds nothing else; -1 when none does.</summary>
    private static int LineOf(char sign, string text)
    {
        for (var start = 0; start < text.Length; start = FrontMatterBlock.LineEnd(text, start))
            if (IsAlone(text, start, sign)) return start;
        return -1;
    }

    private static bool IsAlone(string text, int start, char sign) =>
        text[start] == sign && text.AsSpan(start + 1, FrontMatterBlock.LineEnd(text, start) - start - 1).IsWhiteSpace();
}
