using System.Buffers;

namespace Publisher.Text;

/// <summary>Writes text into markup with <c>&amp; &lt; &gt; &quot; '</c> replaced.</summary>
public static class Escaping
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'");

    /// <summary>Safe in text and in attributes of either quote, in HTML and in XML.</summary>
    public static void WriteAttribute(Utf8Buffer output, ReadOnlySpan<char> text)
    {
        for (int at; (at = text.IndexOfAny(Special)) >= 0; text = text[(at + 1)..])
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
