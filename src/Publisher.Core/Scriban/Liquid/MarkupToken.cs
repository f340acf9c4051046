using Publisher.Scriban.Syntax;

namespace Publisher.Scriban.Liquid;

internal enum MarkupKind
{
    End, Name, Text, Integer, Float, Dot, DotDot, Colon, Comma, Pipe, Equals, OpenBracket, CloseBracket, OpenParenthesis,
    CloseParenthesis, Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual, Other,
}

/// <summary>A word or sign inside a Liquid tag or output.</summary>
internal readonly record struct MarkupToken(MarkupKind Kind, Span At, string Text);
