using System.Globalization;
using Publisher.Media;
using Publisher.Model;
using Publisher.Scriban;
using Publisher.Scriban.Values;
using Publisher.Text;

namespace Publisher.Rendering.Views;

/// <summary>What feeds say of a page that the page itself does not.</summary>
internal static class FeedItem
{
    /// <summary>
    /// What readers know the page by: what its front matter says, what was published of it before, else a tag URI (RFC 4151) of
    /// its day and source, which stays when its address changes.
    /// </summary>
    public static string IdOf(Entry page, RenderScope scope)
    {
        var matter = scope.Read(page, Field.Id).Matter;
        if (matter.Id is { } said) return said;
        var settings = scope.Settings;
        if (settings.Ledger.Find(page.Path) is { Id.Length: > 0 } published) return published.Id;
        if (settings.Feeds.IdsAreUrls) return scope.Absolute(page.Url);
        var path = settings.Content.IsRoot ? page.Path : page.Path.Below(settings.Content);
        var name = page.Bundle is null ? path.WithExtension("") : path.Parent;
        var host = new Uri(settings.BaseUrl).Host;
        var day = (page.Date ?? default).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return $"tag:{host},{day}:{Percent.Encode(name.Value)}";
    }

    /// <summary>The instant it is dated at, in one form.</summary>
    public static string DateOf(Entry page) =>
        (page.Date ?? default).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

/// <summary>A page's text as feeds carry it: whole, with absolute addresses, and without what only works on the page.</summary>
internal sealed class FeedContent(Entry page, Content.Body body) : IHtml
{
    public void WriteTo(Utf8Buffer output, TemplateRun run)
    {
        var scope = run.Scope();
        var html = scope.Buffers.Rent();
        var wasAbsolute = scope.AbsoluteUrls;
        try
        {
            scope.AbsoluteUrls = true;
            new BodyHtml(page, body, reports: false).WriteTo(html, run);
            FeedHtml.Write(html.Written, scope.Absolute(scope.Read(page, Field.Url).Url), output);
        }
        finally
        {
            scope.AbsoluteUrls = wasAbsolute;
            scope.Buffers.Return(html);
        }
    }
}

/// <summary>
/// What podcast apps show below an episode: its description, and its chapters as the lines of which Apple and Spotify make links,
/// in at most the 4,000 bytes that Apple takes.
/// </summary>
internal sealed class FeedNotes(Entry page) : IHtml
{
    private const int MostBytes = 4000;

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

/// <summary>Text in an XML section that nothing in it can end.</summary>
internal sealed class CData(Value text) : IHtml
{
    public void WriteTo(Utf8Buffer output, TemplateRun run)
    {
        var inner = run.Scope().Buffers.Rent();
        try
        {
            if (text.Reference is IHtml html) html.WriteTo(inner, run);
            else inner.Write(ValueText.Of(text, run));
            output.Write("<![CDATA["u8);
            var rest = inner.Written;
            for (int end; (end = rest.IndexOf("]]>"u8)) >= 0; rest = rest[(end + 2)..])
            {
                output.Write(rest[..(end + 2)]);
                output.Write("]]><![CDATA["u8);
            }
            output.Write(rest);
            output.Write("]]>"u8);
        }
        finally
        {
            run.Scope().Buffers.Return(inner);
        }
    }
}
