using System.Text;
using System.Text.Unicode;
using Publisher.Scriban.Functions;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Liquid;

/// <summary>Filters between text and markup, addresses and base64.</summary>
internal static class LiquidMarkupFilters
{
    private const string AddressSigns = ":/?#[]@!$&'()*+,;=-._~", EscapedSigns = "-._~";

    public static void AddTo(FunctionGroup group) => group
        // The text that was encoded.
        // `{{ "c291cA==" | base64_decode }}` → `soup`
        .Add("base64_decode", "text", static (run, a) => Base64(run, Text(run, a), safe: false))
        // The text in Base64.
        // `{{ "soup" | base64_encode }}` → `c291cA==`
        .Add("base64_encode", "text", static (run, a) => Arguments.Made(run, Base64(Text(run, a))))
        // The text that was encoded for addresses.
        // `{{ "Pz8_" | base64_url_safe_decode }}` → `???`
        .Add("base64_url_safe_decode", "text", static (run, a) => Base64(run, Text(run, a), safe: true))
        // The text in Base64 with `-` and `_`, for addresses.
        // `{{ "???" | base64_url_safe_encode }}` → `Pz8_`
        .Add("base64_url_safe_encode", "text", static (run, a) =>
            Arguments.Made(run, Base64(Text(run, a)).Replace('+', '-').Replace('/', '_')))
        // The text as one part of an address, with `+` for blanks.
        // `{{ "salt & pepper" | cgi_escape }}` → `salt+%26+pepper`
        .Add("cgi_escape", "text", static (run, a) => Arguments.Made(run, FormEncoded(TextOnly(run, a))))
        // The text with what has a meaning in HTML escaped.
        // `{{ "Salt & <pepper>" | escape }}` → `Salt &amp; &lt;pepper&gt;`
        .Add("escape", "text", Escape)
        // The same, but what is escaped already stays as it is.
        // `{{ "Salt &amp; <pepper>" | escape_once }}` → `Salt &amp; &lt;pepper&gt;`
        .Add("escape_once", "text", static (run, a) => Markup(run, EscapedOnce(Text(run, a))))
        // The same as `escape`.
        // `{{ "<pepper>" | h }}` → `&lt;pepper&gt;`
        .Add("h", "text", Escape)
        // The text with `<br />` before each line break.
        //
        // ```liquid
        // {% capture text %}one
        // two{% endcapture %}{{ text | newline_to_br }}
        // ```
        //
        // ```text title="Output"
        // one<br />
        // two
        // ```
        .Add("newline_to_br", "text", static (run, a) =>
            Arguments.Made(run, Text(run, a).Replace("\r\n", "\n").Replace("\n", "<br />\n")))
        // The text without tags, comments, scripts and styles.
        // `{{ "<b>hot</b> soup" | strip_html }}` → `hot soup`
        .Add("strip_html", "text", static (run, a) => Arguments.Made(run, LiquidStripping.Strip(Text(run, a))))
        // The text as an address: only what cannot stand in one is encoded.
        // `{{ "/hot soups/?q=é" | uri_escape }}` → `/hot%20soups/?q=%C3%A9`
        .Add("uri_escape", "text", UriEscape)
        // The text that was encoded for an address.
        // `{{ "salt+%26+pepper" | url_decode }}` → `salt & pepper`
        .Add("url_decode", "text", static (run, a) => a[0].IsNull ? Value.Null : Decoded(run, Text(run, a)))
        // The text as one part of an address, with `+` for blanks.
        // `{{ "salt & pepper" | url_encode }}` → `salt+%26+pepper`
        .Add("url_encode", "text", static (run, a) => a[0].IsNull ? Value.Null : Arguments.Made(run, FormEncoded(Text(run, a))))
        // The text with what has a meaning in XML escaped.
        // `{{ "Salt & <pepper>" | xml_escape }}` → `Salt &amp; &lt;pepper&gt;`
        .Add("xml_escape", "text", static (run, a) => Markup(run, XmlEscaped(Text(run, a))));

