using System.Text;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Functions;

/// <summary><c>html.…</c>: escaping, stripping and addresses.</summary>
internal static class HtmlFunctions
{
    private static readonly string[] Silent = ["script", "style"];

    public static void AddTo(Globals globals) => new FunctionGroup("html")
        // HTML that shows the text as it is.
        // `{{ "Salt & <pepper>" | html.escape }}` → `Salt &amp; &lt;pepper&gt;`
        .Add("escape", "text", static (run, a) => Escaped(run, a.Text(0, run)))
        // The text with `<br />` before each line break; in HTML it is escaped first.
        // `{{ "one\ntwo" | html.newline_to_br | string.replace "\n" " " }}` → `one<br /> two`
        .Add("newline_to_br", "text", BreakLines)
        // The text without tags, comments, scripts and styles.
        // `{{ "<p>Hot <b>soup</b></p>" | html.strip }}` → `Hot soup`
        .Add("strip", "text", static (run, a) => Arguments.Made(run, Strip(a.Text(0, run))))
        // The text as one part of an address: all that has a meaning there is encoded.
        // `{{ "a/b & c" | html.url_encode }}` → `a%2Fb%20%26%20c`
        .Add("url_encode", "text", static (run, a) => Arguments.Made(run, Uri.EscapeDataString(a.Text(0, run))))
        // The text as an address: only what cannot stand in one is encoded.
        // `{{ "/soups & more/?q=é" | html.url_escape }}` → `/soups%20&%20more/?q=%C3%A9`
        .Add("url_escape", "text", static (run, a) => Arguments.Made(run, EscapeAddress(a.Text(0, run))))
        // Says of a text that it is HTML, so that it is printed as it is.
        // `{{ "<b>hot</b>" | html.raw }}` → `<b>hot</b>`
        .AddUnlisted("raw", "text", static (run, a) => a[0].Kind == ValueKind.Html ? a[0] : Value.FromHtml(a.TextOrNull(0, run)))
        .AddTo(globals);

    /// <summary>Markup that shows the text; markup given is shown as its source.</summary>
    private static Value Escaped(TemplateRun run, string text)
    {
        run.Charge(text.Length * 2L);
        return Value.FromHtml(HtmlText.Escape(text));
    }

    private static Value BreakLines(TemplateRun run, ReadOnlySpan<Value> a)
    {
        var escape = run.CurrentFrame.Template.Options.Escape == Escape.Html;
        var text = a.Text(0, run);
        if (escape && a[0].Kind != ValueKind.Html) text = HtmlText.Escape(text);
        var made = new StringBuilder(text.Length + 32);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\r' || (text[i] == '\n' && (i == 0 || text[i - 1] != '\r'))) made.Append("<br />");
            made.Append(text[i]);
        }
        run.CheckLength(made.Length);
        run.Charge(made.Length * 2L);
        return escape ? Value.FromHtml(made.ToString()) : Value.FromString(made.ToString());
    }

    /// <summary>The text without tags, comments, and what is inside script and style.</summary>
    internal static string Strip(string html)
    {
        var text = new StringBuilder(html.Length);
        var unclosedFrom = int.MaxValue;
        for (var i = 0; i < html.Length;)
        {
            var open = html.IndexOf('<', i);
            if (open < 0) open = html.Length;
            text.Append(html, i, open - i);
            if (open == html.Length) break;
            i = EndOfTag(html, open, ref unclosedFrom);
            if (i >= 0) continue;
            text.Append(html, open, html.Length - open);
            break;
        }
        return text.ToString();
    }

    /// <summary>The offset behind the tag, comment or silent element that begins here; -1 when it never ends.</summary>
    private static int EndOfTag(string html, int open, ref int unclosedFrom)
    {
        var rest = html.AsSpan(open);
        if (rest.StartsWith("<!--")) return After(html, "-->", open);
        foreach (var name in Silent)
        {
            if (open >= unclosedFrom || !rest[1..].StartsWith(name, StringComparison.OrdinalIgnoreCase)) continue;
            var close = html.IndexOf($"</{name}>", open, StringComparison.OrdinalIgnoreCase);
            if (close >= 0) return close + name.Length + 3;
            unclosedFrom = open;
        }
        return EndOfQuoting(html, open) is >= 0 and var end ? end : After(html, ">", open);
    }

    /// <summary>The offset behind the first '>' outside quotes; -1 when there is none.</summary>
    private static int EndOfQuoting(string html, int open)
    {
        const int longestTag = 10_000;
        for (var i = open; i < Math.Min(html.Length, open + longestTag); i++)
        {
            if (html[i] == '>') return i + 1;
            if (html[i] is not ('"' or '\'')) continue;
            i = html.IndexOf(html[i], i + 1, Math.Min(longestTag, html.Length - i - 1));
            if (i < 0) return -1;
        }
        return -1;
    }

    private static int After(string html, string sign, int from)
    {
        var found = html.IndexOf(sign, from, StringComparison.Ordinal);
        return found < 0 ? -1 : found + sign.Length;
    }

    /// <summary>Percent-encodes what may not stand in an address, and keeps what separates its parts.</summary>
    private static string EscapeAddress(string text)
    {
        const string kept = "-_.!~*'();/?:@&=+$,#[]";
        var made = new StringBuilder(text.Length + 16);
        foreach (var one in Encoding.UTF8.GetBytes(text))
        {
            if (char.IsAsciiLetterOrDigit((char)one) || kept.Contains((char)one)) made.Append((char)one);
            else made.Append('%').Append(one.ToString("X2"));
        }
        return made.ToString();
    }
}
