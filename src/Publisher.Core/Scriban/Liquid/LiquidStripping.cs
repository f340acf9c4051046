using System.Text;

namespace Publisher.Scriban.Liquid;

/// <summary>
/// Takes tags out of markup: scripts, comments and styles with what is in them, then all that is between angle brackets.
/// </summary>
internal static class LiquidStripping
{
    private static readonly (string Open, string Close)[] Blocks =
        [("<script", "</script>"), ("<!--", "-->"), ("<style", "</style>")];

    public static string Strip(string html)
    {
        if (!html.Contains('<')) return html;
        var text = WithoutBlocks(html);
        var made = new StringBuilder(text.Length);
        for (var at = 0; ;)
        {
            var open = text.IndexOf('<', at);
            var close = open < 0 ? -1 : text.IndexOf('>', open);
            if (close < 0) return made.Append(text, at, text.Length - at).ToString();
            made.Append(text, at, open - at);
            at = close + 1;
        }
    }

    private static string WithoutBlocks(string html)
    {
        var made = new StringBuilder(html.Length);
        var missing = new bool[Blocks.Length];
        for (var at = 0; ;)
        {
            var open = html.IndexOf('<', at);
            if (open < 0) return made.Append(html, at, html.Length - at).ToString();
            made.Append(html, at, open - at);
            at = EndOfBlock(html, open, missing);
            if (at == open) made.Append(html[at++]);
        }
    }

    /// <summary>The offset behind the block that begins here; the offset itself when none does.</summary>
    private static int EndOfBlock(string html, int open, bool[] missing)
    {
        for (var i = 0; i < Blocks.Length; i++)
        {
            var (begin, end) = Blocks[i];
            if (missing[i] || string.CompareOrdinal(html, open, begin, 0, begin.Length) != 0) continue;
            var close = html.IndexOf(end, open + begin.Length, StringComparison.Ordinal);
            if (close >= 0) return close + end.Length;
            missing[i] = true;
        }
        return open;
    }
}
