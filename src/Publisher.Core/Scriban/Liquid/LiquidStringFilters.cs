using System.Text;
using Publisher.Scriban.Functions;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Liquid;

/// <summary>
/// Liquid's filters that make text of text; what is no text is taken as <see cref="LiquidText.InFilter"/> says.
/// </summary>
internal static class LiquidStringFilters
{
    private const string DefaultEllipsis = "...";

    public static void AddTo(FunctionGroup group) => group
        // The text with another behind it.
        // `{{ "soup" | append: ".html" }}` → `soup.html`
        .Add("append", "text, with", static (run, a) => Arguments.Made(run, Text(run, a, 0) + Text(run, a, 1)))
        // The text with a capital first and the rest in small letters.
        // `{{ "hot SOUP" | capitalize }}` → `Hot soup`
        .Add("capitalize", "text", static (run, a) => Arguments.Made(run, LiquidCharacters.Capitalize(Text(run, a, 0))))
        // The text in small letters.
        // `{{ "Hot SOUP" | downcase }}` → `hot soup`
        .Add("downcase", "text", static (run, a) => Arguments.Made(run, LiquidCharacters.Lower(Text(run, a, 0))))
        // The text without white space at its beginning.
        // `[{{ "  soup " | lstrip }}]` → `[soup ]`
        .Add("lstrip", "text", static (run, a) => Arguments.Made(run, Text(run, a, 0).TrimStart(LiquidSpace.Stripped)))
        // The text with one blank for any amount of white space.
        // `{{ "hot   soup" | normalize_whitespace }}` → `hot soup`
        .Add("normalize_whitespace", "text", static (run, a) => Arguments.Made(run, Squished(Text(run, a, 0))))
        // The text with another before it.
        // `{{ "soup" | prepend: "hot " }}` → `hot soup`
        .Add("prepend", "text, by", static (run, a) => Arguments.Made(run, Text(run, a, 1) + Text(run, a, 0)))
        // The text without the other one, wherever it stands.
        // `{{ "a-b-c" | remove: "-" }}` → `abc`
        .Add("remove", "text, part", static (run, a) => LiquidReplacing.All(run, Text(run, a, 0), Text(run, a, 1), ""))
        // The text without the other one where it stands first.
        // `{{ "a-b-c" | remove_first: "-" }}` → `ab-c`
        .Add("remove_first", "text, part", static (run, a) => LiquidReplacing.First(run, Text(run, a, 0), Text(run, a, 1), ""))
        // The text without the other one where it stands last.
        // `{{ "a-b-c" | remove_last: "-" }}` → `a-bc`
        .Add("remove_last", "text, part", static (run, a) => LiquidReplacing.Last(run, Text(run, a, 0), Text(run, a, 1), ""))
        // The text with one part replaced, wherever it stands.
        // `{{ "a-b-c" | replace: "-", "+" }}` → `a+b+c`
        .Add("replace", "text, part, by?", static (run, a) =>
            LiquidReplacing.All(run, Text(run, a, 0), Text(run, a, 1), Text(run, a, 2)))
        // The text with one part replaced where it stands first.
        // `{{ "a-b-c" | replace_first: "-", "+" }}` → `a+b-c`
        .Add("replace_first", "text, part, by?", static (run, a) =>
            LiquidReplacing.First(run, Text(run, a, 0), Text(run, a, 1), Text(run, a, 2)))
        // The text with one part replaced where it stands last.
        // `{{ "a-b-c" | replace_last: "-", "+" }}` → `a-b+c`
        .Add("replace_last", "text, part, by", static (run, a) =>
            LiquidReplacing.Last(run, Text(run, a, 0), Text(run, a, 1), Text(run, a, 2)))
        // The text without white space at its end.
        // `[{{ "  soup " | rstrip }}]` → `[  soup]`
        .Add("rstrip", "text", static (run, a) => Arguments.Made(run, Text(run, a, 0).TrimEnd(LiquidSpace.Stripped)))
        // The character at a place, or so many from there on; of an array, items. Negative places count from the end.
        // `{{ "hot soup" | slice: 4 }} {{ "hot soup" | slice: 4, 4 }} {{ "hot soup" | slice: -2, 2 }}` → `s soup up`
        .Add("slice", "text, start, length?", Slice)
        // The parts between the separators.
        // `{{ "hot,quick" | split: "," | size }}` → `2`
        .Add("split", "text, separator", Split)
        // The text with one blank for any amount of white space, and none at its ends.
        // `[{{ "  hot   soup " | squish }}]` → `[hot soup]`
        .Add("squish", "text", static (run, a) => a[0].IsNull ? Value.Null : Arguments.Made(run, Squished(Text(run, a, 0))))
        // The text without white space at both ends.
        // `[{{ "  soup " | strip }}]` → `[soup]`
        .Add("strip", "text", static (run, a) => Arguments.Made(run, Stripped(Text(run, a, 0))))
        // The text without line breaks.
        //
        // ```liquid
        // {% capture text %}one
        // two{% endcapture %}{{ text | strip_newlines }}
        // ```
        //
        // ```text title="Output"
        // onetwo
        // ```
        .Add("strip_newlines", "text", static (run, a) =>
            Arguments.Made(run, Text(run, a, 0).Replace("\r\n", "").Replace("\n", "")))
        // The text, or, if it is longer than 50 characters or that many, its beginning with dots; the dots count.
        // `{{ "hot soup with bread" | truncate: 11 }}` → `hot soup...`
        .Add("truncate", "text, length?, ellipsis?", Truncate)
        // The text, or, if it has more words than 15 or that many, its beginning with dots.
        // `{{ "hot soup with bread" | truncatewords: 2 }}` → `hot soup...`
        .Add("truncatewords", "text, count?, ellipsis?", TruncateWords)
        // The text in capitals.
        // `{{ "hot soup" | upcase }}` → `HOT SOUP`
        .Add("upcase", "text", static (run, a) => Arguments.Made(run, LiquidCharacters.Upper(Text(run, a, 0))));

