namespace Publisher.Content.Highlighting;

/// <summary>
/// Colours code of one kind. It looks at each character a bounded number of times and never fails, whatever the text.
/// </summary>
internal abstract class Scanner
{
    /// <summary>
    /// Describes <paramref name="code"/> from <paramref name="start"/> to its end; what came before belongs to the language
    /// around it.
    /// </summary>
    public abstract void Scan(ReadOnlySpan<char> code, int start, TokenList tokens);
}
