using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Functions;

/// <summary><c>string.…</c>: null is taken as empty text, and letters as in the invariant culture.</summary>
internal static class StringFunctions
{
    public static void AddTo(Globals globals)
    {
        var group = new FunctionGroup("string");
        AddTests(group);
        AddChanges(group);
        AddParts(group);
        AddConversions(group);
        group.AddTo(globals);
    }

    private static void AddTests(FunctionGroup group) => group
        // Whether the other text is in it.
        // `{{ "hot soup" | string.contains "soup" }}` → `true`
        .Add("contains", "text, value", static (run, a) =>
            Test(run, a, static (text, value) => text.Contains(value, StringComparison.Ordinal)))
        // Whether it has no characters.
        // `{{ "" | string.empty }} {{ " " | string.empty }}` → `true false`
        .Add("empty", "text", static (run, a) => Value.FromBoolean(a.Text(0, run).Length == 0))
        // Whether it ends with the other text.
        // `{{ "soup.html" | string.ends_with ".html" }}` → `true`
        .Add("ends_with", "text, value", static (run, a) =>
            Test(run, a, static (text, value) => text.EndsWith(value, StringComparison.Ordinal)))
        // Whether both are the same but for capitals.
        // `{{ "Soup" | string.equals_ignore_case "SOUP" }}` → `true`
        .Add("equals_ignore_case", "text, value", static (run, a) =>
            Value.FromBoolean(string.Equals(a.TextOrNull(0, run), a.TextOrNull(1, run), StringComparison.OrdinalIgnoreCase)))
        // Where the other text begins, from 0, or -1. The search may begin further on and be of so many characters. With
        // `"OrdinalIgnoreCase"`, capitals are taken for small letters.
        // `{{ "hot soup" | string.index_of "o" }} {{ "hot soup" | string.index_of "o" 2 }}` → `1 5`
        // `{{ "hot" | string.index_of "x" }}` → `-1`
        .Add("index_of", "text, search, startIndex?, count?, stringComparison?", IndexOf)
        // How many characters the text has.
        // `{{ "soup" | string.size }}` → `4`
        .Add("size", "text", static (run, a) => Value.FromInteger(a.Text(0, run).Length))
        // Whether it begins with the other text.
        // `{{ "/docs/a/" | string.starts_with "/docs/" }}` → `true`
        .Add("starts_with", "text, value", static (run, a) =>
            Test(run, a, static (text, value) => text.StartsWith(value, StringComparison.Ordinal)))
        // Whether there is nothing but white space in it.
        // `{{ " \t" | string.whitespace }}` → `true`
        .Add("whitespace", "text", static (run, a) => Value.FromBoolean(string.IsNullOrWhiteSpace(a.Text(0, run))));

