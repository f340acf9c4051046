using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Publisher.Content.Markdown.Headings;
using Publisher.Content.Podcasts;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Content.Markdown;

/// <summary>
/// One page while it is written: the HTML so far, its holes and components, and what is learnt on the way. Reused from page
/// to page.
/// </summary>
internal sealed class Draft(MarkdownOptions options)
{
    private static readonly SearchValues<char> InUrl =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#[]@!$()*+,;=%");

    public MarkdownOptions Options { get; } = options;

    public Utf8Buffer Html { get; } = new(32 * 1024);

    public List<Hole> Holes { get; } = [];

    public List<Component> Components { get; } = [];

    public List<string> Anchors { get; } = [];

    public List<Heading> Headings { get; } = [];

    public List<Topic> Topics { get; } = [];

    public List<Diagnostic> Problems { get; } = [];

    public HeadingIds Ids { get; } = new();

    public SourceMap Source { get; private set; } = new(default, 1, "", []);

    public int Words { get; set; }

    /// <summary>
    /// Whether a summary is being written: it may stand on a page with others, so it has no ids, and counts nothing.
    /// </summary>
    public bool IsSummary { get; set; }

    /// <summary>Whether the text being written is a transcript: its times are moments, but no topics.</summary>
    public bool IsTranscript { get; set; }

    public void Begin(SourceMap source)
    {
        Source = source;
        Problems.Clear();
        Restart();
    }

    /// <summary>Forgets what was written, but not what was wrong with the text.</summary>
    public void Restart()
    {
        Html.Clear();
        Holes.Clear();
        Components.Clear();
        Anchors.Clear();
        Headings.Clear();
        Topics.Clear();
        Ids.Clear();
        Words = 0;
        (IsSummary, IsTranscript) = (false, false);
    }

    public void Raw(ReadOnlySpan<byte> html) => Html.Write(html);

    public void Raw(ReadOnlySpan<char> html) => Html.Write(html);

    public void EnsureLine()
    {
        if (Html.Length > 0 && Html.Written[^1] != '\n') Html.Write((byte)'\n');
    }

    public void Text(ReadOnlySpan<char> text) => Escaping.Write(Html, text, Escaping.InText);

    public void Attribute(ReadOnlySpan<char> text) => Escaping.Write(Html, text, Escaping.InAttribute);

    /// <summary>Writes <c> name="value"</c>.</summary>
    public void Attribute(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        Html.Write((byte)' ');
        Attribute(name);
        Html.Write("=\""u8);
        Attribute(value);
        Html.Write((byte)'"');
    }

    /// <summary>Writes a URL between quotes: one that leads away as it is, a hole for any other.</summary>
    public void Url(string target, Location at)
    {
        Html.Write((byte)'"');
        if (Urls.IsExternal(target)) StaticUrl(target);
        else Hole(HoleKind.Url, target, at);
        Html.Write((byte)'"');
    }

    public void Hole(HoleKind kind, string target, Location at) => Holes.Add(new Hole(Html.Length, kind, target, at));

    public void Anchor(string id)
    {
        if (!IsSummary) Anchors.Add(id);
    }

    /// <summary>What was written since the two marks, in arrays of its own.</summary>
    public Body BodyFrom(int start, int firstHole, int firstComponent)
    {
        if (Html.Length == start && Components.Count == firstComponent) return Body.Empty;
        var holes = ImmutableArray.CreateBuilder<Hole>(Holes.Count - firstHole);
        for (var i = firstHole; i < Holes.Count; i++) holes.Add(Holes[i] with { Offset = Holes[i].Offset - start });
        return new Body(Html.Written[start..].ToArray(), holes.MoveToImmutable(), ComponentsFrom(start, firstComponent));
    }

    private ImmutableArray<Component> ComponentsFrom(int start, int first)
    {
        if (first == Components.Count) return [];
        var components = ImmutableArray.CreateBuilder<Component>(Components.Count - first);
        for (var i = first; i < Components.Count; i++) components.Add(Components[i].Moved(-start));
        return components.MoveToImmutable();
    }

    /// <summary>Percent-encodes what may not stand in a URL (RFC 3986), and leaves what is encoded already.</summary>
    private void StaticUrl(ReadOnlySpan<char> url)
    {
        while (!url.IsEmpty)
        {
            var plain = url.IndexOfAnyExcept(InUrl);
            if (plain < 0) plain = url.Length;
            Html.Write(url[..plain]);
            url = url[plain..];
            if (url.IsEmpty) return;
            if (url[0] is '&' or '\'')
            {
                Html.Write(url[0] == '&' ? "&amp;"u8 : "'"u8);
                url = url[1..];
                continue;
            }
            Rune.DecodeFromUtf16(url, out var rune, out var length);
            Percent.Write(Html, rune);
            url = url[length..];
        }
    }
}
