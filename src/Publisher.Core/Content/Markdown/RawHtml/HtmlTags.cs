namespace Publisher.Content.Markdown.RawHtml;

/// <summary>
/// One attribute worth knowing: its lower-case name, its value, and the span from its opening quote to behind the closing one.
/// </summary>
internal readonly record struct HtmlAttribute(string Name, Range Value, int Start, int End);

/// <summary>
/// Walks over the tags in a piece of HTML, linear in its length, and stops at the attributes that hold a URL or an
/// anchor. Comments, and what stands in scripts and styles, are no tags.
/// </summary>
internal ref struct HtmlTags(ReadOnlySpan<char> html)
{
    private readonly ReadOnlySpan<char> html = html;
    private int at;
    private bool isInTag;
    private bool isLink;
    private string? rawElement;

    public HtmlAttribute Current { get; private set; }

    public readonly HtmlTags GetEnumerator() => this;

    public bool MoveNext()
    {
        while (isInTag || NextTag())
        {
            isInTag = true;
            if (NextAttribute()) return true;
        }
        return false;
    }

    private bool NextTag()
    {
        while (at < html.Length)
        {
            if (rawElement is not null && !SkipRaw(rawElement)) return false;
            rawElement = null;
            var open = html[at..].IndexOf('<');
            if (open < 0) break;
            at += open + 1;
            if (html[at..].StartsWith("!--"))
            {
                var end = html[at..].IndexOf("-->");
                if (end < 0) break;
                at += end + 3;
                continue;
            }
            if (at >= html.Length || !char.IsAsciiLetter(html[at])) continue;
            var start = at;
            while (at < html.Length && !IsSpace(html[at]) && html[at] is not ('>' or '/')) at++;
            var name = html[start..at];
            isLink = name is "a" or "A";
            foreach (var raw in (ReadOnlySpan<string>)["script", "style", "textarea", "title"])
                if (name.Equals(raw, StringComparison.OrdinalIgnoreCase)) rawElement = raw;
            return true;
        }
        at = html.Length;
        return false;
    }

    private bool SkipRaw(string element)
    {
        while (at < html.Length)
        {
            var close = html[at..].IndexOf("</");
            if (close < 0) break;
            at += close + 2;
            if (html[at..].StartsWith(element, StringComparison.OrdinalIgnoreCase)) return true;
        }
        at = html.Length;
        return false;
    }

    /// <summary>Goes to the next attribute worth knowing; false at the end of the tag.</summary>
    private bool NextAttribute()
    {
        while (true)
        {
            while (at < html.Length && (IsSpace(html[at]) || html[at] == '/')) at++;
            if (at >= html.Length || html[at] == '>')
            {
                at = Math.Min(at + 1, html.Length);
                isInTag = false;
                return false;
            }
            var start = at++;
            while (at < html.Length && !IsSpace(html[at]) && html[at] is not ('=' or '>' or '/')) at++;
            var name = Known(html[start..at]);
            while (at < html.Length && IsSpace(html[at])) at++;
            if (at >= html.Length || html[at] != '=') continue;
            at++;
            while (at < html.Length && IsSpace(html[at])) at++;
            if (at >= html.Length) continue;
            var (open, value) = Value();
            if (name is null || name == "name" && !isLink) continue;
            Current = new HtmlAttribute(name, value, open, at);
            return true;
        }
    }

    private (int Open, Range Value) Value()
    {
        var open = at;
        if (html[at] is '"' or '\'')
        {
            var close = html[(at + 1)..].IndexOf(html[at]);
            var end = close < 0 ? html.Length : at + 1 + close;
            at = Math.Min(end + 1, html.Length);
            return (open, (open + 1)..end);
        }
        while (at < html.Length && !IsSpace(html[at]) && html[at] != '>') at++;
        return (open, open..at);
    }

    private static string? Known(ReadOnlySpan<char> name)
    {
        foreach (var known in (ReadOnlySpan<string>)["href", "src", "srcset", "poster", "id", "name"])
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase)) return known;
        return null;
    }

    private static bool IsSpace(char sign) => sign is ' ' or '\t' or '\n' or '\r' or '\f';
}