    private static void AddChanges(FunctionGroup group) => group
        // The text with another behind it.
        // `{{ "soup" | string.append ".html" }}` → `soup.html`
        .Add("append", "text, with", static (run, a) => Arguments.Made(run, a.Text(0, run) + a.Text(1, run)))
        // The text with a capital first; the rest stays.
        // `{{ "hot Soup" | string.capitalize }}` → `Hot Soup`
        .Add("capitalize", "text", static (run, a) => Arguments.Made(run, Capitalize(a.Text(0, run))))
        // The text with a capital at each word.
        // `{{ "hot soup" | string.capitalizewords }}` → `Hot Soup`
        .Add("capitalizewords", "text", static (run, a) => Arguments.Made(run, CapitalizeWords(a.Text(0, run))))
        // The text in small letters.
        // `{{ "Hot SOUP" | string.downcase }}` → `hot soup`
        .Add("downcase", "text", static (run, a) => Arguments.Made(run, a.Text(0, run).ToLowerInvariant()))
        // Letters and digits in small letters, with a hyphen for what is between them.
        // `{{ "Hot Soup & Bread!" | string.handleize }}` → `hot-soup-bread`
        .Add("handleize", "text", static (run, a) => Arguments.Made(run, Handle(a.Text(0, run))))
        // The text without white space at its beginning.
        // `[{{ "  soup " | string.lstrip }}]` → `[soup ]`
        .Add("lstrip", "text", static (run, a) => Arguments.Made(run, a.Text(0, run).TrimStart()))
        // The text with blanks before it, up to that width.
        // `[{{ "7" | string.pad_left 3 }}]` → `[  7]`
        .Add("pad_left", "text, width", static (run, a) => Pad(run, a, static (text, width) => text.PadLeft(width)))
        // The text with blanks behind it, up to that width.
        // `[{{ "7" | string.pad_right 3 }}]` → `[7  ]`
        .Add("pad_right", "text, width", static (run, a) => Pad(run, a, static (text, width) => text.PadRight(width)))
        // The first text for one, the second one for any other number.
        // `{{ 1 | string.pluralize "page" "pages" }}, {{ 3 | string.pluralize "page" "pages" }}` → `page, pages`
        .Add("pluralize", "number, singular, plural", static (run, a) => a.Integer(0, run) == 1 ? a[1] : a[2])
        // The text with another before it.
        // `{{ "soup" | string.prepend "hot " }}` → `hot soup`
        .Add("prepend", "text, by", static (run, a) => Arguments.Made(run, a.Text(1, run) + a.Text(0, run)))
        // The text without the other one, wherever it stands.
        // `{{ "a-b-c" | string.remove "-" }}` → `abc`
        .Add("remove", "text, remove", static (run, a) => Replaced(run, a, ""))
        // The text without the other one where it stands first.
        // `{{ "a-b-c" | string.remove_first "-" }}` → `ab-c`
        .Add("remove_first", "text, remove", static (run, a) => ReplacedOnce(run, a, "", last: false))
        // The text without the other one where it stands last.
        // `{{ "a-b-c" | string.remove_last "-" }}` → `a-bc`
        .Add("remove_last", "text, remove", static (run, a) => ReplacedOnce(run, a, "", last: true))
        // The text with one part replaced, wherever it stands.
        // `{{ "a-b-c" | string.replace "-" "+" }}` → `a+b+c`
        .Add("replace", "text, match, replace", static (run, a) => Replaced(run, a, a.Text(2, run)))
        // The text with one part replaced where it stands first, or, with `true`, where it stands last.
        // `{{ "a-b-c" | string.replace_first "-" "+" }} {{ "a-b-c" | string.replace_first "-" "+" true }}` → `a+b-c a-b+c`
        .Add("replace_first", "text, match, replace, fromEnd?", static (run, a) =>
            ReplacedOnce(run, a, a.Text(2, run), a[3].IsTrue))
        // The text without white space at its end.
        // `[{{ "  soup " | string.rstrip }}]` → `[  soup]`
        .Add("rstrip", "text", static (run, a) => Arguments.Made(run, a.Text(0, run).TrimEnd()))
        // The text without white space at both ends.
        // `[{{ "  soup " | string.strip }}]` → `[soup]`
        .Add("strip", "text", static (run, a) => Arguments.Made(run, a.Text(0, run).Trim()))
        // The text without line breaks.
        // `{{ "hot\nsoup" | string.strip_newlines }}` → `hotsoup`
        .Add("strip_newlines", "text", static (run, a) =>
            Arguments.Made(run, a.Text(0, run).Replace("\r", "").Replace("\n", "")))
        // The text in capitals.
        // `{{ "hot soup" | string.upcase }}` → `HOT SOUP`
        .Add("upcase", "text", static (run, a) => Arguments.Made(run, a.Text(0, run).ToUpperInvariant()));

