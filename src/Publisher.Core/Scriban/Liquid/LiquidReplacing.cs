using System.Text;
using Publisher.Scriban.Functions;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Liquid;

/// <summary>
/// Replaces parts of text as Ruby's <c>gsub</c> and <c>sub</c> do, in whose replacements <c>\0</c> and <c>\&amp;</c> stand for
/// the part, <c>\`</c> and <c>\'</c> for what is before and behind it, and <c>\\</c> for one backslash. Nothing, as the part,
/// is found between all characters.
/// </summary>
internal static class LiquidReplacing
{
    public static Value All(TemplateRun run, string text, string part, string by)
    {
        if (part.Length > 0 && !by.Contains('\\'))
        {
            var extra = Math.Max(0, by.Length - part.Length);
            if (extra > 0) run.CheckLength(text.Length + (long)extra * text.AsSpan().Count(part));
            return Arguments.Made(run, text.Replace(part, by, StringComparison.Ordinal));
        }
        var made = new StringBuilder(text.Length);
        for (var at = 0; at <= text.Length;)
        {
            var found = text.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0)
            {
                made.Append(text, at, text.Length - at);
                break;
            }
            made.Append(text, at, found - at);
            Expand(made, text, found, part.Length, by);
            at = found + part.Length;
            if (part.Length == 0 && at++ < text.Length)
            {
                made.Append(text[at - 1]);
                if (char.IsHighSurrogate(text[at - 1]) && at < text.Length) made.Append(text[at++]);
            }
            run.CheckLength(made.Length);
        }
        return Arguments.Made(run, made.ToString());
    }

    public static Value First(TemplateRun run, string text, string part, string by)
    {
        var found = text.IndexOf(part, StringComparison.Ordinal);
        if (found < 0) return Value.FromString(text);
        var made = new StringBuilder(text.Length + by.Length).Append(text, 0, found);
        Expand(made, text, found, part.Length, by);
        return Arguments.Made(run, made.Append(text, found + part.Length, text.Length - found - part.Length).ToString());
    }

    /// <summary>The last one is replaced by the text as it is: Ruby does this one without <c>sub</c>.</summary>
    public static Value Last(TemplateRun run, string text, string part, string by)
    {
        var found = part.Length == 0 ? text.Length : text.LastIndexOf(part, StringComparison.Ordinal);
        return found < 0 ? Value.FromString(text)
            : Arguments.Made(run, string.Concat(text.AsSpan(0, found), by, text.AsSpan(found + part.Length)));
    }

    private static void Expand(StringBuilder made, string text, int found, int length, string by)
    {
        for (var i = 0; i < by.Length; i++)
        {
            var sign = by[i] == '\\' && i + 1 < by.Length ? by[i + 1] : '\0';
            switch (sign)
            {
                case '0' or '&': made.Append(text, found, length); break;
                case >= '1' and <= '9': break;
                case '`': made.Append(text, 0, found); break;
                case '\'': made.Append(text, found + length, text.Length - found - length); break;
                case '\\': made.Append('\\'); break;
                default:
                    made.Append(by[i]);
                    continue;
            }
            i++;
        }
    }
}
