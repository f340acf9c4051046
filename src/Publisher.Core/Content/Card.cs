using Publisher.Text;

namespace Publisher.Content;

/// <summary>
/// What the rest of the site may see of one file: its front matter and the outline of its text, before any defaults. A
/// file whose prose changed but whose card did not gives back the very same card, so nothing else has to look at it.
/// </summary>
/// <param name="text">Rendered when something of its outline is first wanted; the card shows nothing else of it.</param>
public sealed class Card(Lazy<Markup> text, Stamp matterStamp)
{
    public required SitePath Path { get; init; }

    public required Matter Matter { get; init; }

    /// <summary>Whether the file stands for its folder: index, README or _index.</summary>
    public bool IsIndex { get; init; }

    /// <summary>The day that leads the file's name.</summary>
    public DateTimeOffset? FileDate { get; init; }

    /// <summary>The file's name without extension and day (of an index, its folder's).</summary>
    public required string FileSlug { get; init; }

    /// <summary>What the text seems to hold, which is known before it is rendered.</summary>
    public Mentions Mentions { get; init; }

    /// <summary>The first heading, where the front matter has no title.</summary>
    public string? HeadingTitle => text.Value.Title;

    /// <summary>Of everything above and the outline of the text, which is asked for through the render scope.</summary>
    public Stamp Stamp => matterStamp.With((ulong)Mentions).With(text.Value.Outline);
}
