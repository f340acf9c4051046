using Markdig.Renderers.Html;

namespace Publisher.Content.Markdown.Attributes;

/// <summary>
/// Attributes in braces: <c>{#id .class key=value}</c>, and kramdown's <c>{: #id .class key="value" name}</c>, where a
/// bare name refers to a list defined elsewhere by <c>{:name: .class}</c>.
/// </summary>
internal sealed class AttributeList
{
    public HtmlAttributes Attributes { get; private set; } = new();

    /// <summary>The lists that this one refers to.</summary>
    public List<string> References { get; } = [];

    /// <summary>The name that this list defines.</summary>
    public string? Name { get; private set; }

    /// <summary>Whether a bare name is an attribute without a value.</summary>
    private bool TakesFlags { get; init; }

    /// <summary>Whether <c>id=x</c> means the element's id, as <c>#x</c> always does.</summary>
    private bool TakesId { get; init; } = true;

    /// <summary>Whether it is written with a colon; only then can it be nothing but attributes.</summary>
    public bool HasColon { get; private set; }

    /// <summary>
    /// Reads the list that begins with the brace at the start of <paramref name="text"/>; null when that is no such list.
    /// </summary>
    public static AttributeList? Parse(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        if (text.Length < 3 || text[0] != '{' || !(text[1] is ':' or '#' or '.' || char.IsAsciiLetter(text[1]))) return null;
        var list = Parse(text, new AttributeList(), out length);
        if (list is null) length = 0;
        return list;
    }

    /// <summary>
    /// Reads the list at the end of a directive, which may be empty and may have names without a value; null when the text is
    /// anything but that.
    /// </summary>
    /// <param name="takesId">Whether <c>id=x</c> means the element's id, and not, say, a film's.</param>
    public static AttributeList? ParseDirective(ReadOnlySpan<char> text, bool takesId)
    {
        if (text is not ['{', _, ..]) return null;
        var list = Parse(text, new AttributeList { TakesFlags = true, TakesId = takesId }, out var length);
        return length == text.Length ? list : null;
    }

    /// <summary>
    /// Where a directive's list cannot be read further: the length of the text where it is not closed, the closing brace where
    /// something follows; -1 when nothing is wrong.
    /// </summary>
    public static int FaultIn(ReadOnlySpan<char> text)
    {
        var list = new AttributeList { TakesFlags = true };
        if (Parse(text, list, out var length) is null) return length;
        return length == text.Length ? -1 : length - 1;
    }

    /// <param name="length">Up to where it was read.</param>
    private static AttributeList? Parse(ReadOnlySpan<char> text, AttributeList list, out int length)
    {
        length = 0;
        var at = 1;
        if (text is [_, ':', _, ..])
        {
            (list.HasColon, at) = (true, 2);
            if (text[2] is ':' or '/') return null;
            var end = 2 + NameLength(text[2..]);
            if (end > 2 && end < text.Length && text[end] == ':') (list.Name, at) = (text[2..end].ToString(), end + 1);
        }
        while (true)
        {
            while (at < text.Length && text[at] is ' ' or '\t') at++;
            length = at;
            if (at >= text.Length) return null;
            if (text[at] == '}') break;
            var item = list.Item(text[at..]);
            if (item == 0) return null;
            at += item;
        }
        length = at + 1;
        return list;
    }

    /// <summary>Adds to what <paramref name="target"/> has: classes gather, anything else is replaced.</summary>
    public static void Merge(HtmlAttributes from, HtmlAttributes target)
    {
        if (from.Id is not null) target.Id = from.Id;
        foreach (var name in from.Classes ?? []) target.AddClass(name);
        foreach (var (key, value) in from.Properties ?? [])
        {
            target.Properties?.RemoveAll(property => property.Key == key);
            target.AddProperty(key, value!);
        }
    }

    /// <summary>Puts other attributes before these.</summary>
    public void Follow(HtmlAttributes first)
    {
        Merge(Attributes, first);
        Attributes = first;
    }

    private int Item(ReadOnlySpan<char> text)
    {
        if (text[0] is '#' or '.')
        {
            var end = text[1..].IndexOfAny(" \t}#.\r\n");
            // A dot may stand inside an id or a class when it cannot begin another one.
            while (end >= 0 && text[1 + end] is '.' or '#' && end > 0
                && char.IsAsciiDigit(text[Math.Min(2 + end, text.Length - 1)]))
            {
                var next = text[(2 + end)..].IndexOfAny(" \t}#.\r\n");
                end = next < 0 ? -1 : end + 1 + next;
            }
            if (end <= 0) return 0;
            var name = text.Slice(1, end).ToString();
            if (text[0] == '#') Attributes.Id = name;
            else Attributes.AddClass(name);
            return 1 + end;
        }
        var length = NameLength(text);
        if (length == 0) return 0;
        if (length < text.Length && text[length] == '=') return Pair(text, length);
        if (!HasColon && !TakesFlags) return 0;
        if (HasColon) References.Add(text[..length].ToString());
        else Attributes.AddProperty(text[..length].ToString(), null!);
        return length;
    }

    private int Pair(ReadOnlySpan<char> text, int equals)
    {
        var key = text[..equals].ToString();
        var at = equals + 1;
        if (at >= text.Length) return 0;
        string value;
        if (text[at] is '"' or '\'')
        {
            var end = at + 1;
            while (end < text.Length && text[end] != text[at] && text[end] is not ('\r' or '\n'))
                end += text[end] == '\\' ? 2 : 1;
            if (end >= text.Length || text[end] != text[at]) return 0;
            value = text[(at + 1)..end].ToString().Replace("\\" + text[at], text[at].ToString());
            at = end + 1;
        }
        else
        {
            var end = text[at..].IndexOfAny(" \t}\"'<>`\r\n");
            if (end <= 0) return 0;
            value = text.Slice(at, end).ToString();
            at += end;
        }
        if (key == "id" && TakesId) Attributes.Id = value;
        else if (key == "class")
            foreach (var name in value.Split(' ', StringSplitOptions.RemoveEmptyEntries)) Attributes.AddClass(name);
        else Attributes.AddProperty(key, value);
        return at;
    }

    private static int NameLength(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !(char.IsAsciiLetter(text[0]) || text[0] == '_')) return 0;
        var length = 1;
        while (length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || text[length] is '_' or '-')) length++;
        return length;
    }
}