    /// <summary>Escapes for attributes as XML names the signs.</summary>
    internal static string XmlEscaped(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;")
        .Replace("\"", "&quot;").Replace("'", "&apos;");

    private static string Text(TemplateRun run, ReadOnlySpan<Value> a) => LiquidText.InFilter(a[0], run);

    private static string TextOnly(TemplateRun run, ReadOnlySpan<Value> a) => LiquidKind.IsText(a[0]) ? Text(run, a)
        : throw run.Fault($"text is wanted here, not {LiquidKind.NameOf(a[0])}");

    private static Value Escape(TemplateRun run, ReadOnlySpan<Value> a) =>
        a[0].IsNull ? Value.Null : Markup(run, HtmlText.Escape(Text(run, a)));

    /// <summary>What is escaped already, so that a template which escapes what it prints does not do it again.</summary>
    private static Value Markup(TemplateRun run, string text)
    {
        var made = Arguments.Made(run, text);
        return run.CurrentFrame.Template.Options.Escape == Publisher.Scriban.Escape.Html ? Value.FromHtml(text) : made;
    }

    private static string EscapedOnce(string text)
    {
        var made = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '&' && IsEntity(text.AsSpan(i + 1))) made.Append('&');
            else made.Append(HtmlText.Escape(text[i].ToString()));
        }
        return made.ToString();
    }

    /// <summary>Whether letters, or a number in decimal, and a semicolon follow.</summary>
    private static bool IsEntity(ReadOnlySpan<char> text)
    {
        var isNumber = text is ['#', ..];
        if (isNumber) text = text[1..];
        var length = 0;
        while (length < text.Length && (isNumber ? char.IsAsciiDigit(text[length]) : char.IsAsciiLetter(text[length]))) length++;
        return length > 0 && length < text.Length && text[length] == ';';
    }

    private static string FormEncoded(string text) => Encoded(Encoding.UTF8.GetBytes(text), EscapedSigns).Replace("%20", "+");

    private static string Encoded(byte[] bytes, string kept)
    {
        var made = new StringBuilder(bytes.Length + 16);
        foreach (var one in bytes)
        {
            if (char.IsAsciiLetterOrDigit((char)one) || kept.Contains((char)one)) made.Append((char)one);
            else made.Append('%').Append(one.ToString("X2"));
        }
        return made.ToString();
    }

    /// <summary>What is encoded already is decoded first, so that it is not encoded twice.</summary>
    private static Value UriEscape(TemplateRun run, ReadOnlySpan<Value> a)
    {
        if (a[0].IsNull) return Value.Null;
        return Arguments.Made(run, Encoded(Unescaped(TextOnly(run, a)), AddressSigns));
    }

    private static Value Decoded(TemplateRun run, string text)
    {
        var bytes = Unescaped(text.Replace('+', ' '));
        return Utf8.IsValid(bytes) ? Arguments.Made(run, Encoding.UTF8.GetString(bytes))
            : throw run.Fault("what this decodes to is not UTF-8");
    }

    private static byte[] Unescaped(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var length = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var isEscape = bytes[i] == '%' && i + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[i + 1])
                && char.IsAsciiHexDigit((char)bytes[i + 2]);
            bytes[length++] = isEscape ? Convert.FromHexString([(char)bytes[i + 1], (char)bytes[i + 2]])[0] : bytes[i];
            if (isEscape) i += 2;
        }
        return bytes[..length];
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static Value Base64(TemplateRun run, string text, bool safe)
    {
        if (safe)
        {
            text = text.Replace('-', '+').Replace('_', '/');
            if (!text.EndsWith('=')) text = text.PadRight((text.Length + 3) / 4 * 4, '=');
        }
        var bytes = new byte[text.Length];
        if (text.AsSpan().IndexOfAny(LiquidSpace.All) >= 0 || !Convert.TryFromBase64String(text, bytes, out var length))
            throw run.Fault("this is not base64");
        return Utf8.IsValid(bytes.AsSpan(0, length)) ? Arguments.Made(run, Encoding.UTF8.GetString(bytes, 0, length))
            : throw run.Fault("what this decodes to is not UTF-8");
    }
}
