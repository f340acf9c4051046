using Publisher.Diagnostics;

namespace Publisher.Content.Markdown.References;

/// <summary>
/// Finds what looks like the code of a template. It is text here and is shown as it is, which its author may not expect;
/// what a template printed is as its author wants it.
/// </summary>
internal static class TemplateCode
{
    private const int MaxShown = 60;

    /// <summary>Looks at a text that begins at <paramref name="offset"/> of the source.</summary>
    public static void Check(Draft draft, ReadOnlySpan<char> text, int offset)
    {
        if (draft.IsSummary || draft.Source.IsFilled) return;
        for (var at = text.IndexOf('{'); at >= 0 && at + 1 < text.Length;)
        {
            var length = LengthAt(text[at..]);
            if (length > 0)
            {
                var shown = text.Slice(at, Math.Min(length, MaxShown)).ToString();
                draft.Problems.Add(Messages.TemplateCodeIsText(
                    draft.Source.At(offset + at, length), length > MaxShown ? shown + "…" : shown));
            }
            at += Math.Max(length, 1);
            var next = text[at..].IndexOf('{');
            at = next < 0 ? -1 : at + next;
        }
    }

    /// <summary>How long the <c>{{ … }}</c> or <c>{% … %}</c> at the start is; 0 when none is there.</summary>
    private static int LengthAt(ReadOnlySpan<char> text)
    {
        var close = text[1] == '{' ? "}}" : text[1] == '%' ? "%}" : null;
        if (close is null) return 0;
        var line = text[2..].IndexOfAny('\r', '\n');
        var end = (line < 0 ? text[2..] : text.Slice(2, line)).IndexOf(close);
        return end < 0 ? 0 : end + 4;
    }
}