    private static void AddParts(FunctionGroup group) => group
        // The part from a place on, to the end or of that length; negative places count from the end.
        // `{{ "hot soup" | string.slice 4 }} {{ "hot soup" | string.slice 0 3 }}` → `soup hot`
        // `{{ "hot soup" | string.slice (-2) }}` → `up`
        .Add("slice", "text, start, length?", static (run, a) => Slice(run, a, int.MaxValue))
        // The same, but one character where no length is given.
        // `{{ "hot soup" | string.slice1 4 }}` → `s`
        .Add("slice1", "text, start, length?", static (run, a) => Slice(run, a, 1))
        // The parts between the separators, without empty ones.
        // `{{ "hot,quick,,cheap" | string.split "," }}` → `["hot", "quick", "cheap"]`
        .Add("split", "text, match", Split)
        // The text, or, if it is longer than that many characters, its beginning with dots; the dots count.
        // `{{ "hot soup with bread" | string.truncate 11 }} {{ "hot soup" | string.truncate 4 "…" }}` → `hot soup... hot…`
        .Add("truncate", "text, length, ellipsis?", Truncate)
        // The text, or, if it has more words than that, its beginning with dots.
        // `{{ "hot soup with bread" | string.truncatewords 2 }}` → `hot soup...`
        .Add("truncatewords", "text, count, ellipsis?", TruncateWords);

    private static void AddConversions(FunctionGroup group) => group
        // The text that was encoded.
        // `{{ "c291cA==" | string.base64_decode }}` → `soup`
        .Add("base64_decode", "text", Base64Decode)
        // The text in Base64.
        // `{{ "soup" | string.base64_encode }}` → `c291cA==`
        .Add("base64_encode", "text", static (run, a) =>
            Arguments.Made(run, Convert.ToBase64String(Encoding.UTF8.GetBytes(a.Text(0, run)))))
        // The text with backslashes where quotes, line breaks and the like are, as it stands in code.
        // `` {{ `say "soup"` | string.escape }} `` → `say \"soup\"`
        .Add("escape", "text", static (run, a) => Arguments.Made(run, Escaped(a.Text(0, run))))
        // The text's signature with a secret key by HMAC-SHA1, in hexadecimal digits.
        // `{{ "soup" | string.hmac_sha1 "secret" }}` → `c31f0e38e0dada6cd64dae8d8af2165e85af667d`
        .Add("hmac_sha1", "text, secretKey", static (run, a) => Signed(run, a, HMACSHA1.HashData))
        // The text's signature with a secret key by HMAC-SHA256.
        // `{{ "soup" | string.hmac_sha256 "secret" | string.truncate 20 }}` → `0ccbbcfbd34f01a29...`
        .Add("hmac_sha256", "text, secretKey", static (run, a) => Signed(run, a, HMACSHA256.HashData))
        // The text's signature with a secret key by HMAC-SHA512.
        // `{{ "soup" | string.hmac_sha512 "secret" | string.truncate 20 }}` → `f258d737b9363e9e8...`
        .Add("hmac_sha512", "text, secretKey", static (run, a) => Signed(run, a, HMACSHA512.HashData))
        // The text as it stands in code, with quotes around it.
        // `` {{ `say "soup"` | string.literal }} `` → `"say \"soup\""`
        .Add("literal", "text", static (run, a) =>
            a[0].IsNull ? Value.Null : Arguments.Made(run, '"' + Escaped(a.Text(0, run)) + '"'))
        // The text's MD5 hash, in hexadecimal digits.
        // `{{ "soup" | string.md5 }}` → `98a5f537c46e6a2bcd1066ec72b9a612`
        .Add("md5", "text", static (run, a) => Hashed(run, a, MD5.HashData))
        // The text's SHA-1 hash, in hexadecimal digits.
        // `{{ "soup" | string.sha1 }}` → `93ad1edafafa81c496f7c2f3af2e1d5129b146ff`
        .Add("sha1", "text", static (run, a) => Hashed(run, a, SHA1.HashData))
        // The text's SHA-256 hash.
        // `{{ "soup" | string.sha256 | string.truncate 20 }}` → `9014fac8184d7ba9e...`
        .Add("sha256", "text", static (run, a) => Hashed(run, a, SHA256.HashData))
        // The text's SHA-512 hash.
        // `{{ "soup" | string.sha512 | string.truncate 20 }}` → `08e3b9c74cca0b6bb...`
        .Add("sha512", "text", static (run, a) => Hashed(run, a, SHA512.HashData))
        // The number that the text is, with a fraction; null if it is none.
        // `{{ ("1.5" | string.to_double) * 2 }}` → `3`
        .Add("to_double", "text", static (run, a) =>
            double.TryParse(a.Text(0, run), CultureInfo.InvariantCulture, out var number) ? Value.FromDouble(number)
                : Value.Null)
        // The same, with half the digits.
        // `{{ ("1.5" | string.to_float) * 2 }}` → `3`
        .Add("to_float", "text", static (run, a) => float.TryParse(a.Text(0, run), CultureInfo.InvariantCulture, out var number)
            ? Value.FromFloat(number) : Value.Null)
        // The whole number that the text is; null if it is none.
        // `{{ ("12" | string.to_int) + 1 }} {{ ("soup" | string.to_int) ?? "none" }}` → `13 none`
        .Add("to_int", "text", static (run, a) => int.TryParse(a.Text(0, run), CultureInfo.InvariantCulture, out var number)
            ? Value.FromInteger(number) : Value.Null)
        // The same, for larger numbers.
        // `{{ ("12000000000" | string.to_long) + 1 }}` → `12000000001`
        .Add("to_long", "text", static (run, a) => long.TryParse(a.Text(0, run), CultureInfo.InvariantCulture, out var number)
            ? Value.FromInteger(number) : Value.Null);

