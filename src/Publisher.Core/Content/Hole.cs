using Publisher.Text;

namespace Publisher.Content;

/// <summary>What is written into a <see cref="Hole"/>.</summary>
public enum HoleKind : byte
{
    /// <summary>A URL, escaped for a quoted attribute; the quotes stand in the HTML already.</summary>
    Url,

    /// <summary>The attributes <c> width="…" height="…"</c> of a local image, or nothing.</summary>
    ImageSize,
}

/// <summary>
/// A place in a page's HTML whose bytes depend on the rest of the site and are written when the page is rendered.
/// <paramref name="Target"/> is the link as its author wrote it, without escapes; <paramref name="At"/> is where that is in the
/// source.
/// </summary>
public readonly record struct Hole(int Offset, HoleKind Kind, string Target, Location At);
