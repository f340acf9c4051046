namespace Publisher.Content.Markdown;

/// <summary>What a site may choose about its Markdown.</summary>
public sealed record MarkdownOptions
{
    public static MarkdownOptions Default { get; } = new();

    /// <summary>Whether code blocks are coloured at build time.</summary>
    public bool Highlight { get; init; } = true;

    /// <summary>Curly quotes, dashes for <c>--</c> and <c>---</c>, an ellipsis for <c>...</c>.</summary>
    public bool SmartPunctuation { get; init; } = true;

    /// <summary>Gives links to other sites <c>rel="external noopener" class="external"</c>.</summary>
    public bool ExternalLinkMarks { get; init; }

    /// <summary>Turns <c>:tada:</c> into the emoji of that name.</summary>
    public bool Emoji { get; init; }

    /// <summary>Ends each heading with an empty link to itself, which a theme may show.</summary>
    public bool HeadingLinks { get; init; } = true;

    /// <summary>What a screen reader says for the link of a heading.</summary>
    public string HeadingLinkLabel { get; init; } = "Link to this section";
}
