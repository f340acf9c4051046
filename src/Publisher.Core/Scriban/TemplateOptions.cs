namespace Publisher.Scriban;

/// <summary>How a template is read: what its text is, which names it can use, and how strict it is about them.</summary>
public sealed record TemplateOptions(Globals Globals)
{
    public TemplateLanguage Language { get; init; }

    /// <summary>Which of the tags that the host gives as functions Liquid may use; null is all there are.</summary>
    public IReadOnlyCollection<string>? Tags { get; init; }

    public Escape Escape { get; init; } = Escape.None;

    /// <summary>
    /// Whether an unknown variable, member or function is an error. When it is not, an unknown variable is null.
    /// The left side of <c>??</c> and the first argument of <c>object.default</c> may be unknown all the same.
    /// </summary>
    public bool StrictNames { get; init; }

    /// <summary>Whether text printed by code that stands indented on a line of its own is indented on all its lines.</summary>
    public bool AutoIndent { get; init; }

    /// <summary>Whether <c>|</c>, <c>&amp;</c> and <c>^</c> are operators on numbers and arrays.</summary>
    public bool Scientific { get; init; }
}
