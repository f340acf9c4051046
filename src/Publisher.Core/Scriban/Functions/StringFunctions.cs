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
        .Add("contains", "text, value", static (run, a) =>
            Test(run, a, static (text, value) => text.Contains(value, StringComparison.Ordinal)))
        .Add("empty", "text", static (run, a) => Value.FromBoolean(a.Text(0, run).Length == 0))
        .Add("ends_with", "text, value", static (run, a) =>
            Test(run, a, static (text, value) => text.EndsWith(value, StringComparison.Ordinal)))
        .Add("equals_ignore_case", "text, value", static (run, a) =>
            Value.FromBoolean(string.Equals(a.TextOrNull(0, run), a.TextOrNull(1, run), StringComparison.OrdinalIgnoreCase)))
        .Add("index_of", "text, search, startIndex?, count?, stringComparison?", IndexOf)
        .Add("size", "text", static (run, a) => Value.FromInteger(a.Text(0, run).Length))
        .Add("starts_with", "text, value", static (run, a) =>
            Test(run, a, static (text, value) => text.StartsWith(value, StringComparison.Ordinal)))
        .Add("whitespace", "text", static (run, a) => Value.FromBoolean(string.IsNullOrWhiteSpace(a.Text(0, run))));

    private static void AddChanges(FunctionGroup group) => group
        .Add("append", "text, with", static (run, a) => Arguments.Made(run, a.Text(0, run) + a.Text(1, run)))
        .Add("capitalize", "text", static (run, a) => Arguments.Made(run, Capitalize(a.Text(0, run))))
        .Add("capitalizewords", "text", static (run, a) => Arguments.Made(run, CapitalizeWords(a.Text(0, run))))
        .Add("downcase", "text", static (run, a) => Arguments.Made(run, a.Text(0, run).ToLowerInvariant()))
        .Add("handleize", "text", static (run, a) => Arguments.Made(run, Handle(a.Text(0, run))))
        .Add("lstrip", "text", static (run, a) => Arguments.Made(run, a.Text(0, run).TrimStart()))
        .Add("pad_left", "text, width", static (run, a) => Pad(run, a, static (text, width) => text.PadLeft(width)))
        .Add("pad_right", "text, width", static (run, a) => Pad(run, a, static (text, width) => text.PadRight(width)))
        .Add("pluralize", "number, singular, plural", static (run, a) => a.Integer(0, run) == 1 ? a[1] : a[2])
        .Add("prepend", "text, by", static (run, a) => Arguments.Made(run, a.Text(1, run) + a.Text(0, run)))
        .Add("remove", "text, remove", static (run, a) => Replaced(run, a, ""))
        .Add("remove_first", "text, remove", static (run, a) => ReplacedOnce(run, a, "", last: false))
        .Add("remove_last", "text, remove", static (run, a) => ReplacedOnce(run, a, "", last: true))
        .Add("replace", "text, match, replace", static (run, a) => Replaced(run, a, a.Text(2, run)))
        .Add("replace_first", "text, match, replace, fromEnd?", static (run, a) =>
            ReplacedOnce(run, a, a.Text(2, run), a[3].IsTrue))
        .Add("rstrip", "text", static (run, a) => Arguments.Made(run, a.Text(0, run).TrimEnd()))
        .Add("strip", "text", static (run, a) => Arguments.Made(run, a.Text(0, run).Trim()))
        .Add("strip_newlines", "text", static (run, a) =>
            Arguments.Made(run, a.Text(0, run).Replace("\r", "").Replace("\n", "")))
        .Add("upcase", "text", static (run, a) => Arguments.Made(run, a.Text(0, run).ToUpperInvariant()));

    private static void AddParts(FunctionGroup group) => group
        .Add("slice", "text, start, length?", static (run, a) => Slice(run, a, int.MaxValue))
        .Add("slice1", "text, start, length?", static (run, a) => Slice(run, a, 1))
        .Add("split", "text, match", Split)
        .Add("truncate", "text, length, ellipsis?", Truncate)
        .Add("truncatewords", "text, count, ellipsis?", TruncateWords);

    private static void AddConversions(FunctionGroup group) => group
        .Add("base64_decode", "text", Base64Decode)
        .Add("base64_encode", "text", static (run, a) =>
            Arguments.Made(run, Convert.ToBase64String(Encoding.UTF8.GetBytes(a.Text(0, run)))))
        .Add("escape", "text", static (run, a) => Arguments.Made(run, Escaped(a.Text(0, run))))
        .Add("hmac_sha1", "text, secretKey", static (run, a) => Signed(run, a, HMACSHA1.HashData))
        .Add("hmac_sha256", "text, secretKey", static (run, a) => Signed(run, a, HMACSHA256.HashData))
        .Add("hmac_sha512", "text, secretKey", static (run, a) => Signed(run, a, HMACSHA512.HashData))
        .Add("literal", "text", static (run, a) =>
            a[0].IsNull ? Value.Null : Arguments.Made(run, '"' + Escaped(a.Text(0, run)) + '"'))
        .Add("md5", "text", static (run, a) => Hashed(run, a, MD5.HashData))
        .Add("sha1", "text", static (run, a) => Hashed(run, a, SHA1.HashData))
        .Add("sha256", "text", static (run, a) => Hashed(run, a, SHA256.HashData))
        .Add("sha512", "text", static (run, a) => Hashed(run, a, SHA512.HashData))
        .Add("to_double", "text", static (run, a) =>
            double.TryParse(a.Text(0, run), CultureInfo.InvariantCulture, out var number) ? Value.FromDouble(number)
                : Value.Null)
        .Add("to_float", "text", static (run, a) => float.TryParse(a.Text(0, run), CultureInfo.InvariantCulture, out var number)
            ? Value.FromFloat(number) : Value.Null)
        .Add("to_int", "text", static (run, a) => int.TryParse(a.Text(0, run), CultureInfo.InvariantCulture, out var number)
            ? Value.FromInteger(number) : Value.Null)
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
