using Markdig.Syntax.Inlines;
using Publisher.Diagnostics;

namespace Publisher.Content.Markdown.References;

/// <summary>
/// Finds what was meant as a link or a footnote by reference (<c>[text][label]</c>, <c>[^name]</c>) but refers to nothing.
/// </summary>
internal static class UnresolvedReference
{
    private const int MaxLength = 200;

    /// <summary>
    /// Looks at a text that remained text, and at the character before it. Such brackets must stand by themselves:
    /// <c>m[i][j]</c> is no link.
    /// </summary>
    public static void Check(Draft draft, LiteralInline literal, char before)
    {
        var sign = literal.Content.CurrentChar;
        if (sign == '^' && before == '[') CheckFootnote(draft, literal);
        else if (sign == '[' && before == ']' && !literal.IsFirstCharacterEscaped) CheckLink(draft, literal.Span.Start);
    }

    private static void CheckFootnote(Draft draft, LiteralInline literal)
    {
        var text = literal.Content.AsSpan()[1..];
        var length = 0;
        while (length < text.Length && (char.IsLetterOrDigit(text[length]) || text[length] is '-' or '_')) length++;
        if (length == 0 || length >= text.Length || text[length] != ']' || text[(length + 1)..].StartsWith(":")) return;
        draft.Problems.Add(Messages.UnknownFootnote(
            draft.Source.At(literal.Span.Start - 1, length + 3), text[..length].ToString()));
    }

    private static void CheckLink(Draft draft, int at)
    {
        var text = draft.Source.Text;
        if (at <= 1 || at >= text.Length || text[at] != '[') return;
        var label = text.AsSpan(at + 1, Math.Min(MaxLength, text.Length - at - 1));
        var close = label.IndexOfAny("[]\n");
        if (close <= 0 || label[close] != ']' || !label[..close].ContainsAnyInRange('A', 'z')
            || label[(close + 1)..].StartsWith("("))
            return;
        var from = Math.Max(0, at - MaxLength);
        var open = text.AsSpan(from, at - 1 - from).LastIndexOfAny("[]");
        if (open < 0 || text[from + open] != '[' || from + open + 2 == at) return;
        if (from + open > 0 && text[from + open - 1] is var first && (char.IsLetterOrDigit(first) || first is ')' or ']' or '\\'))
            return;
        draft.Problems.Add(Messages.UnknownReference(
            draft.Source.At(from + open, at + close + 2 - from - open), label[..close].ToString()));
    }
}
