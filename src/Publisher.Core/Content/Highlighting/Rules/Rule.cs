namespace Publisher.Content.Highlighting.Rules;

/// <summary>Something in a language that starts with certain characters and is no word, number or operator.</summary>
internal abstract record Rule(string Open)
{
    /// <summary>
    /// The words that must stand directly before the opening, as in Python's <c>rb"…"</c>; empty when none does.
    /// </summary>
    public string Prefixes { get; init; } = "";

    /// <summary>
    /// An interpolation inside this rule ends with its line at the latest, so that one missing brace does not spoil the page.
    /// </summary>
    public virtual bool EndsWithLine => false;

    /// <summary>
    /// Colours what starts at <see cref="GrammarRun.At"/>, where the opening stands; false when it is something else after all.
    /// </summary>
    public abstract bool Scan(ref GrammarRun run);

    /// <summary>Goes on after an interpolation that this rule left.</summary>
    public virtual void Resume(ref GrammarRun run, int mark)
    {
    }
}