    private static Value Test(TemplateRun run, ReadOnlySpan<Value> a, Func<string, string, bool> test) =>
        Value.FromBoolean(a.Text(1, run) is { Length: > 0 } value && test(a.Text(0, run), value));

    private static Value IndexOf(TemplateRun run, ReadOnlySpan<Value> a)
    {
        var text = a.Text(0, run);
        var start = (int)Math.Clamp(a.Integer(2, run), 0, text.Length);
        var count = (int)Math.Clamp(a.Integer(3, run, int.MaxValue), 0, text.Length - start);
        var comparison = a.Text(4, run).Contains("IgnoreCase", StringComparison.OrdinalIgnoreCase)
            ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return Value.FromInteger(text.IndexOf(a.Text(1, run), start, count, comparison));
    }

    private static string Capitalize(string text) =>
        text.Length == 0 || char.IsUpper(text[0]) ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>The first letter of each word in upper case, whatever signs and digits stand before it.</summary>
    private static string CapitalizeWords(string text) => string.Create(text.Length, text, static (made, text) =>
    {
        var begins = true;
        for (var i = 0; i < text.Length; i++)
        {
            var letter = begins && char.IsLetter(text[i]);
            made[i] = letter ? char.ToUpperInvariant(text[i]) : text[i];
            begins = char.IsWhiteSpace(text[i]) || (begins && !letter);
        }
    });

