using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Publisher.Content.Highlighting;
using Publisher.Text;

namespace Publisher.Core.Tests.Content.Highlighting;

/// <summary>What a reader sees of coloured code: its HTML, its text, and the spans as short as <c>k:return</c>.</summary>
internal static partial class Coloured
{
    public static string Html(string info, string code, bool highlight = true)
    {
        var output = new Utf8Buffer();
        CodeBlock.Parse(info).Write(output, code, highlight);
        return output.ToString();
    }

    /// <summary>What is between the code element's tags.</summary>
    public static string Inner(string info, string code)
    {
        var html = Html(info, code);
        var start = html.IndexOf('>', html.IndexOf("<code", StringComparison.Ordinal)) + 1;
        return html[start..html.LastIndexOf("</code>", StringComparison.Ordinal)];
    }

    public static string Text(string inner) => WebUtility.HtmlDecode(Tag().Replace(inner, ""));

    /// <summary>The spans in order, as <c>class:text</c>.</summary>
    public static List<string> Spans(string language, string code) =>
        [.. Span().Matches(Inner(language, code)).Select(match => $"{match.Groups[1].Value}:{WebUtility.HtmlDecode(match.Groups[2].Value)}")];

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("<span class=\"(.)\">([^<]*)</span>")]
    private static partial Regex Span();
}
