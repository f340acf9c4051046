using System.Collections.Immutable;
using Publisher.Diagnostics;
using Publisher.Sources;
using Publisher.Text;

namespace Publisher.Content;

/// <summary>
/// One parsed file: the card, which the rest of the site may see, and the body, which only the page's own output sees. Its
/// text is rendered when it is first wanted, so a preview of ten thousand pages can show one.
/// </summary>
/// <param name="found">What is wrong with the file and its front matter.</param>
public sealed class Page(SourceFile source, Stamp content, Card card, Lazy<Markup> text, ImmutableArray<Diagnostic> found)
{
    public SourceFile Source => source;

    public Stamp Content => content;

    public Card Card => card;

    public Body Body => text.Value.Body;

    /// <summary>Whether anybody wanted the text yet.</summary>
    public bool IsRendered => text.IsValueCreated;

    /// <summary>What is wrong with the whole file, its text included.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => [.. found, .. text.Value.Diagnostics];

    /// <summary>What is wrong as far as the file was looked at.</summary>
    public ImmutableArray<Diagnostic> DiagnosticsSoFar => IsRendered ? Diagnostics : found;

    /// <summary>The same page of a file that was touched and not changed.</summary>
    public Page From(SourceFile touched) => new(touched, content, card, text, found);
}
