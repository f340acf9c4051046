using System.Buffers;

namespace Publisher.Text;

/// <summary>Writes text into markup with <c>&amp; &lt; &gt; &quot; '</c> replaced.</summary>
public static class Escaping
{
    /// <summary>All five: safe in text and in attributes of either quote, in HTML and in XML.</summary>
    public static readonly SearchValues<char> All = SearchValues.Create("&<>\"'");

    /// <summary>As CommonMark writes attributes, which have double quotes.</summary>
    public static readonly SearchValues<char> InAttribute = SearchValues.Create("&<>\"");

    public static readonly SearchValues<char> InText = SearchValues.Create("&<>");

    public static void Write(Utf8Buffer output, ReadOnlySpan<char> text) => Write(output, text, All);

    public static void Write(Utf8Buffer output, ReadOnlySpan<char> text, SearchValues<char> special)
    {
        for (int at; (at = text.IndexOfAny(special)) >= 0; text = text[(at + 1)..])
        {
            output.Write(text[..at]);
            output.Write(text[at] switch
            {
                '&' => "&amp;"u8,
                '<' => "&lt;"u8,
                '>' => "&gt;"u8,
                '"' => "&quot;"u8,
                _ => "&#39;"u8,
            });
        }
        output.Write(text);
    }
}
