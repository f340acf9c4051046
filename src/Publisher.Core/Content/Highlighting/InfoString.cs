namespace Publisher.Content.Highlighting;

/// <summary>
/// Reads the info string of a fence as the common generators write it: <c>cs {1,3-5} title="a.cs" linenos</c> (Docusaurus,
/// Gatsby, MkDocs), <c>go {hl_lines=[1,"3-5"],linenos=true}</c> (Hugo), <c>{.py .numberLines startFrom="5"}</c> (Pandoc),
/// <c>ts:line-numbers [a.ts]</c> (VitePress).
/// </summary>
internal sealed class InfoString
{
    private readonly List<LineRange> marks = [];
    private string language = "";
    private string title = "";
    private bool? numbers;
    private int? first;

    public CodeBlock Parse(ReadOnlySpan<char> info)
    {
        info = info.Trim();
        var at = info.IndexOfAny(" \t{,[:");
        if (at < 0) at = info.Length;
        language = info[..at].ToString();
        if (at < info.Length && info[at] == ':')
        {
            var end = CodeText.WordEnd(info, at + 1, "-./=\\");
            Suffix(info[(at + 1)..end]);
            at = end;
        }
        Items(info[at..], false);
        return new CodeBlock
        {
            Language = language,
            Title = title,
            Marks = LineRange.Merge(marks),
            LineNumbers = numbers ?? first is not null,
            FirstLine = first ?? 1,
        };
    }

    /// <summary>What follows a colon behind the language: a wish for line numbers, or the file's name.</summary>
    private void Suffix(ReadOnlySpan<char> text)
    {
        var equals = text.IndexOf('=');
        var name = equals < 0 ? text : text[..equals];
        if (name is "line-numbers" or "no-line-numbers") Attribute(name, equals < 0 ? "" : text[(equals + 1)..]);
        else title = text.ToString();
    }

    private void Items(ReadOnlySpan<char> text, bool isInBraces)
    {
        while (!(text = text.TrimStart(" \t\r\n,")).IsEmpty)
        {
            switch (text[0])
            {
                case '{' when !isInBraces:
                    var inner = Until(ref text, '}');
                    if (inner.ContainsAnyExcept("0123456789-, \t")) Items(inner, true);
                    else marks.AddRange(LineRange.Parse(inner.ToString()));
                    break;
                case '[':
                    var file = Until(ref text, ']');
                    if (title.Length == 0) title = file.ToString();
                    break;
                case '"' or '\'':
                    Until(ref text, text[0]);
                    break;
                default:
                    Item(ref text, isInBraces);
                    break;
            }
        }
    }

    private void Item(ref ReadOnlySpan<char> text, bool isInBraces)
    {
        var end = text[1..].IndexOfAny(isInBraces ? " \t\r\n,=:{}" : " \t\r\n,={}") + 1;
        if (end == 0) end = text.Length;
        var name = text[..end];
        text = text[end..];
        if (text.IsEmpty || text[0] is not ('=' or ':'))
        {
            // A stray brace would stop the next name at once, and the one after it.
            if (!text.IsEmpty && text[0] == '}') text = text[1..];
            Attribute(name, "");
            return;
        }
        text = text[1..];
        if (isInBraces) text = text.TrimStart();
        var value = Value(ref text, isInBraces);
        Attribute(name, value);
    }

    private static ReadOnlySpan<char> Value(ref ReadOnlySpan<char> text, bool isInBraces)
    {
        if (text.IsEmpty) return text;
        if (text[0] is '"' or '\'') return Until(ref text, text[0]);
        if (text[0] == '[') return Until(ref text, ']');
        if (text[0] == '{') return Until(ref text, '}');
        var end = text.IndexOfAny(isInBraces ? " \t\r\n," : " \t\r\n");
        if (end < 0) end = text.Length;
        var value = text[..end];
        text = text[end..];
        return value;
    }

    /// <summary>What stands between the first character and the next <paramref name="close"/>, or the end.</summary>
    private static ReadOnlySpan<char> Until(ref ReadOnlySpan<char> text, char close)
    {
        var inner = text[1..];
        var end = inner.IndexOf(close);
        text = end < 0 ? [] : inner[(end + 1)..];
        return end < 0 ? inner : inner[..end];
    }

    private void Attribute(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (name[0] == '.' && language.Length == 0 && name.Length > 1
            && name is not (".numberLines" or ".number-lines" or ".line-numbers"))
        {
            language = name[1..].ToString();
            return;
        }
        switch (name)
        {
            case "title" or "filename" or "file" or "caption" or "name" when !value.IsEmpty:
                title = value.ToString();
                break;
            case "hl_lines" or "hl-lines" or "highlight" or "mark_lines" or "mark" or "emphasize-lines":
                marks.AddRange(LineRange.Parse(value.ToString()));
                break;
            case "linenos" or "linenums" or "line-numbers" or "lineNumbers" or "lineNos" or "lineno" or "showLineNumbers"
                or "numberLines" or ".numberLines" or ".number-lines" or ".line-numbers":
                var isNumber = int.TryParse(value, out var number) && number >= 0;
                numbers = value is not ("false" or "off" or "no" or "0");
                if (isNumber && number > 0) first = Limit(number);
                break;
            case "no-line-numbers" or "noLineNumbers":
                numbers = false;
                break;
            case "start" or "linenostart" or "lineNoStart" or "startFrom" or "startLineNumber" or "firstline"
                or "first_line" when int.TryParse(value, out var start) && start >= 0:
                first = Limit(start);
                break;
        }
    }

    /// <summary>Far enough from the largest number that counting lines up from it cannot overflow.</summary>
    private static int Limit(int number) => Math.Min(number, 1_000_000_000);
}