    private static string Handle(string text)
    {
        var made = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c)) made.Append(char.ToLowerInvariant(c));
            else if (made.Length == 0 || made[^1] != '-') made.Append('-');
        }
        return made.ToString().TrimEnd('-');
    }

    private static Value Pad(TemplateRun run, ReadOnlySpan<Value> a, Func<string, int, string> pad)
    {
        var width = a.Integer(1, run);
        if (width < 0) throw run.Fault("a width must not be negative");
        run.CheckLength(width);
        return Arguments.Made(run, pad(a.Text(0, run), (int)width));
    }

    private static Value Replaced(TemplateRun run, ReadOnlySpan<Value> a, string by)
    {
        var (text, match) = (a.Text(0, run), a.Text(1, run));
        if (match.Length == 0 || text.Length == 0) return Value.FromString(text);
        var extra = Math.Max(0, by.Length - match.Length);
        if (extra > 0) run.CheckLength(text.Length + (long)extra * text.AsSpan().Count(match));
        return Arguments.Made(run, text.Replace(match, by, StringComparison.Ordinal));
    }

    private static Value ReplacedOnce(TemplateRun run, ReadOnlySpan<Value> a, string by, bool last)
    {
        var (text, match) = (a.Text(0, run), a.Text(1, run));
        var found = match.Length == 0 ? -1 : last ? text.LastIndexOf(match, StringComparison.Ordinal)
            : text.IndexOf(match, StringComparison.Ordinal);
        return found < 0 ? Value.FromString(text) : Arguments.Made(run, text[..found] + by + text[(found + match.Length)..]);
    }

    private static Value Slice(TemplateRun run, ReadOnlySpan<Value> a, long missing)
    {
        var text = a.Text(0, run);
        var (start, length) = (a.Integer(1, run), a.Integer(2, run, missing));
        if (a[2].IsNull) length = Math.Min(length, text.Length);
        if (start < 0) start += text.Length;
        if (start < 0)
        {
            length += start;
            start = 0;
        }
        if (length <= 0 || start >= text.Length) return Value.FromString("");
        return Arguments.Made(run, text.Substring((int)start, (int)Math.Min(length, text.Length - start)));
    }

    private static Value Split(TemplateRun run, ReadOnlySpan<Value> a)
    {
        var (text, match) = (a.Text(0, run), a.Text(1, run));
        var parts = new ScriptArray();
        run.Charge(text.Length * 4L);
        if (text.Length == 0) return Value.FromList(parts);
        foreach (var part in text.Split(match, StringSplitOptions.RemoveEmptyEntries))
        {
            run.Charge(32);
            parts.Add(Value.FromString(part));
        }
        return Value.FromList(parts);
    }

    private static Value Truncate(TemplateRun run, ReadOnlySpan<Value> a)
    {
        var (text, length, ellipsis) = (a.Text(0, run), a.Integer(1, run), a.TextOrNull(2, run) ?? "...");
        if (text.Length <= length) return Value.FromString(text);
        var kept = (int)Math.Max(0, length - ellipsis.Length);
        if (kept > 0 && char.IsHighSurrogate(text[kept - 1])) kept--;
        return Arguments.Made(run, text[..kept] + ellipsis);
    }

    private static Value TruncateWords(TemplateRun run, ReadOnlySpan<Value> a)
    {
        var (text, count, ellipsis) = (a.Text(0, run), a.Integer(1, run), a.TextOrNull(2, run) ?? "...");
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length <= count) return Arguments.Made(run, string.Join(' ', words));
        return Arguments.Made(run, string.Join(' ', words.Take((int)Math.Max(0, count))) + ellipsis);
    }

    private static string Escaped(string text)
    {
        var made = new StringBuilder(text.Length + 8);
        ValueText.AppendEscaped(made, text);
        return made.ToString();
    }

    private static Value Base64Decode(TemplateRun run, ReadOnlySpan<Value> a)
    {
        var text = a.Text(0, run);
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length)) throw run.Fault("this is not base64");
        return Arguments.Made(run, Encoding.UTF8.GetString(bytes, 0, length));
    }

    private static Value Hashed(TemplateRun run, ReadOnlySpan<Value> a, Func<byte[], byte[]> hash) =>
        Value.FromString(Convert.ToHexStringLower(hash(Bytes(run, a, 0))));

    private static Value Signed(TemplateRun run, ReadOnlySpan<Value> a, Func<byte[], byte[], byte[]> sign) =>
        Value.FromString(Convert.ToHexStringLower(sign(Bytes(run, a, 1), Bytes(run, a, 0))));

    private static byte[] Bytes(TemplateRun run, ReadOnlySpan<Value> a, int index)
    {
        var text = a.Text(index, run);
        run.Charge(text.Length * 3L);
        return Encoding.UTF8.GetBytes(text);
    }
}
