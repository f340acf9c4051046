using System.Net;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Publisher.Content.Markdown.References;
using Publisher.Text;

namespace Publisher.Content.Markdown.RawHtml;

/// <summary>
/// Passes HTML on as it is, but for the URLs of its own site, which become holes, and the ids, which are remembered.
/// </summary>
internal sealed class RawHtmlWriter(Draft draft)
{
    private char[] joined = new char[4096];
    private readonly List<(int Start, int Offset)> pieces = [];

    public static bool IsLinkOrImage(string tag) =>
        tag.StartsWith("<a", StringComparison.OrdinalIgnoreCase) && (tag.Length == 2 || !char.IsAsciiLetterOrDigit(tag[2]))
        || tag.StartsWith("</a", StringComparison.OrdinalIgnoreCase) && (tag.Length == 3 || !char.IsAsciiLetterOrDigit(tag[3]))
        || tag.StartsWith("<img", StringComparison.OrdinalIgnoreCase);

    public void WriteBlock(HtmlBlock block)
    {
        draft.EnsureLine();
        pieces.Clear();
        var at = 0;
        foreach (ref var line in block.Lines.Lines.AsSpan(0, block.Lines.Count))
        {
            var length = line.Slice.Length;
            if (joined.Length < at + length + 1) Array.Resize(ref joined, Math.Max(joined.Length * 2, at + length + 1));
            pieces.Add((at, line.Slice.Start));
            line.Slice.AsSpan().CopyTo(joined.AsSpan(at));
            if (block.Type is not HtmlBlockType.ScriptPreOrStyle)
                TemplateCode.Check(draft, line.Slice.AsSpan(), line.Slice.Start);
            at += length;
            joined[at++] = '\n';
        }
        Write(joined.AsSpan(0, at));
    }

    /// <summary>A whole text that is HTML.</summary>
    public void WriteText(string html)
    {
        pieces.Clear();
        pieces.Add((0, 0));
        Write(html);
    }

    public void WriteInline(HtmlInline html)
    {
        pieces.Clear();
        pieces.Add((0, html.Span.Start));
        TemplateCode.Check(draft, html.Tag, html.Span.Start);
        Write(html.Tag);
    }

    private void Write(ReadOnlySpan<char> html)
    {
        var written = 0;
        if (html.Contains('='))
        {
            foreach (var attribute in new HtmlTags(html))
            {
                var value = html[attribute.Value];
                if (value.IsEmpty && attribute.Name is not "href") continue;
                switch (attribute.Name)
                {
                    case "id" or "name":
                        draft.Anchor(WebUtility.HtmlDecode(value.ToString()));
                        break;
                    case "srcset":
                        draft.Raw(html[written..attribute.Start]);
                        draft.Raw("\""u8);
                        WriteSourceSet(value, attribute.Value.Start.Value);
                        draft.Raw("\""u8);
                        written = attribute.End;
                        break;
                    default:
                        var url = WebUtility.HtmlDecode(value.Trim().ToString());
                        if (Urls.IsExternal(url)) break;
                        draft.Raw(html[written..attribute.Start]);
                        draft.Raw("\""u8);
                        draft.Hole(HoleKind.Url, url, draft.Source.At(SourceOffset(attribute.Value.Start.Value), value.Length));
                        draft.Raw("\""u8);
                        written = attribute.End;
                        break;
                }
            }
        }
        draft.Raw(html[written..]);
    }

    /// <summary>
    /// Candidates of a URL and a descriptor each (HTML, 4.8.4.2.1): a comma ends one only behind a space or a descriptor.
    /// </summary>
    private void WriteSourceSet(ReadOnlySpan<char> value, int start)
    {
        var at = 0;
        while (at < value.Length)
        {
            var from = at;
            while (at < value.Length && (char.IsWhiteSpace(value[at]) || value[at] == ',')) at++;
            draft.Attribute(value[from..at]);
            from = at;
            while (at < value.Length && !char.IsWhiteSpace(value[at])) at++;
            var end = at;
            while (end > from && value[end - 1] == ',') end--;
            if (end > from)
            {
                var url = WebUtility.HtmlDecode(value[from..end].ToString());
                if (Urls.IsExternal(url)) draft.Attribute(url);
                else draft.Hole(HoleKind.Url, url, draft.Source.At(SourceOffset(start + from), end - from));
            }
            if (end == at)
            {
                var comma = value[at..].IndexOf(',');
                end = comma < 0 ? value.Length : at + comma;
                draft.Attribute(value[at..end]);
            }
            at = end;
        }
    }

    private int SourceOffset(int at)
    {
        var piece = pieces.Count - 1;
        while (piece > 0 && pieces[piece].Start > at) piece--;
        return pieces[piece].Offset + at - pieces[piece].Start;
    }
}
