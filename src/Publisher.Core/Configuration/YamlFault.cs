using Publisher.Diagnostics;
using Publisher.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Publisher.Configuration;

/// <summary>
/// Says in an author's words what is wrong with YAML that cannot be read: the parser's own words are about tokens.
/// </summary>
internal sealed class YamlFault(SitePath file, string text, int firstLine)
{
    /// <summary>
    /// What to say about a fault that the parser found at <paramref name="mark"/>, inside the brackets opened at
    /// <paramref name="open"/>.
    /// </summary>
    public Diagnostic Explain(Mark mark, string message, NodeEvent? open)
    {
        var line = (int)Math.Max(mark.Line, 1);
        // The parser names the line before or after the tab.
        for (var i = Math.Max(1, line - 1); i <= line + 1; i++)
            if (TabIn(LineOf(i)) is var tab and >= 0) return Messages.TabInYaml(At(i, tab));

        // The parser names the beginning of the text, or the end of what is before it.
        if (IsAboutEscape(message) && YamlEscape.FirstWrong(text, (int)mark.Index) is var (escape, length, isHalf))
        {
            var (at, column) = new LineMap(text).At(escape);
            return Messages.WrongEscape(At(at, column - 1, length), text.Substring(escape, length), isHalf);
        }

        var source = LineOf(line);
        if (OpenQuote(source) is var quote and >= 0) return Messages.UnclosedQuote(At(line, quote), source[quote]);
        if (ExplainValue(line, source) is { } about) return about;
        if (open is not null)
            return Messages.UnclosedBracket(
                At((int)open.Start.Line, (int)open.Start.Column - 1), open is SequenceStart ? '[' : '{');
        var words = source.AsSpan().Trim();
        if (words.Length > 0 && !words.Contains(':') && message.Contains("key"))
            return Messages.LineIsNoPair(At(line, source.AsSpan().IndexOf(words), words.Length));
        return Messages.BadYaml(At(line, (int)Math.Max(mark.Column, 1) - 1), message);
    }

    private static bool IsAboutEscape(string message) => message.Contains("escape", StringComparison.Ordinal)
        || message.Contains("surrogate", StringComparison.OrdinalIgnoreCase)
        || message.Contains("hexadecimal", StringComparison.Ordinal);

    private Diagnostic? ExplainValue(int line, string source)
    {
        var value = ValueOf(source);
        if (value < 0) return null;
        var rest = source.AsSpan(value).TrimEnd();
        var at = At(line, value, rest.Length);
        return rest switch
        {
            ['"' or '\'', ..] => Messages.TextAfterQuote(at),
            ['@' or '`' or '%' or '&' or '!' or '*', ..] =>
                Messages.ValueNeedsQuotes(at, $"a value that begins with '{rest[0]}'"),
            ['[' or '{', ..] => Messages.UnclosedBracket(at with { Length = 1 }, rest[0]),
            _ when rest.Contains(": ", StringComparison.Ordinal) || rest.EndsWith(":") =>
                Messages.ValueNeedsQuotes(at, "a value that holds ': '"),
            _ => null,
        };
    }

    private Location At(int line, int offset, int length = 1) => new(file, firstLine + line - 1, offset + 1, length);

    private string LineOf(int line)
    {
        var start = 0;
        for (; line > 1; line--)
        {
            var end = text.AsSpan(start).IndexOf('\n');
            if (end < 0) return "";
            start += end + 1;
        }
        var length = text.AsSpan(start).IndexOf('\n');
        return (length < 0 ? text[start..] : text.Substring(start, length)).TrimEnd('\r');
    }

    private static int TabIn(string line)
    {
        for (var i = 0; i < line.Length && line[i] is ' ' or '\t'; i++)
            if (line[i] == '\t') return i;
        return -1;
    }

    /// <summary>Where the value of a <c>key: value</c> or <c>- value</c> line begins; -1 when the line is neither.</summary>
    private static int ValueOf(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        var from = colon >= 0 ? colon + 2 : line.AsSpan().TrimStart().StartsWith("- ") ? line.IndexOf('-') + 2 : -1;
        while (from >= 0 && from < line.Length && line[from] == ' ') from++;
        return from >= line.Length ? -1 : from;
    }

    /// <summary>Where a quote begins a value and is not closed on its line; -1 when none is.</summary>
    private static int OpenQuote(string line)
    {
        var from = ValueOf(line);
        if (from < 0 || line[from] is not ('"' or '\'')) return -1;
        for (var i = from + 1; i < line.Length; i++)
        {
            if (line[i] == '\\' && line[from] == '"') i++;
            else if (line[i] == line[from]) return -1;
        }
        return from;
    }
}
