using Publisher.Scriban.Syntax;

namespace Publisher.Scriban.Running;

/// <summary>The parts of a <c>for</c> or <c>tablerow</c>, compiled.</summary>
internal sealed record LoopCode(Span At, Term Items, Term? Offset, Term? Limit, Term? Columns, bool Reversed, Step Body,
    Step? Else);
