using System.Net;
using System.Text.RegularExpressions;
using Publisher.Content.Highlighting;
using Publisher.Text;

namespace Publisher.Core.Tests.Content.Highlighting;

/// <summary>What a reader gets of coloured code: its HTML, its text, and its spans written as <c>k:return</c>.</summary>
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

    /// <summary>The text of HTML as a reader would copy it.</summary>
    public static string Text(string inner) => WebUtility.HtmlDecode(Tag().Replace(inner, ""));

    public static List<string> Spans(string language, string code) =>
        [.. Span().Matches(Inner(language, code)).Select(match =>
            $"{match.Groups[1].Value}:{WebUtility.HtmlDecode(match.Groups[2].Value)}")];

    /// <summary>
    /// Asserts that the code is coloured with these spans, in this order, among others. One with <c>!</c> before it must not be
    /// there at all. A line feed in the code becomes a vertical bar in the spans.
    /// </summary>
    public static void Has(string language, string code, params string[] expected)
    {
        Assert.NotNull(Languages.Find(language));
        var spans = Spans(language, code).ConvertAll(span => span.Replace('\n', '|'));
        var at = 0;
        foreach (var span in expected)
        {
            var found = span[0] == '!' ? spans.IndexOf(span[1..]) : spans.IndexOf(span, at);
            if (span[0] == '!') Assert.True(found < 0, $"{span[1..]} is wrong in\n{string.Join('\n', spans)}");
            else Assert.True(found >= 0, $"no {span} after the first {at} of\n{string.Join('\n', spans)}");
            if (span[0] != '!') at = found + 1;
        }
        Assert.Equal(code, Text(Inner(language, code)));
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("<span class=\"(.)\">([^<]*)</span>")]
    private static partial Regex Span();
}
