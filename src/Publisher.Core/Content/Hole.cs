using Publisher.Text;

namespace Publisher.Content;

/// <summary>What is written into a <see cref="Hole"/>.</summary>
public enum HoleKind : byte
{
    /// <summary>A URL, escaped for a quoted attribute; the quotes stand in the HTML already.</summary>
    Url,

    /// <summary>The attributes <c> width="…" height="…"</c> of a local image, or nothing.</summary>
    ImageSize,

    /// <summary>
    /// The tag that begins a link to a moment of the page's sound, whose seconds are the target; nothing on a page without one.
    /// </summary>
    Moment,

    /// <summary>The tag that ends that link, or nothing.</summary>
    MomentEnd,

    /// <summary>The break between two lines that begin with such links; nothing more than white space on other pages.</summary>
    MomentBreak,
}

/// <summary>
/// A place in a page's HTML whose bytes depend on the rest of the site and are written when the page is rendered.
/// <paramref name="Target"/> is the link as its author wrote it, without escapes; <paramref name="At"/> is where that is in the
/// source.
/// </summary>
public readonly record struct Hole(int Offset, HoleKind Kind, string Target, Location At);
