using System.Globalization;
using Publisher.Media;
using Publisher.Model;
using Publisher.Rendering.Podcasts;
using Publisher.Scriban;
using Publisher.Scriban.Values;
using Publisher.Text;

namespace Publisher.Rendering.Views;

/// <summary>
/// What podcast apps show below an episode: its description, and its chapters as the lines of which Apple and Spotify make links,
/// in at most the 4,000 bytes that Apple takes.
/// </summary>
internal sealed class FeedNotes(Entry page) : IHtml
{
    public const int MostBytes = 4000;

    public void WriteTo(Utf8Buffer output, TemplateRun run)
    {
        var scope = run.Scope();
        var start = output.Length;
        output.Write("<p>"u8);
        Escaping.Write(
            output, Cut(scope.Read(page, Field.Description).Matter.Description ?? scope.Text(page, Field.Excerpt).Excerpt));
        output.Write("</p>"u8);
        var described = output.Length;
        var chapters = EpisodeChapters.Of(page, scope);
        if (chapters.IsEmpty) return;
        // A long list is told with shorter titles rather than cut: half of the moments would be worse than half of the words.
        foreach (var longest in (int[])[int.MaxValue, 80, 39, 24])
        {
            var lines = chapters.Select(chapter => chapter with { Title = Short(chapter.Title, longest) }).ToLines();
            output.Write("\n<p>"u8);
            foreach (var line in lines.Split('\n'))
            {
                if (!output.Written.EndsWith("<p>"u8)) output.Write("<br>\n"u8);
                Escaping.Write(output, line, Escaping.InText);
            }
            output.Write("</p>"u8);
            if (output.Length - start <= MostBytes) return;
            output.Truncate(described);
        }
    }

    /// <summary>Whether an episode's description is too long to be told whole.</summary>
    public static bool Cuts(string description) => !ReferenceEquals(Cut(description), description);

    /// <summary>At a blank where there is one, else between two characters.</summary>
    private static string Cut(string text)
    {
        var bytes = "<p>…</p>"u8.Length;
        var blank = 0;
        for (var i = 0; i < text.Length; i++)
        {
            bytes += text[i] switch
            {
                '"' => 6, '&' or '\'' => 5, '<' or '>' => 4, < '\u0080' => 1, < '\u0800' => 2, _ => 3,
            };
            if (bytes > MostBytes) return text[..(blank > 0 ? blank : char.IsLowSurrogate(text[i]) ? i - 1 : i)] + "…";
            if (text[i] == ' ') blank = i;
        }
        return text;
    }

    private static string Short(string title, int longest) =>
        title.Length > longest && new StringInfo(title) is { LengthInTextElements: var length } text && length > longest
            ? text.SubstringByTextElements(0, longest - 1).TrimEnd() + "…"
            : title;
}
