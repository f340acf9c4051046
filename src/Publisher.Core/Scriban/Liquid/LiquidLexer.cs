using Publisher.Diagnostics;
using Publisher.Scriban.Syntax;

namespace Publisher.Scriban.Liquid;

/// <summary>Cuts a Liquid template into text, outputs and tags, and trims the text as the tags beside it ask.</summary>
internal sealed class LiquidLexer(string source, LiquidProblems problems)
{
    private readonly List<LiquidSegment> segments = [];
    private bool trimNext;
    private int at;

    /// <summary>The pieces of the whole template.</summary>
    public List<LiquidSegment> Read()
    {
        while (at < source.Length)
        {
            var open = NextOpening(at);
            AddText(at, open, open + 2 < source.Length && source[open + 2] == '-');
            if (open == source.Length) break;
            at = open;
            if (source[open + 1] == '{') ReadOutput();
            else ReadTag();
        }
        return segments;
    }

    /// <summary>The lines of a <c>liquid</c> tag, each of which is a tag without braces.</summary>
    public static List<LiquidSegment> Lines(string source, Span markup, LiquidProblems problems)
    {
        var lexer = new LiquidLexer(source, problems);
        for (lexer.at = markup.Start; lexer.at < markup.End;)
        {
            var end = lexer.EndOfLine(markup.End);
            var inside = Trimmed(source, new Span(lexer.at, end));
            lexer.at = end + 1;
            if (inside.Length > 0) lexer.ReadLine(inside, markup.End);
        }
        return lexer.segments;
    }

    /// <summary>The span without the white space at its ends.</summary>
    public static Span Trimmed(string source, Span span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && IsSpace(source[start])) start++;
        while (end > start && IsSpace(source[end - 1])) end--;
        return new Span(start, end);
    }

    public static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\v' or '\f' or '\r' or '\0';

    public static bool IsName(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    /// <summary>Whether it is white space only, as Liquid counts white space.</summary>
    public static bool IsBlank(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!IsSpace(c)) return false;
        return true;
    }

    private int NextOpening(int from)
    {
        while (true)
        {
            var brace = source.IndexOf('{', from);
            if (brace < 0 || brace == source.Length - 1) return source.Length;
            if (source[brace + 1] is '{' or '%') return brace;
            from = brace + 1;
        }
    }

    private void AddText(int start, int end, bool trimEnd)
    {
        if (trimNext)
            while (start < end && IsSpace(source[start])) start++;
        if (trimEnd)
            while (end > start && IsSpace(source[end - 1])) end--;
        // What begins at once with another tag leaves the wish to trim to nobody, as in Liquid itself.
        if (end > start) segments.Add(new LiquidSegment(SegmentKind.Text, new Span(start, end), new Span(start, end)));
        trimNext = false;
    }

    private void ReadOutput()
    {
        var close = source.IndexOf("}}", at + 2, StringComparison.Ordinal);
        if (close < 0)
        {
            Unclosed("}}");
            return;
        }
        // The last two of three braces close it, so that an object's own brace could stand before them.
        var whole = new Span(at, close + 2);
        segments.Add(new LiquidSegment(SegmentKind.Output, whole, Inside(whole)));
        at = whole.End;
    }

    private void ReadTag()
    {
        var whole = TagAt(at);
        if (whole.Length == 0)
        {
            Unclosed("%}");
            return;
        }
        var tag = Named(whole, Inside(whole));
        at = whole.End;
        if (tag.Name == "raw") ReadRaw(tag);
        else if (tag.Name == "comment") ReadComment(tag);
        else segments.Add(tag);
    }

    /// <summary>The whole of the tag that opens here; empty when it is never closed.</summary>
    private Span TagAt(int open)
    {
        var close = source.IndexOf("%}", open + 2, StringComparison.Ordinal);
        return close < 0 ? default : new Span(open, close + 2);
    }

    private Span Inside(Span whole)
    {
        var start = whole.Start + 2;
        var end = whole.End - 2;
        if (start < end && source[start] == '-') start++;
        trimNext = false;
        if (end > start && source[end - 1] == '-')
        {
            end--;
            trimNext = true;
        }
        else if (end == start && source[start - 1] == '-') trimNext = true;
        return Trimmed(source, new Span(start, end));
    }

    private LiquidSegment Named(Span whole, Span inside)
    {
        var end = inside.Start;
        if (end < inside.End && source[end] == '#') end++;
        else
            while (end < inside.End && IsName(source[end])) end++;
        var name = new Span(inside.Start, end);
        return new LiquidSegment(SegmentKind.Tag, whole, Trimmed(source, new Span(end, inside.End)),
            source[name.Start..name.End], name.Length == 0 ? new Span(inside.Start, Math.Max(inside.Start, inside.End)) : name);
    }

    private void Unclosed(string sign)
    {
        problems.Add(new Span(at, at + 2), $"what begins here with {source[at..(at + 2)]} is never closed with {sign}");
        at = source.Length;
    }

    /// <summary>Adds what stands until the tag's end, untouched, as text.</summary>
    private void ReadRaw(LiquidSegment tag)
    {
        var trim = trimNext;
        for (var open = NextTag(at); open >= 0; open = NextTag(open + 2))
        {
            var whole = TagAt(open);
            if (whole.Length == 0) break;
            if (Named(whole, Inside(whole)).Name != "endraw") continue;
            segments.Add(tag with { Inside = new Span(at, open) });
            at = whole.End;
            trimNext |= trim;
            return;
        }
        NeverEnded(tag);
    }

    private int NextTag(int from) => source.IndexOf("{%", from, StringComparison.Ordinal);

    /// <summary>Steps over a comment, in which comments and raw text nest.</summary>
    private void ReadComment(LiquidSegment tag)
    {
        var depth = 1;
        var raw = false;
        for (var open = NextTag(at); open >= 0; open = NextTag(open))
        {
            var whole = TagAt(open);
            if (whole.Length == 0) break;
            var name = Named(whole, Inside(whole)).Name;
            open = whole.End;
            raw = raw ? name != "endraw" : name == "raw";
            if (raw) continue;
            if (name == "comment") depth++;
            if (name == "endcomment" && --depth == 0)
            {
                segments.Add(tag with { Kind = SegmentKind.Comment });
                at = whole.End;
                return;
            }
        }
        NeverEnded(tag);
    }

    private void NeverEnded(LiquidSegment tag)
    {
        problems.Add(tag.NameAt, place => Messages.UnclosedTag(place, tag.Name));
        at = source.Length;
    }

    private int EndOfLine(int last)
    {
        var end = source.IndexOf('\n', at, last - at);
        return end < 0 ? last : end;
    }

    private void ReadLine(Span inside, int last)
    {
        var tag = Named(inside, inside);
        if (tag.Name is not ("comment" or "raw"))
        {
            segments.Add(tag);
            return;
        }
        var from = at;
        while (at < last)
        {
            var (start, end) = (at, EndOfLine(last));
            at = end + 1;
            if (source[start..end].Trim().Split(' ')[0] != "end" + tag.Name) continue;
            segments.Add(tag.Name == "raw" ? tag with { Inside = new Span(from, start) }
                : tag with { Kind = SegmentKind.Comment });
            return;
        }
        NeverEnded(tag);
    }
}
