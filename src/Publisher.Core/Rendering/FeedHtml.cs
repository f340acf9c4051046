using System.Buffers;
using System.Text;
using Publisher.Text;

namespace Publisher.Rendering;

/// <summary>
/// Makes a page's HTML fit for readers elsewhere: what only works on the page itself (scripts, styles, forms, handlers) is left
/// out, what is framed becomes a link to it, and every address is absolute, an anchor on the same page included.
/// </summary>
internal ref struct FeedHtml(ReadOnlySpan<byte> html, string page, Utf8Buffer output)
{
    private static readonly string[] LeftOut =
        ["script", "style", "button", "form", "input", "select", "textarea", "template", "dialog", "applet", "param", "meta",
        "base", "link"];

    /// <summary>What shows something else in the page: readers would leave a hole.</summary>
    private static readonly string[] Frames = ["iframe", "object", "embed"];

    /// <summary>Those of both that hold nothing and have no end.</summary>
    private static readonly string[] Void = ["input", "embed", "param", "meta", "base", "link"];

    private static readonly string[] Addresses =
        ["href", "xlink:href", "src", "poster", "cite", "longdesc", "background", "data"];

    // Where each kind of word ends.
    private static readonly SearchValues<byte> Name = SearchValues.Create(" \t\n\r\f>/"u8);
    private static readonly SearchValues<byte> AttributeName = SearchValues.Create(" \t\n\r\f=>/"u8);
    private static readonly SearchValues<byte> Unquoted = SearchValues.Create(" \t\n\r\f>"u8);

    private readonly ReadOnlySpan<byte> html = html;
    private int at;

    public static void Write(ReadOnlySpan<byte> html, string page, Utf8Buffer output) =>
        new FeedHtml(html, page, output).Write();

    private void Write()
    {
        while (at < html.Length)
        {
            var open = html[at..].IndexOf((byte)'<');
            if (open < 0) open = html.Length - at;
            output.Write(html.Slice(at, open));
            at += open;
            if (at >= html.Length) return;
            if (html[at..].StartsWith("<!--"u8)) SkipPast("-->"u8, at + 4);
            else if (at + 1 < html.Length && html[at + 1] is (byte)'!' or (byte)'?') SkipPast(">"u8, at + 2);
            else WriteTag();
        }
    }

    private void WriteTag()
    {
        var start = at;
        var isEnd = at + 1 < html.Length && html[at + 1] == '/';
        at += isEnd ? 2 : 1;
        var name = Word(Name);
        if (name.IsEmpty || !char.IsAsciiLetter((char)name[0]))
        {
            // A sign for "less", which readers may take for a tag.
            output.Write("&lt;"u8);
            at = start + 1;
            return;
        }
        // A heading's link to itself is for its own page, where it shows when it is pointed at.
        if (!isEnd && Is(name, "input") is not null)
        {
            WriteInput();
            return;
        }
        if ((html[start..].StartsWith("<a class=\"anchor\""u8) ? "a" : Is(name, LeftOut)) is { } element)
        {
            SkipTag();
            SkipContent(element, isEnd);
            return;
        }
        if (Is(name, Frames) is { } frame)
        {
            // An object that names no file is read for what stands in its place.
            if (isEnd) SkipTag();
            else if (WriteFramed() || frame != "object") SkipContent(frame, isEnd);
            return;
        }
        output.Write(html[start..at]);
        while (WriteAttribute()) { }
    }

    /// <summary>Writes the next attribute, or the end of the tag; false at that end.</summary>
    private bool WriteAttribute()
    {
        var isOne = ReadAttribute(out var blank, out var name, out var value, out var hasValue);
        if (!isOne) output.Write(blank);
        if (!isOne || name.IsEmpty) return isOne;
        if (name.Length > 2 && (name[0] | 0x20) == 'o' && (name[1] | 0x20) == 'n' || Is(name, "ping") is not null) return true;
        var isAddress = Is(name, Addresses) is not null;
        if (isAddress && !IsAbsolute(value) && Urls.IsScript(Decoded(value))) return true;
        if (Is(name, "style") is not null && Fetches(value)) return true;
        output.Write(blank.IsEmpty ? " "u8 : blank);
        output.Write(name);
        if (!hasValue) return true;
        output.Write("=\""u8);
        if (isAddress) WriteAddress(value);
        else if (Is(name, "srcset") is not null) WriteSourceSet(value);
        else WriteQuoted(value);
        output.Write("\""u8);
        return true;
    }

    /// <summary>False at the end of the tag, which then is the <paramref name="blank"/>; a stray '=' has no name.</summary>
    private bool ReadAttribute(
        out ReadOnlySpan<byte> blank, out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value, out bool hasValue)
    {
        var start = at;
        name = value = [];
        hasValue = false;
        while (at < html.Length && (IsSpace(html[at]) || html[at] == '/')) at++;
        var isEnd = at >= html.Length || html[at] == '>';
        if (isEnd) at = Math.Min(at + 1, html.Length);
        blank = html[start..at];
        if (isEnd) return false;
        name = Word(AttributeName);
        if (name.IsEmpty) at++;
        else value = Value(out hasValue);
        return true;
    }

    /// <summary>A box of a list of tasks tells whether it is done; any other field is for its own page.</summary>
    private void WriteInput()
    {
        var (isBox, isChecked) = (false, false);
        while (ReadAttribute(out _, out var name, out var value, out _))
        {
            isBox |= Is(name, "type") is not null && Is(value, "checkbox") is not null;
            isChecked |= Is(name, "checked") is not null;
        }
        if (isBox) output.Write(isChecked ? "☑"u8 : "☐"u8);
    }

    /// <summary>Whether a style shows something of another address, plainly or with escaped letters.</summary>
    private static bool Fetches(ReadOnlySpan<byte> style) => Decoded(style) is var text
        && (text.Contains('\\') || text.Contains("url(", StringComparison.OrdinalIgnoreCase)
            || text.Contains("image-set(", StringComparison.OrdinalIgnoreCase));

    /// <summary>In place of a frame's tag, a link to what it shows, by title or address; false where it shows nothing.</summary>
    private bool WriteFramed()
    {
        ReadOnlySpan<byte> address = [], title = [];
        while (ReadAttribute(out _, out var name, out var value, out _))
        {
            if (Is(name, "src", "data") is not null && address.IsEmpty) address = value.Trim(" \t\r\n"u8);
            else if (Is(name, "title") is not null) title = value;
        }
        var url = Decoded(address);
        if (url.Length == 0 || url.StartsWith("about:", StringComparison.Ordinal)
            || url.StartsWith("data:", StringComparison.Ordinal) || Urls.IsScript(url)) return false;
        output.Write("<a href=\""u8);
        WriteAddress(address);
        output.Write("\">"u8);
        if (title.IsEmpty) WriteAddress(address);
        else Escaping.Write(output, Decoded(title));
        output.Write("</a>"u8);
        return true;
    }

    private ReadOnlySpan<byte> Value(out bool hasValue)
    {
        var start = at;
        SkipSpaces();
        hasValue = at < html.Length && html[at] == '=';
        if (!hasValue)
        {
            at = start;
            return [];
        }
        at++;
        SkipSpaces();
        if (at < html.Length && html[at] is (byte)'"' or (byte)'\'')
        {
            var close = html[(at + 1)..].IndexOf(html[at]);
            var end = close < 0 ? html.Length : at + 1 + close;
            var quoted = html[(at + 1)..end];
            at = Math.Min(end + 1, html.Length);
            return quoted;
        }
        return Word(Unquoted);
    }

    private readonly void WriteAddress(ReadOnlySpan<byte> value)
    {
        if (IsAbsolute(value)) WriteQuoted(value);
        else Escaping.Write(output, Absolute(Decoded(value)));
    }

    /// <summary>
    /// Addresses with what each is for (HTML, 4.8.4.2.1): an address runs to white space, and commas within it are its own.
    /// </summary>
    private readonly void WriteSourceSet(ReadOnlySpan<byte> value)
    {
        var rest = Decoded(value).AsSpan().TrimStart(", \t\n\r\f");
        for (var first = true; !rest.IsEmpty; first = false)
        {
            var end = rest.IndexOfAny(" \t\n\r\f");
            var url = end < 0 ? rest : rest[..end];
            rest = rest[url.Length..];
            var bare = url.TrimEnd(',');
            var comma = bare.Length < url.Length ? 0 : rest.IndexOf(',');
            var descriptor = (comma < 0 ? rest : rest[..comma]).Trim();
            rest = (comma < 0 ? [] : rest[comma..]).TrimStart(", \t\n\r\f");
            if (!first) output.Write(", "u8);
            Escaping.Write(output, descriptor.IsEmpty ? Absolute(bare.ToString()) : $"{Absolute(bare.ToString())} {descriptor}");
        }
    }

    private readonly void WriteQuoted(ReadOnlySpan<byte> value)
    {
        for (int quote; (quote = value.IndexOf((byte)'"')) >= 0; value = value[(quote + 1)..])
        {
            output.Write(value[..quote]);
            output.Write("&quot;"u8);
        }
        output.Write(value);
    }

    private static string Decoded(ReadOnlySpan<byte> value) =>
        System.Net.WebUtility.HtmlDecode(Encoding.UTF8.GetString(value));

    private static bool IsAbsolute(ReadOnlySpan<byte> url) =>
        url.StartsWith("https://"u8) || url.StartsWith("http://"u8) || url.StartsWith("mailto:"u8)
            || url.StartsWith("data:image/"u8);

    private readonly string Absolute(string url) =>
        Uri.TryCreate(page, UriKind.Absolute, out var from) && Uri.TryCreate(from, url, out var whole) ? whole.AbsoluteUri : url;

    /// <summary>What stands in an element whose tag has just been read, if it can hold anything.</summary>
    private void SkipContent(string element, bool isEnd)
    {
        if (!isEnd && html[at - 1] == '>' && html[at - 2] != '/' && !Void.Contains(element)) SkipElement(element);
    }

    private void SkipElement(string element)
    {
        var depth = 1;
        while (at < html.Length && depth > 0)
        {
            var open = html[at..].IndexOf((byte)'<');
            if (open < 0) break;
            at += open + 1;
            var isEnd = at < html.Length && html[at] == '/';
            if (isEnd) at++;
            var name = Word(Name);
            if (Is(name, element) is null) continue;
            // What stands in a script is no markup, whatever it looks like.
            depth += isEnd ? -1 : element is "script" or "style" or "textarea" or "iframe" ? 0 : 1;
            SkipTag();
        }
        if (depth > 0) at = html.Length;
    }

    /// <summary>To behind the tag's '>', over quoted values.</summary>
    private void SkipTag()
    {
        while (at < html.Length)
        {
            var sign = html[at++];
            if (sign == '>') return;
            if (sign is not ((byte)'"' or (byte)'\'') || html[at - 2] != '=') continue;
            var close = html[at..].IndexOf(sign);
            at = close < 0 ? html.Length : at + close + 1;
        }
    }

    private void SkipPast(ReadOnlySpan<byte> end, int from)
    {
        var found = from > html.Length ? -1 : html[from..].IndexOf(end);
        at = found < 0 ? html.Length : from + found + end.Length;
    }

    private void SkipSpaces()
    {
        while (at < html.Length && IsSpace(html[at])) at++;
    }

    private ReadOnlySpan<byte> Word(SearchValues<byte> ends)
    {
        var rest = html[at..];
        var length = rest.IndexOfAny(ends);
        if (length < 0) length = rest.Length;
        at += length;
        return rest[..length];
    }

    private static bool IsSpace(byte sign) => sign is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f';

    private static string? Is(ReadOnlySpan<byte> name, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (System.Text.Ascii.EqualsIgnoreCase(name, word)) return word;
        return null;
    }
}
