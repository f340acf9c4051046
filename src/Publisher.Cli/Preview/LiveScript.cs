using System.Net;
using System.Text;
using Publisher.Text;

namespace Publisher.Cli.Preview;

/// <summary>The script that keeps a page fresh, and the element that brings it into the page.</summary>
internal static class LiveScript
{
    public const string Url = "/_publisher/live.js", Channel = "/_publisher/live";

    /// <summary>
    /// The script's text: its parts share one scope, so that nothing of it can be seen by the page's own scripts.
    /// </summary>
    public static byte[] Load()
    {
        var text = new StringBuilder("(() => {\n\"use strict\";\n");
        text.Append($"const PANEL_STYLE = `{Read("panel.css")}`;\n");
        foreach (var part in new[] { "align.js", "morph.js", "styles.js", "panel.js", "live.js" }) text.Append(Read(part));
        return Encoding.UTF8.GetBytes(text.Append("})();\n").ToString());
    }

    /// <summary>
    /// The element names what it stands in: the page's stamp, its source file, and why a build would leave it out.
    /// </summary>
    public static byte[] Element(Stamp stamp, SitePath? source, string? status)
    {
        var element = new StringBuilder($"<script src=\"{Url}\" defer data-stamp=\"{stamp}\"");
        if (source is { } file) element.Append($" data-source=\"{WebUtility.HtmlEncode(file.Value)}\"");
        if (status is not null) element.Append($" data-status=\"{WebUtility.HtmlEncode(status)}\"");
        return Encoding.UTF8.GetBytes(element.Append("></script>").ToString());
    }

    /// <summary>
    /// Puts the element before the last <c>&lt;/body&gt;</c>, else before the last <c>&lt;/html&gt;</c>, else at the end.
    /// </summary>
    public static byte[] AddTo(ReadOnlySpan<byte> page, ReadOnlySpan<byte> element)
    {
        var at = LastEndTag(page, "</body"u8);
        if (at < 0) at = LastEndTag(page, "</html"u8);
        if (at < 0) at = page.Length;
        return [.. page[..at], .. element, .. page[at..]];
    }

    private static string Read(string part)
    {
        using var stream = typeof(LiveScript).Assembly.GetManifestResourceStream($"Preview/{part}")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static int LastEndTag(ReadOnlySpan<byte> page, ReadOnlySpan<byte> tag)
    {
        for (var end = page.Length; end > 0;)
        {
            var at = page[..end].LastIndexOf("</"u8);
            if (at < 0) return -1;
            if (page.Length - at >= tag.Length && Ascii.EqualsIgnoreCase(page.Slice(at, tag.Length), tag)) return at;
            end = at;
        }
        return -1;
    }
}
