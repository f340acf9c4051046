using System.Text;
using Publisher.Text;

namespace Publisher.Scriban.Values;

/// <summary>
/// Escapes text for HTML and XML: the five characters that mean something there, in content and in quoted attributes.
/// </summary>
public static class HtmlText
{
    public static void Write(Utf8Buffer output, ReadOnlySpan<char> text) => Escaping.Write(output, text);

    public static string Escape(string text)
    {
        if (text.AsSpan().IndexOfAny(Escaping.All) < 0) return text;
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            switch (c)
            {
                case '&': escaped.Append("&amp;"); break;
                case '<': escaped.Append("&lt;"); break;
                case '>': escaped.Append("&gt;"); break;
                case '"': escaped.Append("&quot;"); break;
                case '\'': escaped.Append("&#39;"); break;
                default: escaped.Append(c); break;
            }
        }
        return escaped.ToString();
    }
}
