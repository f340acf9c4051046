using Publisher.Scriban.Syntax;

namespace Publisher.Scriban;

/// <summary>
/// One word or sign of a template; <see cref="Text"/> is the decoded text of strings and the spelling of names.
/// </summary>
internal readonly record struct Token(TokenKind Kind, int Start, int End, string? Text = null)
{
    public Span Span => new(Start, End);
}
