using Publisher.Content.Markdown.Attributes;

namespace Publisher.Content.Markdown.Containers;

/// <summary>
/// Why a line that begins as a container or directive is none: what is wrong with its braces, and what was probably meant.
/// </summary>
/// <param name="Offset">Where in the line it is wrong.</param>
internal sealed record DirectiveFault(string Directive, int Offset, int Length, string Problem, string Hint)
{
    /// <summary>
    /// Null where the line may well be ordinary text: nothing that looks like attributes stands where they would.
    /// </summary>
    /// <param name="line">From its colons on.</param>
    /// <param name="name">Where the name begins in it.</param>
    public static DirectiveFault? Of(ReadOnlySpan<char> line, int colons, int name, int nameLength)
    {
        var directive = line[..colons].ToString() + line.Slice(name, nameLength).ToString();
        var brace = name + nameLength;
        if (nameLength == 0)
            return colons > 2 && line[name..] is ['{', ..] ? new(directive, 0, colons, "a container needs a name",
                $"write {new string(':', Math.Min(colons, 9))}div before the braces for a plain one") : null;
        if (line[brace..] is ['[', ..] && line[brace..].LastIndexOf("]{") is > 0 and var close) brace += close + 1;
        var isDirect = brace < line.Length && line[brace] == '{';
        if (!isDirect)
        {
            // Behind a space it may be a title: braces in one are right, unless what is in them can be nothing but attributes.
            brace = line.LastIndexOf(" {") + 1;
            if (brace == 0 || brace < name + nameLength || !LooksLikeAttributes(line[(brace + 1)..])) return null;
            if (colons == 2 && line[(name + nameLength)..brace].IsWhiteSpace() is false) return null;
        }
        var text = line[brace..].TrimEnd();
        var at = AttributeList.FaultIn(text);
        if (at < 0) return null;
        if (at >= text.Length || (!text.Contains('}') && text.IndexOfAny('"', '\'') < 0))
            return new(directive, brace + text.Length - 1, 1, "its braces are not closed", "end them with '}'");
        if (text[at] == '}')
            return new(directive, brace + at, text.Length - at, "something stands behind its braces",
                $"a title goes before them: {directive}[title]{{…}}");
        while (at > 1 && text[at - 1] is not (' ' or '\t')) at--;
        var (length, problem, hint) = Why(text[at..]);
        return new(directive, brace + at, length, problem, hint);
    }

    private static bool LooksLikeAttributes(ReadOnlySpan<char> inside) =>
        inside is ['#' or '.', ..] || inside.IndexOf('=') is > 0 and var equals && inside[..equals].IndexOfAny(" \t}") < 0;

    /// <summary>What is wrong with the attribute that begins here.</summary>
    private static (int Length, string Problem, string Hint) Why(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny(" \t}");
        var word = end < 0 ? rest : rest[..end];
        if (word.IndexOf('=') is > 0 and var equals)
        {
            var key = word[..equals].ToString();
            var value = word[(equals + 1)..];
            if (value.IsEmpty) return (word.Length, $"'{key}' has no value", $"write {key}=value, or {key} alone for a flag");
            if (value[0] is '"' or '\'') return (word.Length, $"the value of '{key}' is not closed", $"end it with {value[0]}");
            return (word.Length, $"the value of '{key}' cannot be read", $"put it in quotes: {key}=\"…\"");
        }
        if (word is [',' or ';', ..]) return (1, $"'{word[0]}' is no attribute", "attributes have spaces between them");
        return word.IndexOf(':') is > 0 and var colon
            ? (word.Length, $"'{word}' is no attribute", $"write {word[..colon]}=value")
            : (Math.Max(word.Length, 1), $"'{word}' is no attribute", "write key=value, a name alone, #id or .class");
    }
}