    internal static string Text(TemplateRun run, ReadOnlySpan<Value> a, int index) => LiquidText.InFilter(a[index], run);

    internal static string Stripped(string text) => text.Trim(LiquidSpace.Stripped);

    /// <summary>The words of a text; white space is what separates them.</summary>
    internal static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var from = at;
            while (at < text.Length && !LiquidSpace.Is(text[at])) at++;
            if (at > from) words.Add(text[from..at]);
            else at++;
        }
        return words;
    }

    private static string Squished(string text)
    {
        var made = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!LiquidSpace.Is(c)) made.Append(c);
            else if (made.Length == 0 || made[^1] != ' ') made.Append(' ');
        }
        return Stripped(made.ToString());
    }

    private static Value Slice(TemplateRun run, ReadOnlySpan<Value> a)
    {
        var start = LiquidInteger.Of(a[1], run);
        var length = a[2].IsTrue ? LiquidInteger.Of(a[2], run) : 1;
        var isArray = LiquidKind.IsArray(a[0]);
        var text = isArray ? "" : Text(run, a, 0);
        var count = isArray ? a[0].AsList.Count : LiquidCharacters.Count(text);
        if (start < 0) start += count;
        if (start < 0 || start > count || length < 0) (start, length) = (0, 0);
        return isArray ? Value.FromList(Running.Lists.Slice(a[0].AsList, start, length, run))
            : Arguments.Made(run, LiquidCharacters.Slice(text, start, length));
    }

    /// <summary>
    /// Empty parts at the end are left out; a space separates as all white space does, nothing separates each character.
    /// </summary>
    private static Value Split(TemplateRun run, ReadOnlySpan<Value> a)
    {
        var (text, separator) = (Text(run, a, 0), Text(run, a, 1));
        IReadOnlyList<string> parts = separator switch
        {
            "" => [.. LiquidCharacters.Each(text)],
            " " => Words(text),
            _ => text.Split(separator),
        };
        var count = parts.Count;
        while (count > 0 && parts[count - 1].Length == 0) count--;
        run.CheckLength(count);
        run.Charge(text.Length * 2L + count * 48L);
        var list = new ScriptArray(count);
        for (var i = 0; i < count; i++) list.Add(Value.FromString(parts[i]));
        return Value.FromList(list);
    }

    /// <summary>The ellipsis counts among the characters that are kept.</summary>
    private static Value Truncate(TemplateRun run, ReadOnlySpan<Value> a)
    {
        if (a[0].IsNull) return Value.Null;
        var text = Text(run, a, 0);
        var length = a[1].IsUndefined ? 50 : LiquidInteger.Of(a[1], run);
        var ellipsis = a[2].IsUndefined ? DefaultEllipsis : Text(run, a, 2);
        if (LiquidCharacters.Count(text) <= length) return Value.FromString(text);
        var kept = Math.Max(0, length - LiquidCharacters.Count(ellipsis));
        return Arguments.Made(run, LiquidCharacters.Slice(text, 0, kept) + ellipsis);
    }

    /// <summary>White space behind the last word that is kept counts as a word that is not.</summary>
    private static Value TruncateWords(TemplateRun run, ReadOnlySpan<Value> a)
    {
        if (a[0].IsNull) return Value.Null;
        var text = Text(run, a, 0);
        var count = Math.Max(1, a[1].IsUndefined ? 15 : LiquidInteger.Of(a[1], run));
        var ellipsis = a[2].IsUndefined ? DefaultEllipsis : Text(run, a, 2);
        if (count >= int.MaxValue) throw run.Fault($"{count} words are too many for truncatewords");
        var made = new StringBuilder();
        var at = 0;
        for (var words = 0; ; words++)
        {
            while (at < text.Length && LiquidSpace.Is(text[at])) at++;
            if (words == count || at == text.Length)
            {
                var isWhole = at == text.Length && (words < count || !LiquidSpace.Is(text[^1]));
                return isWhole ? Value.FromString(text) : Arguments.Made(run, made + ellipsis);
            }
            var from = at;
            while (at < text.Length && !LiquidSpace.Is(text[at])) at++;
            if (words > 0) made.Append(' ');
            made.Append(text, from, at - from);
        }
    }
}
