namespace Publisher.Scriban.Syntax;

/// <summary>A run of a template's source text, in UTF-16 units.</summary>
public readonly record struct Span(int Start, int End)
{
    public int Length => End - Start;

    public Span To(Span last) => new(Start, Math.Max(End, last.End));
}
