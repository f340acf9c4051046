using System.Collections.Immutable;
using Publisher.Text;

namespace Publisher.Content.Highlighting;

/// <summary>A block of code as its author asked for it in the fence's info string, and the HTML it becomes.</summary>
/// <remarks>
/// The classes of the spans are listed at <see cref="Token"/>. The HTML without its tags is the code, character by character:
/// line numbers are attributes, which no reader copies by accident.
/// </remarks>
public sealed record CodeBlock
{
    /// <summary>The language as it is written in the info string; empty when none is.</summary>
    public string Language { get; init; } = "";

    public string Title { get; init; } = "";

    /// <summary>The marked lines in order, counted from 1 whatever <see cref="FirstLine"/> is.</summary>
    public ImmutableArray<LineRange> Marks { get; init; } = [];

    /// <summary>Whether lines are numbered.</summary>
    public bool LineNumbers { get; init; }

    /// <summary>The number of the first line.</summary>
    public int FirstLine { get; init; } = 1;

    /// <summary>Whether the language has a scanner or is known to need none; true when no language is given.</summary>
    public bool IsKnown => Language.Length == 0 || Languages.Find(Language) is not null;

    /// <summary>Reads an info string; what it does not understand it leaves alone.</summary>
    public static CodeBlock Parse(ReadOnlySpan<char> info) => new InfoString().Parse(info);

    /// <summary>
    /// Writes the whole block: <c>figure</c> when it has a title, <c>pre</c>, <c>code</c>, coloured when
    /// <paramref name="highlight"/> says so.
    /// </summary>
    public void Write(Utf8Buffer output, ReadOnlySpan<char> code, bool highlight)
    {
        var html = new CodeHtml(output, code, Marks.AsSpan(), LineNumbers ? FirstLine : null);
        if (Title.Length > 0)
        {
            output.Write("<figure class=\"code\"><figcaption>"u8);
            Escaping.Write(output, Title, Escaping.InAttribute);
            output.Write("</figcaption>"u8);
        }
        output.Write("<pre class=\"code\" tabindex=\"0\"><code"u8);
        if (Language.Length > 0)
        {
            output.Write(" class=\"language-"u8);
            Escaping.Write(output, Language, Escaping.InAttribute);
            output.Write("\" data-lang=\""u8);
            Escaping.Write(output, Language, Escaping.InAttribute);
            output.Write("\""u8);
        }
        output.Write(">"u8);
        using (var tokens = new TokenList())
        {
            if (highlight && code.Length <= TokenList.MaxLength) Languages.Find(Language)?.Scanner?.Scan(code, 0, tokens);
            html.Write(tokens);
        }
        output.Write("</code></pre>"u8);
        if (Title.Length > 0) output.Write("</figure>"u8);
    }
}
